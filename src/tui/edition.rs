//! An article as it is read this time: which of its versions, in which encoding, whole or as found in its
//! page; and what its page says of that.

use std::path::Path;

use crate::article::Article;
use crate::article::{scrub_line, shown_path};
use crate::library;
use crate::library::{Beginning, Entry, Part, Problem, Version, Wish};
use crate::locale::Locale;
use crate::page::Annotations;
use crate::search::marked;

use super::app::App;
use super::command::Command;

/// What the user has chosen to see of an article.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Choice {
    /// Which of its versions; the first is the best.
    pub version: usize,
    /// How it is to be read.
    pub wish: Wish,
}

impl Choice {
    /// Whether the text is the one that marks and positions are kept for.
    #[must_use]
    pub fn is_usual(&self) -> bool {
        *self == Self::default()
    }

    /// Reads the beginning of what is chosen, where it is long and the text that is usual.
    #[must_use]
    pub fn begin(&self, entry: &Entry) -> Option<Beginning> {
        if self.is_usual() { library::beginning(entry) } else { None }
    }

    /// Reads what is chosen.
    ///
    /// # Errors
    ///
    /// When it cannot be had; of the best version, when no other can be had either.
    pub fn open(&self, entry: &Entry) -> Result<Part, Problem> {
        let versions = entry.versions();
        match versions.get(self.version).filter(|_| self.version > 0) {
            Some(version) => library::open_version(entry, version, self.wish.clone()),
            None => library::open(entry, self.wish.clone()),
        }
    }
}

/// An article, and how it was read.
#[derive(Clone, Debug)]
pub struct Edition {
    /// The article, under the name that the list has it by: marks stay its own, whatever is shown.
    pub article: Article,
    /// What was chosen.
    pub choice: Choice,
    /// The encoding that it was read in.
    pub encoding: &'static str,
    /// What the page says beside it.
    pub annotations: Annotations,
}

impl Edition {
    /// What was read for this entry.
    #[must_use]
    pub fn new(app: &App, entry: &Entry, choice: Choice, part: Part) -> Self {
        let Part { mut article, encoding, member, .. } = part;
        article.id = entry.id.clone();
        let advice = app.locale.say("page-no-text-advice", &[key(app, Command::OpenLink)]);
        let said = Said { app, entry, choice: &choice, member: member.as_deref() };
        let colophon = [said.whole(), said.encoding(encoding), said.member(), said.versions()];
        let annotations = Annotations::new(&article, &marked(&article), &app.locale)
            .with_advice(advice)
            .with_colophon(colophon.into_iter().flatten().collect());
        Self { article, choice, encoding, annotations }
    }
}

/// What there is to be said of a reading.
struct Said<'a> {
    app: &'a App,
    entry: &'a Entry,
    choice: &'a Choice,
    member: Option<&'a str>,
}

impl Said<'_> {
    fn locale(&self) -> &Locale {
        &self.app.locale
    }

    fn whole(&self) -> Option<String> {
        let is_whole = self.choice.wish.whole;
        is_whole.then(|| self.locale().say("page-whole", &[key(self.app, Command::Whole)]))
    }

    /// UTF-8 goes without saying, unless it was chosen.
    fn encoding(&self, name: &'static str) -> Option<String> {
        let is_chosen = self.choice.wish.encoding.is_some();
        let text = if is_chosen { "page-encoding-chosen" } else { "page-encoding" };
        let with = [("name", name.into()), key(self.app, Command::Encoding)];
        (is_chosen || name != "UTF-8").then(|| self.locale().say(text, &with))
    }

    fn member(&self) -> Option<String> {
        let (member, file) = (scrub_line(self.member?), name(&self.entry.item.path));
        let with = [("member", member.into()), ("file", file.into())];
        Some(self.locale().say("page-member", &with))
    }

    fn versions(&self) -> Option<String> {
        let others = self.entry.versions().into_iter().enumerate();
        let others = others.filter(|(at, _)| *at != self.choice.version);
        let places: Vec<_> = others.map(|(_, version)| place(&version)).collect();
        let comma = self.locale().text("list-comma");
        let count = ("count", places.len().into());
        let with = [count, ("places", places.join(&comma).into()), key(self.app, Command::Version)];
        (!places.is_empty()).then(|| self.locale().say("page-versions", &with))
    }
}

fn key(app: &App, command: Command) -> (&'static str, crate::locale::Value<'_>) {
    ("key", app.key(command).into())
}

/// Where a version lies, as one tells it to those who know the folder.
pub(super) fn place(version: &Version) -> String {
    let file = name(&version.item.path);
    let member = version.member.as_ref().map(|member| scrub_line(member));
    member.map_or_else(|| file.clone(), |member| format!("\u{2068}{file}!/{member}\u{2069}"))
}

/// A file's name without its folders, an isolate.
fn name(path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str());
    format!("\u{2068}{}\u{2069}", shown_path(Path::new(name)))
}
