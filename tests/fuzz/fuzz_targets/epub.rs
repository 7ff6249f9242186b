//! EPUB: a book whose container, package, table of contents and chapter are arbitrary bytes, parted by
//! NULs.
#![no_main]

use std::io::{Cursor, Write};

use libfuzzer_sys::fuzz_target;
use sahifa::format::File;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const CONTAINER: &[u8] = b"<container><rootfiles><rootfile full-path='p.opf' \
    media-type='application/oebps-package+xml'/></rootfiles></container>";
const MEMBERS: &[&str] = &["p.opf", "nav.xhtml", "toc.ncx", "c.xhtml", "META-INF/encryption.xml"];

fuzz_target!(|data: &[u8]| {
    let mut parts = data.split(|&byte| byte == 0);
    let mut book = ZipWriter::new(Cursor::new(Vec::new()));
    let mut put = |name: &str, bytes: &[u8]| {
        book.start_file(name, SimpleFileOptions::default()).expect("a member");
        book.write_all(bytes).expect("memory takes it");
    };
    put("mimetype", b"application/epub+zip");
    let container = parts.next().unwrap_or_default();
    put("META-INF/container.xml", if container.is_empty() { CONTAINER } else { container });
    for (name, bytes) in MEMBERS.iter().zip(parts) {
        put(name, bytes);
    }
    let book = book.finish().expect("an archive").into_inner();
    sahifa_fuzz::read_file(&File::new("a.epub", &book));
});
