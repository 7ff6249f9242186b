//! Writes articles: in four languages, with and without an address, as pages, Markdown and text. Articles
//! of one language share a beginning and an end, as those of one site do.

/// The same throws for the same seed.
pub(super) struct Dice(u64);

impl Dice {
    pub(super) const fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub(super) fn throw(&mut self, sides: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or_default() % sides
    }
}

/// An article to be written.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub(super) number: usize,
    pub(super) ending: &'static str,
    pub(super) title: String,
    pub(super) url: Option<String>,
    /// What a feed calls it.
    pub(super) guid: Option<String>,
    pub(super) language: usize,
    pub(super) paragraphs: Vec<Vec<String>>,
}

const LANGUAGES: [(&str, &str); 4] = [("ar", "rtl"), ("he", "rtl"), ("fa", "rtl"), ("en", "ltr")];

const LETTERS: [&str; 4] = [
    "ابتثجحخدرزسشصطعغفقكلمنهوي",
    "אבגדהוזחטילמנסעפצקרשת",
    "ابپتجچخدرزژسشفقکگلمنوهی",
    "abcdefghilmnoprstuvw",
];

/// Words of one language, the common ones more often: the square of a throw.
fn word(language: usize, dice: &mut Dice) -> String {
    const WORDS: usize = 900;
    let throw = dice.throw(WORDS);
    let rank = throw * throw / WORDS;
    let letters: Vec<char> = LETTERS[language].chars().collect();
    let length = 2 + (rank / 7 + language) % 6;
    (0..length)
        .map(|at| letters[(rank * (at * 3 + 7) + at * at + rank / 25) % letters.len()])
        .collect()
}

fn words(count: usize, language: usize, dice: &mut Dice) -> Vec<String> {
    (0..count).map(|_| word(language, dice)).collect()
}

impl Draft {
    pub(super) fn new(number: usize, dice: &mut Dice) -> Self {
        let language = dice.throw(LANGUAGES.len());
        let ending = ["html", "md", "txt", "xml"][dice.throw(4)];
        let has_address = dice.throw(2) == 0 && ending != "txt";
        let url = format!("https://site{language}.example/{number}?utm_source=x");
        let url = has_address.then_some(url);
        let guid = (ending == "xml").then(|| format!("tag:site{language}.example,2025:{number}"));
        let mut paragraphs = vec![words(12, language, &mut Dice::new(1))];
        for _ in 0..2 + dice.throw(6) {
            paragraphs.push(words(20 + dice.throw(50), language, dice));
        }
        paragraphs.push(words(16, language, &mut Dice::new(2)));
        Self {
            number,
            ending,
            title: words(4, language, dice).join(" "),
            url,
            guid,
            language,
            paragraphs,
        }
    }

    pub(super) fn name(&self) -> String {
        format!("article-{}.{}", self.number, self.ending)
    }

    pub(super) fn words(&self) -> usize {
        self.paragraphs.iter().map(Vec::len).sum()
    }

    /// With so many words put in the place of others.
    pub(super) fn edited(&self, count: usize, dice: &mut Dice) -> Self {
        let mut edited = self.clone();
        for _ in 0..count {
            let paragraph = dice.throw(edited.paragraphs.len());
            let paragraph = &mut edited.paragraphs[paragraph];
            let at = dice.throw(paragraph.len());
            paragraph[at] = word(self.language, dice) + "x";
        }
        edited
    }

    /// With one paragraph more, as another extractor leaves one.
    pub(super) fn with_paragraph(&self, dice: &mut Dice) -> Self {
        let mut more = self.clone();
        more.paragraphs.push(words(9, self.language, dice));
        more
    }

    /// As the only item of a feed.
    fn feed(&self) -> String {
        let element = |name: &str, text: Option<&String>| {
            text.map(|text| format!("<{name}>{text}</{name}>")).unwrap_or_default()
        };
        let paragraphs = self.paragraphs.iter().map(|words| words.join(" ") + ".");
        let body: String = paragraphs.map(|text| format!("<p>{text}</p>\n")).collect();
        let link = element("link", self.url.as_ref());
        let guid = element("guid isPermaLink='false'", self.guid.as_ref());
        let guid = guid.replace("</guid isPermaLink='false'>", "</guid>");
        let title = element("title", Some(&self.title));
        format!(
            "<?xml version='1.0'?><rss version='2.0'><channel><title>Feed</title><item>{title}{link}{guid}\
             <description><![CDATA[{body}]]></description></item></channel></rss>"
        )
    }

    /// As a file of its format. Plain text has no place for an address.
    pub(super) fn file(&self) -> String {
        let paragraphs = self.paragraphs.iter().map(|words| words.join(" ") + ".");
        let (language, direction) = LANGUAGES[self.language];
        let title = &self.title;
        match self.ending {
            "html" => {
                let link = |url: &String| format!("<link rel=\"canonical\" href=\"{url}\">");
                let link = self.url.as_ref().map(link).unwrap_or_default();
                let body: String = paragraphs.map(|text| format!("<p>{text}</p>\n")).collect();
                format!(
                    "<!DOCTYPE html><html lang=\"{language}\" dir=\"{direction}\"><head><meta charset=\"utf-8\">\
                     <title>{title}</title>{link}</head><body><article><h1>{title}</h1>\n{body}</article></body></html>"
                )
            }
            "xml" => self.feed(),
            "md" => {
                let url = self.url.as_ref().map(|url| format!("url: {url}\n")).unwrap_or_default();
                let body = paragraphs.collect::<Vec<_>>().join("\n\n");
                format!("---\ntitle: {title}\nlang: {language}\n{url}---\n\n{body}\n")
            }
            _ => format!("{title}\n\n{}\n", paragraphs.collect::<Vec<_>>().join("\n\n")),
        }
    }
}
