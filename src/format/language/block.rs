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

/// One character for so many bytes of a block mostly shows that it is not [`FOREIGN`].
const PART: usize = 6;

/// More characters would not tell a block's language any better.
const ENOUGH: usize = 400;

/// Names the language of the blocks that declare none and are not in the article's.
pub(in crate::format) fn mark(body: &mut [Block], article: Option<&str>) {
    let Some(article) = article.map(primary) else { return };
    for block in body {
        let is_prose = matches!(block.content, Content::Paragraph { .. } | Content::Heading { .. });
        if is_prose && block.language.is_none() {
            let text = block.texts().map(Rich::text).next().unwrap_or_default();
            block.language = foreign(text, &article).map(str::to_owned);
        }
    }
}

/// The language of a text, where it is clear that it is not `article`.
fn foreign(text: &str, article: &str) -> Option<&'static str> {
    let own = script_of(article);
    let start = super::start(text, ENOUGH);
    let may_be_kindred = own == Script::Arabic && (article != "ar" || start.contains(is_added));
    // Most blocks have so many of the article's own letters at once that the rest of it tells nothing more.
    let first = super::start(text, text.len() / PART);
    let near = Letters::in_text(first);
    if !may_be_kindred && near.of(own) * 10 > near.all() + text.len() - first.len() {
        return None;
    }
    let letters = Letters::in_text(text);
    let (all, same) = (letters.all(), letters.of(own));
    let is_foreign = all >= FOREIGN && same * 10 <= all;
    let is_kindred = may_be_kindred && all >= KINDRED && same * 10 >= all * 9;
    if !is_foreign && !is_kindred {
        return None;
    }
    let found = super::detect(start)?;
    let is_other = found != article && !is_same_language(found, article);
    is_other.then_some(found)
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
