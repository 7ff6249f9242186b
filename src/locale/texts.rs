//! The words of the interface: `assets/ui`, a Fluent file for each language. Plural rules are CLDR's,
//! and what is put into a text is isolated from it (UAX #9) by Fluent itself.

use std::fmt;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource};

use super::{Language, Numerals, Value};

/// The texts of one language.
pub(super) struct Texts {
    bundle: FluentBundle<FluentResource>,
}

impl Texts {
    pub(super) fn of(language: Language, numerals: Numerals) -> Self {
        // What is wrong with a text is found by the tests; what is left of it still shows.
        let source = source(language).to_owned();
        let resource = FluentResource::try_new(source).unwrap_or_else(|(partial, _)| partial);
        let tags = language.code().parse().into_iter().collect();
        let mut bundle = FluentBundle::new_concurrent(tags);
        bundle.add_resource_overriding(resource);
        // Fluent takes a plain function, which knows nothing but the number.
        bundle.set_formatter(match numerals {
            Numerals::Latin => None,
            Numerals::Arabic => Some(|value, _| number(value, Numerals::Arabic)),
            Numerals::Persian => Some(|value, _| number(value, Numerals::Persian)),
        });
        Self { bundle }
    }

    /// A text; its own name where there is none, so that it is missed and nothing breaks.
    pub(super) fn say(&self, name: &str, with: &[(&'static str, Value<'_>)]) -> String {
        self.formatted(name, with).map_or_else(|| name.to_owned(), |(text, _)| text)
    }

    /// A text, and what is wrong with it.
    pub(super) fn formatted(
        &self,
        name: &str,
        with: &[(&'static str, Value<'_>)],
    ) -> Option<(String, Vec<FluentError>)> {
        let pattern = self.bundle.get_message(name)?.value()?;
        let args: FluentArgs<'_> = with.iter().cloned().collect();
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned();
        Some((text, errors))
    }
}

impl fmt::Debug for Texts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Texts").finish_non_exhaustive()
    }
}

fn number(value: &Value<'_>, numerals: Numerals) -> Option<String> {
    let Value::Number(number) = value else { return None };
    Some(numerals.write(&number.as_string()))
}

pub(super) const fn source(language: Language) -> &'static str {
    match language {
        Language::Arabic => include_str!("../../assets/ui/ar.ftl"),
        Language::Hebrew => include_str!("../../assets/ui/he.ftl"),
        Language::Persian => include_str!("../../assets/ui/fa.ftl"),
        Language::Urdu => include_str!("../../assets/ui/ur.ftl"),
        Language::English => include_str!("../../assets/ui/en.ftl"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arabic_has_six_plurals() {
        let texts = Texts::of(Language::Arabic, Numerals::Arabic);
        let said = |count: usize| texts.say("articles", &[("count", count.into())]);
        let all: std::collections::BTreeSet<_> = [0, 1, 2, 3, 11, 100].map(said).into();
        assert_eq!(all.len(), 6, "{all:?}");
    }
}
