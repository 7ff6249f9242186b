//! The mouse: a click chooses, another one on the chosen article reads it, the wheel scrolls what is
//! under the pointer. Selecting text is `select`'s.

use super::super::app::{App, Focus, Mode};
use super::super::command::Command;
use super::super::list::Item;
use super::super::panes::Panes;
use super::{Effect, Mouse, browse, choose, filter, group, select};

/// Lines that one notch of the wheel scrolls.
const NOTCH: usize = 3;

/// What is under the pointer.
enum Target {
    /// This of the articles in the list.
    Listed(usize),
    /// The heading of a group that begins with this one.
    Heading(usize),
    /// The rest of the list.
    List,
    /// The article.
    Reader,
    /// This row of the menu.
    Menu(usize),
    /// The bottom row.
    Status,
}

pub(super) fn update(app: &mut App, mouse: Mouse, at: (usize, usize)) -> Vec<Effect> {
    let target = target(app, at);
    match mouse {
        // What is being written is about the article that is open.
        _ if matches!(app.mode, Mode::Write(_)) => Vec::new(),
        Mouse::Click | Mouse::Drag | Mouse::Release if app.mode.is_overlay() => Vec::new(),
        Mouse::Click if matches!(app.mode, Mode::Encoding(_)) => match target {
            Target::Menu(row) => choose::select(app, row),
            _ => Vec::new(),
        },
        Mouse::Click => click(app, &target, at),
        Mouse::Drag => {
            select::drag(app, at);
            Vec::new()
        }
        Mouse::Release => select::release(app),
        Mouse::WheelDown => wheel(app, &target, Command::Down),
        Mouse::WheelUp => wheel(app, &target, Command::Up),
    }
}

fn target(app: &App, (x, y): (usize, usize)) -> Target {
    let panes = Panes::of(app);
    let menu = panes.menu.filter(|area| area.contains(x, y)).zip(Panes::menu_top(app));
    if let Some((area, top)) = menu {
        return (y - area.y).checked_sub(1).map_or(Target::Status, |row| Target::Menu(top + row));
    }
    match panes.list {
        _ if y >= panes.status.y => Target::Status,
        Some(area) if area.contains(x, y) => listed(app, y - area.y),
        _ => Target::Reader,
    }
}

/// What stands in this row of the list.
fn listed(app: &App, row: usize) -> Target {
    let mut end = 0;
    let mut items = app.list.items();
    let found = items.find(|item| {
        end += item.height();
        row < end
    });
    match found {
        Some(Item::Article(article)) => Target::Listed(article),
        Some(Item::Heading(span)) => Target::Heading(span.articles.start),
        None => Target::List,
    }
}

fn click(app: &mut App, target: &Target, at: (usize, usize)) -> Vec<Effect> {
    let is_pane = !matches!(target, Target::Menu(_) | Target::Status);
    if is_pane && matches!(app.mode, Mode::Filter(_)) {
        filter::accept(app);
    }
    if !matches!(target, Target::Reader) {
        app.press = None;
    }
    match *target {
        Target::List => browse::to_list(app),
        Target::Listed(row) if row == app.list.selected && app.focus == Focus::List => {
            browse::update(app, Command::Open)
        }
        Target::Listed(row) => {
            app.list.select(row);
            browse::to_list(app)
        }
        Target::Heading(first) => {
            app.list.select(first);
            group::fold(app);
            browse::to_list(app)
        }
        Target::Reader => {
            let effects = browse::to_reader(app);
            select::press(app, at);
            effects
        }
        Target::Menu(_) | Target::Status => Vec::new(),
    }
}

fn wheel(app: &mut App, target: &Target, command: Command) -> Vec<Effect> {
    match target {
        _ if app.mode.is_overlay() => (0..NOTCH).for_each(|_| browse::travel(app, command)),
        Target::Listed(_) | Target::Heading(_) | Target::List => {
            app.list.go_to(browse::moved(app.list.stop(), command, 1));
            app.list.show_selected(Panes::of(app).list_rows());
        }
        Target::Reader => (0..NOTCH).for_each(|_| browse::read_on(app, command)),
        Target::Menu(_) | Target::Status => {}
    }
    Vec::new()
}
