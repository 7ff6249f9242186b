//! The blocks of an article that are clearly in another language than the article: a quotation in
//! English, a proclamation in Urdu. What is not clear keeps the article's.

use super::script::{Letters, Script};
use crate::article::Block;
use crate::article::Content;
use crate::article::Rich;

/// Letters of another script that are more than a name or two.
const FOREIGN: usize = 24;

/// Letters by which languages of one script can be told apart.
const KINDRED: usize = 90;

/// More characters would not tell a block's language any better.
const ENOUGH: usize = 400;

/// Names the language of the blocks that declare none and are not in the article's.
pub(in crate::format) fn mark(body: &mut [Block], article: Option<&str>) {
    let Some(article) = article.map(primary) else { return };
    let own = script_of(&article);
    for block in body {
        let is_prose = matches!(block.content, Content::Paragraph { .. } | Content::Heading { .. });
        if is_prose && block.language.is_none() {
            let text = block.texts().map(Rich::text).next().unwrap_or_default();
            block.language = foreign(text, &article, own).map(str::to_owned);
        }
    }
}

/// The language of a text, where it is clear that it is not `article`. Its beginning tells.
fn foreign(text: &str, article: &str, own: Script) -> Option<&'static str> {
    let text = super::start(text, ENOUGH);
    if !is_mostly_other(text, own) && !is_kindred(text, own, article) {
        return None;
    }
    let found = super::detect(text)?;
    let is_other = found != article && !is_same_language(found, article);
    is_other.then_some(found)
}

/// Whether at most a tenth of the letters are of a script. In a text of that script this is settled
/// after a tenth of it.
fn is_mostly_other(text: &str, own: Script) -> bool {
    let (mut same, mut others, mut left) = (0, 0, text.chars().count());
    for script in text.chars().map(Script::of) {
        left -= 1;
        match script {
            Some(script) if script == own => same += 1,
            Some(_) => others += 1,
            None => {}
        }
        if same * 9 > others + left {
            return false;
        }
    }
    same + others >= FOREIGN
}

/// Whether a text may be in another of the languages that share the Arabic script.
fn is_kindred(text: &str, own: Script, article: &str) -> bool {
    if own != Script::Arabic || (article == "ar" && !text.contains(is_added)) {
        return false;
    }
    let letters = Letters::in_text(text);
    letters.all() >= KINDRED && letters.of(own) * 10 >= letters.all() * 9
}

/// Whether it is a letter that other languages have added to those of Arabic. No text of a
/// [`KINDRED`] language does without them for so long.
const fn is_added(c: char) -> bool {
    matches!(c, '\u{671}'..='\u{6ff}')
}

/// Names of one language, as far as its letters tell.
fn is_same_language(found: &str, article: &str) -> bool {
    let spoken = |tag: &str| match tag {
        "arz" | "ary" | "apc" | "acm" | "arq" | "afb" => "ar".to_owned(),
        "prs" | "pes" | "tg" => "fa".to_owned(),
        "ku" | "sdh" => "ckb".to_owned(),
        "iw" => "he".to_owned(),
        "ji" => "yi".to_owned(),
        "pnb" => "ur".to_owned(),
        tag => tag.to_owned(),
    };
    spoken(found) == spoken(article)
}

fn primary(tag: &str) -> String {
    tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase()
}

fn script_of(language: &str) -> Script {
    match language {
        "he" | "iw" | "yi" | "ji" | "lad" => Script::Hebrew,
        _ if crate::article::is_rtl_language(language) => Script::Arabic,
        _ => Script::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(article: &str, text: &str) -> Option<String> {
        let mut body = vec![Block::paragraph(text)];
        mark(&mut body, Some(article));
        body.remove(0).language
    }

    #[test]
    fn a_block_in_another_script_names_its_language() {
        let english = "The council said on Tuesday that the library would open again next week.";
        let arabic = "أعلنت وزارة الثقافة عن افتتاح المعرض الجديد يوم الخميس";
        assert_eq!(marked("ar", english).as_deref(), Some("en"));
        assert_eq!(marked("he", arabic).as_deref(), Some("ar"));
        assert_eq!(marked("en-GB", arabic).as_deref(), Some("ar"));
    }

    #[test]
    fn kindred_languages_are_told_in_long_blocks() {
        let urdu = "وزیر ثقافت نے جمعرات کو نئی نمائش کے افتتاح کا اعلان کیا ہے اور کہا ہے کہ یہ نمائش اگلے ماہ تک جاری رہے گی، جس میں ملک بھر کے فنکار شریک ہوں گے";
        assert_eq!(marked("ar", urdu).as_deref(), Some("ur"));
        assert_eq!(marked("ur", urdu), None);
    }

    #[test]
    fn names_and_the_articles_own_words_are_not_marked() {
        for text in ["Apple iPhone 16 Pro", "أعلنت شركة Google Incorporated عن خدمة جديدة", "2024"]
        {
            assert_eq!(marked("ar", text), None, "{text}");
        }
        assert_eq!(
            marked(
                "arz",
                "أعلنت وزارة الثقافة عن افتتاح المعرض الجديد يوم الخميس في القاهرة القديمة بحضور عدد كبير من الفنانين والزوار"
            ),
            None
        );
    }
}
