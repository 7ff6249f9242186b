//! Lists of links written here, in the shapes that services give them out.

use crate::article::Article;
use crate::format;
use crate::format::File;

/// The format of a file and its records.
fn read(name: &str, text: &str) -> (&'static str, Vec<Article>) {
    let reading = format::read(&File::new(name, text.as_bytes())).expect("a list");
    let format = reading.parts[0].format;
    (format, reading.parts.into_iter().map(|part| part.article).collect())
}

fn saved(article: &Article) -> String {
    article.metadata.saved.map(|date| date.to_string()).unwrap_or_default()
}

fn tags(article: &Article) -> String {
    article.metadata.tags.join("|")
}

#[test]
fn tables_are_told_by_their_columns() {
    let url = "https://example.org/ferry";
    for (format, text) in [
        (
            "pocket-csv",
            format!("title,url,time_added,tags,status\nA,{url},1600322788,x|y,archive\n"),
        ),
        (
            "instapaper-csv",
            format!(
                "URL,Title,Selection,Folder,Timestamp,Tags\n{url},A,,Archive,1600322788,\"[\"\"x\"\",\"\"y\"\"]\"\n"
            ),
        ),
        (
            "raindrop-csv",
            format!(
                "id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite\n1,A,,,{url},Archive,\"x, y\",2020-09-17T06:06:28Z,,,true\n"
            ),
        ),
        (
            "matter-csv",
            format!(
                "Title,Author,Publisher,URL,Tags,Word Count,In Queue,Favorited,Read,Highlight_Count,Last Interaction Date,File Id\nA,B,C,{url},x;y,10,False,True,True,0,2020-09-17T06:06:28Z,1\n"
            ),
        ),
        (
            "readwise-csv",
            format!(
                "Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen\nA,{url},1,\"['x', 'y']\",2020-09-17 06:06:28+00:00,0.5,archive,True\n"
            ),
        ),
        (
            "wallabag-csv",
            format!(
                "Title;URL;Content;Tags;\"MIME Type\";Language;\"Creation date\"\nA;{url};\"<p>Words.</p>\";x,y;text/html;en;\"17/09/2020 06:06:28\"\n"
            ),
        ),
        (
            "links-csv",
            format!("name\tlink\tlabels\tadded\tread\nA\t{url}\tx,y\t2020-09-17T06:06:28Z\t1\n"),
        ),
    ] {
        let (found, articles) = read("export.csv", &text);
        assert_eq!(found, format);
        let [article] = &articles[..] else { panic!("{format}: one record") };
        assert_eq!(
            (article.metadata.title.as_str(), article.metadata.url.as_deref()),
            ("A", Some(url))
        );
        assert_eq!(tags(article), "x|y", "{format}");
        if format != "wallabag-csv" {
            assert_eq!(saved(article), "2020-09-17T06:06:28Z", "{format}");
            assert_eq!(article.given.read, Some(true), "{format}");
        }
        assert_eq!(article.body.is_empty(), format != "wallabag-csv");
    }
}

#[test]
fn cells_tell_more_than_words() {
    let text = "id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite\n\
        1,الميناء القديم,ملاحظة,,https://example.org/1,Sea / Harbours,,2024-03-01,,\"Highlight: the lamp\nNote: mine\nHighlight: the quay\",true\n\
        2,No page,,,about:blank,Unsorted,,,,,false\n";
    let (_, articles) = read("r.csv", text);
    let [article] = &articles[..] else { panic!("one link to the web") };
    assert_eq!(tags(article), "Sea|Harbours");
    assert_eq!(article.given.note.as_deref(), Some("ملاحظة"));
    assert_eq!(article.given.bookmarked, Some(true));
    assert_eq!(article.metadata.language.as_deref(), Some("ar"));
    let passages: Vec<_> = article.given.highlights.iter().map(|it| it.quote.as_str()).collect();
    assert_eq!(passages, ["the lamp", "the quay"]);
    assert_eq!(article.given.highlights[0].remark.as_deref(), Some("mine"));
    let readwise =
        "Title,URL,Saved date,Reading progress,Location\nA,https://example.org/a,,0.256,new\n";
    let given = &read("r.csv", readwise).1[0].given;
    assert_eq!((given.progress, given.read), (Some(26), Some(false)));
}

#[test]
fn folders_of_bookmarks_are_tags_and_remarks_are_notes() {
    let text = "<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<TITLE>Bookmarks</TITLE><H1>Bookmarks</H1>\n<DL><p>\n\
        <DT><H3 PERSONAL_TOOLBAR_FOLDER=\"true\">Bar</H3>\n<DL><p>\n\
        <DT><H3>Islands</H3>\n<DL><p>\n\
        <DT><A HREF=\"https://example.org/a?x=1&amp;y=2\" ADD_DATE=\"1600322788\" TAGS=\"sea,salt\" TOREAD=\"1\">Ferries &amp; lamps</A>\n\
        <DD>A remark &lt;here&gt;\n</DL><p>\n\
        <DT><A HREF=\"https://example.org/b\">עיתון</A>\n</DL><p>\n\
        <DT><A HREF=\"place:sort=8\">Recent</A>\n</DL><p>\n";
    let (format, articles) = read("bookmarks.html", text);
    assert_eq!((format, articles.len()), ("bookmarks", 2));
    let first = &articles[0];
    assert_eq!(first.metadata.title, "Ferries & lamps");
    assert_eq!(first.metadata.url.as_deref(), Some("https://example.org/a?x=1&y=2"));
    assert_eq!((tags(first).as_str(), first.given.read), ("sea|salt|Islands", Some(false)));
    assert_eq!(first.given.note.as_deref(), Some("A remark <here>"));
    assert_eq!((tags(&articles[1]).as_str(), articles[1].given.note.as_ref()), ("", None));
}

#[test]
fn lists_in_json_are_told_by_their_fields() {
    let karakeep = r#"{"bookmarks":[{"createdAt":1600322788,"title":"A","tags":["x"],"archived":true,"note":"N",
        "content":{"type":"link","url":"https://example.org/a"}},
        {"createdAt":1600322788,"title":"B","tags":[],"content":{"type":"text","text":"Words of a note."}}]}"#;
    let (format, articles) = read("k.json", karakeep);
    assert_eq!((format, articles.len()), ("karakeep", 2));
    assert_eq!(
        (articles[0].given.read, articles[0].given.note.as_deref()),
        (Some(true), Some("N"))
    );
    assert_eq!(articles[1].text(), "Words of a note.");
    let linkwarden = r#"{"name":"me","collections":[{"id":1,"name":"Sea","links":[]},{"id":2,"parentId":1,"name":"Islands",
        "links":[{"name":"A","url":"https://example.org/a","tags":[{"name":"x"}],"description":"D","createdAt":"2024-03-01T00:00:00Z"}]}]}"#;
    let (format, articles) = read("l.json", linkwarden);
    assert_eq!((format, tags(&articles[0]).as_str()), ("linkwarden", "x|Sea|Islands"));
    let goodlinks = r#"[{"url":"https://example.org/a","title":"A","tags":["x"],"starred":true,"addedAt":1600322788.5,"readAt":1600322789}]"#;
    let (format, articles) = read("g.json", goodlinks);
    assert_eq!(
        (format, articles[0].given.read, articles[0].given.bookmarked),
        ("links-json", Some(true), Some(true))
    );
    assert_eq!(saved(&articles[0]), "2020-09-17T06:06:28Z");
}

#[test]
fn lists_in_xml_are_links_or_say_why_not() {
    let posts = "<?xml version=\"1.0\"?><posts user=\"me\"><post href=\"https://example.org/a?x=1&amp;y=2\" time=\"2024-03-01T00:00:00Z\" \
        description=\"A &amp; B\" extended=\"N\" tag=\"x y\" toread=\"yes\" /></posts>";
    let (format, articles) = read("p.xml", posts);
    assert_eq!(
        (format, articles[0].metadata.title.as_str(), tags(&articles[0]).as_str()),
        ("pinboard-xml", "A & B", "x|y")
    );
    assert_eq!(
        (articles[0].given.read, articles[0].given.note.as_deref()),
        (Some(false), Some("N"))
    );
    let feeds = "<opml version=\"2.0\"><body><outline text=\"A\" xmlUrl=\"https://example.org/feed\"/></body></opml>";
    let error = format::read(&File::new("feeds.opml", feeds.as_bytes())).unwrap_err();
    assert!(error.to_string().starts_with("a list of feeds"), "{error}");
    let links = "<opml version=\"2.0\"><body><outline text=\"A\" type=\"link\" url=\"https://example.org/a\"/></body></opml>";
    assert_eq!(read("links.opml", links).1[0].metadata.title, "A");
}

#[test]
fn addresses_alone_are_links_too() {
    let (format, articles) =
        read("a.txt", "# mine\nhttps://example.org/a\n\nhttps://example.org/b\n");
    assert_eq!((format, articles.len()), ("urls", 2));
    for (name, text) in [
        ("Ferry.url", "[InternetShortcut]\r\nURL=https://example.org/a\r\n"),
        (
            "Ferry.webloc",
            "<?xml version=\"1.0\"?><plist><dict><key>URL</key><string>https://example.org/a</string></dict></plist>",
        ),
    ] {
        let (format, articles) = read(name, text);
        assert_eq!((format, articles[0].metadata.title.as_str()), ("shortcut", "Ferry"));
    }
    let (format, articles) =
        read(".later.toml", "read_later = [\n  \"sea/feed/the-ferry.md\",\n]\n");
    assert_eq!((format, articles[0].metadata.title.as_str()), ("bulletty-later", "the ferry"));
    assert_eq!(articles[0].text_in, ["sea/feed/the-ferry.md", "categories/sea/feed/the-ferry.md"]);
}

#[test]
fn what_only_speaks_of_lists_is_none() {
    for (name, text, format) in [
        ("a.md", "# Exports\n\nPocket wrote title,url,time_added,tags,status.\n", "markdown"),
        (
            "a.txt",
            "A headline\n\nhttps://example.org/a\n\nWords of an article that goes on.\n",
            "plain",
        ),
        (
            "a.html",
            "<!DOCTYPE html><title>Bookmarks</title><p>The NETSCAPE-Bookmark-file-1 is old, and here are words.</p>",
            "html",
        ),
        ("a.csv", "title,price\nBread,2\n", "plain"),
        (
            "a.txt",
            "title, url and all that\n\nIt was a long way from the title, said the url.\n",
            "plain",
        ),
    ] {
        assert_eq!(read(name, text).0, format, "{text}");
    }
}

#[test]
fn broken_lists_are_read_as_far_as_they_go() {
    for text in [
        "title,url,time_added,tags,status\n\"A,https://example.org/a,1,,unread\n",
        "title,url,time_added,tags,status\nA\n",
        "<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL><DT><H3>A<DL><DT><A HREF=\"https://example.org/a\">B",
        "<!DOCTYPE NETSCAPE-Bookmark-file-1>\n</DL></DL><DD>x<DD><A>",
        "<posts><post href=\"https://example.org/a\" description=\"A\"/><post href=",
        "<opml><body><outline url=\"https://example.org/a\"><<",
        "read_later = [",
        "[InternetShortcut]\nURL=javascript:alert(1)\n",
    ] {
        // An error or a list; no panic.
        let _read = format::read(&File::new("x", text.as_bytes()));
    }
    let deep = format!("<!DOCTYPE NETSCAPE-Bookmark-file-1>{}", "<DL><H3>x</H3>".repeat(50_000));
    assert!(format::read(&File::new("deep.html", deep.as_bytes())).is_err());
}
