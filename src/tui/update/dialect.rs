//! Another dialect: the next one, where the terminal was guessed wrong, or the right one, once it has told
//! what it is.

use crate::terminal::{Dialect, Terminal};

use super::super::app::App;
use super::Effect;

pub(super) fn next(app: &mut App) -> Vec<Effect> {
    let next =
        Dialect::ALL.iter().position(|dialect| *dialect == app.dialect).map_or(0, |at| at + 1);
    app.dialect = Dialect::ALL[next % Dialect::ALL.len()];
    (app.text.order, app.text.joining) = app.traits.layout(app.dialect);
    app.lay_out();
    app.say(app.locale.say("dialect-now", &[("name", app.dialect.name().into())]));
    vec![Effect::Speak(app.dialect)]
}

/// Rows are laid out as this terminal wants them; what the user has set is in it already.
pub(super) fn identified(app: &mut App, terminal: Box<Terminal>) -> Vec<Effect> {
    app.dialect = terminal.dialect;
    (app.text.order, app.text.joining) = terminal.layout();
    app.lay_out();
    vec![Effect::Identify(terminal)]
}
