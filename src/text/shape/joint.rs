//! Where a calligrapher would lengthen a word: how good a place for tatweel lies between two letters.
//!
//! The order is that of Arabic typesetting systems: after the teeth of seen and sad, then before the
//! final forms that can carry it, and any other joint at last. Between lam and alef there is none.

use unicode_joining_type::JoiningType;

use super::{Letter, Part};

/// A joint between two letters; the least is the best to stretch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::text) enum Joint {
    /// Where the writer has put a tatweel.
    Stretched,
    /// After seen and sad.
    AfterTeeth,
    /// Before final heh, teh marbuta and dal.
    BeforeRound,
    /// Before final alef, lam and kaf.
    BeforeTall,
    /// Before final reh and yeh.
    BeforeTail,
    /// Before a beh that reh or yeh follows.
    BeforeTooth,
    /// Any other.
    Other,
}

/// What joins the first of these letters to the next one; `None` where nothing does, or what does is no
/// letter.
pub(in crate::text) fn first(letters: &[Letter]) -> Option<Joint> {
    let [before, after, rest @ ..] = letters else { return None };
    let joined = before.joined.next && after.joined.previous && before.level.is_rtl();
    if !joined
        || before.part == Part::Left
        || before.nature.forms.is_none()
        || is_lam(before.c) && is_alef(after.c)
    {
        return None;
    }
    if after.nature.kind == JoiningType::JoinCausing {
        return (after.c == TATWEEL).then_some(Joint::Stretched);
    }
    let is_final = !after.joined.next;
    Some(match after.c {
        _ if has_teeth(before.c) => Joint::AfterTeeth,
        c if is_final && is_round(c) => Joint::BeforeRound,
        c if is_final && is_tall(c) => Joint::BeforeTall,
        c if is_final && has_tail(c) => Joint::BeforeTail,
        c if is_tooth(c) && rest.first().is_some_and(|next| has_tail(next.c)) => Joint::BeforeTooth,
        _ => Joint::Other,
    })
}

const TATWEEL: char = '\u{640}';

const fn has_teeth(c: char) -> bool {
    matches!(c, 'س' | 'ش' | 'ص' | 'ض' | 'ښ')
}

const fn is_round(c: char) -> bool {
    matches!(c, 'ه' | 'ة' | 'ۀ' | 'ہ' | 'ۂ' | 'ۃ' | 'ە' | 'د' | 'ذ' | 'ڈ' | 'ډ' | 'ڊ' | 'ڌ' | 'ڍ')
}

const fn is_tall(c: char) -> bool {
    is_alef(c) || is_lam(c) || matches!(c, 'ك' | 'ک' | 'گ' | 'ګ' | 'ڭ')
}

const fn has_tail(c: char) -> bool {
    matches!(c, 'ر' | 'ز' | 'ژ' | 'ڑ' | 'ړ' | 'ږ' | 'ڕ' | 'ي' | 'ی' | 'ى' | 'ئ' | 'ې' | 'ێ' | 'ے')
}

const fn is_tooth(c: char) -> bool {
    matches!(c, 'ب' | 'ت' | 'ث' | 'ن' | 'پ' | 'ٹ' | 'ي' | 'ی' | 'ئ')
}

const fn is_lam(c: char) -> bool {
    matches!(c, 'ل' | 'ڵ')
}

const fn is_alef(c: char) -> bool {
    matches!(c, 'ا' | 'أ' | 'إ' | 'آ' | 'ٱ' | 'ٲ' | 'ٳ')
}
