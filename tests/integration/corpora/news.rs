//! What news agencies send, as one news room's tests hold it: every report gives what it has.

use std::fs;

use sahifa::article::Article;
use sahifa::format;
use sahifa::format::File;

use super::folder;

const NEWS: &str = "../shared/corpora/news-industry/tests/io/fixtures";

#[test]
fn reports_give_headline_text_byline_date_and_language() {
    let Some(files) = folder(NEWS) else { return };
    for path in files {
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        let is_report = name.ends_with(".xml")
            || name.contains("newsml")
            || name.ends_with(".tst")
            || name.ends_with(".txt");
        if path.is_dir() || !is_report {
            continue;
        }
        let bytes = fs::read(&path).expect("a file");
        match format::read(&File::new(&name, &bytes)) {
            Ok(reading) => {
                for part in &reading.parts {
                    println!("{name} {} {}", part.format, line(&part.article));
                }
            }
            Err(error) => println!("{name}: {error}"),
        }
    }
}

fn line(article: &Article) -> String {
    let metadata = &article.metadata;
    format!(
        "{:?} words={} by={:?} date={} lang={:?} source={:?} place={:?} stand={:?} tags={}",
        metadata.title,
        article.words(),
        metadata.authors,
        metadata.published.map(|date| date.to_string()).unwrap_or_default(),
        metadata.language,
        metadata.source,
        metadata.dateline,
        metadata.standfirst,
        metadata.tags.join("|"),
    )
}
