//! The journal: any bytes are a state, the same one when they are read again and when they come twice,
//! and it can be written to. Lines get the check that they need to be looked into.
#![no_main]

use std::fs;
use std::path::Path;

use libfuzzer_sys::fuzz_target;
use sahifa::article::ArticleId;
use sahifa::store::{Change, Store};

fuzz_target!(|data: &[u8]| {
    let Some((&choice, bytes)) = data.split_first() else { return };
    let checked: Vec<u8> = bytes.split(|&byte| byte == b'\n').flat_map(with_check).collect();
    let journal = if choice & 1 == 0 { bytes } else { &checked };
    let root = if Path::new("/dev/shm").is_dir() { "/dev/shm" } else { "." };
    let dir = tempfile::tempdir_in(root).expect("a directory");
    let own = dir.path().join("journal");
    fs::create_dir_all(&own).expect("a directory");
    fs::write(own.join("0badcafe.jsonl"), journal).expect("a file");
    let once = state(&Store::open(dir.path()));
    fs::write(own.join("0badcafe.sync-conflict-1-A.jsonl"), journal).expect("a file");
    let mut store = Store::open(dir.path());
    assert_eq!(state(&store), once, "a copy changes nothing");
    if choice & 2 != 0 {
        let id = ArticleId::from("0123456789abcdef");
        store.save(&id, Change::Read(true)).expect("it can be written to");
        assert!(Store::open(dir.path()).marks(&id).read);
    }
});

fn with_check(line: &[u8]) -> Vec<u8> {
    let check = format!(" {:08x}\n", crc32fast::hash(line));
    [line, check.as_bytes()].concat()
}

fn state(store: &Store) -> Vec<String> {
    let mut state: Vec<_> = store.all().map(|(id, marks)| format!("{id:?} {marks:?}")).collect();
    state.sort();
    state
}
