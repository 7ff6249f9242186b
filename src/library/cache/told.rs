//! Why files gave nothing, as the cache has it: one word for each reason, and its detail.

use std::borrow::Cow;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::constant::constant;
use super::path;
use crate::format::Error;
use crate::library::{Problem, Reason};

type Text<'a> = Cow<'a, str>;

/// A problem of a file.
#[derive(Serialize, Deserialize)]
pub(super) struct Told<'a> {
    /// The number of the file.
    pub file: u32,
    #[serde(borrow)]
    path: path::Bytes<'a>,
    why: Why<'a>,
}

#[derive(Serialize, Deserialize)]
enum Why<'a> {
    Empty,
    Binary(Text<'a>),
    NoArticle(Text<'a>),
    Damaged(Text<'a>),
    Locked,
    Unsupported(Text<'a>),
    TooLong(Text<'a>),
    Missing,
    Forbidden,
    TooLarge(Text<'a>),
    NotRegular,
    DeadLink,
    OutsideLink,
    FolderLink,
    LinkLoop,
    TooDeep,
    Gone,
    Failed,
    Other(Text<'a>),
    FolderLoop,
    TooSlow,
}

impl<'a> Told<'a> {
    pub(super) fn of(file: u32, problem: &'a Problem, root: &Path) -> Self {
        Self { file, path: path::inside(root, &problem.path), why: Why::of(&problem.reason) }
    }

    pub(super) fn to_problem(&self, root: &Path) -> Problem {
        Problem { path: root.join(path::path(&self.path)), reason: self.why.to_reason() }
    }
}

impl<'a> Why<'a> {
    fn of(reason: &'a Reason) -> Self {
        match reason {
            Reason::Format(Error::Empty) => Self::Empty,
            Reason::Format(Error::Binary(what)) => Self::Binary((*what).into()),
            Reason::Format(Error::NoArticle(what)) => Self::NoArticle((*what).into()),
            Reason::Format(Error::Damaged(what)) => Self::Damaged(what.into()),
            Reason::Format(Error::Locked) => Self::Locked,
            Reason::Format(Error::Unsupported(what)) => Self::Unsupported((*what).into()),
            Reason::Format(Error::TooLarge(what)) => Self::TooLong((*what).into()),
            Reason::Missing => Self::Missing,
            Reason::Forbidden => Self::Forbidden,
            Reason::TooLarge(limit) => Self::TooLarge((*limit).into()),
            Reason::NotRegular => Self::NotRegular,
            Reason::DeadLink => Self::DeadLink,
            Reason::OutsideLink => Self::OutsideLink,
            Reason::FolderLink => Self::FolderLink,
            Reason::LinkLoop => Self::LinkLoop,
            Reason::FolderLoop => Self::FolderLoop,
            Reason::Format(Error::TooSlow) => Self::TooSlow,
            Reason::TooDeep => Self::TooDeep,
            Reason::Gone => Self::Gone,
            Reason::Failed => Self::Failed,
            Reason::Other(words) => Self::Other(words.into()),
        }
    }

    fn to_reason(&self) -> Reason {
        match self {
            Self::Empty => Reason::Format(Error::Empty),
            Self::Binary(what) => Reason::Format(Error::Binary(constant(what))),
            Self::NoArticle(what) => Reason::Format(Error::NoArticle(constant(what))),
            Self::Damaged(what) => Reason::Format(Error::Damaged(what.to_string())),
            Self::Locked => Reason::Format(Error::Locked),
            Self::Unsupported(what) => Reason::Format(Error::Unsupported(constant(what))),
            Self::TooLong(what) => Reason::Format(Error::TooLarge(constant(what))),
            Self::Missing => Reason::Missing,
            Self::Forbidden => Reason::Forbidden,
            Self::TooLarge(limit) => Reason::TooLarge(constant(limit)),
            Self::NotRegular => Reason::NotRegular,
            Self::DeadLink => Reason::DeadLink,
            Self::OutsideLink => Reason::OutsideLink,
            Self::FolderLink => Reason::FolderLink,
            Self::LinkLoop => Reason::LinkLoop,
            Self::FolderLoop => Reason::FolderLoop,
            Self::TooSlow => Reason::Format(Error::TooSlow),
            Self::TooDeep => Reason::TooDeep,
            Self::Gone => Reason::Gone,
            Self::Failed => Reason::Failed,
            Self::Other(words) => Reason::Other(words.to_string()),
        }
    }
}
