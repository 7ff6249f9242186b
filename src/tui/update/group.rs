//! The groups of the list: by what, which of them are folded, and from one to the other.

use super::super::app::App;
use super::super::command::Command;
use super::super::grouping::Grouping;
use super::super::panes::Panes;

/// Groups by the next thing, or not at all. The selection stays on its article.
pub(super) fn next(app: &mut App) {
    let by = Grouping::next(app.list.grouping(), app.locale.calendar());
    app.list.set_grouping(by, &app.marks);
    show(app);
    app.say(app.locale.text(by.map_or("group-none", Grouping::text)));
}

/// Folds the group of the selection, or unfolds it.
pub(super) fn fold(app: &mut App) {
    if is_grouped(app) {
        app.list.toggle_fold();
        show(app);
    }
}

/// Folds all groups, or unfolds them.
pub(super) fn fold_all(app: &mut App) {
    if is_grouped(app) {
        app.list.toggle_folds();
        show(app);
    }
}

/// To the next group, or the one before.
pub(super) fn step(app: &mut App, command: Command) {
    if is_grouped(app) {
        match command {
            Command::NextGroup => app.list.next_group(),
            _ => app.list.previous_group(),
        };
        app.list.show_group(Panes::of(app).list_rows());
    }
}

/// Whether there are groups; says how they come about where there are none.
fn is_grouped(app: &mut App) -> bool {
    let is_grouped = app.list.grouping().is_some();
    if !is_grouped {
        app.say(app.locale.say("group-how", &[("key", app.key(Command::Group).into())]));
    }
    is_grouped
}

fn show(app: &mut App) {
    app.list.show_selected(Panes::of(app).list_rows());
}
