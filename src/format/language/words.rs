//! The little words by which a short text in Latin letters tells its language, where statistics of
//! letters are as good as a guess: a headline has one or two of them, and they are enough.

use crate::article::is_letter;

/// A language, the words that its sentences cannot do without, and the letters that only it has.
type Language = (&'static str, &'static str, &'static str);

#[rustfmt::skip]
const LANGUAGES: [Language; 9] = [
    ("en", "the of and to a an is was were are for with after before that this on from by at as its it has have had be been will \
            not no new who why how what when where over under out up down his her their they we he she in into than more says said \
            you your our against amid but or about off one two three first last if than set could would should can may", ""),
    ("fr", "le la les un une des du de et est sont à au aux en dans sur pour par avec sans sous que qui ne pas se plus son sa ses \
            après avant entre contre vers chez l'on il elle ils nous vous cette ces ce samedi dimanche lundi mardi mercredi jeudi \
            vendredi deux trois", "œùû"),
    ("de", "der die das den dem des ein eine einen einem einer und ist sind war nicht mit von vom zu zum zur im am auf für nach \
            bei aus über unter vor wie was wer auch noch nur als an in um gegen wieder mehr sich es er sie wir ohne zwei drei", "ß"),
    ("es", "el la los las un una unos de del y es son en por para con sin sobre tras que se no su sus al como más pero entre \
            contra hasta desde lo le este esta dos tres", "ñ¿¡"),
    ("it", "il lo la i gli le un uno una di del della dei delle dal dalla e è sono in nel nella per con su sul sulla che non si \
            al alla ai come più ma tra fra dopo due tre", "ìò"),
    ("pt", "o a os as um uma de do da dos das e é são em no na nos nas por para com sem sobre que não se ao à mais mas após \
            entre até dois três", "ãõ"),
    ("nl", "de het een en is zijn was van voor met op in te naar bij uit over na niet dat die aan om als maar nog ook wordt \
            door tegen geen we hij zij", ""),
    ("tr", "ve bir bu ile için de da mi ne çok daha en gibi kadar sonra önce göre olarak oldu var yok ama ki her yeni eski", "ığşİ"),
    ("sv", "och att det som en ett är av för med på till den har inte om de vid från efter i nya", "å"),
];

/// By how many words the best has to lead.
const ENOUGH: f64 = 1.0;

/// The language that leads by a whole word, if one does.
pub(super) fn detect(text: &str) -> Option<&'static str> {
    let lower = text.to_lowercase().replace('’', "'");
    let scores =
        LANGUAGES.map(|(tag, words, letters)| (tag, score(text, &lower, (words, letters))));
    let (tag, best) = scores.into_iter().max_by(|(_, a), (_, b)| a.total_cmp(b))?;
    let others = scores.into_iter().filter(|(other, _)| *other != tag);
    let second = others.map(|(_, score)| score).fold(0.0, f64::max);
    (best - second >= ENOUGH).then_some(tag)
}

fn score(text: &str, lower: &str, (words, letters): (&str, &str)) -> f64 {
    let is_word = |word: &&str| {
        let word = word.trim_matches(|c| !is_letter(c));
        !word.is_empty() && words.split_whitespace().any(|own| own == word)
    };
    let own_words = lower.split_whitespace().filter(is_word).count();
    let own_letters = text.chars().filter(|c| letters.contains(*c)).count().min(4);
    let weigh = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    weigh(own_words) + weigh(own_letters) * 0.75
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headlines_tell_by_a_word() {
        for (text, language) in [
            ("Harbour reopens after storm", "en"),
            ("Why we read old books", "en"),
            ("Le vieux port rouvre samedi", "fr"),
            ("Der alte Hafen ist wieder offen", "de"),
            ("Eski liman yeniden açıldı", "tr"),
            ("El puerto reabre tras la tormenta", "es"),
        ] {
            assert_eq!(detect(text), Some(language), "{text}");
        }
    }

    #[test]
    fn what_could_be_several_is_none() {
        for text in ["Harbour reopens", "President in Berlin", "", "Paris 2024"] {
            assert_eq!(detect(text), None, "{text}");
        }
    }
}
