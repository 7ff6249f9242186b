//! Going from link to link, and what is done with the one that the reader is at. Without one, the
//! article's own address is meant.

use crate::article::{Address, shown_address};

use super::super::app::App;
use super::super::clip::Kind;
use super::super::panes::Panes;
use super::super::reader::Step;
use super::{Effect, browse, copy as clipboard};

/// Links are shown where there is an article to be seen: on a narrow screen, out of the list.
pub(super) fn step(app: &mut App, step: Step) -> Vec<Effect> {
    let effects = if Panes::of(app).reader.is_none() { browse::open(app) } else { Vec::new() };
    let height = app.reader_rows();
    let Some(reader) = &mut app.reader else { return effects };
    reader.step_link(step, height);
    let count = reader.links.all.len();
    let notice = match (reader.links.current, reader.links.current()) {
        (Some(index), Some(link)) => {
            let address = shown_address(&link.address).into();
            let number = (index + 1).into();
            let put = [("number", number), ("count", count.into()), ("address", address)];
            app.locale.say("link", &put)
        }
        _ => app.locale.text("link-none"),
    };
    app.say(notice);
    effects
}

pub(super) fn copy(app: &mut App) -> Vec<Effect> {
    let address = address(app);
    address.map_or_else(|| no_address(app), |address| clipboard::copy(Kind::Link, address))
}

pub(super) fn open(app: &mut App) -> Vec<Effect> {
    let Some(address) = address(app) else { return no_address(app) };
    let put = [("address", shown_address(&address).into())];
    let Some(address) = Address::parse(&address) else {
        app.say(app.locale.say("open-refused", &put));
        return Vec::new();
    };
    app.say(app.locale.say("opening-address", &put));
    vec![Effect::Visit(address)]
}

pub(super) fn not_opened(app: &mut App, reason: String) -> Vec<Effect> {
    app.say(app.locale.say("open-failed", &[("reason", reason.into())]));
    Vec::new()
}

/// Where the current link leads, if it is on screen; else where the article was published. In the list
/// the current link is that of the article that is selected there.
fn address(app: &App) -> Option<String> {
    let height = app.reader_rows();
    let subject = app.subject()?;
    let reader = app.reader.as_ref().filter(|reader| *reader.id() == subject.id);
    let in_sight = Panes::of(app).reader.is_some();
    let reader = reader.filter(|reader| in_sight && reader.sees_link(height));
    let link = reader.and_then(|reader| reader.links.current());
    link.map(|link| link.address.clone()).or_else(|| subject.metadata.url.clone())
}

fn no_address(app: &mut App) -> Vec<Effect> {
    app.say(app.locale.text("link-no-address"));
    Vec::new()
}
