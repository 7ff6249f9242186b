//! Archives: arbitrary bytes as zip, tar and gzip; and as members of sound ones, which arbitrary bytes
//! seldom are.
#![no_main]

use std::io::{Cursor, Write};

use flate2::Compression;
use flate2::write::GzEncoder;
use libfuzzer_sys::fuzz_target;
use sahifa::format::File;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const NAMES: &[&str] = &["a.zip", "b.tar", "c.gz", "d.tgz", "e.html"];

fuzz_target!(|data: &[u8]| {
    let Some((&choice, bytes)) = data.split_first() else { return };
    match choice % 4 {
        0 | 1 => sahifa_fuzz::read(NAMES, bytes),
        2 => sahifa_fuzz::read_file(&File::new("a.zip", &zipped(bytes))),
        _ => sahifa_fuzz::read_file(&File::new("a.tar.gz", &gzipped(bytes))),
    }
});

/// Members with arbitrary names and contents, parted by NULs.
fn zipped(bytes: &[u8]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let mut parts = bytes.split(|&byte| byte == 0);
    while let (Some(name), Some(content)) = (parts.next(), parts.next()) {
        let name = sahifa_fuzz::text_of(name);
        if archive.start_file(name, SimpleFileOptions::default()).is_ok() {
            archive.write_all(content).expect("memory takes it");
        }
    }
    archive.finish().expect("an archive").into_inner()
}

fn gzipped(bytes: &[u8]) -> Vec<u8> {
    let mut stream = GzEncoder::new(Vec::new(), Compression::fast());
    stream.write_all(bytes).expect("memory takes it");
    stream.finish().expect("a stream")
}
