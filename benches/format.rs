//! How fast a saved page becomes an article: the median page of about a hundred kilobytes, half of it
//! furniture, and a huge one of twenty megabytes; and the most memory that this has taken.

#![expect(clippy::print_stdout, reason = "the memory taken is told")]

use std::fmt::Write;

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use sahifa::format;
use sahifa::format::File;

const PARAGRAPHS: &str = include_str!("../tests/fixtures/text/paragraphs.txt");
const MEDIAN: usize = 100_000;
const HUGE: usize = 20_000_000;

fn main() {
    divan::main();
    tell_memory();
}

#[divan::bench]
fn median_page(bencher: Bencher) {
    read(bencher, &page(MEDIAN));
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn huge_page(bencher: Bencher) {
    read(bencher, &page(HUGE));
}

#[divan::bench]
fn front_page(bencher: Bencher) {
    read(bencher, &front(MEDIAN));
}

fn read(bencher: Bencher, page: &str) {
    let file = File::new("page.html", page.as_bytes());
    bencher.counter(BytesCount::of_str(page)).bench(|| format::read(black_box(&file)));
}

/// A page as sites make them: as many bytes of mark-up, scripts and menus as of text.
fn page(size: usize) -> String {
    let mut page = String::from("<!DOCTYPE html><html lang=ar dir=rtl><head><meta charset=utf-8>");
    page.push_str("<title>عودة القوارب إلى المرفأ - الساحل</title><meta property='og:type' content='article'>");
    page.push_str("</head><body><header><nav><ul>");
    menu(&mut page, 60);
    page.push_str(
        "</ul></nav></header><main><article><h1>عودة القوارب إلى المرفأ</h1><div class='body'>",
    );
    let furniture = size / 10;
    for (at, line) in PARAGRAPHS.lines().filter(|line| !line.is_empty()).cycle().enumerate() {
        let _ = write!(page, "<p class='text-{}' data-at='{at}'>{line} {line}</p>", at % 7);
        if at % 5 == 4 {
            page.push_str("<div class='share'><a href='#'>شارك</a> <a href='#'>طباعة</a></div>");
        }
        if page.len() + furniture > size {
            break;
        }
    }
    page.push_str("</div></article></main><aside class='related'><ul>");
    menu(&mut page, 80);
    let _ = write!(page, "</ul></aside><script>{}</script>", "var a = 1; ".repeat(furniture / 22));
    page + "<footer>جميع الحقوق محفوظة</footer></body></html>"
}

/// A page of headlines.
fn front(size: usize) -> String {
    let mut page = String::from("<!DOCTYPE html><html lang=ar dir=rtl><title>الساحل</title><body>");
    for (at, line) in PARAGRAPHS.lines().filter(|line| !line.is_empty()).cycle().enumerate() {
        let words: Vec<_> = line.split_whitespace().take(7).collect();
        let headline = words.join(" ");
        let _ = write!(page, "<div class=card><a href='/{at}'><h3>{headline} {at}</h3></a></div>");
        if page.len() > size {
            break;
        }
    }
    page
}

fn menu(page: &mut String, items: usize) {
    for item in 0..items {
        let _ = write!(page, "<li class='item'><a href='/section/{item}'>قسم رقم {item}</a></li>");
    }
}

/// The most memory that the process has held, where the system tells it.
fn tell_memory() {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    if let Some(peak) = status.lines().find(|line| line.starts_with("VmHWM")) {
        println!("{peak}");
    }
}
