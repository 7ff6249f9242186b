//! Feeds of our own making, and the ways in which they go wrong.

use crate::article::Article;
use crate::article::Block;
use crate::article::Direction;
use crate::article::Rich;
use crate::format;
use crate::format::Error;
use crate::format::File;

fn read(name: &str, text: &str) -> Result<Vec<Article>, Error> {
    let reading = format::read(&File::new(name, text.as_bytes()))?;
    assert!(reading.parts.iter().all(|part| part.format == "feed"), "{}", reading.parts[0].format);
    Ok(reading.parts.into_iter().map(|part| part.article).collect())
}

fn texts(article: &Article) -> Vec<&str> {
    article.body.iter().flat_map(Block::texts).map(Rich::text).collect()
}

#[test]
fn rss_is_read() {
    let articles =
        read("a.xml", include_str!("../../../tests/fixtures/format/feed/rss.xml")).unwrap();
    assert_eq!(articles.len(), 4);
    let metadata = &articles[0].metadata;
    assert_eq!(metadata.title, "الميناء & المدينة: عودة الصيادين");
    assert_eq!(metadata.url.as_deref(), Some("https://www.marfa.example/2024/03/harbour.html"));
    assert_eq!(metadata.source.as_deref(), Some("صحيفة المرفأ"));
    assert_eq!(metadata.authors, ["سلمى بن يوسف"]);
    assert_eq!(metadata.published.unwrap().to_string(), "2024-03-05T10:30:00+02:00");
    assert_eq!(metadata.tags, ["مدن"]);
    assert_eq!(metadata.standfirst.as_deref(), Some("عاد الصيادون إلى الأرصفة بعد عشرين عاما."));
    assert_eq!((metadata.language.as_deref(), metadata.direction), (Some("ar"), Direction::Rtl));
    let expected =
        ["فتح الميناء القديم أبوابه صباح اليوم.", "قالت البلدية إن الأرصفة آمنة.", "harbour.mp3"];
    let words: Vec<String> =
        texts(&articles[0]).iter().map(|text| text.replace('\u{a0}', " ")).collect();
    assert_eq!(words, expected);
    let link = format!("{:?}", articles[0].body[1]);
    assert!(link.contains("https://www.marfa.example/2024/03/map.html"), "{link}");
}

#[test]
fn an_entry_may_have_an_address_only_a_text_only_or_a_title_only() {
    let articles =
        read("a.xml", include_str!("../../../tests/fixtures/format/feed/rss.xml")).unwrap();
    let facts = [
        "link: https://www.marfa.example/2024/03/only.html",
        "author: desk@marfa.example (هيئة التحرير)",
    ];
    assert_eq!(texts(&articles[1]), facts);
    assert_eq!(
        articles[1].metadata.url.as_deref(),
        Some("https://www.marfa.example/2024/03/only.html")
    );
    assert_eq!(articles[1].metadata.authors, ["هيئة التحرير"]);
    assert_eq!(texts(&articles[2]), ["سطر واحد بلا عنوان & بلا رابط."]);
    assert_eq!(articles[2].metadata.published.unwrap().to_string(), "2024-03-06T08:00:00Z");
    assert_eq!(texts(&articles[3]), ["Ships in the night"]);
    assert_eq!(articles[3].metadata.language.as_deref(), Some("en"));
}

#[test]
fn atom_is_read() {
    let articles =
        read("a.xml", include_str!("../../../tests/fixtures/format/feed/atom.xml")).unwrap();
    let first = &articles[0].metadata;
    assert_eq!(first.title, "הנמל \"הישן\" נפתח");
    assert_eq!(first.url.as_deref(), Some("https://daily.example/blog/1.html"));
    assert_eq!(first.authors, ["נועה לוי"]);
    assert_eq!(first.published.unwrap().to_string(), "2024-03-05T10:30:00+02:00");
    assert_eq!(first.tags, ["נמלים"]);
    assert_eq!(first.language.as_deref(), Some("he"));
    assert_eq!(texts(&articles[0]), ["אחרי עשרים שנה חזרו הדייגים.", "ראו מפה."]);
    let link = format!("{:?}", articles[0].body[1]);
    assert!(link.contains("https://daily.example/blog/pages/map.html"), "{link}");
    let second = &articles[1].metadata;
    assert_eq!(second.authors, ["مریم رضایی"]);
    assert_eq!(second.source.as_deref(), Some("روزنامهٔ بندر"));
    assert_eq!(second.language.as_deref(), Some("fa"));
    assert_eq!(articles[1].body.len(), 2);
    assert_eq!(texts(&articles[2]), ["The quay", "b.html"]);
}

#[test]
fn a_site_exported_from_wordpress_gives_its_posts() {
    let articles =
        read("a.xml", include_str!("../../../tests/fixtures/format/feed/wxr.xml")).unwrap();
    let titles: Vec<&str> =
        articles.iter().map(|article| article.metadata.title.as_str()).collect();
    assert_eq!(titles, ["بندر کهنه", "پیش‌نویس"]);
    let metadata = &articles[0].metadata;
    assert_eq!(metadata.authors, ["مریم رضایی"]);
    assert_eq!(metadata.published.unwrap().to_string(), "2024-04-06T09:30:00");
    assert_eq!(metadata.standfirst.as_deref(), Some("بازگشت پس از بیست سال."));
    assert_eq!(metadata.tags, ["شهر"]);
    assert_eq!(articles[0].body.len(), 3);
}

#[test]
fn older_feeds_are_read() {
    for text in [
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'><channel><title>F</title></channel><item rdf:about='http://a.example/1'><title>T</title><description>Text of it.</description></item></rdf:RDF>",
        "<r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns:x='http://my.netscape.com/rdf/simple/0.9/'><x:channel><x:title>F</x:title></x:channel><x:item><x:title>T</x:title><x:link>http://a.example/1</x:link><x:description>Text of it.</x:description></x:item></r:RDF>",
        "<CHANNEL HREF='http://a.example/'><TITLE>F</TITLE><ITEM HREF='1'><TITLE>T</TITLE><ABSTRACT>Text of it.</ABSTRACT></ITEM></CHANNEL>",
        "<feed version='0.3' xmlns='http://purl.org/atom/ns#'><title>F</title><entry><title>T</title><link rel='alternate' href='http://a.example/1'/><content mode='escaped' type='text/html'>&lt;p>Text of it.</content></entry></feed>",
        "<RSS version=0.91><Channel><Title>F<Item><Title>T</Title><Link>http://a.example/1</Link><Description>Text of it.",
    ] {
        let articles = read("a.xml", text).unwrap();
        let metadata = &articles[0].metadata;
        assert_eq!(
            (metadata.title.as_str(), metadata.url.as_deref()),
            ("T", Some("http://a.example/1")),
            "{text}"
        );
        assert_eq!(texts(&articles[0]), ["Text of it."], "{text}");
        assert!(metadata.source.as_deref().is_some_and(|source| source.starts_with('F')), "{text}");
    }
}

#[test]
fn a_feed_without_entries_tells_of_itself() {
    let articles = read("a.xml", "<rss><channel><title>المرفأ</title><description>أخبار المرفأ كل صباح.</description></channel></rss>").unwrap();
    assert_eq!(articles[0].metadata.title, "المرفأ");
    assert_eq!(texts(&articles[0]), ["أخبار المرفأ كل صباح."]);
    let empty = read("a.xml", "<CHANNEL LASTMOD='2024-03-23T14:35:00Z'></CHANNEL>").unwrap();
    assert_eq!(texts(&empty[0]), ["lastmod: 2024-03-23T14:35:00Z"]);
    let drawn =
        "<feed><title type='html'>&lt;img src='http://a.example/t.png' /&gt;</title></feed>";
    assert_eq!(texts(&read("a.xml", drawn).unwrap()[0]), ["http://a.example/t.png"]);
    let nothing = read("a.xml", "<rss><channel/></rss>");
    assert!(matches!(nothing, Err(Error::NoArticle(_))), "{nothing:?}");
}

#[test]
fn an_entry_without_words_tells_its_address_and_behind_a_headline_nothing_was_saved() {
    let item = |facts: &str| {
        let feed = format!("<rss><channel><title>F</title><item>{facts}</item></channel></rss>");
        read("a.xml", &feed).unwrap().remove(0)
    };
    let link = "<link>http://a.example/1</link>";
    let told = item(link);
    assert_eq!(told.metadata.title, "http://a.example/1");
    assert_eq!(texts(&told), ["link: http://a.example/1"]);
    assert!(item(&format!("<title>T</title>{link}")).body.is_empty());
}

#[test]
fn other_files_are_not_taken_for_feeds() {
    for text in [
        "<html><body><rss><channel><item><title>x</title></item></channel></rss><p>About feeds.</p></body></html>",
        "# About feeds\n\n```\n<rss><channel></channel></rss>\n```\n",
        "<?xml version='1.0'?><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns:z='http://www.zotero.org/namespaces/export#'><z:x/></rdf:RDF>",
    ] {
        let reading = format::read(&File::new("x", text.as_bytes()));
        assert!(reading.map_or(true, |reading| reading.parts[0].format != "feed"), "{text}");
    }
}
