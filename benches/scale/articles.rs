//! A library made of nothing: sentences of ours, shuffled by a generator that always gives the same.
//! Sizes are those of saved news: 2 to 6 KB of text, every fifth a web page of 15 KB with what pages
//! have around it.

use std::fmt::Write;
use std::fs;
use std::path::Path;

const ARABIC: &str = "المدينة الحكومة البحر الطريق القطار المدرسة الكتاب المطر السوق الجسر الوزير \
    العمال الصحيفة التقرير السنة اليوم الماضي الجديد الكبير قالت أعلن وصل بدأ عاد افتتح منذ حول بعد \
    قبل خلال إلى من في على مع التي الذي هذا كانت سوف يوم صباح مساء أمس غدا";
const ENGLISH: &str = "the a of and in to on for with from after before city government sea road train \
    school book rain market bridge minister workers newspaper report year day new old large said \
    announced arrived began returned opened since about during which was will morning evening";

/// Numbers that look like chance (Knuth's MMIX generator).
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % limit
    }

    fn words(&mut self, vocabulary: &[&str], count: usize) -> String {
        let words: Vec<_> = (0..count).map(|_| vocabulary[self.below(vocabulary.len())]).collect();
        words.join(" ")
    }

    /// Paragraphs of about this many bytes in all.
    fn paragraphs(&mut self, vocabulary: &[&str], bytes: usize) -> Vec<String> {
        let mut paragraphs: Vec<String> = Vec::new();
        while paragraphs.iter().map(String::len).sum::<usize>() < bytes {
            let count = 25 + self.below(50);
            paragraphs.push(self.words(vocabulary, count) + ".");
        }
        paragraphs
    }
}

/// Writes the articles; gives their bytes.
pub(super) fn write(library: &Path, count: usize) -> usize {
    let mut chance = Chance(2024);
    let written = (0..count).map(|at| {
        let (name, text) = article(at, &mut chance);
        fs::write(library.join(name), &text).unwrap();
        text.len()
    });
    written.sum()
}

fn article(at: usize, chance: &mut Chance) -> (String, String) {
    let is_arabic = at.is_multiple_of(2);
    let vocabulary: Vec<&str> =
        if is_arabic { ARABIC } else { ENGLISH }.split_whitespace().collect();
    let title = chance.words(&vocabulary, 7);
    let bytes = 2000 + chance.below(4000);
    let body = chance.paragraphs(&vocabulary, bytes);
    let date = format!("{}-{:02}-{:02}", 2020 + at % 6, 1 + at % 12, 1 + at % 28);
    let language = if is_arabic { "ar" } else { "en" };
    match at % 5 {
        0 => (format!("{at:04}.html"), page(&title, &date, language, &body)),
        1 => (
            format!("{at:04}.md"),
            format!(
                "---\ntitle: {title}\ndate: {date}\nlang: {language}\n---\n\n{}\n",
                body.join("\n\n")
            ),
        ),
        2 => (
            format!("{at:04}.txt"),
            format!(
                "Feed: The Wire\nTitle: {title}\nDate: {date}\nLink: https://example.org/{at}\n\n{}\n",
                body.join("\n\n")
            ),
        ),
        _ => (format!("{at:04}.txt"), format!("{title}\n\n{date}\n\n{}\n", body.join("\n\n"))),
    }
}

/// A page with what newspapers' pages have around an article.
fn page(title: &str, date: &str, language: &str, body: &[String]) -> String {
    let mut page = format!(
        "<!DOCTYPE html><html lang=\"{language}\"><head><meta charset=\"utf-8\"><title>{title}</title>\
         <meta property=\"article:published_time\" content=\"{date}T08:00:00Z\"></head><body><nav><ul>"
    );
    for item in 0..60 {
        let _ = write!(page, "<li class=\"menu-item\"><a href=\"/section/{item}\">{item}</a></li>");
    }
    page.push_str("</ul></nav><main><article>");
    let _ = write!(page, "<h1>{title}</h1>");
    for paragraph in body {
        let _ = write!(page, "<p>{paragraph}</p>");
    }
    page.push_str("</article></main><aside>");
    for item in 0..20 {
        let _ = write!(
            page,
            "<div class=\"related\"><a href=\"/{item}\"><img src=\"/{item}.jpg\"></a></div>"
        );
    }
    page.push_str("</aside><footer>Rights</footer><script>");
    while page.len() < 15_000 {
        page.push_str("window.queue=window.queue||[];queue.push({event:'view',page:1});");
    }
    page.push_str("</script></body></html>\n");
    page
}
