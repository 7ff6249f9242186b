//! What becomes of the library while one reads: it is there at once as it was, more of it comes, it changes.

use std::sync::Arc;
use std::time::Duration;

use crate::library::{Change, News, Shelf};

use super::super::app::{App, Focus, Tracking};
use super::super::panes::Panes;
use super::{Effect, find, follow};

/// How often it is told how far reading has come.
const PROGRESS: Duration = Duration::from_millis(250);

pub(super) fn known(app: &mut App, shelf: Shelf) -> Vec<Effect> {
    app.list.show(shelf, &app.marks);
    app.library.loading = false;
    Vec::new()
}

pub(super) fn take_in(app: &mut App, news: News) -> Vec<Effect> {
    if !news.mended.is_empty() {
        app.library.problems.retain(|problem| !news.mends(problem));
    }
    app.library.problems.extend(news.problems);
    if let Some(written) = news.written {
        app.list.shelf.let_go(written);
    }
    // What was known may turn out to be damaged, and is read anew.
    app.library.loading |= news.progress.done < news.progress.all;
    // Numbers that change with every frame cannot be read.
    let shown = app.library.progress;
    let is_first = shown.done == 0 || shown.all != news.progress.all;
    if is_first || news.progress.time >= shown.time + PROGRESS {
        app.library.progress = news.progress;
    }
    follow_versions(app, &news.changes);
    if !news.changes.is_empty() {
        app.tracking = Tracking::Due;
    }
    app.list.apply(news.changes, &app.marks);
    app.list.show_selected(Panes::of(app).list_rows());
    find::again(app)
}

/// What is read is a version of an article that may have more of them now.
fn follow_versions(app: &mut App, changes: &[Change]) {
    if let (Focus::Reader, Some(asked)) = (app.focus, &app.asked) {
        let now = changes.iter().find_map(|change| match change {
            Change::Row(_, entry) if !entry.others.is_empty() => {
                Some(entry).filter(|entry| entry.is(&asked.id))
            }
            _ => None,
        });
        app.asked = Some(Arc::clone(now.unwrap_or(asked)));
    }
}

pub(super) fn loaded(app: &mut App) -> Vec<Effect> {
    app.library.loading = false;
    app.library
        .problems
        .sort_by_cached_key(|problem| (problem.reason.to_string(), problem.path.clone()));
    if app.asked.is_none() {
        // What was to be read at once is not there; the list says why.
        app.focus = Focus::List;
        app.lay_out();
    }
    follow::follow(app)
}
