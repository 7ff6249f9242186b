//! Articles that were marked and have another text now: they are looked for when the library has been read,
//! on a thread of its own, and what is not sure is asked where the article is read.

use crate::article::ArticleId;
use crate::identity;
use crate::identity::{Followed, Offer};
use crate::library::Entry;
use crate::store::{Change, Sighting};

use super::super::app::{App, Tracking};
use super::super::command::Command;
use super::{Effect, marks};

/// Has marked articles looked for, if the library or the marks are others than the last time.
pub(super) fn follow(app: &mut App) -> Vec<Effect> {
    if std::mem::take(&mut app.tracking) == Tracking::Done {
        return Vec::new();
    }
    vec![Effect::Follow(Box::new((app.list.shelf.snapshot(), app.marks.clone())))]
}

/// Takes in where they have gone.
pub(super) fn followed(app: &mut App, followed: Followed) -> Vec<Effect> {
    app.offers = followed.offers;
    let is_any = !followed.changes.is_empty();
    let changes = followed.changes.into_iter();
    let effects: Vec<Effect> =
        changes.map(|(article, change)| marks::noted(app, article, change)).collect();
    if is_any {
        app.list.retag();
        app.annotate();
        app.refresh();
    }
    effects
}

/// Has an article looked at that was marked, where it is not known how it looks now.
pub(super) fn look(app: &App, entry: &std::sync::Arc<Entry>) -> Option<Effect> {
    identity::is_outdated(app.marks.sighting(&entry.id), entry)
        .then(|| Effect::Look(std::sync::Arc::clone(entry)))
}

/// It has been looked at.
pub(super) fn looked(app: &mut App, article: ArticleId, seen: Box<Sighting>) -> Vec<Effect> {
    vec![marks::noted(app, article, Change::Seen(seen))]
}

/// What was asked about the article that commands are about.
fn offer(app: &App) -> Option<Offer> {
    let entry = app.subject()?;
    app.offers.iter().find(|offer| entry.is(&offer.new)).cloned()
}

/// Asks whether the article that is opened is one that was marked.
pub(super) fn ask(app: &mut App) {
    if let Some(Offer { title, .. }) = offer(app) {
        let key = app.key(Command::Adopt).to_owned();
        app.say(app.locale.say("adopt-offer", &[("title", title.into()), ("key", key.into())]));
    }
}

/// It is.
pub(super) fn adopt(app: &mut App) -> Vec<Effect> {
    let Some(Offer { new, old, .. }) = offer(app) else {
        app.say(app.locale.text("adopt-none"));
        return Vec::new();
    };
    app.offers.retain(|offer| offer.new != new && offer.old != old);
    let effect = marks::noted(app, new.clone(), Change::Same(old, true));
    let look = app.subject().and_then(|entry| look(app, &entry));
    app.list.retag();
    app.annotate();
    app.refresh();
    marks::tell(app, app.locale.text("adopted"));
    std::iter::once(effect).chain(look).collect()
}
