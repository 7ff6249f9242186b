//! Whole screens at four sizes, and screens that are hardly there.

use insta::Settings;

use super::driver::Shelf;

/// Compares the screen of this size, after these keys, with the picture of that name.
fn compare(name: &str, size: (u16, u16), keys: &str) {
    let shelf = Shelf::fixture();
    let picture = shelf.open().resize(size.0, size.1).type_keys(keys).picture();
    let mut settings = Settings::clone_current();
    settings.set_snapshot_path("../snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.set_description(format!("{keys} at {}x{}", size.0, size.1));
    settings.bind(|| insta::assert_snapshot!(name, picture));
}

#[test]
fn list_and_article_side_by_side() {
    compare("list_100x30", (100, 30), "jb");
    compare("filter_100x30", (100, 30), "/كتاب");
    compare("article_80x24", (80, 24), "jj⏎/أوكوس⏎b");
    compare("help_100x30", (100, 30), "?");
    compare("tags_100x30", (100, 30), "iiiiijTpier, کتاب⏎J");
    compare("groups_100x30", (100, 30), "iiiiiijjjJKKf");
}

#[test]
fn one_pane_at_a_time() {
    compare("list_40x12", (40, 12), "jj");
    compare("article_40x12", (40, 12), "jjj⏎");
    compare("groups_40x12", (40, 12), "iiiJJ");
    compare("list_20x6", (20, 6), "j");
    compare("article_20x6", (20, 6), "j⏎");
}

#[test]
fn rows_in_logical_order_where_the_terminal_reorders() {
    compare("logical_list_80x24", (80, 24), "②②②②②j");
    compare("logical_groups_80x24", (80, 24), "②②②②②iiiiiif");
    compare("logical_article_80x24", (80, 24), "②②②②②j⏎");
}

#[test]
fn screens_of_one_cell_or_none_are_drawn() {
    let shelf = Shelf::fixture();
    for (width, height) in
        [(1, 1), (0, 0), (0, 9), (9, 0), (1, 30), (100, 1), (2, 2), (3, 3), (5, 1)]
    {
        let mut reading = shelf.open();
        reading.resize(width, height);
        for keys in
            ["", "j", "⏎", "jjG^d", "/كتاب", "⏎nN", "?G", "p", "p⎋⎋", "②②②②②", "⏎", "z", "⎋iJfxG"]
        {
            reading.type_keys(keys).draw();
        }
    }
}
