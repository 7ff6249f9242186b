//! The files of `assets/ui` against each other, and against the names that the source uses.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use super::texts::source;
use super::*;

/// Each text's name, and its source.
fn texts(language: Language) -> BTreeMap<String, String> {
    let mut texts: BTreeMap<String, String> = BTreeMap::new();
    let mut last = String::new();
    for line in source(language).lines().filter(|line| !line.starts_with('#')) {
        if line.starts_with(|c: char| c.is_ascii_lowercase()) {
            let (name, text) = line.split_once(" =").unwrap_or_else(|| panic!("{line}"));
            last = name.to_owned();
            assert!(texts.insert(last.clone(), text.to_owned()).is_none(), "{name} twice");
        } else if let Some(text) = texts.get_mut(&last) {
            text.push_str(line);
        }
    }
    texts
}

fn variables(text: &str) -> BTreeSet<String> {
    let name = |rest: &str| rest.chars().take_while(|c| c.is_alphanumeric() || *c == '-').collect();
    text.split('$').skip(1).map(name).collect()
}

fn sources(dir: &str) -> String {
    let mut all = String::new();
    let mut dirs = vec![PathBuf::from(dir)];
    while let Some(dir) = dirs.pop() {
        for entry in fs::read_dir(dir).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                dirs.push(path);
            } else if !path.ends_with("tests.rs") {
                let text = fs::read_to_string(&path).unwrap();
                all.push_str(text.split("#[cfg(test)]\nmod").next().unwrap());
            }
        }
    }
    all
}

#[test]
fn every_language_has_every_text_with_the_same_variables() {
    let shape = |language| -> BTreeMap<String, BTreeSet<String>> {
        texts(language).into_iter().map(|(name, text)| (name, variables(&text))).collect()
    };
    let english = shape(Language::English);
    assert!(english.len() > 50, "{}", english.len());
    for language in Language::ALL {
        assert_eq!(shape(language), english, "{language:?}");
    }
}

#[test]
fn texts_with_a_count_have_the_plurals_of_their_language() {
    for language in Language::ALL {
        let plurals: &[&str] = match language {
            Language::Arabic => &["[zero]", "[one]", "[two]", "[few]", "[many]", "*[other]"],
            Language::Hebrew => &["[one]", "[two]", "*[other]"],
            Language::English | Language::Urdu => &["[one]", "*[other]"],
            // A Persian noun stays as it is after a number.
            Language::Persian => &[],
        };
        for name in ["articles", "articles-shown", "not-read", "problems", "progress-files"] {
            let text = &texts(language)[name];
            if name == "not-read" && language == Language::English {
                continue;
            }
            for plural in plurals {
                assert!(text.contains(plural), "{name} lacks {plural} in {language:?}");
            }
        }
    }
}

#[test]
fn every_text_can_be_said_with_any_count_in_any_digits() {
    for language in Language::ALL {
        for numerals in [Numerals::Latin, Numerals::Arabic, Numerals::Persian] {
            let texts = Texts::of(language, numerals);
            for (name, text) in self::texts(language) {
                for count in [0, 1, 2, 3, 11, 100] {
                    let value = |name: &str| -> (&'static str, Value<'static>) {
                        match name {
                            "count" => ("count", count.into()),
                            name => (name.to_owned().leak(), "ب".into()),
                        }
                    };
                    let with: Vec<_> = variables(&text).iter().map(|it| value(it)).collect();
                    let (said, errors) = texts.formatted(&name, &with).expect(&name);
                    assert!(errors.is_empty(), "{language:?} {name}: {errors:?}");
                    assert!(!said.is_empty() && !said.contains(['{', '$']), "{said}");
                }
            }
        }
    }
}

#[test]
fn the_texts_are_those_that_the_source_says() {
    let source = sources("src");
    let named = |call: &str| -> Vec<String> {
        let literal = |rest: &str| {
            let rest = rest.trim_start().strip_prefix('"')?;
            Some(rest.split('"').next()?.to_owned())
        };
        source.split(call).skip(1).filter_map(literal).collect()
    };
    let has = texts(Language::English);
    for name in [named("locale.say("), named("locale.text(")].concat() {
        assert!(has.contains_key(&name), "{name} is said, but nowhere written");
    }
    let keymap = fs::read_to_string("assets/keymap.toml").unwrap();
    let keys: BTreeMap<String, Vec<String>> = toml::from_str(&keymap).unwrap();
    let commands: BTreeSet<_> = keys.keys().map(|name| format!("command-{name}")).collect();
    for name in &commands {
        assert!(has.contains_key(name), "{name} is not written");
    }
    for name in has.keys().filter(|name| !commands.contains(*name)) {
        assert!(!name.starts_with("command-"), "{name} is no command");
        assert!(source.contains(&format!("\"{name}\"")), "{name} is never said");
    }
}
