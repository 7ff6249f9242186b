//! What a reader can ask for. One row of [`COMMANDS`] makes the name in the keymap and the line in the
//! help, whose words are the text `command-` and that name.

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
    /// Write a note.
    Note,
    /// Change the tags.
    Tags,
    /// Mark a passage, or mark it no more.
    Highlight,
    /// Take the article for one that was marked.
    Adopt,
    /// Show bookmarked articles only, or all.
    BookmarksOnly,
    /// Mark as unread, or as read.
    Unread,
    /// Show unread articles only, or all.
    UnreadOnly,
    /// The next sort order.
    Sort,
    /// Group by the next thing, or not at all.
    Group,
    /// Fold the group, or unfold it.
    Fold,
    /// Fold all groups, or unfold them.
    FoldAll,
    /// To the next group.
    NextGroup,
    /// To the group before.
    PreviousGroup,
    /// Show or hide vowel signs.
    Marks,
    /// The whole page, or the article in it.
    Whole,
    /// Choose the encoding that the article is read in.
    Encoding,
    /// The next saved version of the article.
    Version,
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

/// One command.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// The command.
    pub command: Command,
    /// Its name in the keymap.
    pub name: &'static str,
}

/// Every command, in the order of the help.
pub const COMMANDS: &[Row] = &[
    row(Command::Down, "down"),
    row(Command::Up, "up"),
    row(Command::HalfDown, "half-down"),
    row(Command::HalfUp, "half-up"),
    row(Command::PageDown, "page-down"),
    row(Command::PageUp, "page-up"),
    row(Command::Top, "top"),
    row(Command::Bottom, "bottom"),
    row(Command::OtherPane, "other-pane"),
    row(Command::List, "list"),
    row(Command::Open, "open"),
    row(Command::Alone, "alone"),
    row(Command::Back, "back"),
    row(Command::Filter, "filter"),
    row(Command::NextMatch, "next-match"),
    row(Command::PreviousMatch, "previous-match"),
    row(Command::NextLink, "next-link"),
    row(Command::PreviousLink, "previous-link"),
    row(Command::OpenLink, "open-link"),
    row(Command::CopyLink, "copy-link"),
    row(Command::CopyParagraph, "copy-paragraph"),
    row(Command::CopyArticle, "copy-article"),
    row(Command::CopyTitle, "copy-title"),
    row(Command::Bookmark, "bookmark"),
    row(Command::BookmarksOnly, "bookmarks-only"),
    row(Command::Note, "note"),
    row(Command::Tags, "tags"),
    row(Command::Highlight, "highlight"),
    row(Command::Adopt, "adopt"),
    row(Command::Unread, "unread"),
    row(Command::UnreadOnly, "unread-only"),
    row(Command::Sort, "sort"),
    row(Command::Group, "group"),
    row(Command::Fold, "fold"),
    row(Command::FoldAll, "fold-all"),
    row(Command::NextGroup, "next-group"),
    row(Command::PreviousGroup, "previous-group"),
    row(Command::Marks, "marks"),
    row(Command::Whole, "whole"),
    row(Command::Encoding, "encoding"),
    row(Command::Version, "version"),
    row(Command::Dialect, "dialect"),
    row(Command::Problems, "problems"),
    row(Command::Help, "help"),
    row(Command::Redraw, "redraw"),
    row(Command::Suspend, "suspend"),
    row(Command::Quit, "quit"),
];

const fn row(command: Command, name: &'static str) -> Row {
    Row { command, name }
}
