//! The rows of a library by all that an article may be found by again.

use std::cell::OnceCell;
use std::collections::{BTreeMap, HashMap};
use std::ffi::OsStr;
use std::path::{Path, absolute};
use std::sync::Arc;

use crate::article::ArticleId;
use crate::library;
use crate::library::{Entry, Snapshot};
use crate::search::fold;
use crate::store::Sighting;

use super::evidence::Tie;

/// No more neighbours are looked at for one article: their texts are read for it.
const NEIGHBOURS: usize = 64;

/// The rows.
pub(super) struct Rows<'a> {
    snapshot: &'a Snapshot,
    /// Those in memory.
    names: HashMap<ArticleId, usize>,
    keys: OnceCell<HashMap<Key, Vec<usize>>>,
}

/// An identifier that more rows have is no article's.
const NAMESAKES: usize = 3;

/// What rows in memory are found by.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Key {
    /// An address or an identifier, which may be an address.
    Declared(u64),
    /// A path without its ending, and the member of an archive.
    Place(Vec<u8>, Option<String>),
    Folder(Vec<u8>),
    File(Vec<u8>),
    Title(String),
}

impl<'a> Rows<'a> {
    pub(super) fn new(snapshot: &'a Snapshot) -> Self {
        let names = |(at, entry): (usize, &Arc<Entry>)| {
            entry.ids().into_owned().into_iter().map(move |id| (id, at))
        };
        let names = snapshot.here().iter().enumerate().flat_map(names).collect();
        Self { snapshot, names, keys: OnceCell::new() }
    }

    /// The row that goes by a name.
    pub(super) fn named(&self, id: &ArticleId) -> Option<Arc<Entry>> {
        let here = self.names.get(id).and_then(|&at| self.snapshot.here().get(at)).cloned();
        here.or_else(|| self.snapshot.known_as(id).pop().map(Arc::new))
    }

    /// The rows that have something in common with an article that was seen, and the most telling of it.
    pub(super) fn tied(&self, seen: &Sighting) -> Vec<(Arc<Entry>, Tie)> {
        let mut tied: BTreeMap<ArticleId, (Arc<Entry>, Tie)> = BTreeMap::new();
        let mut tie = |entry: Arc<Entry>, tie: Tie| {
            let strongest = tied.entry(entry.id.clone()).or_insert((entry, tie));
            strongest.1 = strongest.1.max(tie);
        };
        let keys = self.keys();
        for (key, how) in keys_of(seen) {
            let rows = keys.get(&key).into_iter().flatten();
            let most = if how == Tie::Neighbour { NEIGHBOURS } else { usize::MAX };
            let rows = rows.filter_map(|&at| self.snapshot.here().get(at)).take(most);
            rows.for_each(|entry| tie(Arc::clone(entry), how));
        }
        let place = seen.path.as_deref().map(|path| (path, seen.member.as_deref()));
        let known = [
            (
                self.snapshot.known_near(&seen.title, seen.path.as_deref(), NEIGHBOURS),
                Tie::Neighbour,
            ),
            (self.snapshot.known_at(None, place), Tie::Place),
            (self.snapshot.known_at(seen.url.as_deref(), None), Tie::Address),
        ];
        for (entries, how) in known {
            entries.into_iter().for_each(|entry| tie(Arc::new(entry), how));
        }
        let namesakes = seen.identifier.as_deref().map(|it| self.namesakes(it)).unwrap_or_default();
        namesakes.into_iter().for_each(|entry| tie(entry, Tie::Identifier));
        tied.into_values().collect()
    }

    /// The rows that a publisher calls so; none where that tells nothing.
    fn namesakes(&self, identifier: &str) -> Vec<Arc<Entry>> {
        let Some(key) = library::identifier_key(identifier).map(Key::Declared) else {
            return Vec::new();
        };
        let here = self.keys().get(&key).into_iter().flatten();
        let here = here.filter_map(|&at| self.snapshot.here().get(at)).cloned();
        let known = self.snapshot.known_by(identifier).into_iter().map(Arc::new);
        let rows: BTreeMap<ArticleId, Arc<Entry>> =
            here.chain(known).map(|entry| (entry.id.clone(), entry)).collect();
        if rows.len() <= NAMESAKES { rows.into_values().collect() } else { Vec::new() }
    }

    fn keys(&self) -> &HashMap<Key, Vec<usize>> {
        self.keys.get_or_init(|| keys(self.snapshot.here()))
    }
}

fn keys(here: &[Arc<Entry>]) -> HashMap<Key, Vec<usize>> {
    let mut keys: HashMap<Key, Vec<usize>> = HashMap::new();
    for (at, entry) in here.iter().enumerate() {
        for version in entry.versions() {
            let path = absolute(&version.item.path).ok().filter(|_| version.item.is_file());
            for (key, _) in path.iter().flat_map(|path| place_keys(path, version.member.as_deref()))
            {
                keys.entry(key).or_default().push(at);
            }
        }
        let metadata = &entry.metadata;
        let address = metadata.url.as_deref().and_then(library::address_key);
        let identifier = metadata.identifier.as_deref().and_then(library::identifier_key);
        let declared = address.into_iter().chain(identifier.filter(|_| identifier != address));
        for key in declared.map(Key::Declared).chain([Key::Title(fold(&metadata.title))]) {
            keys.entry(key).or_default().push(at);
        }
    }
    keys
}

fn keys_of(seen: &Sighting) -> Vec<(Key, Tie)> {
    let address = seen.url.as_deref().and_then(library::address_key);
    let mut keys: Vec<_> =
        address.map(|key| (Key::Declared(key), Tie::Address)).into_iter().collect();
    keys.extend(seen.path.iter().flat_map(|path| place_keys(path, seen.member.as_deref())));
    keys.push((Key::Title(fold(&seen.title)), Tie::Neighbour));
    keys
}

fn place_keys(path: &Path, member: Option<&str>) -> Vec<(Key, Tie)> {
    let bytes = |path: Option<&OsStr>| path.unwrap_or_default().as_encoded_bytes().to_vec();
    let stem = bytes(Some(path.with_extension("").as_os_str()));
    let folder = bytes(path.parent().map(Path::as_os_str));
    let place = (Key::Place(stem, member.map(str::to_owned)), Tie::Place);
    let neighbours = [Key::Folder(folder), Key::File(bytes(path.file_name()))];
    std::iter::once(place).chain(neighbours.map(|key| (key, Tie::Neighbour))).collect()
}
