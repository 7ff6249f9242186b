//! Heads of files that people keep among their articles: each is read as what it is, by its content
//! first, or refused with a reason; none is taken for another.

use sahifa::format;
use sahifa::format::File;

/// Name, content, and the name of the format; empty for what is refused.
#[rustfmt::skip]
const HEADS: &[(&str, &str, &str)] = &[
    ("LICENSE", "MIT License\n\nCopyright (c) 2024 Ada Venn\n\nPermission is hereby granted, free of charge, to any person obtaining a copy of this software.\n", "plain"),
    ("README", "marfa\n=====\n\nA program that watches harbours.\n\nInstall\n-------\n\n    make install\n", "plain"),
    ("README.md", "# marfa\n\n[![Build](https://ci.example/b.svg)](https://ci.example)\n\nA program that watches harbours.\n\n## Install\n\n```sh\nmake install\n```\n", "markdown"),
    ("a.c", "#include <stdio.h>\n\nint main(void) {\n  puts(\"hi\");\n  return 0;\n}\n", "plain"),
    ("about-json.md", "# Working with JSON\n\nJSON is simple:\n\n```json\n{\"title\": \"x\", \"items\": [1,2]}\n```\n\nThat is all there is to it.\n", "markdown"),
    ("access.log", "127.0.0.1 - - [23/Mar/2024:14:35:00 +0000] \"GET / HTTP/1.1\" 200 12\n127.0.0.1 - - [23/Mar/2024:14:35:00 +0000] \"GET /a HTTP/1.1\" 200 12\n", "plain"),
    ("ada.vcf", "BEGIN:VCARD\nVERSION:3.0\nFN:Ada Venn\nN:Venn;Ada;;;\nEMAIL:ada@example.org\nEND:VCARD\n", "plain"),
    ("app.desktop", "[Desktop Entry]\nType=Application\nName=Marfa\nExec=marfa\n", "plain"),
    ("app.js", "\"use strict\";\nconst a = {\"title\": \"x\"};\nexport default a;\n", "plain"),
    ("bib.bib", "@article{venn2024,\n  title={The harbour},\n  author={Venn, Ada},\n  url={https://a.example}\n}\n", "plain"),
    ("bookmarks.html", "<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<TITLE>Bookmarks</TITLE><DL><p><DT><A HREF=\"https://a.example/\" ADD_DATE=\"1\">A</A></DL>", "bookmarks"),
    ("broken.json", "{\"title\": \"x\", ", ""),
    ("change.diff", "diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n-old\n+new\n", "plain"),
    ("chat.txt", "[23/03/2024, 14:35] Ada: hello\n[23/03/2024, 14:36] Tom: hi\n", "plain"),
    ("cite.ris", "TY  - JOUR\nTI  - The harbour\nAU  - Venn, Ada\nER  - \n", "plain"),
    ("compose.yml", "version: \"3\"\nservices:\n  web:\n    image: nginx\n", "plain"),
    ("config.ini", "[core]\nname = x\nurl = https://a.example\n[other]\na=1\n", "plain"),
    ("config.toml", "[package]\nname = \"x\"\nversion = \"1\"\n", "plain"),
    ("config.yaml", "---\nname: x\nlist:\n  - 1\n  - 2\n", "plain"),
    ("csv-like.txt", "Milk, bread, eggs\nButter, cheese, jam\nApples, pears, plums\n", "plain"),
    ("entities.txt", "AT&T and <nobody> said: 1 < 2 && 3 > 2.\n\nThat is all.\n", "plain"),
    ("film.srt", "1\n00:00:01,000 --> 00:00:04,000\nThe harbour is open.\n\n2\n00:00:05,000 --> 00:00:07,500\nSay it again.\nThe harbour?\n", "plain"),
    ("film.vtt", "WEBVTT\n\n00:01.000 --> 00:04.000\nThe harbour is open.\n\n00:05.000 --> 00:07.500\nSay it again.\n", "plain"),
    ("geo.json", "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2]},\"properties\":{\"name\":\"Valletta\"}}]}", ""),
    ("har.har", "{\"log\":{\"version\":\"1.2\",\"creator\":{\"name\":\"x\"},\"entries\":[]}}", "plain"),
    ("http.txt", "HTTP/1.1 200 OK\nContent-Type: text/html; charset=utf-8\n\n<html><head><title>T</title></head><body><p>Body words here for all to read.</p></body></html>", "plain"),
    ("info.plist", "<?xml version=\"1.0\"?><!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" \"x\"><plist version=\"1.0\"><dict><key>CFBundleName</key><string>X</string></dict></plist>", ""),
    ("json-array.txt", "[1] The first footnote says that the harbour opened.\n[2] The second says that it closed again.\n", "plain"),
    ("json-first.md", "{\"a\": 1} is the smallest JSON object that people meet.\n\n# Why\n\nBecause it is small.\n", "markdown"),
    ("key.pem", "-----BEGIN CERTIFICATE-----\nMIIBszCCAVmgAwIBAgIUd\n-----END CERTIFICATE-----\n", "plain"),
    ("letter.rtf", "{\\rtf1\\ansi\\ansicpg1256\\deff0{\\fonttbl{\\f0 Arial;}}\\pard Hello \\b harbour\\b0\\par Second line\\par}", ""),
    ("link.url", "[InternetShortcut]\r\nURL=https://a.example/x\r\n", "shortcut"),
    ("list.m3u", "#EXTM3U\n#EXTINF:123,Song\nhttps://a.example/song.mp3\n", "urls"),
    ("lyrics.lrc", "[ti:Harbour]\n[ar:Ada]\n[00:01.00]The harbour is open\n[00:05.00]Again\n", "plain"),
    ("mail-like.txt", "From: the harbour\nTo: all ships\n\nWe open at dawn and close at dusk, as ever.\n", "plain"),
    ("main.rs", "//! Program.\nuse std::io;\n\nfn main() {\n    println!(\"hello\");\n}\n", "plain"),
    ("meet.ics", "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//y\nBEGIN:VEVENT\nUID:1@x\nDTSTART:20240323T143500Z\nSUMMARY:Harbour day\nDESCRIPTION:The harbour opens.\nURL:https://a.example/\nEND:VEVENT\nEND:VCALENDAR\n", "plain"),
    ("mozlz4.txt", "mozLz40\0", ""),
    ("noext", "<p>Only a fragment of HTML, said the harbour master to the crew.</p><p>And a second one.</p>", "html"),
    ("note.adoc", "= The harbour\nAda Venn\n\nThe harbour opened on Saturday.\n", "plain"),
    ("note.org", "#+TITLE: The harbour\n#+AUTHOR: Ada Venn\n#+DATE: 2024-03-23\n\n* First\nThe harbour opened.\n", "plain"),
    ("note.rst", "The harbour\n===========\n\n:Author: Ada Venn\n:Date: 2024-03-23\n\nThe harbour opened on Saturday.\n", "plain"),
    ("notebook.ipynb", "{\"cells\":[{\"cell_type\":\"markdown\",\"metadata\":{},\"source\":[\"# Harbour\\n\",\"Words of it.\"]}],\"metadata\":{},\"nbformat\":4,\"nbformat_minor\":5}", "plain"),
    ("null.json", "null", ""),
    ("numbers.csv", "1,2,3\n4,5,6\n7,8,9\n", "plain"),
    ("numbers.json", "[1,2,3]", ""),
    ("package.json", "{\"name\": \"x\", \"version\": \"1.0.0\", \"description\": \"A harbour program\", \"dependencies\": {\"a\": \"1\"}}", ""),
    ("paper.tex", "\\documentclass{article}\n\\title{The harbour}\n\\author{Ada Venn}\n\\begin{document}\n\\maketitle\nThe old harbour opened on Saturday.\n\\end{document}\n", "plain"),
    ("people.csv", "name,age\nAda,36\nTom,40\n", "plain"),
    ("pic.svg", "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" width=\"10\"><title>Pic</title><path d=\"M0 0\"/></svg>", ""),
    ("pocket.csv", "title,url,time_added,tags,status\nThe harbour,https://a.example/,1700000000,sea,unread\n", "pocket-csv"),
    ("poem.txt", "The sea\nis wide\nand I\nam small\n\nThe boat\nis mine\n", "plain"),
    ("pom.xml", "<?xml version=\"1.0\"?><project xmlns=\"http://maven.apache.org/POM/4.0.0\"><modelVersion>4.0.0</modelVersion><artifactId>x</artifactId></project>", ""),
    ("quotes-feed.html", "<!DOCTYPE html><html><head><title>How feeds work</title></head><body><article><h1>How feeds work</h1><p>A feed looks like this and is read by programs every hour of the day:</p><pre>&lt;rss version=\"2.0\"&gt;&lt;channel&gt;&lt;item&gt;</pre><p>Programs that read it show its entries in a list, newest first, and people like it that way.</p></article></body></html>", "html"),
    ("raw-feed.html", "<html><body><rss><channel><item><title>x</title></item></channel></rss><p>About feeds and their many elements, in words.</p></body></html>", "html"),
    ("sales.csv", "date,amount,price\n2024-01-01,10,2.5\n2024-01-02,20,3.5\n", "plain"),
    ("script.py", "#!/usr/bin/env python3\n# -*- coding: utf-8 -*-\n\"\"\"A script.\"\"\"\nimport os\n\ndef main():\n    print(os.getcwd())\n\nif __name__ == \"__main__\":\n    main()\n", "plain"),
    ("server.log", "2024-03-23 14:35:00 INFO start\n2024-03-23 14:35:01 WARN slow query 12ms\n2024-03-23 14:35:02 ERROR failed\n", "plain"),
    ("sitemap.xml", "<?xml version=\"1.0\"?><urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><url><loc>https://a.example/1</loc></url></urlset>", ""),
    ("string.json", "\"only a string\"", ""),
    ("style.css", "body { color: red; }\n@media print { a { display: none } }\n", "plain"),
    ("sub.ass", "[Script Info]\nTitle: x\n[Events]\nFormat: Layer, Start\nDialogue: 0,0:00:01.00,Hello\n", "plain"),
    ("table.tsv", "name\turl\nAda\thttps://a.example\n", "links-csv"),
    ("tsconfig.json", "{\"compilerOptions\": {\"strict\": true}, \"include\": [\"src\"]}", ""),
    ("url-first.txt", "https://www.marfa.example/2024/03/harbour.html\n\nThe harbour opened\n\nThe old harbour opened on Saturday after eleven days of storm. Boats left at dawn.\n\nThe fishermen were glad.\n", "plain"),
    ("url-only.txt", "https://www.marfa.example/2024/03/harbour.html\n", "urls"),
    ("wa.txt", "23/03/2024, 14:35 - Ada: hello\n23/03/2024, 14:36 - Tom: hi\n", "plain"),
    ("xhtml.xml", "<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>H</title></head><body><h1>H</h1><p>The harbour opened on Saturday.</p></body></html>", "html"),
    ("a.xml", "<rss><channel><title>H</title></channel></rss>", "feed"),
    ("noname", "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>H</title></feed>", "feed"),
    ("feed.txt", "{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"H\", \"items\": [{\"id\": \"1\", \"content_text\": \"Words.\"}]}", "json-feed"),
    ("mail", "From: Ada <ada@h.example>\nTo: tom@h.example\nSubject: Quay\nDate: Sat, 23 Mar 2024 10:00:00 +0000\nMessage-ID: <1@h.example>\n\nThe quay is open.\n", "mail"),
    ("opml.xml", "<opml version=\"2.0\"><head><title>S</title></head><body><outline text=\"H\" xmlUrl=\"https://h.example/rss\" type=\"rss\"/></body></opml>", ""),
];

#[test]
fn no_format_takes_the_file_of_another() {
    assert!(HEADS.len() >= 60);
    let mut wrong = Vec::new();
    for (name, text, expected) in HEADS {
        let read = format::read(&File::new(name, text.as_bytes()));
        let told = match &read {
            Ok(reading) => reading.parts.first().map_or("nothing", |part| part.format),
            Err(_) => "",
        };
        if told != *expected {
            wrong.push(format!("{name}: {told}, not {expected}: {:?}", read.err()));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
