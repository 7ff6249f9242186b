//! What takes the whole of an article while only its beginning has come: it is remembered, and done when the
//! whole is there, so that it comes to the same. Nothing else waits for that.

use super::super::app::{App, Focus};
use super::super::command::Command;
use super::super::reader::Reader;
use super::{Effect, browse, marks};

/// Whether a command waits for the whole of the article that it is about.
pub(super) fn is_awaited(app: &mut App, command: Command) -> bool {
    let subject = app.subject().filter(|_| is_of_text(command));
    match (subject, &mut app.reader) {
        (Some(entry), Some(reader)) if entry.is(reader.id()) => reader.hold(command),
        _ => false,
    }
}

/// Whether it takes more of the text than what is on the screen, or something that does may come before it.
const fn is_of_text(command: Command) -> bool {
    matches!(
        command,
        Command::NextMatch
            | Command::PreviousMatch
            | Command::NextLink
            | Command::PreviousLink
            | Command::OpenLink
            | Command::CopyLink
            | Command::CopyParagraph
            | Command::CopyArticle
            | Command::Highlight
    )
}

/// Does what has waited, one after the other: what comes after a step to a match is done from there. Its article
/// is in the reading pane, whatever the keys are for by now.
pub(super) fn catch_up(app: &mut App) -> Vec<Effect> {
    let mut effects = Vec::new();
    let mut commands = app.reader.as_mut().map(Reader::ready).unwrap_or_default().into_iter();
    while let Some(command) = commands.next() {
        if is_of_text(command) {
            effects.extend(browse::update(app, command));
        } else {
            browse::read_on(app, command);
        }
        if let Some(reader) = app.reader.as_mut().filter(|reader| reader.is_stepping()) {
            reader.hold_first(commands.by_ref());
        }
        // Its place is noted when the article is left, which it has been by now.
        if app.focus == Focus::List {
            effects.extend(marks::keep_place(app));
        }
    }
    effects
}
