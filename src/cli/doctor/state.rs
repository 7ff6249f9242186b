//! The state's part of the report: what is kept, what is lost or damaged, what belongs to no article any
//! more; and the repair.

use std::io;
use std::path::Path;

use anyhow::Context;

use crate::article::ArticleId;
use crate::identity::Offer;
use crate::store::lists;
use crate::store::{Marks, Store};

use super::super::collection::Collection;
use super::super::output::{clean, shown};
use super::super::rows::Rows;
use super::row;

/// Tells of the state that a library was read with, and lies at `place`; whether marks have lost their
/// articles where it is the user's own library.
pub(super) fn report(
    rows: &mut Rows,
    (library, is_own): (&Collection, bool),
    place: &Path,
) -> io::Result<()> {
    let store = &library.store;
    rows.say("state")?;
    row(rows, "place", &shown(place))?;
    row(rows, "bookmarks", &store.bookmarks().len().to_string())?;
    for (index, line) in store.health().to_string().lines().enumerate() {
        row(rows, if index == 0 { "health" } else { "" }, &clean(line))?;
    }
    let quarantine = store.quarantine();
    if quarantine > 0 {
        let path = place.join("journal/quarantine");
        row(rows, "set aside", &format!("{quarantine} damaged lines, in {}", shown(&path)))?;
    }
    if store.is_repairable() {
        let advice =
            "`sahifa doctor --repair` mends this device's journal; what is damaged stays set aside";
        row(rows, "repair", advice)?;
    }
    if let Some(error) = lists::trouble(place) {
        row(rows, "lists", &clean(&error.to_string()))?;
    }
    if !is_own {
        return Ok(());
    }
    perhaps(rows, &library.followed.offers)?;
    orphans(rows, library)
}

/// Articles that may be marked ones whose text has changed.
fn perhaps(rows: &mut Rows, offers: &[Offer]) -> io::Result<()> {
    for (index, offer) in offers.iter().enumerate() {
        let Offer { new, old, title } = offer;
        let told = clean(&format!("{new} is the article marked as {title}"));
        row(rows, if index == 0 { "perhaps" } else { "" }, &told)?;
        row(rows, "", &format!("sahifa bookmark adopt {old} {new}"))?;
    }
    Ok(())
}

/// Marks whose article is not in the library. They are kept: it may come back.
fn orphans(rows: &mut Rows, library: &Collection) -> io::Result<()> {
    let (store, articles) = (&library.store, library.by_name());
    let is_orphan = |(id, marks): &(&ArticleId, Marks)| {
        *marks != Marks::default() && !articles.contains_key(*id)
    };
    let count = store.all().filter(is_orphan).count();
    if count == 0 {
        return Ok(());
    }
    let told = format!("{count} articles with marks are not in this library; the marks are kept");
    row(rows, "orphans", &told)?;
    for bookmark in store.bookmarks().iter().filter(|found| !articles.contains_key(found.article)) {
        let path = bookmark.label.path.as_deref().map(shown).unwrap_or_default();
        let title = clean(&bookmark.label.title);
        rows.say(&format!("    {}  {title} · {path}", bookmark.article))?;
    }
    Ok(())
}

/// Mends what can be mended from here.
pub(super) fn repair(rows: &mut Rows, mut store: Store, state: &Path) -> anyhow::Result<()> {
    store.repair().with_context(|| format!("{}: not repaired", shown(state)))?;
    rows.say("repaired")?;
    row(rows, "journal", "put together; as it was before it is in journal/previous")?;
    Ok(())
}
