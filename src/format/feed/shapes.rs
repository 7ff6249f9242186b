//! Feeds in the shapes that sites and programs give them, one a row, and all that is read of each.

use crate::article::Block;
use crate::article::Rich;
use crate::format;
use crate::format::File;

/// The feed; how many articles, then of the first title, source, authors, date, address, language
/// and texts.
#[rustfmt::skip]
const SHAPES: &[(&str, &str)] = &[
    ("<?xml version=\"1.0\"?><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns=\"http://my.netscape.com/rdf/simple/0.9/\"><channel><title>Harbour</title><link>http://h.example/</link><description>d</description></channel><item><title>Boats</title><link>http://h.example/1</link></item></rdf:RDF>",
     "1 | Boats | Harbour |  |  | http://h.example/1 |  | "),
    ("<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns=\"http://purl.org/rss/1.0/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel rdf:about=\"http://h.example/\"><title>H</title><dc:language>fr</dc:language></channel><item rdf:about=\"http://h.example/1\"><title>Le port</title><link>http://h.example/1</link><dc:creator>Ada Venn</dc:creator><dc:date>2024-03-23T14:35+01:00</dc:date><dc:subject>Mer</dc:subject><description>Court.</description><content:encoded><![CDATA[<p>Le vieux port a rouvert samedi.</p>]]></content:encoded></item></rdf:RDF>",
     "1 | Le port | H | Ada Venn | 2024-03-23T14:35:00+01:00 | http://h.example/1 | fr | Le vieux port a rouvert samedi."),
    ("<feed version=\"0.3\" xmlns=\"http://purl.org/atom/ns#\" xml:lang=\"he\"><title mode=\"escaped\" type=\"text/html\">&lt;i&gt;הנמל&lt;/i&gt;</title><author><name>נועה לוי</name></author><entry><title>הסירות חזרו</title><link rel=\"alternate\" type=\"text/html\" href=\"http://h.example/1\"/><issued>2024-03-23T14:35:00+02:00</issued><modified>2024-04-01T00:00:00Z</modified><content type=\"text/html\" mode=\"escaped\">&lt;p&gt;הסירות חזרו אל הנמל הישן.&lt;/p&gt;</content></entry></feed>",
     "1 | הסירות חזרו | הנמל | נועה לוי | 2024-03-23T14:35:00+02:00 | http://h.example/1 | he | הסירות חזרו אל הנמל הישן."),
    ("<rss version=\"2.0\" xmlns:itunes=\"http://www.itunes.com/dtds/podcast-1.0.dtd\"><channel><title>پادکست بندر</title><language>fa-IR</language><itunes:author>مریم رضایی</itunes:author><item><title>قسمت اول</title><itunes:summary>دربارهٔ بندر کهنه و ماهیگیران آن.</itunes:summary><enclosure url=\"https://h.example/1.mp3\" type=\"audio/mpeg\" length=\"1\"/><guid isPermaLink=\"false\">x-1</guid><pubDate>Sat, 23 Mar 2024 14:35:00 +0330</pubDate><itunes:duration>10:00</itunes:duration></item></channel></rss>",
     "1 | قسمت اول | پادکست بندر | مریم رضایی | 2024-03-23T14:35:00+03:30 |  | fa-IR | دربارهٔ بندر کهنه و ماهیگیران آن. / 1.mp3"),
    ("<feed xmlns:yt=\"http://www.youtube.com/xml/schemas/2015\" xmlns:media=\"http://search.yahoo.com/mrss/\" xmlns=\"http://www.w3.org/2005/Atom\"><title>Harbour TV</title><entry><id>yt:video:abc</id><yt:videoId>abc</yt:videoId><title>Boats come home</title><link rel=\"alternate\" href=\"https://www.youtube.com/watch?v=abc\"/><author><name>Harbour TV</name><uri>https://www.youtube.com/channel/x</uri></author><published>2024-03-23T14:35:00+00:00</published><media:group><media:title>Boats come home</media:title><media:content url=\"https://www.youtube.com/v/abc\" type=\"x\"/><media:description>The boats come home after eleven days.\n\nSecond paragraph.</media:description></media:group></entry></feed>",
     "1 | Boats come home | Harbour TV |  | 2024-03-23T14:35:00Z | https://www.youtube.com/watch?v=abc |  | The boats come home after eleven days. / Second paragraph. / abc"),
    ("<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>harbours</title><entry><author><name>/u/ada</name><uri>https://www.reddit.com/user/ada</uri></author><category term=\"harbours\" label=\"r/harbours\"/><content type=\"html\">&lt;!-- SC_OFF --&gt;&lt;div class=&quot;md&quot;&gt;&lt;p&gt;Which harbour is best?&lt;/p&gt;&lt;/div&gt;&lt;!-- SC_ON --&gt;</content><id>t3_x</id><link href=\"https://www.reddit.com/r/harbours/comments/x/\"/><updated>2024-03-23T14:35:00+00:00</updated><title>Best harbour</title></entry></feed>",
     "1 | Best harbour | harbours | ada | 2024-03-23T14:35:00Z | https://www.reddit.com/r/harbours/comments/x/ |  | Which harbour is best?"),
    ("<feed xmlns=\"http://www.w3.org/2005/Atom\" xmlns:thr=\"http://purl.org/syndication/thread/1.0\"><id>tag:blogger.com,1999:blog-1</id><title type=\"text\">دفتر المرفأ</title><entry><id>tag:blogger.com,1999:blog-1.post-2</id><published>2024-03-23T14:35:00.001+02:00</published><updated>2024-03-24T00:00:00.002+02:00</updated><category scheme=\"http://www.blogger.com/atom/ns#\" term=\"بحر\"/><title type=\"text\">يوم في المرفأ</title><content type=\"html\">&lt;div dir=\"rtl\"&gt;قضيت يومًا في المرفأ.&lt;br /&gt;&lt;br /&gt;ثم عدت.&lt;/div&gt;</content><link rel=\"replies\" href=\"https://h.example/feeds/2/comments\"/><link rel=\"edit\" href=\"https://h.example/edit\"/><link rel=\"self\" href=\"https://h.example/self\"/><link rel=\"alternate\" type=\"text/html\" href=\"https://h.example/2024/03/day.html\" title=\"x\"/><author><name>سلمى بن يوسف</name><email>noreply@blogger.com</email></author><thr:total>0</thr:total></entry></feed>",
     "1 | يوم في المرفأ | دفتر المرفأ | سلمى بن يوسف | 2024-03-23T14:35:00+02:00 | https://h.example/2024/03/day.html | ar | قضيت يومًا في المرفأ. / ثم عدت."),
    ("<rss xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" version=\"2.0\"><channel><title><![CDATA[Harbour Letter]]></title><item><title><![CDATA[On quays]]></title><description><![CDATA[Notes from the wall]]></description><link>https://h.substack.example/p/on-quays</link><guid isPermaLink=\"false\">https://h.substack.example/p/on-quays</guid><dc:creator><![CDATA[Ada Venn]]></dc:creator><pubDate>Sat, 23 Mar 2024 14:35:00 GMT</pubDate><content:encoded><![CDATA[<p>Quays are walls that ships lie at.</p><div class=\"subscription-widget-wrap\"><form><input type=\"email\"/></form></div>]]></content:encoded></item></channel></rss>",
     "1 | On quays | Harbour Letter | Ada Venn | 2024-03-23T14:35:00Z | https://h.substack.example/p/on-quays | en | Quays are walls that ships lie at."),
    ("<rss version=\"2.0\" xmlns:media=\"http://search.yahoo.com/mrss/\"><channel><title>Ada</title><description>Public posts from @ada</description><item><guid isPermaLink=\"true\">https://m.example/@ada/1</guid><link>https://m.example/@ada/1</link><pubDate>Sat, 23 Mar 2024 14:35:00 +0000</pubDate><description>&lt;p&gt;The boats are back! &lt;a href=&quot;https://m.example/tags/sea&quot;&gt;#&lt;span&gt;sea&lt;/span&gt;&lt;/a&gt;&lt;/p&gt;</description><category>sea</category></item></channel></rss>",
     "1 | The boats are back! | Ada |  | 2024-03-23T14:35:00Z | https://m.example/@ada/1 | en | The boats are back! #sea"),
    ("<feed xmlns=\"http://www.w3.org/2005/Atom\" xmlns:arxiv=\"http://arxiv.org/schemas/atom\"><title type=\"html\">ArXiv Query</title><entry><id>http://arxiv.org/abs/2403.1v1</id><updated>2024-03-23T00:00:00Z</updated><published>2024-03-20T00:00:00Z</published><title>Harbours as\n  graphs</title><summary>  We study harbours.\n We find ships.\n</summary><author><name>Ada Venn</name><arxiv:affiliation>X</arxiv:affiliation></author><author><name>Tom Baraka</name></author><link href=\"http://arxiv.org/abs/2403.1v1\" rel=\"alternate\" type=\"text/html\"/><link title=\"pdf\" href=\"http://arxiv.org/pdf/2403.1v1\" rel=\"related\"/><category term=\"cs.HB\" scheme=\"x\"/></entry></feed>",
     "1 | Harbours as graphs | ArXiv Query | Ada Venn, Tom Baraka | 2024-03-20T00:00:00Z | http://arxiv.org/abs/2403.1v1 | en | We study harbours. We find ships."),
    ("<rss><channel><title>H</title><item><title>&lt;b&gt;Bold&lt;/b&gt; boats &amp;amp; quays</title><description>Words of the text.</description></item></channel></rss>",
     "1 | Bold boats & quays | H |  |  |  | en | Words of the text."),
    ("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:base=\"https://h.example/blog/\"><title>H</title><entry xml:base=\"2024/\"><title>T</title><link href=\"boats.html\"/><content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\"><p>See <a href=\"map.html\">map</a>.</p></div></content></entry></feed>",
     "1 | T | H |  |  | https://h.example/blog/2024/boats.html |  | See map."),
    ("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\"><title>H</title><entry xml:lang=\"ar\"><title>المرفأ</title><content type=\"html\" xml:lang=\"ar\">&lt;p&gt;فتح المرفأ أبوابه صباحًا.&lt;/p&gt;</content></entry><entry><title>Harbour</title><content type=\"html\">&lt;p&gt;The harbour opened in the morning.&lt;/p&gt;</content></entry></feed>",
     "2 | المرفأ | H |  |  |  | ar | فتح المرفأ أبوابه صباحًا."),
    ("<rss><channel><title>Planet</title><item><title>T</title><source url=\"http://o.example/rss\">Origin Daily</source><description>Words of it.</description></item></channel></rss>",
     "1 | T | Origin Daily |  |  |  | en | Words of it."),
    ("<rss xmlns:feedburner=\"http://rssnamespace.org/feedburner/ext/1.0\"><channel><title>H</title><item><title>T</title><link>http://feedproxy.google.com/~r/x</link><feedburner:origLink>https://h.example/real</feedburner:origLink><description>Words of it.</description></item></channel></rss>",
     "1 | T | H |  |  | https://h.example/real | en | Words of it."),
    ("<rss version=\"2.0\"><channel><link>https://h.example/</link><rights>All of them</rights></channel></rss>",
     "1 | h.example | h.example |  |  | https://h.example/ | en | rights: All of them"),
    ("<rss><channel><title>A</title><item><title>1</title><description>one text here</description></item></channel><channel><title>B</title><item><title>2</title><description>two text here</description></item></channel></rss>",
     "2 | 1 | A |  |  |  | en | one text here"),
    ("<rss><channel><title>روزنامہ بندرگاہ</title><language>ur-PK</language><item><title>کشتیاں واپس آ گئیں</title><description>کشتیاں بیس برس بعد پرانی بندرگاہ پر واپس آ گئیں۔</description><pubDate>ہفتہ 23 مارچ 2024</pubDate></item></channel></rss>",
     "1 | کشتیاں واپس آ گئیں | روزنامہ بندرگاہ |  | 2024-03-23 |  | ur-PK | کشتیاں بیس برس بعد پرانی بندرگاہ پر واپس آ گئیں۔"),
];

#[test]
fn every_shape_gives_all_its_facts() {
    for (xml, expected) in SHAPES {
        let reading = format::read(&File::new("a.xml", xml.as_bytes())).unwrap();
        let article = &reading.parts[0].article;
        let metadata = &article.metadata;
        let texts: Vec<&str> = article.body.iter().flat_map(Block::texts).map(Rich::text).collect();
        let told = [
            reading.parts.len().to_string(),
            metadata.title.clone(),
            metadata.source.clone().unwrap_or_default(),
            metadata.authors.join(", "),
            metadata.published.map(|date| date.to_string()).unwrap_or_default(),
            metadata.url.clone().unwrap_or_default(),
            metadata.language.clone().unwrap_or_default(),
            texts.join(" / "),
        ];
        assert_eq!(told.join(" | "), *expected, "{xml}");
    }
}
