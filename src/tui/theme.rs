//! What each thing looks like: the terminal's own sixteen colours and its attributes, so that the
//! user's palette holds. With `NO_COLOR` attributes alone. Nothing is told by colour only.
//!
//! Bright blue and magenta are the two that can be read on black and on white in the palettes that
//! terminals come with; green, cyan and yellow vanish on white.

use ratatui::style::{Color, Modifier, Style};

use crate::page::{Face, Part};

/// The looks.
#[derive(Clone, Copy, Debug)]
pub struct Theme {
    colors: bool,
}

impl Theme {
    /// In colour, unless `NO_COLOR` is set to something.
    #[must_use]
    pub fn from_env() -> Self {
        Self { colors: std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty()) }
    }

    /// Without colours.
    #[must_use]
    pub const fn plain() -> Self {
        Self { colors: false }
    }

    fn color(self, color: Color) -> Style {
        if self.colors { Style::new().fg(color) } else { Style::new() }
    }

    /// A part of a page.
    #[must_use]
    pub fn part(self, part: Part) -> Style {
        let bold = Modifier::BOLD;
        match part {
            Part::Headline => Style::new().add_modifier(bold),
            Part::Heading(_) => self.color(Color::Magenta).add_modifier(bold),
            Part::Byline | Part::Standfirst | Part::Links => self.color(Color::LightBlue),
            Part::Code => self.color(Color::Magenta),
            Part::Caption => self.color(Color::Magenta),
            Part::Note => Style::new(),
            Part::Body | Part::Space => Style::new(),
        }
    }

    /// A cell of a page, over its part.
    #[must_use]
    pub fn face(self, face: Face) -> Style {
        let mut style = Style::new();
        let modifiers = [
            (Face::STRONG, Modifier::BOLD),
            (Face::EMPHASIS, Modifier::ITALIC),
            (Face::STRIKE, Modifier::CROSSED_OUT),
            (Face::LINK, Modifier::UNDERLINED),
        ];
        for (has, modifier) in modifiers {
            if face.has(has) {
                style = style.add_modifier(modifier);
            }
        }
        if face.has(Face::CODE) {
            style = style.patch(self.color(Color::Magenta));
        }
        if face.has(Face::MARK) {
            style = style.patch(self.color(Color::Magenta)).add_modifier(Modifier::UNDERLINED);
        }
        if face.has(Face::HIGHLIGHT) {
            style = style.patch(self.highlight());
        }
        if face.has(Face::FURNITURE) {
            style = style.patch(self.color(Color::LightBlue)).remove_modifier(Modifier::UNDERLINED);
        }
        style
    }

    /// A passage that the reader had marked.
    fn highlight(self) -> Style {
        let ink =
            if self.colors { Style::new().fg(Color::Black).bg(Color::Cyan) } else { Style::new() };
        ink.add_modifier(Modifier::UNDERLINED)
    }

    /// A match of the filter.
    #[must_use]
    pub fn found(self) -> Style {
        if self.colors {
            Style::new().fg(Color::Black).bg(Color::Yellow)
        } else {
            Style::new().add_modifier(Modifier::REVERSED)
        }
    }

    /// The match that one is at.
    #[must_use]
    pub fn current_match(self) -> Style {
        if self.colors {
            Style::new().fg(Color::Black).bg(Color::Green).add_modifier(Modifier::BOLD)
        } else {
            Style::new().add_modifier(Modifier::REVERSED | Modifier::BOLD)
        }
        .add_modifier(Modifier::UNDERLINED)
    }

    /// The selected row, in the pane that has the focus; the current link, the selected text.
    #[must_use]
    pub const fn selected(self) -> Style {
        Style::new().add_modifier(Modifier::REVERSED)
    }

    /// Source and date in the list.
    #[must_use]
    pub fn detail(self) -> Style {
        self.color(Color::LightBlue)
    }

    /// What stands over a group of the list.
    #[must_use]
    pub fn heading(self) -> Style {
        self.color(Color::Magenta).add_modifier(Modifier::BOLD)
    }

    /// Lines between panes.
    #[must_use]
    pub fn divider(self) -> Style {
        self.color(Color::DarkGray)
    }

    /// The bottom row.
    #[must_use]
    pub const fn status(self) -> Style {
        Style::new().add_modifier(Modifier::REVERSED)
    }
}
