//! What a reader can ask for. One row of [`COMMANDS`] makes the name in the keymap and the line in the
//! help.

/// What the user asks for by a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Command {
    /// The next row or line.
    Down,
    /// The previous row or line.
    Up,
    /// Half a pane on.
    HalfDown,
    /// Half a pane back.
    HalfUp,
    /// A pane on.
    PageDown,
    /// A pane back.
    PageUp,
    /// The first row or line.
    Top,
    /// The last row or line.
    Bottom,
    /// The other pane.
    OtherPane,
    /// Back to the list, wherever one is.
    List,
    /// Read the selected article.
    Open,
    /// The article alone, or beside the list.
    Alone,
    /// Out of what one is in: help, filter, article.
    Back,
    /// Type a filter.
    Filter,
    /// The next match in the article.
    NextMatch,
    /// The previous match in the article.
    PreviousMatch,
    /// The next link in the article.
    NextLink,
    /// The previous link in the article.
    PreviousLink,
    /// Open the current link, else where the article was published.
    OpenLink,
    /// Copy the address of the current link, else the article's.
    CopyLink,
    /// Copy what is selected, else the paragraph.
    CopyParagraph,
    /// Copy title and text.
    CopyArticle,
    /// Copy the title.
    CopyTitle,
    /// Set or remove the bookmark.
    Bookmark,
    /// Show bookmarked articles only, or all.
    BookmarksOnly,
    /// Mark as unread, or as read.
    Unread,
    /// Show unread articles only, or all.
    UnreadOnly,
    /// The next sort order.
    Sort,
    /// Show or hide vowel signs.
    Marks,
    /// The next dialect, where the terminal was guessed wrong.
    Dialect,
    /// The files that could not be read.
    Problems,
    /// All keys.
    Help,
    /// Stop the program until it is continued.
    Suspend,
    /// Draw the screen anew.
    Redraw,
    /// Leave.
    Quit,
}

/// One command in words.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// The command.
    pub command: Command,
    /// Its name in the keymap.
    pub name: &'static str,
    /// What it does, for the help.
    pub help: &'static str,
}

/// Every command, in the order of the help.
pub const COMMANDS: &[Row] = &[
    row(Command::Down, "down", "next article; next line"),
    row(Command::Up, "up", "previous article; previous line"),
    row(Command::HalfDown, "half-down", "half a page on"),
    row(Command::HalfUp, "half-up", "half a page back"),
    row(Command::PageDown, "page-down", "a page on"),
    row(Command::PageUp, "page-up", "a page back"),
    row(Command::Top, "top", "to the first"),
    row(Command::Bottom, "bottom", "to the last"),
    row(Command::OtherPane, "other-pane", "between list and article"),
    row(Command::List, "list", "to the list"),
    row(Command::Open, "open", "read the article"),
    row(Command::Alone, "alone", "the article alone, or beside the list"),
    row(Command::Back, "back", "back; clear the filter"),
    row(Command::Filter, "filter", "filter: words, \"a phrase\", -without"),
    row(Command::NextMatch, "next-match", "next match in the article"),
    row(Command::PreviousMatch, "previous-match", "previous match in the article"),
    row(Command::NextLink, "next-link", "next link in the article"),
    row(Command::PreviousLink, "previous-link", "previous link in the article"),
    row(Command::OpenLink, "open-link", "open the link; without one, the article's address"),
    row(Command::CopyLink, "copy-link", "copy the link; without one, the article's address"),
    row(
        Command::CopyParagraph,
        "copy-paragraph",
        "copy the selection, else the paragraph of the match, else the top one",
    ),
    row(Command::CopyArticle, "copy-article", "copy the article: title and text"),
    row(Command::CopyTitle, "copy-title", "copy the title"),
    row(Command::Bookmark, "bookmark", "bookmark, or remove the bookmark"),
    row(Command::BookmarksOnly, "bookmarks-only", "bookmarks only, or all"),
    row(Command::Unread, "unread", "mark as unread, or as read"),
    row(Command::UnreadOnly, "unread-only", "unread only, or all"),
    row(Command::Sort, "sort", "sort: newest, oldest, title, source"),
    row(Command::Marks, "marks", "show or hide vowel signs"),
    row(Command::Dialect, "dialect", "next dialect, if letters look wrong"),
    row(Command::Problems, "problems", "files that could not be read"),
    row(Command::Help, "help", "this help"),
    row(Command::Redraw, "redraw", "draw the screen anew"),
    row(Command::Suspend, "suspend", "suspend; `fg` comes back"),
    row(Command::Quit, "quit", "quit"),
];

const fn row(command: Command, name: &'static str, help: &'static str) -> Row {
    Row { command, name, help }
}
