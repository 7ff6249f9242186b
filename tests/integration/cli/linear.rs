//! The line-oriented reader: lines in, lines out.

use super::{Run, World, assert_harmless, finish};

/// What comes of these commands, a line each.
#[track_caller]
fn read(world: &World, arguments: &[&str], commands: &[&str]) -> Run {
    let mut command = world.command();
    command.arg("--linear").args(arguments).env("LC_ALL", "C");
    let run = finish(&mut command, (commands.join("\n") + "\n").as_bytes());
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    assert_harmless(&run.out);
    run
}

#[track_caller]
fn said(world: &World, commands: &[&str]) -> String {
    read(world, &[], commands).out
}

#[test]
fn it_lists_reads_and_quits() {
    let world = World::with_library();
    let out = said(&world, &["3", "q", "1"]);
    let lines: Vec<_> = out.lines().collect();
    assert_eq!(lines[0], "4 articles");
    assert!(lines[1].starts_with("1. הגשר החדש נפתח, "), "{out}");
    assert!(lines[2].starts_with("2. باغ تازه در شهر, روزنامهٔ کوه, "), "{out}");
    assert!(lines[3].ends_with(", unread"), "{out}");
    assert!(out.contains("عاد القطار إلى المدينة بعد سنوات"), "{out}");
    assert!(out.contains("كَتَبَ الركاب رسائل شكر إلى شركة ABC"), "as stored: {out}");
    assert!(!out.contains("הגשר החדש מעל"), "nothing after quitting: {out}");
    assert!(said(&world, &[""]).contains("End of the list"));
}

#[test]
fn it_writes_what_a_screen_reader_speaks() {
    let world = World::with_library();
    let out = said(&world, &["1", "n", "n", "n", "?", "links"]);
    let is_form = |c: char| matches!(c, '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}');
    let is_drawn = |c: char| matches!(c, '\u{2500}'..='\u{259f}' | '•' | '▣');
    assert_eq!(out.find(is_form), None, "{out}");
    assert_eq!(out.find(is_drawn), None, "{out}");
    assert!(out.contains("> A quoted sentence") && out.contains("- first reason"), "{out}");
    assert!(out.contains("Picture: The pier at dawn"), "{out}");
    assert!(out.contains("1. https://example.org/times"), "{out}");
}

#[test]
fn a_number_is_an_article_in_the_list_and_a_link_in_an_article() {
    let world = World::with_library();
    let out = said(&world, &["4", "1", "link 1", "2", "l", "٤"]);
    assert_eq!(out.lines().filter(|line| *line == "https://example.org/times").count(), 2, "{out}");
    assert!(out.contains("There is no such link."), "{out}");
    assert_eq!(out.matches("The old ferry crosses").count(), 2, "in any digits: {out}");
    for number in ["0", "5", "99999999999999999999"] {
        let out = said(&world, &[number]);
        assert!(out.contains("no article with that number") || out.contains("I do not"), "{out}");
    }
}

#[test]
fn marks_are_words_and_are_kept() {
    let world = World::with_library();
    let out = said(&world, &["b 4", "b", "2", "b", "u", "l"]);
    assert!(out.contains("Which one?"), "{out}");
    assert_eq!(out.matches("Bookmarked.").count(), 2, "{out}");
    let again = said(&world, &[]);
    let line = |number: &str| again.lines().find(|line| line.starts_with(number)).unwrap();
    assert!(line("4. ").ends_with(", unread, bookmarked"), "{again}");
    assert!(line("2. ").contains(", unread, bookmarked"), "marked unread again: {again}");
    let listed = world.json(&["bookmark", "list", "--json"]);
    assert_eq!(listed.len(), 2);
    assert!(listed.iter().all(|mark| mark["gone"] == false), "{listed:?}");
    assert!(said(&world, &["b 4"]).contains("Bookmark removed."));
}

#[test]
fn a_filter_narrows_and_a_slash_alone_clears_it() {
    let world = World::with_library();
    let out = said(&world, &["/الركاب", "1", "/", "/xyzzy", "/ferry -bay"]);
    assert!(out.contains("1 article\n1. عودة القطار"), "{out}");
    assert!(out.contains("عاد القطار إلى"), "{out}");
    assert_eq!(out.matches("4 articles").count(), 2, "{out}");
    assert_eq!(out.matches("No article passes").count(), 2, "{out}");
}

#[test]
fn a_long_article_comes_in_pages_and_goes_on_where_it_was_left() {
    let world = World::new();
    let words = |index: usize| format!("Paragraph{index}. {}", "many words ".repeat(9));
    let body: Vec<String> = (0..40).map(words).collect();
    world.write("long.txt", format!("A long report\n\n{}\n", body.join("\n\n")));
    let out = said(&world, &["", "q"]);
    assert!(out.contains("Paragraph9.") && !out.contains("Paragraph20."), "{out}");
    assert!(out.contains("% read. Enter goes on."), "{out}");
    let last = (0..40).rfind(|index| out.contains(&format!("Paragraph{index}."))).unwrap();
    let again = said(&world, &["m", "f"]);
    assert!(again.starts_with("Going on where you stopped, at "), "{again}");
    assert!(again.contains(&format!("Paragraph{}.", last + 2)), "{again}");
    assert!(again.contains("Paragraph0."), "from the start: {again}");
    let all = said(&world, &["m"; 20]);
    assert!(all.contains("100%") || all.contains("End of the article."), "{all}");
    assert!(!said(&world, &[]).contains("Going on"), "what was read to its end begins anew");
}

#[test]
fn lines_are_as_wide_as_asked_or_not_wrapped() {
    let world = World::with_library();
    let narrow = read(&world, &["--width", "30"], &["4"]).out;
    assert!(narrow.lines().all(|line| line.chars().count() <= 30), "{narrow}");
    let endless = read(&world, &["--width", "0"], &["4"]).out;
    let line = "The old ferry crosses the bay again after seven quiet years of repairs and argument \
                in the town.";
    assert!(endless.lines().any(|found| found == line), "{endless}");
}

#[test]
fn it_speaks_the_readers_language() {
    let world = World::with_library();
    let mut command = world.command();
    command.arg("--linear").env("LC_ALL", "ar_EG.UTF-8").env("LANGUAGE", "");
    let run = finish(&mut command, "٢\nالقائمة\nمساعدة\nخروج\n1\n".as_bytes());
    assert!(run.out.starts_with("4 مقالات\n") || run.out.starts_with("٤ مقالات\n"), "{run:?}");
    assert!(run.out.contains("، غير مقروء"), "{run:?}");
    assert!(run.out.contains("باغ تازه‌ای در شهر باز شد"), "{run:?}");
    assert!(run.out.contains("إنهاء القراءة"), "{run:?}");
    assert_harmless(&run.out);
}

#[test]
fn an_empty_library_a_broken_file_and_odd_input_are_no_failure() {
    let world = World::new();
    let out = said(&world, &["1", "n", "p", "l", "b", "u", "links", "f", "m"]);
    assert!(out.starts_with("0 articles"), "{out}");
    world.write("a.txt", "Title\n\nSome words to read.\n");
    world.write("broken.html", [0_u8; 64]);
    let mut command = world.command();
    let run = finish(command.arg("--linear").env("LC_ALL", "C"), b"\xff\xfe\n\x1b[2J\nb 1 2");
    assert_eq!(run.code, 0, "{run:?}");
    assert!(run.err.contains("1 file could not be read"), "{run:?}");
    assert_eq!(run.out.matches("I do not know that.").count(), 3, "{run:?}");
    assert_harmless(&run.out);
}

#[test]
fn one_file_is_read_at_once() {
    let world = World::with_library();
    let out = read(&world, &["english.md"], &["q"]).out;
    assert!(out.starts_with("The ferry comes back\n"), "{out}");
}

#[test]
fn the_list_comes_in_another_order_and_in_groups_and_the_next_start_keeps_them() {
    let world = World::with_library();
    let out = said(&world, &["s", "s 3", "g 6", "s 99", "g"]);
    assert!(out.contains("1. newest first, chosen\n2. oldest first\n3. by title\n"), "{out}");
    assert!(out.contains("To choose one, add its number: s 2"), "{out}");
    assert!(out.contains("by title\n1. The ferry comes back, "), "{out}");
    assert!(out.contains("grouped by tag\nsea, 1 article\n1. The ferry comes back, "), "{out}");
    assert!(out.contains("\ntravel, 1 article\n2. The ferry comes back, "), "in each: {out}");
    assert!(out.contains("\nno tag, 3 articles\n3. "), "{out}");
    assert_eq!(out.matches("1. newest first").count(), 2, "what is not there is told: {out}");
    assert!(out.contains("6. grouped by tag, chosen"), "{out}");
    let again = said(&world, &["/الركاب", "/", "3", "b"]);
    assert!(again.starts_with("4 articles\nsea, 1 article\n1. The ferry"), "{again}");
    assert!(again.contains("1 article\nno tag, 1 article\n1. عودة القطار"), "{again}");
    assert!(again.contains("Bookmarked."), "{again}");
    said(&world, &["s 1", "g 1"]);
    assert!(said(&world, &[]).starts_with("4 articles\n1. הגשר"), "as at first");
}
