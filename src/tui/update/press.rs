//! Keys: which command is asked for, or what is typed.

use crate::terminal::Press;

use super::super::app::{App, Mode};
use super::super::event::key;
use super::{Effect, command, filter};

pub(super) fn update(app: &mut App, press: &Press) -> Vec<Effect> {
    let key = key(press);
    if matches!(app.mode, Mode::Filter(_)) {
        return filter::press(app, &key, &press.text);
    }
    let asked = app.keymap.command(&key);
    asked.map_or_else(Vec::new, |asked| command(app, asked))
}
