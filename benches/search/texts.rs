//! Texts to search: of a folder of articles, or made of nothing by a generator that always gives the same:
//! words of three scripts, as often as words are used (Zipf), 2 to 6 KB in each text.

use std::fs;
use std::path::Path;

use sahifa::article::{Article, Block, Metadata};
use sahifa::format;
use sahifa::format::File;
use sahifa::search::Haystack;

const SCRIPTS: [&str; 4] = [
    "اتلمنيوبرهعدسقفكحجطصشخذزضغثظ",
    "اتلمنيوبرهعدسقفكحجطصشخذزضغثظ",
    "aetionshrdlcumwfgypbvkxzqj",
    "יוהלמאתברשנקעדחפגטצסזכ",
];
const WORDS: usize = 120_000;

/// Numbers that look like chance (Knuth's MMIX generator).
pub(crate) struct Chance(u64);

impl Chance {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub(crate) fn below(&mut self, limit: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % limit
    }

    /// The lower a number, the more often: the first is one in twelve.
    fn rank(&mut self, limit: f64) -> usize {
        let chance = self.below(1 << 30) as f64 / f64::from(1 << 30);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "below the limit"
        )]
        let rank = limit.powf(chance) as usize;
        rank - 1
    }
}

/// Gives each text of every article below `dir` to `each`.
pub(crate) fn read(dir: &Path, each: &mut dyn FnMut(&Haystack)) {
    let mut paths: Vec<_> = walkdir::WalkDir::new(dir)
        .sort_by_file_name()
        .into_iter()
        .flatten()
        .filter(|entry| entry.file_type().is_file())
        .map(walkdir::DirEntry::into_path)
        .collect();
    paths.sort();
    for path in paths {
        let (Ok(bytes), Some(name)) =
            (fs::read(&path), path.file_name().and_then(|name| name.to_str()))
        else {
            continue;
        };
        let Ok(reading) = format::read(&File::new(name, &bytes)) else { continue };
        reading.parts.iter().for_each(|part| each(&Haystack::new(&part.article)));
    }
}

/// Makes `count` texts.
pub(crate) fn make(count: usize, each: &mut dyn FnMut(&Haystack)) {
    let mut chance = Chance::new(9);
    let vocabularies = SCRIPTS.map(|letters| vocabulary(letters, &mut chance));
    for _ in 0..count {
        let words = &vocabularies[chance.below(vocabularies.len())];
        let mut body = String::new();
        for at in 0..200 + chance.below(400) {
            let word = &words[chance.rank(WORDS as f64)];
            let (space, sign) = (if at > 0 { " " } else { "" }, if at % 9 == 8 { "," } else { "" });
            body.extend([space, word, sign]);
        }
        let title = body.chars().take(60).collect();
        let metadata = Metadata { title, ..Metadata::default() };
        each(&Haystack::new(&Article::new(metadata, vec![Block::paragraph(body.as_str())])));
    }
}

/// Frequent words are short.
fn vocabulary(letters: &str, chance: &mut Chance) -> Vec<String> {
    let letters: Vec<char> = letters.chars().collect();
    let mut word = |number: usize| {
        let length = 2 + chance.below(2 + (number + 1).ilog2() as usize / 2);
        (0..length).map(|_| letters[chance.rank(letters.len() as f64)]).collect()
    };
    (0..WORDS).map(&mut word).collect()
}
