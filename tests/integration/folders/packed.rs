//! Folders packed into one file.

use std::io::{Cursor, Write};

use flate2::Compression;
use flate2::write::GzEncoder;

pub(super) fn zip(files: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (path, bytes) in files {
        zip.start_file(path.as_str(), zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// With names in a code page that nothing tells of: each is packed under as many letters as it has
/// bytes, and put in the place of those.
pub(super) fn zip_named(files: &[(&[u8], &[u8])]) -> Vec<u8> {
    let letter = |at: usize| char::from(b'A' + u8::try_from(at).unwrap());
    let stand_in = |at: usize, name: &[u8]| letter(at).to_string().repeat(name.len());
    let named: Vec<(String, Vec<u8>)> = files
        .iter()
        .enumerate()
        .map(|(at, (name, bytes))| (stand_in(at, name), bytes.to_vec()))
        .collect();
    let mut packed = zip(&named);
    for (at, (name, _)) in files.iter().enumerate() {
        let stand_in = stand_in(at, name);
        let places: Vec<usize> = memchr::memmem::find_iter(&packed, stand_in.as_bytes()).collect();
        assert_eq!(places.len(), 2, "a header and the list");
        for place in places {
            packed[place..place + name.len()].copy_from_slice(name);
        }
    }
    packed
}

pub(super) fn tar_gz(files: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut tar = tar::Builder::new(Vec::new());
    for (path, bytes) in files {
        let mut header = tar::Header::new_gnu();
        header.set_size(bytes.len() as u64);
        header.set_mode(0o644);
        tar.append_data(&mut header, path, bytes.as_slice()).unwrap();
    }
    gz(&tar.into_inner().unwrap())
}

pub(super) fn gz(bytes: &[u8]) -> Vec<u8> {
    let mut gz = GzEncoder::new(Vec::new(), Compression::fast());
    gz.write_all(bytes).unwrap();
    gz.finish().unwrap()
}
