//! What was measured, told as it comes, and at the end side by side for libraries of several sizes.

use std::time::Duration;

/// A thing that was measured, and what it came to.
type Row = (String, String);

/// What was measured of each library and article, under its name.
#[derive(Default)]
pub(crate) struct Table {
    columns: Vec<(String, Vec<Row>)>,
}

impl Table {
    /// Begins with another library or article.
    pub(crate) fn begin(&mut self, name: String) {
        println!("{name}");
        show("", "", "goal");
        self.columns.push((name, Vec::new()));
    }

    /// Takes in, and tells, what was measured of it, with its goal if there is one.
    pub(crate) fn row(&mut self, what: &str, figure: &str, goal: &str) {
        show(what, figure, goal);
        if let Some((_, rows)) = self.columns.last_mut() {
            rows.push((what.to_owned(), figure.to_owned()));
        }
    }

    /// Tells it side by side, in Markdown.
    pub(crate) fn side_by_side(&self) {
        let [(_, first), _, ..] = &*self.columns else { return };
        let line = |what: &str, cells: Vec<&str>| println!("| {what} | {} |", cells.join(" | "));
        line("", self.columns.iter().map(|(name, _)| &**name).collect());
        println!("|{}", "---|".repeat(self.columns.len() + 1));
        for (what, _) in first {
            let row = |rows: &'_ Vec<Row>| rows.iter().position(|(other, _)| other == what);
            let cell = |rows| row(rows).map_or("", |at| &*rows[at].1);
            line(what, self.columns.iter().map(|(_, rows)| cell(rows)).collect());
        }
        println!();
    }
}

fn show(what: &str, figure: &str, goal: &str) {
    println!("{what:58} {figure:>30} {goal:>12}");
}

/// Milliseconds.
pub(crate) fn ms(time: Duration) -> String {
    format!("{:.1} ms", time.as_secs_f64() * 1000.0)
}

/// The least, the middle and the greatest of some times.
pub(crate) fn spread(mut times: Vec<Duration>) -> String {
    times.sort();
    [0, times.len() / 2, times.len().saturating_sub(1)].map(|at| ms(times[at])).join(" / ")
}

/// What 50, 95 and 99 of a hundred times stay under.
pub(crate) fn percentiles(mut times: Vec<Duration>) -> String {
    times.sort();
    let at = |percent: usize| ms(times[(times.len() * percent / 100).min(times.len() - 1)]);
    [at(50), at(95), at(99)].join(" / ")
}
