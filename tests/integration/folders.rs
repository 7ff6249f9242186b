//! Folders as programs and people leave them, through the program from outside: one row an article,
//! with all that any of its files tells, and nothing lost or changed.

#[path = "folders/makers.rs"]
mod makers;
#[path = "folders/packed.rs"]
mod packed;
#[path = "folders/shelf.rs"]
mod shelf;
#[path = "folders/stories.rs"]
mod stories;

use shelf::{Row, Shelf};
use stories::{Story, story};

type Files = Vec<(String, Vec<u8>)>;

fn shelf_of(files: &Files) -> Shelf {
    let shelf = Shelf::new();
    for (path, bytes) in files {
        shelf.write(path, bytes);
    }
    shelf
}

/// The same files as a folder, as a zip and as a packed tar; and what is put before a member's path.
fn forms(files: &Files) -> [(Shelf, &'static str); 3] {
    let one = |name: &str, bytes| shelf_of(&vec![(name.to_owned(), bytes)]);
    [
        (shelf_of(files), ""),
        (one("export.zip", packed::zip(files)), "export.zip!/"),
        (one("old.tar.gz", packed::tar_gz(files)), "old.tar.gz!/"),
    ]
}

/// The row of a story.
#[track_caller]
fn row_of(rows: &[Row], number: usize) -> &Row {
    let Story { title, .. } = story(number);
    let mut found = rows.iter().filter(|row| row.text("title") == title);
    let row = found.next().unwrap_or_else(|| panic!("{title} in {rows:#?}"));
    assert!(found.next().is_none(), "two rows of {title}");
    row
}

#[track_caller]
fn assert_versions(row: &Row, shelf: &Shelf, before: &str, versions: &[&str]) {
    let versions: Vec<String> = versions.iter().map(|it| format!("{before}{it}")).collect();
    assert_eq!(row.versions(shelf), versions);
}

#[test]
fn an_export_of_omnivore_is_its_articles_with_labels_state_and_passages() {
    let [one, two, three] = [0, 1, 2].map(|number| format!("{}-192da4f0c1b", story(number).slug));
    for (shelf, before) in forms(&makers::omnivore()) {
        let rows = shelf.rows();
        assert_eq!((rows.len(), shelf.problems()), (3, vec![]), "{rows:#?}");
        let first = row_of(&rows, 0);
        let highlights = format!("highlights/{one}.md");
        let content = |slug: &str| format!("content/{slug}.html");
        let records = "metadata_0_to_20.json";
        assert_versions(first, &shelf, before, &[&content(&one), records, &highlights]);
        assert_eq!((first.marks(), first.list("tags")), ((true, false, 43), vec!["sea", "بحر"]));
        assert_eq!(first.list("authors"), [story(0).author]);
        assert_eq!(first.text("saved"), "2024-10-29T16:30:11Z");
        assert_eq!(first.text("url"), story(0).url);
        let missing = row_of(&rows, 1);
        assert_versions(missing, &shelf, before, &[records]);
        assert_eq!((missing.has_text(), missing.marks()), (false, (false, false, 100)), "{two}");
        let third = row_of(&rows, 2);
        assert!(third.has_text());
        assert_versions(third, &shelf, before, &[&content(&three), records]);
        let printed = shelf.out(&["print", "--json", first.text("id")]);
        let printed: serde_json::Value = serde_json::from_str(&printed).unwrap();
        let quote = printed["given"]["highlights"][0]["quote"].as_str().unwrap();
        assert!(story(0).paragraphs[1].starts_with(quote), "{printed}");
        assert_eq!(printed["given"]["highlights"][0]["remark"], "yes");
        let printed = shelf.out(&["print", "--plain", third.text("id")]);
        assert_eq!(printed.lines().next(), Some(story(2).title.as_str()));
    }
}

#[test]
fn a_snapshot_of_archivebox_is_one_row_of_the_text_made_for_reading() {
    for (shelf, before) in forms(&makers::archive_box()) {
        let rows = shelf.rows();
        assert_eq!((rows.len(), shelf.problems()), (2, vec![]), "{rows:#?}");
        for (number, at) in [(4, "1709251200.0"), (5, "1709251260.5")] {
            let (row, it) = (row_of(&rows, number), story(number));
            let copy = format!("{}/news/{}.html", it.host(), it.slug);
            let texts = [
                "readability/content.html",
                "mercury/content.html",
                "singlefile.html",
                "output.html",
            ];
            let texts: Vec<String> = texts
                .into_iter()
                .chain([copy.as_str(), "htmltotext.txt", "index.json"])
                .map(|name| format!("archive/{at}/{name}"))
                .collect();
            assert_versions(
                row,
                &shelf,
                before,
                &texts.iter().map(String::as_str).collect::<Vec<_>>(),
            );
            assert_eq!(row.list("tags"), ["sea", "مدن"]);
            assert_eq!((row.list("authors"), row.text("source")), (vec![it.author], it.host()));
            assert_eq!(row.text("published"), "2024-03-05T08:00:00Z");
            assert!(row.text("saved").starts_with("2024-03-01T00:0"));
            let printed = shelf.out(&["print", "--plain", row.text("id")]);
            assert_eq!(printed.lines().next(), Some(it.title.as_str()));
            assert_eq!(printed.lines().nth(1), Some(it.paragraphs[0].as_str()));
        }
    }
}

#[test]
fn a_maildir_keeps_what_was_read_and_flagged_and_its_folders() {
    let mut files = makers::maildir();
    let inner =
        files.iter().filter(|(path, _)| path.starts_with("tmp/") || path.starts_with("cur/"));
    let inner: Files =
        inner.map(|(path, bytes)| (format!(".News/{path}"), bytes.clone())).collect();
    files.extend(
        inner.iter().cloned().map(|(path, bytes)| (path.replace(".News", ".Trash"), bytes)),
    );
    files.extend(inner.into_iter().map(|(path, bytes)| (path.replace("/tmp/", "/cur/"), bytes)));
    files.push((".News/new/.keep".into(), vec![]));
    for (shelf, before) in forms(&files) {
        let rows = shelf.rows();
        assert_eq!((rows.len(), shelf.problems()), (4, vec![]), "{rows:#?}");
        assert_eq!(row_of(&rows, 6).marks(), (false, true, 0));
        assert_eq!(row_of(&rows, 7).marks(), (false, false, 0));
        assert_eq!(row_of(&rows, 6).list("tags"), ["sea", "news"]);
        assert_eq!(row_of(&rows, 6).text("url"), story(6).url);
        let untitled = row_of(&rows, 8);
        assert_eq!(untitled.marks(), (true, false, 0));
        assert_versions(untitled, &shelf, before, &["new/1709625602.M1P2.host"]);
        let both = row_of(&rows, 6).versions(&shelf);
        assert!(both.iter().any(|path| path.contains(".News/cur/")), "{both:?}");
        assert_versions(row_of(&rows, 9), &shelf, before, &[".News/cur/1709625603.M1P2.host"]);
    }
}

#[test]
fn lists_tell_of_the_texts_that_are_there_and_the_rest_has_no_text() {
    let files: Files = vec![
        ("wallabag.json".into(), makers::wallabag([30, 31]).into()),
        ("mail/Saved".into(), makers::mailbox([33, 34]).into()),
        ("part_000000.csv".into(), makers::pocket(&[30, 31, 32, 41, 40]).into()),
        ("bookmarks.html".into(), makers::bookmarks(&[31, 40, 41, 42]).into()),
        ("page.html".into(), story(32).page().into()),
    ];
    for (shelf, before) in forms(&files) {
        let rows = shelf.rows();
        assert_eq!((rows.len(), shelf.problems()), (8, vec![]), "{rows:#?}");
        let (list, bookmarks) = ("part_000000.csv", "bookmarks.html");
        let first = row_of(&rows, 30);
        assert_versions(first, &shelf, before, &["wallabag.json", list]);
        assert_eq!(
            (first.marks(), first.list("tags")),
            ((false, true, 0), vec!["wall", "pocket", "later"])
        );
        let second = row_of(&rows, 31);
        assert_versions(second, &shelf, before, &["wallabag.json", bookmarks, list]);
        assert_eq!(second.list("tags"), ["wall", "shelf", "To read", "pocket", "later"]);
        assert_eq!(second.text("saved"), "2024-03-06T11:55:58+02:00");
        let page = row_of(&rows, 32);
        assert_versions(page, &shelf, before, &["page.html", list]);
        assert_eq!((page.marks().0, page.text("saved")), (false, "2024-03-05T08:00:00Z"));
        assert_eq!(row_of(&rows, 33).marks(), (false, true, 0));
        assert_eq!(row_of(&rows, 34).marks(), (true, false, 0));
        for number in [40, 41, 42] {
            let row = row_of(&rows, number);
            assert!(!row.has_text() && row.list("tags").contains(&"shelf"), "{row:?}");
        }
        assert!([30, 31, 32, 33, 34].iter().all(|&number| row_of(&rows, number).has_text()));
    }
}

#[test]
fn notes_clippings_feeds_and_posts_are_read_and_what_programs_keep_beside_them_is_not() {
    for (shelf, before) in forms(&makers::vault()) {
        let rows = shelf.rows();
        assert_eq!(rows.len(), 4, "{rows:#?}");
        let clip = row_of(&rows, 10);
        assert_eq!(clip.versions(&shelf).len(), 2);
        assert_eq!((clip.text("published"), clip.text("saved")), ("2024-03-05", "2024-03-06"));
        assert_eq!(
            (clip.list("authors"), clip.list("tags")),
            (vec![story(10).author], vec!["clippings"])
        );
        row_of(&rows, 11);
        let problems = shelf.problems();
        assert_eq!(problems.len(), 2, "{problems:?}");
        let path = before.replace("!/", "/");
        assert!(
            problems[0].contains(&format!("{path}attachments/talk.pdf: not text but a PDF")),
            "{problems:?}"
        );
        assert!(
            problems[1].contains(&format!("{path}Empty.md: the file is empty")),
            "{problems:?}"
        );
    }
    for (shelf, before) in forms(&makers::bulletty()) {
        let rows = shelf.rows();
        assert_eq!((rows.len(), shelf.problems()), (2, vec![]), "{rows:#?}");
        assert_eq!(row_of(&rows, 12).marks(), (false, false, 0));
        let later = row_of(&rows, 13);
        assert_eq!(later.marks(), (true, true, 0));
        assert_versions(
            later,
            &shelf,
            before,
            &["categories/sea/shore/story-13.md", ".later.toml"],
        );
    }
    for (shelf, _) in forms(&makers::site()) {
        let rows = shelf.rows();
        assert_eq!((rows.len(), shelf.problems()), (3, vec![]), "{rows:#?}");
        let published =
            [14, 15, 16].map(|number| row_of(&rows, number).text("published").to_owned());
        assert_eq!(published, ["2024-03-05", "2024-03-06", "2024-03-07T08:00:00Z"]);
    }
}

#[test]
fn a_page_its_clipping_and_its_folder_are_one_row() {
    let (one, two) = (story(17), story(18));
    for (shelf, before) in forms(&makers::pages()) {
        let rows = shelf.rows();
        assert_eq!((rows.len(), shelf.problems()), (2, vec![]), "{rows:#?}");
        let first = row_of(&rows, 17);
        assert_versions(first, &shelf, before, &["story-17.md", &format!("{}.html", one.title)]);
        assert_eq!(first.text("saved"), "2024-03-06T10:00:00+02:00");
        assert_versions(row_of(&rows, 18), &shelf, before, &[&format!("{}.html", two.title)]);
    }
}

#[test]
fn files_of_one_and_of_many_articles_lie_side_by_side() {
    let windows = encoding_rs::WINDOWS_1256.encode("الأخبار اليوم.txt").0;
    // As DOS wrote it: letters in their shapes.
    let dos: &[u8] = b"\xc7\x99\xce\xc8\xa8\xd1 \xc7\xe4\xea\xe8\xef.txt";
    let mut files: Files = vec![
        ("feed.xml".into(), makers::feed(50).into()),
        ("p.mhtml".into(), makers::mhtml(50).into()),
        ("list.epub".into(), makers::book([51, 52])),
        ("x.html.gz".into(), packed::gz(story(53).page().as_bytes())),
        ("windows.zip".into(), packed::zip_named(&[(&windows, story(60).page().as_bytes())])),
        ("dos.zip".into(), packed::zip_named(&[(dos, story(61).page().as_bytes())])),
    ];
    files.extend(makers::readeck());
    let shelf = shelf_of(&files);
    let rows = shelf.rows();
    assert_eq!((rows.len(), shelf.problems()), (50 + 1 + 2 + 1 + 2 + 2, vec![]), "{rows:#?}");
    for number in (100..150).chain([21, 22, 50, 51, 52, 53, 60, 61]) {
        let row = row_of(&rows, number);
        assert!(row.has_text() && row.versions(&shelf).len() == 1, "{row:?}");
        assert_eq!(row.text("language"), story(number).language);
    }
    assert_versions(row_of(&rows, 60), &shelf, "", &["windows.zip!/الأخبار اليوم.txt"]);
    for number in [52, 60, 120] {
        let printed = shelf.out(&["print", "--plain", row_of(&rows, number).text("id")]);
        let mut lines = printed.lines();
        assert_eq!(lines.next(), Some(story(number).title.as_str()));
        assert_eq!(lines.next(), Some(story(number).paragraphs[0].as_str()));
    }
}

#[test]
fn a_bookmark_is_the_articles_whatever_file_it_is_named_by() {
    let mut files = makers::pages();
    files.push(("wallabag.json".into(), makers::wallabag([30, 31]).into()));
    files.push(("page.html".into(), story(30).page().into()));
    let shelf = shelf_of(&files);
    let marked = || {
        let rows = shelf.rows();
        let is_marked = |number| row_of(&rows, number).marks().1;
        (is_marked(17), is_marked(30))
    };
    let id = row_of(&shelf.rows(), 17).text("id").to_owned();
    assert_eq!(marked(), (false, true));
    shelf.out(&["bookmark", "add", &id]);
    assert_eq!(marked(), (true, true));
    let page = format!("{}.html", story(17).title);
    shelf.out(&["bookmark", "remove", &page]);
    assert_eq!(marked(), (false, true), "by the file of another version");
    shelf.out(&["bookmark", "add", &page]);
    assert_eq!(marked(), (true, true));
    shelf.out(&["bookmark", "remove", "story-17.md", "page.html"]);
    assert_eq!(marked(), (false, false), "what a file had starred is not starred here");
    assert_eq!(shelf.out(&["bookmark", "list"]), "");
}

#[test]
fn a_member_of_an_archive_is_read_again_in_other_ways() {
    let files: Files = [70, 71, 72]
        .map(|number| (format!("{number}.html"), story(number).page().into_bytes()))
        .into();
    let shelf = shelf_of(&vec![("a.zip".into(), packed::zip(&files))]);
    let rows = shelf.rows();
    for number in [70, 71, 72] {
        let id = row_of(&rows, number).text("id");
        let whole = shelf.out(&["print", "--plain", "--whole", id]);
        assert!(whole.contains(&story(number).paragraphs[1]), "{whole}");
        let latin = shelf.out(&["print", "--json", "--encoding", "windows-1252", id]);
        assert!(
            latin.contains("windows-1252") && latin.contains(&format!("{number}.html")),
            "{latin}"
        );
    }
}
