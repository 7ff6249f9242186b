//! Choosing how the article is shown: the whole page, another encoding, another of its versions. It is
//! read anew for that, and the place is found again when it comes.

use crate::library::Wish;

use super::super::app::{App, Mode};
use super::super::command::Command;
use super::super::edition::{Choice, place};
use super::super::menu::{Menu, options};
use super::super::panes::Panes;
use super::super::reader::Reader;
use super::{Effect, browse, marks};

/// The whole page, or the article in it again.
pub(super) fn whole(app: &mut App) -> Vec<Effect> {
    let Some((mut choice, mut effects)) = begin(app) else { return Vec::new() };
    choice.wish.whole ^= true;
    app.say(app.locale.text(if choice.wish.whole { "whole-page" } else { "article-alone" }));
    effects.extend(show(app, choice));
    effects
}

/// The next version, around.
pub(super) fn version(app: &mut App) -> Vec<Effect> {
    let Some((choice, mut effects)) = begin(app) else { return Vec::new() };
    let versions: Vec<_> = app.asked.iter().flat_map(|entry| entry.versions()).collect();
    let (count, next) = (versions.len(), (choice.version + 1) % versions.len().max(1));
    let place = versions.get(next).map(place).unwrap_or_default();
    if count < 2 {
        app.say(app.locale.text("version-only"));
        return effects;
    }
    let number = ("number", (next + 1).into());
    let with = [number, ("count", count.into()), ("place", place.into())];
    app.say(app.locale.say("version-now", &with));
    effects.extend(show(app, Choice { version: next, wish: Wish::default() }));
    effects
}

/// Opens the menu of encodings.
pub(super) fn encoding(app: &mut App) -> Vec<Effect> {
    let Some((choice, effects)) = begin(app) else { return Vec::new() };
    let anchor = app.reader.as_ref().map(Reader::anchor);
    app.mode = Mode::Encoding(Menu::new(choice, anchor.unwrap_or_default()));
    app.lay_out();
    effects
}

/// A command over the menu; `None` where it is not about the menu, which is closed then.
pub(super) fn in_menu(app: &mut App, command: Command) -> Option<Vec<Effect>> {
    let Mode::Encoding(menu) = &app.mode else { return None };
    let (selected, last) = (menu.selected, options().count().saturating_sub(1));
    let rows = Panes::of(app).menu.map_or(1, |area| area.height.saturating_sub(1));
    match command {
        Command::Back => Some(cancel(app)),
        Command::Encoding => Some(select(app, if selected == last { 0 } else { selected + 1 })),
        Command::Open => {
            close(app);
            Some(Vec::new())
        }
        _ if browse::moved(1, command, rows) != 1 => {
            Some(select(app, browse::moved(selected, command, rows).min(last)))
        }
        _ => {
            close(app);
            None
        }
    }
}

/// Selects a row of the menu, and shows the article so.
pub(super) fn select(app: &mut App, row: usize) -> Vec<Effect> {
    let Mode::Encoding(menu) = &mut app.mode else { return Vec::new() };
    if menu.selected == row || row >= options().count() {
        return Vec::new();
    }
    menu.selected = row;
    let choice = menu.choice();
    show(app, choice)
}

/// What is shown stays.
pub(super) fn close(app: &mut App) {
    let Mode::Encoding(_) = &app.mode else { return };
    app.mode = Mode::Browse;
    app.lay_out();
    let entry = app.asked.as_ref();
    let chosen = entry.and_then(|entry| app.choice(&entry.id).wish.encoding);
    let notice = match chosen {
        Some(name) => app.locale.say("encoding-now", &[("name", name.into())]),
        None => {
            let found = entry.map_or("", |entry| entry.encoding);
            app.locale.say("encoding-found-now", &[("name", found.into())])
        }
    };
    app.say(notice);
}

/// Back to what there was before.
fn cancel(app: &mut App) -> Vec<Effect> {
    let Mode::Encoding(menu) = std::mem::take(&mut app.mode) else { return Vec::new() };
    app.lay_out();
    let is_changed = menu.choice() != menu.before;
    let effects = if is_changed { show(app, menu.before) } else { Vec::new() };
    if is_changed {
        app.anchor = Some(menu.anchor);
    }
    effects
}

/// Into the article, where that cannot be seen; what is chosen for it now.
fn begin(app: &mut App) -> Option<(Choice, Vec<Effect>)> {
    let effects = if Panes::of(app).reader.is_none() { browse::open(app) } else { Vec::new() };
    let choice = app.choice(&app.asked.as_ref()?.id);
    Some((choice, effects))
}

/// Reads the article anew.
fn show(app: &mut App, choice: Choice) -> Vec<Effect> {
    let Some(entry) = app.asked.clone() else { return Vec::new() };
    let mut effects = marks::keep_place(app);
    app.anchor = match &app.mode {
        Mode::Encoding(menu) => Some(menu.anchor.clone()),
        _ => app.reader.as_ref().map(Reader::anchor),
    };
    app.choices.insert(entry.id.clone(), choice);
    effects.push(app.ask(entry));
    effects
}
