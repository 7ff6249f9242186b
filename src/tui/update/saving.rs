//! What the thread that saves tells, and what the reader is told of it. "Saved" is said only of what is
//! on the disk.

use super::super::app::App;
use super::Effect;

/// So many changes are on the disk. That they are is said if their notice still stands; or if it had
/// been said that they are not.
pub(super) fn saved(app: &mut App, count: u64) -> Vec<Effect> {
    if count < app.saving.made {
        return Vec::new();
    }
    let said = app.saving.said.take();
    let stands = said.filter(|said| app.notice.as_ref().is_some_and(|notice| notice.text == *said));
    if let Some(done) = stands {
        app.say(app.locale.say("saved", &[("done", done.into())]));
    } else if app.saving.failed.is_some() {
        app.say(app.locale.text("all-saved"));
    }
    app.saving.failed = None;
    Vec::new()
}

/// Changes are not on the disk; they are tried again.
pub(super) fn not_saved(app: &mut App, reason: String) -> Vec<Effect> {
    app.say(app.locale.say("not-saved", &[("reason", reason.as_str().into())]));
    app.saving.failed = Some(reason);
    Vec::new()
}

/// What others have saved cannot be read. The next look may find the same: it is said once.
pub(super) fn not_refreshed(app: &mut App, reason: String) -> Vec<Effect> {
    if app.saving.unread.as_ref() != Some(&reason) {
        app.say(app.locale.say("not-refreshed", &[("reason", reason.as_str().into())]));
        app.saving.unread = Some(reason);
    }
    Vec::new()
}
