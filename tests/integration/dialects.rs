//! Judges of the dialects: what each kind of terminal was seen to do with a row, written down anew from
//! what was seen, without a look at the dialects, and ten thousand rows for them to show.
//!
//! A row is shown right when its letters stand in the cells where layout put them.

#![expect(clippy::print_stdout, reason = "the shares are what one wants to know")]

// The cell of a row, and what is written into it.
#[path = "dialects/slot.rs"]
mod slot;

// Rows to be shown.
#[path = "dialects/rows.rs"]
mod rows;

// kitty, with and without OSC 66, with fonts that have Arabic and fonts that have not.
#[path = "dialects/kitty.rs"]
mod kitty;

// Terminals that reorder by UAX #9.
#[path = "dialects/reordering.rs"]
mod reordering;

use sahifa::terminal::Dialect;
use sahifa::text::Marks;

use kitty::Fonts;
use reordering::Reordering;
use rows::Row;
use slot::Slot;

type Judge = dyn Fn(&[Slot]) -> Vec<String>;

/// The share of rows that the terminal shows right, and up to three that it does not.
fn share(rows: &[Row], dialect: Dialect, judge: &Judge) -> (f64, Vec<String>) {
    let mut wrong = Vec::new();
    for row in rows {
        let mut spoken = row.slots.clone();
        dialect.speak(&mut spoken);
        let shown = judge(&spoken);
        if shown != row.wanted {
            wrong.push(format!("wanted {}\n shown {}", row.wanted.concat(), shown.concat()));
        }
    }
    let right = rows.len() - wrong.len();
    let all = u32::try_from(rows.len()).unwrap();
    let share = f64::from(u32::try_from(right).unwrap()) / f64::from(all);
    wrong.truncate(3);
    (share, wrong)
}

/// Says the share, and fails below `least`.
fn judge(rows: &[Row], dialect: Dialect, (name, least): (&str, f64), judge: &Judge) {
    let (share, wrong) = share(rows, dialect, judge);
    let share_text = format!("{dialect} in {name}: {:.2} % of {} rows", 100.0 * share, rows.len());
    println!("{share_text}");
    assert!(share >= least, "{share_text}\n{}", wrong.join("\n"));
}

/// The generated rows, those of the sample library, and those of other people's files.
fn all_rows(marks: Marks) -> Vec<Row> {
    let mut rows = rows::generated(10_000, marks);
    rows.extend(rows::of_samples(marks));
    rows.extend(rows::of_corpora(marks));
    rows
}

#[test]
fn visual_rows_are_right_where_cells_are_drawn_where_they_are_put() {
    judge(&all_rows(Marks::Show), Dialect::Visual, ("an explicit terminal", 1.0), &slot::explicit);
}

#[test]
fn visual_rows_are_wrong_in_terminals_that_reorder() {
    let rows = all_rows(Marks::Hide);
    let (whole_row, _) = share(&rows, Dialect::Visual, &|row| Reordering::VTE.show(row));
    let (kitty, _) = share(&rows, Dialect::Visual, &|row| kitty::show(row, Fonts::One));
    assert!(whole_row < 0.2 && kitty < 0.2, "the judges judge nothing: {whole_row}, {kitty}");
}

#[test]
fn lrm_rows_are_right_where_whole_rows_are_reordered() {
    let rows = all_rows(Marks::Show);
    judge(&rows, Dialect::Lrm, ("VTE", 1.0), &|row| Reordering::VTE.show(row));
}

#[test]
fn cells_are_right_in_any_font() {
    let rows = all_rows(Marks::Show);
    for fonts in Fonts::ALL {
        let name = format!("kitty 0.41, {fonts:?}");
        judge(&rows, Dialect::Cells, (&name, 1.0), &move |row| kitty::show(row, fonts));
    }
}

/// What is wrong: words with letters of Urdu, a fifth of these rows, in a font that has all of them.
#[test]
fn kitty_rows_are_right_but_for_rare_letters() {
    let rows = all_rows(Marks::Hide);
    // With one font, what newspapers write is shown right far more often than what is made up.
    let least = if rows::of_corpora(Marks::Hide).is_empty() { 0.69 } else { 0.75 };
    for (fonts, least) in [(Fonts::DejaVu, 0.999), (Fonts::Fallback, 0.999), (Fonts::One, least)] {
        let name = format!("kitty 0.26, {fonts:?}");
        judge(&rows, Dialect::Kitty, (&name, least), &move |row| kitty::show(row, fonts));
    }
}

#[test]
fn implicit_rows_are_right_where_reordering_cannot_be_stopped() {
    let rows = all_rows(Marks::Hide);
    for terminal in [Reordering::QTERMINAL, Reordering::KONSOLE] {
        let judged = (terminal.name, 1.0);
        judge(&rows, Dialect::Implicit, judged, &move |row| terminal.show(row));
    }
}

/// One column in logical order. What begins with another direction than the paragraph's is wrong in
/// `PuTTY`, and all that is mixed in those that know one base direction.
#[test]
fn logical_rows_are_right_as_far_as_the_terminal_guesses() {
    let rows = rows::logical(10_000);
    for (terminal, least) in [(Reordering::PUTTY, 0.80), (Reordering::TERMINAL_APP, 0.40)] {
        judge(&rows, Dialect::Logical, (terminal.name, least), &move |row| terminal.show(row));
    }
}
