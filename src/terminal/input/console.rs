//! Events where there is no terminal line to read but a console, which has the drawing library's own
//! way in: Windows. Nothing is asked there, and no key tells its place.

#[cfg(not(unix))]
use std::io;

use crossterm::event;
use crossterm::event::KeyEventKind;
use crossterm::event::KeyModifiers;
use crossterm::event::MouseButton;
use crossterm::event::MouseEventKind;

use super::Event;
use super::KeyCode;
use super::Modifiers;
use super::Mouse;
use super::Press;

/// What comes from the console, one event after the other.
#[cfg(not(unix))]
#[derive(Debug)]
pub struct Input(());

#[cfg(not(unix))]
impl Input {
    /// There is one console.
    ///
    /// # Errors
    ///
    /// None.
    pub const fn open() -> io::Result<Self> {
        Ok(Self(()))
    }

    /// Waits for the next event that means something.
    ///
    /// # Errors
    ///
    /// When the console is gone.
    pub fn read(&mut self) -> io::Result<Event> {
        loop {
            if let Some(event) = translated(event::read()?) {
                return Ok(event);
            }
        }
    }
}

fn translated(event: event::Event) -> Option<Event> {
    match event {
        // A key that is held down repeats.
        event::Event::Key(key) if key.kind != KeyEventKind::Release => {
            Some(Event::Key(press(key)?))
        }
        event::Event::Paste(text) => Some(Event::Paste(text)),
        event::Event::Resize(columns, rows) => Some(Event::Resize(columns, rows)),
        event::Event::Mouse(mouse) => {
            Some(Event::Mouse(action(mouse.kind)?, mouse.column, mouse.row))
        }
        _ => None,
    }
}

const fn action(kind: MouseEventKind) -> Option<Mouse> {
    match kind {
        MouseEventKind::Down(MouseButton::Left) => Some(Mouse::Click),
        MouseEventKind::Drag(MouseButton::Left) => Some(Mouse::Drag),
        MouseEventKind::Up(MouseButton::Left) => Some(Mouse::Release),
        MouseEventKind::ScrollDown => Some(Mouse::WheelDown),
        MouseEventKind::ScrollUp => Some(Mouse::WheelUp),
        _ => None,
    }
}

fn press(key: event::KeyEvent) -> Option<Press> {
    let held = [
        (KeyModifiers::SHIFT, Modifiers::SHIFT),
        (KeyModifiers::ALT, Modifiers::ALT),
        (KeyModifiers::CONTROL, Modifiers::CONTROL),
        (KeyModifiers::SUPER | KeyModifiers::HYPER | KeyModifiers::META, Modifiers::SUPER),
    ];
    let held = held.iter().filter(|(theirs, _)| key.modifiers.intersects(*theirs));
    let held = held.fold(Modifiers::NONE, |all, (_, ours)| all | *ours);
    match key.code {
        event::KeyCode::BackTab => Some(Press::new(KeyCode::Tab, held | Modifiers::SHIFT)),
        code => Some(Press::new(named(code)?, held)),
    }
}

const fn named(code: event::KeyCode) -> Option<KeyCode> {
    Some(match code {
        event::KeyCode::Char(c) => KeyCode::Char(c),
        event::KeyCode::F(number) => KeyCode::F(number),
        event::KeyCode::Enter => KeyCode::Enter,
        event::KeyCode::Esc => KeyCode::Esc,
        event::KeyCode::Tab => KeyCode::Tab,
        event::KeyCode::Backspace => KeyCode::Backspace,
        event::KeyCode::Delete => KeyCode::Delete,
        event::KeyCode::Insert => KeyCode::Insert,
        event::KeyCode::Up => KeyCode::Up,
        event::KeyCode::Down => KeyCode::Down,
        event::KeyCode::Left => KeyCode::Left,
        event::KeyCode::Right => KeyCode::Right,
        event::KeyCode::PageUp => KeyCode::PageUp,
        event::KeyCode::PageDown => KeyCode::PageDown,
        event::KeyCode::Home => KeyCode::Home,
        event::KeyCode::End => KeyCode::End,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(code: event::KeyCode, modifiers: KeyModifiers) -> Option<Event> {
        translated(event::Event::Key(event::KeyEvent::new(code, modifiers)))
    }

    #[test]
    fn keys_come_with_what_is_held() {
        let ctrl_d = key(event::KeyCode::Char('d'), KeyModifiers::CONTROL);
        let expected = Press::new(KeyCode::Char('d'), Modifiers::CONTROL);
        assert_eq!(ctrl_d, Some(Event::Key(expected)));
        let back = key(event::KeyCode::BackTab, KeyModifiers::NONE);
        assert_eq!(back, Some(Event::Key(Press::new(KeyCode::Tab, Modifiers::SHIFT))));
        assert_eq!(key(event::KeyCode::CapsLock, KeyModifiers::NONE), None);
    }

    #[test]
    fn keys_that_are_let_go_mean_nothing() {
        let code = event::KeyCode::Char('j');
        let mut event = event::KeyEvent::new(code, KeyModifiers::NONE);
        event.kind = KeyEventKind::Release;
        assert_eq!(translated(event::Event::Key(event)), None);
    }

    #[test]
    fn only_the_main_button_and_the_wheel_mean_something() {
        for (kind, expected) in [
            (MouseEventKind::Down(MouseButton::Left), Some(Mouse::Click)),
            (MouseEventKind::Down(MouseButton::Right), None),
            (MouseEventKind::Moved, None),
            (MouseEventKind::ScrollLeft, None),
        ] {
            assert_eq!(action(kind), expected, "{kind:?}");
        }
    }
}
