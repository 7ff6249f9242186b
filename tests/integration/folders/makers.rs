//! Folders as programs lay them out, of our own stories.

use super::stories::{Story, story};

/// Omnivore: records, texts, passages marked; of the second the text is missing, the third says nothing.
pub(super) fn omnivore() -> Vec<(String, Vec<u8>)> {
    let record = |number: usize, state: &str, progress: u8, labels: &str| {
        let Story { title, url, author, slug, .. } = story(number);
        format!(
            "{{\"id\":\"{number}\",\"slug\":\"{slug}-192da4f0c1b\",\"title\":\"{title}\",\"description\":\"\",\
             \"author\":\"{author}\",\"url\":\"{url}\",\"state\":\"{state}\",\"readingProgress\":{progress},\
             \"thumbnail\":null,\"labels\":[{labels}],\"savedAt\":\"2024-10-29T16:30:11.000Z\",\
             \"updatedAt\":\"2024-10-30T16:30:11.000Z\",\"publishedAt\":\"2024-10-28T00:00:00.000Z\"}}"
        )
    };
    let records = [
        record(0, "Active", 43, "\"sea\",\"بحر\""),
        record(1, "Archived", 100, "\"RSS\""),
        record(2, "Active", 0, ""),
    ];
    let content = |number: usize| {
        let Story { slug, .. } = story(number);
        let bytes = story(number).body().replace("<p>", "<p data-omnivore-anchor-idx=\"2\">");
        (format!("content/{slug}-192da4f0c1b.html"), format!("<DIV class=\"page\">{bytes}</DIV>"))
    };
    let first = story(0);
    let quote: Vec<&str> = first.paragraphs[1].split(' ').take(8).collect();
    let files = vec![
        ("metadata_0_to_20.json".into(), format!("[{}]", records.join(",\n"))),
        content(0),
        content(2),
        (
            format!("highlights/{}-192da4f0c1b.md", first.slug),
            format!("> {} \n\n#note\n\nyes\n\n", quote.join(" ")),
        ),
    ];
    files.into_iter().map(|(path, text)| (path, text.into_bytes())).collect()
}

/// `ArchiveBox` up to its edition 0.7, two snapshots.
pub(super) fn archive_box() -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<(String, Vec<u8>)> = vec![
        ("index.sqlite3".into(), b"SQLite format 3\0\0\0".to_vec()),
        ("ArchiveBox.conf".into(), b"[SERVER_CONFIG]\nSECRET_KEY = x\n".to_vec()),
        ("index.html".into(), b"<html><title>Index</title><p>2 snapshots</p></html>".to_vec()),
        ("index.json".into(), b"{\"info\":\"This is an index of site data\"}".to_vec()),
        ("robots.txt".into(), b"User-agent: *\nDisallow: /\n".to_vec()),
        ("favicon.ico".into(), b"\0\0\x01\0".to_vec()),
        ("sources/1709251200-import.txt".into(), b"https://shore.example/news/story-4\n".to_vec()),
        ("logs/errors.log".into(), b"none\n".to_vec()),
        ("logs/schedule.txt".into(), b"none\n".to_vec()),
    ];
    for (at, number) in [("1709251200.0", 4), ("1709251260.5", 5)] {
        let it = story(number);
        let Story { title, url, slug, .. } = &it;
        let index = format!(
            "{{\"base_url\":\"{0}\",\"bookmarked_date\":\"2024-03-01 00:00\",\"canonical\":{{\"wget_path\":\
             \"{1}/news/{slug}.html\",\"singlefile_path\":\"singlefile.html\"}},\"domain\":\"{1}\",\
             \"history\":{{\"wget\":[{{\"cmd\":[\"wget\"],\"output\":\"{1}/news/{slug}.html\",\"status\":\"succeeded\"}}]}},\
             \"is_static\":false,\"link_dir\":\"archive/{at}\",\"schema\":\"Link\",\"sources\":[\"cli\"],\
             \"tags\":\"sea,مدن\",\"timestamp\":\"{at}\",\"title\":\"{title}\",\"url\":\"{url}\"}}",
            url.trim_start_matches("https://"),
            it.host(),
        );
        let mut add = |name: &str, bytes: &[u8]| {
            files.push((format!("archive/{at}/{name}"), bytes.to_vec()));
        };
        add("index.json", index.as_bytes());
        add("index.html", b"<html><title>Snapshot</title><p>Saved by ArchiveBox</p></html>");
        add("headers.json", b"{\"Content-Type\":\"text/html\",\"status\":200}");
        add("favicon.ico", b"\0\0\x01\0");
        add(
            "readability/content.html",
            format!("<div id=\"readability-page-1\">{}</div>", it.body()).as_bytes(),
        );
        add("readability/content.txt", it.paragraphs.join("\n").as_bytes());
        let meta = format!(
            "{{\"title\":\"{title}\",\"byline\":null,\"length\":900,\"excerpt\":\"x\",\"siteName\":null}}"
        );
        add("readability/article.json", meta.as_bytes());
        add("mercury/content.html", it.body().as_bytes());
        add("mercury/content.txt", it.paragraphs.join("\n").as_bytes());
        add("mercury/article.json", meta.as_bytes());
        add(
            "singlefile.html",
            it.page_after("<!--\n Page saved with SingleFile \n url: x \n-->").as_bytes(),
        );
        add("output.html", it.page().as_bytes());
        add("output.pdf", b"%PDF-1.7 \0\0");
        add("screenshot.png", b"\x89PNG");
        add("htmltotext.txt", it.paragraphs.join("\n").as_bytes());
        add("warc/1709251200.warc.gz", b"\x1f\x8b\x08\0");
        add("media/talk.mp4", b"\0\0\0 ftyp");
        add("media/talk.info.json", b"{\"id\":\"x\"}");
        add("media/talk.en.vtt", b"WEBVTT\n");
        add(&format!("{}/news/{slug}.html", it.host()), it.page().as_bytes());
        add(&format!("{}/robots.txt", it.host()), b"User-agent: *\n");
        add(&format!("{}/style.css@v=2.css", it.host()), b"p{}");
    }
    files
}

/// A Maildir: read and flagged, read, new; one still being delivered.
pub(super) fn maildir() -> Vec<(String, Vec<u8>)> {
    let mail = |number: usize, subject: bool| {
        let it = story(number);
        let subject = if subject { format!("Subject: {}\r\n", it.title) } else { String::new() };
        format!(
            "Return-Path: <feeds@a.example>\r\nFrom: {} <feeds@a.example>\r\nTo: me@a.example\r\n{subject}\
             Date: Tue, 05 Mar 2024 08:00:00 +0000\r\nMessage-ID: <{number}@a.example>\r\nX-RSS-URL: {}\r\n\
             X-RSS-TAGS: sea, news\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\
             Content-Transfer-Encoding: 8bit\r\n\r\n<body dir=\"auto\"><div class=\"entry\"><h1 class=\"header\">\
             <a href=\"{}\">{}</a></h1><div class=\"body\">{}</div><div class=\"footer\"><p>URL: <a href=\"{}\">{}</a></p>\
             </div></div></body>\r\n",
            it.author,
            it.url,
            it.url,
            it.title,
            it.body(),
            it.url,
            it.url
        )
    };
    let files = [
        ("cur/1709625600.M1P2.host:2,FS", mail(6, true)),
        ("cur/1709625601.M1P2.host:2,S", mail(7, true)),
        ("new/1709625602.M1P2.host", mail(8, false)),
        ("tmp/1709625603.M1P2.host", mail(9, true)),
        ("dovecot-uidlist", "3 V1709 N4\n1 :1709625600.M1P2.host\n".to_owned()),
        ("dovecot.index", "\u{1}\0\0\0".to_owned()),
        ("dovecot.index.log", "\0".to_owned()),
        ("maildirfolder", String::new()),
        ("subscriptions", "INBOX\n".to_owned()),
    ];
    files.into_iter().map(|(path, text)| (path.to_owned(), text.into_bytes())).collect()
}

pub(super) fn mailbox(numbers: [usize; 2]) -> String {
    let mail = |(at, number): (usize, usize)| {
        let it = story(number);
        format!(
            "From feeds@a.example Tue Mar 05 08:00:0{at} 2024\nFrom: \"{}\" <feeds@a.example>\nSubject: {}\n\
             Date: Tue, 05 Mar 2024 08:00:00 +0000\nMessage-ID: <{number}@a.example>\nStatus: {}\n\
             Content-Type: text/plain; charset=utf-8\n\n{}\n",
            it.author,
            it.title,
            if at == 0 { "RO\nX-Status: F" } else { "O" },
            it.paragraphs.join("\n\n") + "\n"
        )
    };
    numbers.into_iter().enumerate().map(mail).collect()
}

pub(super) fn wallabag(numbers: [usize; 2]) -> String {
    let record = |(at, number): (usize, usize)| {
        let it = story(number);
        let body = serde_json::to_string(&it.body()).unwrap();
        format!(
            "{{\"is_archived\":{at},\"is_starred\":{},\"id\":{number},\"uid\":null,\"title\":\"{}\",\"url\":\"{}\",\
             \"content\":{body},\"created_at\":\"2024-03-06T11:55:58+0200\",\"updated_at\":\"2024-03-06T11:55:58+0200\",\
             \"published_at\":\"2024-03-05T08:00:00+0000\",\"published_by\":[\"{}\"],\"annotations\":[],\
             \"mimetype\":\"text/html\",\"language\":\"{}\",\"reading_time\":1,\"domain_name\":\"{}\",\"tags\":[\"wall\"]}}",
            1 - at,
            it.title,
            it.url,
            it.author,
            it.language,
            it.host()
        )
    };
    let records: Vec<String> = numbers.into_iter().enumerate().map(record).collect();
    format!("[{}]", records.join(","))
}

/// Pocket's list; titles may be the addresses.
pub(super) fn pocket(numbers: &[usize]) -> String {
    let mut csv = "title,url,time_added,tags,status\n".to_owned();
    for (at, &number) in numbers.iter().enumerate() {
        let it = story(number);
        let url = it.url.replace("https://", "http://www.") + "/?utm_source=pocket&utm_medium=x";
        let title = if at % 2 == 0 { it.title.clone() } else { url.clone() };
        let status = if at % 2 == 0 { "archive" } else { "unread" };
        csv += &format!("\"{title}\",{url},1709625600,pocket|later,{status}\n");
    }
    csv
}

pub(super) fn bookmarks(numbers: &[usize]) -> String {
    let item = |&number: &usize| {
        let it = story(number);
        let url = it.url.replace("https://", "https://m.");
        format!(
            "<DT><A HREF=\"{url}?fbclid=a1&amp;utm_campaign=z#top\" ADD_DATE=\"1709625600\" TAGS=\"shelf\">{}</A>\n",
            it.title
        )
    };
    let items: String = numbers.iter().map(item).collect();
    format!(
        "<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<META HTTP-EQUIV=\"Content-Type\" CONTENT=\"text/html; charset=UTF-8\">\n\
         <TITLE>Bookmarks</TITLE>\n<H1>Bookmarks</H1>\n<DL><p>\n<DT><H3>To read</H3>\n<DL><p>\n{items}</DL><p>\n</DL><p>\n"
    )
}

/// A vault of Obsidian's: notes, a clipping twice, pictures, settings.
pub(super) fn vault() -> Vec<(String, Vec<u8>)> {
    let clip = |number: usize, extra: &str| {
        let it = story(number);
        format!(
            "---\ntitle: \"{}\"\nsource: \"{}\"\nauthor:\n  - \"[[{}]]\"\npublished: 2024-03-05\ncreated: 2024-03-06\n\
             description: \"\"\ntags:\n  - \"clippings\"\n---\n{}{extra}",
            it.title,
            it.url,
            it.author,
            it.markdown()
        )
    };
    let files = [
        (".obsidian/app.json".to_owned(), "{}".to_owned()),
        (".obsidian/workspace.json".into(), "{}".into()),
        (".trash/old.md".into(), "# Old\n\nGone.\n".into()),
        (format!("Clippings/{}.md", story(10).title), clip(10, "\n![[harbour.png]]\n")),
        (format!("Clippings/{} 1.md", story(10).title), clip(10, "\n")),
        (format!("Clippings/{}.md", story(11).title), clip(11, "")),
        (
            "Notes/Plan.md".into(),
            "# Plan\n\nSee [[harbour.png]] and ![[talk.pdf]] and [[Clippings]].\n".into(),
        ),
        ("Notes/Board.canvas".into(), "{\"nodes\":[]}".into()),
        ("Notes/Table.base".into(), "views:\n  - type: table\n".into()),
        ("attachments/harbour.png".into(), "\u{1}PNG".into()),
        ("attachments/talk.pdf".into(), "%PDF-1.7\n".into()),
        ("Templates/Clip.md".into(), "---\ntitle: \"{{title}}\"\n---\n{{content}}\n".into()),
        ("Empty.md".into(), String::new()),
    ];
    files.into_iter().map(|(path, text)| (path, text.into_bytes())).collect()
}

/// A library of bulletty's.
pub(super) fn bulletty() -> Vec<(String, Vec<u8>)> {
    let entry = |number: usize, seen: bool| {
        let it = story(number);
        let text = format!(
            "+++\ntitle = \"{}\"\ndescription = \"\"\ndate = \"2024-03-05T08:00:00Z\"\nurl = \"{}\"\nauthor = \"{}\"\n\
             text = \"\"\nlastupdated = \"2024-03-06T08:00:00Z\"\nseen = {seen}\n+++\n\n{}",
            it.title,
            it.url,
            it.author,
            it.markdown()
        );
        (format!("categories/sea/shore/{}.md", it.slug), text)
    };
    let files = [
        entry(12, true),
        entry(13, false),
        ("categories/sea/shore/.feed.toml".into(), "title = \"The Shore\"\ndescription = \"\"\nurl = \"https://shore.example\"\nfeed_url = \"https://shore.example/feed\"\nauthor = \"\"\nslug = \"shore\"\nlastupdated = \"2024-03-06T08:00:00Z\"\n".into()),
        (".later.toml".into(), format!("read_later = [\"sea/shore/{}.md\"]\n", story(13).slug)),
    ];
    files.into_iter().map(|(path, text)| (path, text.into_bytes())).collect()
}

/// Jekyll's and Hugo's sources.
pub(super) fn site() -> Vec<(String, Vec<u8>)> {
    let (one, two, three) = (story(14), story(15), story(16));
    let files = [
        ("_config.yml".to_owned(), "title: My site\nbaseurl: /x\n".to_owned()),
        ("hugo.toml".into(), "baseURL = 'https://a.example'\ntitle = 'My site'\n".into()),
        ("Gemfile".into(), "source \"https://rubygems.org\"\ngem \"jekyll\"\n".into()),
        (
            format!("_posts/2024-03-05-{}.md", one.slug),
            format!(
                "---\nlayout: post\ntitle: {}\ncategories: [sea]\n---\n{}",
                one.title,
                one.markdown()
            ),
        ),
        (
            format!("_posts/2024-03-06-{}.html", two.slug),
            format!("---\nlayout: post\ntitle: \"{}\"\n---\n{}", two.title, two.body()),
        ),
        (
            format!("content/posts/{}/index.md", three.slug),
            format!(
                "+++\ntitle = '{}'\ndate = 2024-03-07T08:00:00Z\ntags = ['sea']\n+++\n\n![](cover.jpg)\n\n{}",
                three.title,
                three.markdown()
            ),
        ),
        (format!("content/posts/{}/cover.jpg", three.slug), "\u{1}JPG".into()),
        (format!("content/posts/{}/chart.svg", three.slug), "<svg/>".into()),
        ("content/posts/_index.md".into(), "+++\ntitle = 'Posts'\n+++\n".into()),
        ("layouts/index.html".into(), "{{ define \"main\" }}{{ .Content }}{{ end }}".into()),
        ("static/app.js".into(), "x()".into()),
    ];
    files.into_iter().map(|(path, text)| (path, text.into_bytes())).collect()
}

/// Pages as browsers and their extensions save them, all of the same two articles.
pub(super) fn pages() -> Vec<(String, Vec<u8>)> {
    let (one, two) = (story(17), story(18));
    let comment = format!(
        "<!--\n Page saved with SingleFile \n url: {} \n saved date: Wed Mar 06 2024 10:00:00 GMT+0200 (x) \n-->",
        one.url
    );
    let single = one.page_after(&comment);
    let clip = format!(
        "---\ntitle: {}\nurl: {}?utm_source=clip\n---\n\n{}",
        one.title,
        one.url,
        one.markdown()
    );
    let saved =
        format!("<!-- saved from url=({:04}){} -->\n{}", two.url.len(), two.url, two.page());
    let files = [
        (format!("{}.html", one.title), single),
        (format!("{}.md", one.slug), clip),
        (format!("{}.html", two.title), saved.clone()),
        (format!("{}_files/frame.html", two.title), "<p>An advertisement</p>".into()),
        (format!("{}_files/style.css", two.title), "p{}".into()),
        (format!("{}_files/saved_resource.html", two.title), "<p>x</p>".into()),
    ];
    files.into_iter().map(|(path, text)| (path, text.into_bytes())).collect()
}

pub(super) fn feed(count: usize) -> String {
    let item = |number: usize| {
        let it = story(number);
        format!(
            "<item><title>{}</title><link>{}</link><guid>{}</guid><pubDate>Tue, 05 Mar 2024 08:00:00 +0000</pubDate>\
             <dc:creator>{}</dc:creator><category>sea</category><content:encoded><![CDATA[{}]]></content:encoded></item>\n",
            it.title,
            it.url,
            it.url,
            it.author,
            it.body()
        )
    };
    let items: String = (100..100 + count).map(item).collect();
    format!(
        "<?xml version=\"1.0\"?><rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel><title>The Shore</title><link>https://shore.example</link>\
         <description>x</description>{items}</channel></rss>"
    )
}

pub(super) fn mhtml(number: usize) -> String {
    let it = story(number);
    format!(
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: {0}\r\nSubject: {1}\r\nDate: Wed, 6 Mar 2024 10:00:00 -0000\r\n\
         MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"----Boundary\"\r\n\r\n\
         ------Boundary\r\nContent-Type: text/html; charset=utf-8\r\nContent-ID: <f@mhtml.blink>\r\n\
         Content-Transfer-Encoding: 8bit\r\nContent-Location: {0}\r\n\r\n{2}\r\n------Boundary--\r\n",
        it.url,
        it.title,
        it.page()
    )
}

/// A book of two articles, as services give out reading lists.
pub(super) fn book(numbers: [usize; 2]) -> Vec<u8> {
    let mut files: Vec<(String, Vec<u8>)> = vec![
        ("mimetype".into(), b"application/epub+zip".to_vec()),
        (
            "META-INF/container.xml".into(),
            b"<?xml version=\"1.0\"?><container><rootfiles><rootfile full-path=\"OPS/book.opf\" \
              media-type=\"application/oebps-package+xml\"/></rootfiles></container>"
                .to_vec(),
        ),
    ];
    let (mut items, mut spine, mut nav) = (String::new(), String::new(), String::new());
    for number in numbers {
        let it = story(number);
        items += &format!(
            "<item id=\"c{number}\" href=\"c{number}.xhtml\" media-type=\"application/xhtml+xml\"/>"
        );
        spine += &format!("<itemref idref=\"c{number}\"/>");
        nav += &format!("<li><a href=\"c{number}.xhtml\">{}</a></li>", it.title);
        let page = format!(
            "<html xml:lang=\"{}\"><body><h1>{}</h1>{}</body></html>",
            it.language,
            it.title,
            it.body()
        );
        files.push((format!("OPS/c{number}.xhtml"), page.into_bytes()));
    }
    let opf = format!(
        "<package><metadata><dc:title>Reading list</dc:title><dc:creator>wallabag</dc:creator></metadata><manifest>\
         <item id=\"nav\" href=\"nav.xhtml\" properties=\"nav\"/>{items}</manifest><spine>{spine}</spine></package>"
    );
    files.push(("OPS/book.opf".into(), opf.into_bytes()));
    let nav = format!("<html><body><nav epub:type=\"toc\"><ol>{nav}</ol></nav></body></html>");
    files.push(("OPS/nav.xhtml".into(), nav.into_bytes()));
    super::packed::zip(&files)
}

/// What Readeck gives out: a zip of pages with pictures, or Markdown.
pub(super) fn readeck() -> Vec<(String, Vec<u8>)> {
    let (one, two) = (story(21), story(22));
    let markdown = format!(
        "---\ntitle: {}\nsaved: \"2024-03-06\"\npublished: \"2024-03-05\"\nwebsite: {}\nsource: {}\nauthors: [\"{}\"]\nlabels: [\"sea\"]\n---\n\n# {}\n\n{}",
        one.title,
        one.host(),
        one.url,
        one.author,
        one.title,
        one.markdown()
    );
    vec![
        (format!("2024-03-06-{}.md", one.slug), markdown.into_bytes()),
        (format!("2024-03-06-{}/img.jpg", one.slug), b"\xff\xd8".to_vec()),
        (format!("2024-03-06-{}.html", two.slug), two.page().into_bytes()),
    ]
}
