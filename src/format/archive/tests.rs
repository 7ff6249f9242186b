//! Archives made on the spot, and what is read from them.

use std::io::{Cursor, Read, Write, copy, repeat};
use std::time::{Duration, Instant};

use ::tar::{Builder, EntryType, Header};
use ::zip::ZipWriter;
use ::zip::write::SimpleFileOptions;
use flate2::Compression;
use flate2::write::GzEncoder;

use super::*;
use crate::format;
use crate::format::Wish;

const PAGE: &str = "<html lang=ar><title>خبر الميناء</title><body><p>عادت المراكب إلى الميناء القديم \
                    صباح اليوم بعد غياب طويل.</p></body></html>";
const NOTE: &str =
    "# Harbour\n\nThe boats are **back** in the old harbour, see [more](https://e.example).\n";

fn zip_of(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in members {
        if name.ends_with('/') {
            zip.add_directory(*name, SimpleFileOptions::default()).unwrap();
        } else {
            zip.start_file(*name, SimpleFileOptions::default()).unwrap();
            zip.write_all(bytes).unwrap();
        }
    }
    zip.finish().unwrap().into_inner()
}

fn tar_of(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut tar = Builder::new(Vec::new());
    for (name, bytes) in members {
        let mut header = Header::new_gnu();
        header.set_size(bytes.len() as u64);
        tar.append_data(&mut header, name, *bytes).unwrap();
    }
    tar.into_inner().unwrap()
}

fn gz_of(bytes: &[u8]) -> Vec<u8> {
    let mut gz = GzEncoder::new(Vec::new(), Compression::fast());
    gz.write_all(bytes).unwrap();
    gz.finish().unwrap()
}

fn read_all(name: &str, bytes: &[u8]) -> Reading {
    format::read(&File::new(name, bytes)).unwrap()
}

fn members(reading: &Reading) -> Vec<&str> {
    reading.parts.iter().map(|part| part.member.as_deref().unwrap_or("-")).collect()
}

fn failures(reading: &Reading) -> Vec<(String, String)> {
    let failure = |f: &Failure| (f.place.clone(), f.error.to_string());
    reading.failures.iter().map(failure).collect()
}

#[test]
fn members_are_read_and_the_parts_of_pages_are_passed_over() {
    let files: &[(&str, &[u8])] = &[
        ("saved/", b""),
        ("saved/خبر.html", PAGE.as_bytes()),
        ("saved/خبر_files/frame.html", b"<p>An advertisement</p>"),
        ("saved/note.md", NOTE.as_bytes()),
        ("saved/picture.jpg", b"\xff\xd8\xff\xe0"),
        ("__MACOSX/saved/._note.md", b"\0\0"),
        ("saved/empty.txt", b" "),
    ];
    for (name, bytes) in [
        ("a.zip", zip_of(files)),
        ("a.tar", tar_of(&files[1..])),
        ("a.tgz", gz_of(&tar_of(&files[1..]))),
    ] {
        let reading = read_all(name, &bytes);
        assert_eq!(members(&reading), ["saved/خبر.html", "saved/note.md"], "{name}");
        assert_eq!(reading.parts[0].format, "html");
        assert_eq!(reading.parts[1].article.metadata.title, "Harbour");
        assert_eq!(failures(&reading), [("saved/empty.txt".into(), "the file is empty".into())]);
    }
}

#[test]
fn one_member_is_found_again_in_archives_in_archives() {
    let inner = tar_of(&[("x/a.html", PAGE.as_bytes()), ("x/b.md", NOTE.as_bytes())]);
    let outer = zip_of(&[("old.tar.gz", &gz_of(&inner)), ("c.md", NOTE.as_bytes())]);
    let all = read_all("o.zip", &outer);
    assert_eq!(members(&all), ["old.tar.gz!/x/a.html", "old.tar.gz!/x/b.md", "c.md"]);
    for part in &all.parts {
        let wish = Wish { member: part.member.clone(), ..Wish::default() };
        let one = format::read(&File { wish, ..File::new("o.zip", &outer) }).unwrap();
        assert_eq!(members(&one), [part.member.as_deref().unwrap()]);
        assert_eq!(one.parts[0].article.id, part.article.id);
    }
    let wish = Wish { member: Some("gone.md".into()), ..Wish::default() };
    let error = format::read(&File { wish, ..File::new("o.zip", &outer) }).unwrap_err();
    assert_eq!(error.to_string(), "no article in it: the member is no longer in the archive");
}

#[test]
fn what_is_not_wished_for_is_not_inflated() {
    let noise: Vec<u8> =
        (0..5000_u32).flat_map(|n| n.wrapping_mul(2_654_435_761).to_le_bytes()).collect();
    let mut bytes =
        zip_of(&[("broken.md", &noise), ("note.md", NOTE.as_bytes()), ("broken2.txt", &noise)]);
    let places: Vec<usize> =
        memchr::memmem::find_iter(&bytes, b"broken").map(|at| at + 200).collect();
    for at in &places[..2] {
        bytes[*at..at + 4000].fill(0xff);
    }
    let failed = failures(&read_all("a.zip", &bytes));
    assert_eq!(failed.len(), 2, "both are found to be broken: {failed:?}");
    let wish = Wish { member: Some("note.md".into()), ..Wish::default() };
    let one = format::read(&File { wish, ..File::new("a.zip", &bytes) }).unwrap();
    assert_eq!((members(&one), failures(&one)), (vec!["note.md"], vec![]));
}

#[test]
fn a_packed_file_is_read_as_if_it_lay_there_unpacked() {
    let reading = read_all("note.md.gz", &gz_of(NOTE.as_bytes()));
    assert_eq!((members(&reading), reading.parts[0].format), (vec!["-"], "markdown"));
    let long = NOTE.repeat(400);
    let whole = gz_of(long.as_bytes());
    let reading = read_all("note.md.gz", &whole[..whole.len() * 3 / 4]);
    assert_eq!(members(&reading), ["-"], "what came before the cut");
    assert!(failures(&reading)[0].1.starts_with("damaged: "));
}

#[test]
fn members_that_cannot_be_read_leave_the_others_whole() {
    let mut tar = Builder::new(Vec::new());
    let mut header = Header::new_gnu();
    header.set_size(NOTE.len() as u64);
    tar.append_data(&mut header.clone(), "ok.md", NOTE.as_bytes()).unwrap();
    header.as_mut_bytes()[..8].copy_from_slice(b"../up.md");
    header.set_cksum();
    tar.append(&header, NOTE.as_bytes()).unwrap();
    let mut link = Header::new_gnu();
    link.set_entry_type(EntryType::Symlink);
    link.set_size(0);
    tar.append_link(&mut link, "link.md", "/etc/passwd").unwrap();
    let reading = read_all("a.tar", &tar.into_inner().unwrap());
    assert_eq!(members(&reading), ["ok.md"]);
    let reasons = failures(&reading);
    assert_eq!(
        reasons[0],
        ("../up.md".into(), "damaged: its name leads out of the archive".into())
    );
    assert_eq!(reasons[1].0, "link.md");
}

#[test]
fn a_password_is_told_for_each_member_and_for_an_archive_of_none_else() {
    let mut zip = zip_of(&[("a.md", NOTE.as_bytes()), ("b.md", NOTE.as_bytes())]);
    let lock = |zip: &mut [u8], nth: usize| {
        let at = memchr::memmem::find_iter(&*zip, b"PK\x01\x02").nth(nth).unwrap();
        zip[at + 8] |= 1;
    };
    lock(&mut zip, 0);
    let reading = read_all("a.zip", &zip);
    assert_eq!(members(&reading), ["b.md"]);
    assert_eq!(reading.failures[0].error, Error::Locked);
    lock(&mut zip, 1);
    assert_eq!(format::read(&File::new("a.zip", &zip)).unwrap_err(), Error::Locked);
}

#[test]
fn an_archive_that_broke_off_gives_what_it_has() {
    let zip = zip_of(&[("a.md", NOTE.as_bytes()), ("b.html", PAGE.as_bytes())]);
    let end = memchr::memmem::find(&zip, b"PK\x01\x02").unwrap();
    let reading = read_all("a.zip", &zip[..end]);
    assert_eq!(members(&reading), ["a.md", "b.html"]);
    assert!(failures(&reading)[0].1.starts_with("damaged: "));
    let tar = tar_of(&[("a.md", NOTE.as_bytes()), ("b.html", PAGE.as_bytes())]);
    let reading = read_all("a.tar", &tar[..1700]);
    assert_eq!(members(&reading), ["a.md"]);
    assert_eq!(reading.failures[0].place, "b.html");
}

#[test]
fn no_cut_and_no_flipped_byte_is_a_panic_or_a_silence() {
    let zip = zip_of(&[("a.md", NOTE.as_bytes()), ("b/c.html", PAGE.as_bytes())]);
    let tar = tar_of(&[(&"long ".repeat(40), NOTE.as_bytes()), ("b.html", PAGE.as_bytes())]);
    for whole in [&zip, &tar, &gz_of(&tar), &gz_of(PAGE.as_bytes())] {
        for at in 0..whole.len().min(1200) {
            let mut flipped = whole.clone();
            flipped[at] ^= 0x15;
            for bytes in [&whole[..at], &flipped] {
                if let Ok(reading) = format::read(&File::new("a", bytes)) {
                    assert!(!reading.parts.is_empty() || !reading.failures.is_empty());
                }
            }
        }
    }
}

#[test]
fn long_names_are_whole() {
    let name = format!("{}.md", "مقالة-طويلة".repeat(12));
    let reading = read_all("a.tar", &tar_of(&[(&name, NOTE.as_bytes())]));
    assert_eq!(members(&reading), [name.as_str()]);
}

#[test]
fn a_bomb_is_put_out_quickly() {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let fast = SimpleFileOptions::default().compression_level(Some(1));
    zip.start_file("bomb.txt", fast).unwrap();
    copy(&mut repeat(b'a').take(1 << 30), &mut zip).unwrap();
    zip.start_file("ok.md", fast).unwrap();
    zip.write_all(NOTE.as_bytes()).unwrap();
    let bomb = zip.finish().unwrap().into_inner();
    let made = Instant::now();
    let reading = read_all("a.zip", &bomb);
    assert_eq!(members(&reading), ["ok.md"]);
    assert!(failures(&reading)[0].1.starts_with("too large: "));
    assert!(made.elapsed() < Duration::from_secs(5), "{:?}", made.elapsed());
}

#[test]
fn archives_in_archives_end_somewhere() {
    let mut bytes = zip_of(&[("a.md", NOTE.as_bytes())]);
    for _ in 0..4 {
        bytes = zip_of(&[("in.zip", &bytes)]);
    }
    let reading = read_all("a.zip", &bytes);
    assert_eq!(failures(&reading)[0].0, "in.zip!/in.zip!/in.zip");
}

#[test]
fn other_programs_documents_are_named() {
    for (names, kind) in [
        (&["[Content_Types].xml", "word/document.xml"][..], "word processor"),
        (&["mimetype", "content.xml", "META-INF/manifest.xml"], "word processor"),
        (&["[Content_Types].xml", "xl/workbook.xml"], "spreadsheet"),
    ] {
        let files: Vec<(&str, &[u8])> = names.iter().map(|name| (*name, &b"<x/>"[..])).collect();
        let error = format::read(&File::new("a.docx", &zip_of(&files))).unwrap_err();
        assert!(error.to_string().contains(kind), "{error}");
    }
    let pictures = zip_of(&[("a.png", b"\x89PNG")]);
    let error = format::read(&File::new("a.cbz", &pictures)).unwrap_err();
    assert!(error.to_string().contains("only parts of pages"));
}
