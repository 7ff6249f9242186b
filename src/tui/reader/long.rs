//! What of a long article is done beside the input: it is typeset, and the query is found in it. What is
//! short is done at once, for that takes less time than asking.

use std::ops::Range;
use std::sync::Arc;

use super::{Reader, Step};
use crate::article::{Article, Offset};
use crate::page::{Annotations, Page, Setting};
use crate::search::Query;

/// A longer text is not looked through at once, in bytes: all of it is folded for that.
const AT_ONCE: usize = 1 << 17;

/// A longer text is not typeset at once, in bytes.
const TYPESET_AT_ONCE: usize = 1 << 19;

/// What is to be typeset, and how.
#[derive(Clone, Debug)]
pub struct Manuscript {
    article: Arc<Article>,
    annotations: Annotations,
    setting: Setting,
}

impl Manuscript {
    /// Typesets it.
    #[must_use]
    pub fn page(&self) -> Page {
        Page::annotated(&self.article, self.setting, &self.annotations)
    }

    /// Whether another one is of the same reading of an article.
    #[must_use]
    pub fn is_of(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.article, &other.article)
    }
}

/// What is being looked for.
#[derive(Debug, Default)]
pub(super) struct Seeking {
    pub(super) query: Option<Query>,
    pub(super) stage: Stage,
    /// The step that waits for it.
    pub(super) step: Option<Step>,
}

/// Where a query occurs.
type Found = (Option<Query>, Vec<Range<usize>>);

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Stage {
    /// Others are to be asked.
    Due,
    /// They have been.
    Asked,
    /// It is known where it occurs.
    #[default]
    Done,
}

/// What is to be found in a long text.
#[derive(Clone, Debug)]
pub struct Sought {
    query: Query,
    text: Arc<str>,
}

impl Sought {
    /// Finds it.
    #[must_use]
    pub fn matches(&self) -> Vec<Range<usize>> {
        self.query.highlights(&self.text)
    }
}

impl Reader {
    /// Typesets it; where it is long, has others do it, and shows what there is until then.
    pub(super) fn typeset(&mut self) {
        if self.text.len() > TYPESET_AT_ONCE {
            self.typesetting = Stage::Due;
        } else {
            self.put(Page::annotated(&self.article, self.setting, &self.annotations));
        }
    }

    fn put(&mut self, page: Page) {
        self.page = page;
        self.typesetting = Stage::Done;
        self.window = (0, Vec::new());
        self.wanted = self.line_of(self.place);
    }

    /// Whether its page is the one that it is to have.
    #[must_use]
    pub fn is_typeset(&self) -> bool {
        self.typesetting == Stage::Done
    }

    /// What others are to typeset, once.
    pub fn manuscript(&mut self) -> Option<Manuscript> {
        if self.typesetting != Stage::Due {
            return None;
        }
        self.typesetting = Stage::Asked;
        let (article, annotations) = (Arc::clone(&self.article), self.annotations.clone());
        Some(Manuscript { article, annotations, setting: self.setting })
    }

    /// Takes what they have typeset, if it is what is to be read; the line that is read stays in place.
    pub fn take_page(&mut self, manuscript: &Manuscript, page: Page) {
        if self.is_typeset_by(manuscript) {
            self.put(page);
        }
    }

    /// Whether it is to be read so.
    #[must_use]
    pub fn is_typeset_by(&self, manuscript: &Manuscript) -> bool {
        let Manuscript { article, annotations, setting } = manuscript;
        Arc::ptr_eq(article, &self.article)
            && *setting == self.setting
            && *annotations == self.annotations
    }

    /// Finds the query anew; in a long text, has others find it.
    pub fn find(&mut self, query: &Query) {
        self.current = None;
        if self.seeking.query.as_ref() == Some(query) {
            return;
        }
        self.title_matches = query.highlights(&self.article.metadata.title);
        let is_long = self.text.len() > AT_ONCE && !query.is_empty();
        self.matches = if is_long { Vec::new() } else { query.highlights(&self.text) };
        let (query, stage) = (Some(query.clone()), if is_long { Stage::Due } else { Stage::Done });
        self.seeking = Seeking { query, stage, step: None };
    }

    /// What others are to find, once.
    pub fn sought(&mut self) -> Option<Sought> {
        let query = self.seeking.query.clone().filter(|_| self.seeking.stage == Stage::Due)?;
        self.seeking.stage = Stage::Asked;
        Some(Sought { query, text: Arc::clone(&self.text) })
    }

    /// Keeps what was found in the beginning, as far as it is the same, until it is known what there is in all.
    pub(super) fn keep_matches(&mut self, (query, found): Found, Offset(same): Offset) {
        if self.seeking.stage != Stage::Done && self.seeking.query == query {
            self.matches = found.into_iter().filter(|found| found.end <= same).collect();
        }
    }

    /// Takes what they have found, and gives the step that was to be taken meanwhile.
    pub fn take_matches(&mut self, sought: &Sought, matches: Vec<Range<usize>>) -> Option<Step> {
        let is_it = Arc::ptr_eq(&sought.text, &self.text)
            && self.seeking.query.as_ref() == Some(&sought.query);
        if !is_it {
            return None;
        }
        self.matches = matches;
        self.seeking.stage = Stage::Done;
        self.seeking.step.take()
    }
}
