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

use shelf::Shelf;
use stories::story;

fn dump(name: &str, shelf: &Shelf) {
    println!("=== {name}");
    for row in shelf.rows() {
        let (u, b, p) = row.marks();
        println!(
            "{}{}{p:3} {} [{}] w={} src={} au={:?} pub={} sav={} lang={} tags={:?} url={}",
            if u { 'u' } else { '-' },
            if b { 'b' } else { '-' },
            row.text("format"),
            row.text("title"),
            row.0["words"],
            row.text("source"),
            row.list("authors"),
            row.text("published"),
            row.text("saved"),
            row.text("language"),
            row.list("tags"),
            row.text("url")
        );
        for v in row.versions(shelf) {
            println!("        {v}");
        }
    }
    for p in shelf.problems() {
        println!("  ! {p}");
    }
}

#[test]
fn dump_all() {
    let _ = story(0);
    let go = |name: &str, files: &[(String, Vec<u8>)]| {
        let shelf = Shelf::new();
        makers::put(&shelf, "", files);
        dump(name, &shelf);
    };
    let one = |name: &str, bytes: &[u8]| (name.to_owned(), bytes.to_vec());
    go("omnivore", &makers::omnivore());
    go("omnivore.zip", &[one("export.zip", &packed::zip(&makers::omnivore()))]);
    go("archivebox", &makers::archive_box());
    go("archivebox.zip", &[one("data.zip", &packed::zip(&makers::archive_box()))]);
    go("archivebox.tgz", &[one("data.tar.gz", &packed::tar_gz(&makers::archive_box()))]);
    go("maildir", &makers::maildir());
    go("maildir.tgz", &[one("mail.tar.gz", &packed::tar_gz(&makers::maildir()))]);
    go(
        "lists",
        &[
            one("wallabag.json", makers::wallabag([30, 31]).as_bytes()),
            one("mail/Saved", makers::mailbox([32, 33]).as_bytes()),
            one("part_000000.csv", makers::pocket(&[30, 31, 32, 40, 41]).as_bytes()),
            one("bookmarks.html", makers::bookmarks(&[31, 33, 41, 42]).as_bytes()),
        ],
    );
    go("vault", &makers::vault());
    go("vault.zip", &[one("vault.zip", &packed::zip(&makers::vault()))]);
    go("bulletty", &makers::bulletty());
    go("bulletty.zip", &[one("b.zip", &packed::zip(&makers::bulletty()))]);
    go("site", &makers::site());
    go("pages", &makers::pages());
    go("pages.zip", &[one("p.zip", &packed::zip(&makers::pages()))]);
    go("readeck", &makers::readeck());
    go(
        "more",
        &[
            one("feed.xml", makers::feed(6).as_bytes()),
            one("p.mhtml", makers::mhtml(50).as_bytes()),
            one("list.epub", &makers::book([51, 52])),
            one("x.html.gz", &packed::gz(story(53).page().as_bytes())),
        ],
    );
    let cp864 = b"\x9f\xe9\x9b\xa4\xa0\x9f\xa9.txt";
    let (w1256, ..) = encoding_rs::WINDOWS_1256.encode("الأخبار اليوم.txt");
    go(
        "names",
        &[
            one("dos.zip", &packed::zip_named(&[(cp864, story(60).markdown().as_bytes())])),
            one("windows.zip", &packed::zip_named(&[(&w1256, story(65).markdown().as_bytes())])),
        ],
    );
}
