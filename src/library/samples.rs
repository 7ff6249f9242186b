//! The articles that come with the program, for a first start without a library.

use std::path::{Path, PathBuf};

use include_dir::{Dir, include_dir};

use super::{Item, Place};

static SAMPLES: Dir = include_dir!("$CARGO_MANIFEST_DIR/assets/samples");

pub(super) fn items() -> impl Iterator<Item = Item> {
    let mut paths: Vec<PathBuf> = SAMPLES.files().map(|file| file.path().to_owned()).collect();
    paths.sort();
    paths.into_iter().map(|path| Item { path, place: Place::Sample })
}

pub(super) fn bytes(path: &Path) -> Option<&'static [u8]> {
    SAMPLES.get_file(path).map(include_dir::File::contents)
}
