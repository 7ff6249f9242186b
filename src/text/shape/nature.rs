//! What a character brings to joining, before it is known what stands beside it.

use std::sync::LazyLock;

use unicode_joining_type::{JoiningType, get_joining_type};

use super::super::forms::{self, Forms, Joined};

/// What a character that takes part in joining is by itself.
#[derive(Debug)]
pub(super) struct Nature {
    pub(super) kind: JoiningType,
    pub(super) forms: Option<&'static Forms>,
    /// To which neighbours it can be joined, by its kind and by what there is to show it.
    pub(super) reaches: Joined,
}

impl Nature {
    /// `None` for what is transparent to joining (R1).
    pub(super) fn of(c: char) -> Option<&'static Self> {
        match (c as usize).checked_sub(FIRST).map(|place| TABLE.get(place)) {
            Some(Some(known)) => known.as_ref(),
            None if c.is_ascii() => Some(const { &Self::formless(JoiningType::NonJoining) }),
            _ => Self::beyond(c),
        }
    }

    /// Of a character that has no forms.
    fn beyond(c: char) -> Option<&'static Self> {
        use JoiningType::{DualJoining, JoinCausing, LeftJoining, RightJoining};
        match opaque(c)? {
            DualJoining => Some(const { &Self::formless(DualJoining) }),
            JoinCausing => Some(const { &Self::formless(JoinCausing) }),
            LeftJoining => Some(const { &Self::formless(LeftJoining) }),
            RightJoining => Some(const { &Self::formless(RightJoining) }),
            _ => Some(const { &Self::formless(JoiningType::NonJoining) }),
        }
    }

    const fn formless(kind: JoiningType) -> Self {
        let causes = matches!(kind, JoiningType::JoinCausing);
        Self { kind, forms: None, reaches: Joined { previous: causes, next: causes } }
    }

    fn with_forms(kind: JoiningType, forms: &'static Forms) -> Self {
        use JoiningType::{DualJoining, LeftJoining, RightJoining};
        let Joined { previous, next } = forms.reaches();
        let previous = previous && matches!(kind, DualJoining | RightJoining);
        let next = next && matches!(kind, DualJoining | LeftJoining);
        Self { kind, forms: Some(forms), reaches: Joined { previous, next } }
    }
}

/// The joining type of a character that is not transparent.
fn opaque(c: char) -> Option<JoiningType> {
    Some(get_joining_type(c)).filter(|kind| *kind != JoiningType::Transparent)
}

const FIRST: usize = 0x600;
/// All with forms.
const SIZE: usize = 0x180;

static TABLE: LazyLock<[Option<Nature>; SIZE]> = LazyLock::new(|| {
    std::array::from_fn(|place| {
        let c = u32::try_from(FIRST + place).ok().and_then(char::from_u32)?;
        let kind = opaque(c)?;
        let forms = forms::forms(c);
        Some(forms.map_or(Nature::formless(kind), |forms| Nature::with_forms(kind, forms)))
    })
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_is_of_its_own_kind_and_has_its_own_forms() {
        for c in '\0'..=char::MAX {
            let nature = Nature::of(c);
            assert_eq!(nature.map(|nature| nature.kind), opaque(c), "{c:?}");
            let forms = nature.and_then(|nature| nature.forms);
            assert_eq!(forms.is_some(), forms::forms(c).is_some(), "{c:?}");
        }
    }
}
