//! Which language, and of which region: what the user asks for, or what the system is set to.

use std::env;
use std::str::FromStr;

use icu_locale_core::subtags::Region;

use super::{Language, UnknownLanguage};

/// A language of the interface, and the region whose dates and digits are wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Tag {
    /// The language.
    pub language: Language,
    /// The region, if one was named.
    pub region: Option<Region>,
}

impl Tag {
    /// The one that the user's system is set to, or English.
    #[must_use]
    pub fn of_system() -> Self {
        Self::of_environment(|name| env::var(name).ok())
            .or_else(|| sys_locale::get_locales().find_map(|locale| locale.parse().ok()))
            .unwrap_or_default()
    }

    /// By POSIX, 8.2: the first of these variables that is set decides. GNU's `LANGUAGE` lists what to
    /// try before it, but says nothing in the C locale. `None` where no variable is set.
    fn of_environment(variable: impl Fn(&str) -> Option<String>) -> Option<Self> {
        let set = |name: &&str| variable(name).filter(|value| !value.is_empty());
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(set)?;
        if matches!(locale.split('.').next(), Some("C" | "POSIX")) {
            return Some(Self::default());
        }
        let wanted = set(&"LANGUAGE").unwrap_or_default();
        let mut all = wanted.split(':').chain([locale.as_str()]);
        Some(all.find_map(|name| name.parse().ok()).unwrap_or_default())
    }
}

impl From<Language> for Tag {
    fn from(language: Language) -> Self {
        Self { language, region: None }
    }
}

/// By a locale's name, in whatever spelling: `ar`, `ar-EG`, `ar_EG.UTF-8`, `ar-Arab-EG`.
impl FromStr for Tag {
    type Err = UnknownLanguage;

    fn from_str(locale: &str) -> Result<Self, UnknownLanguage> {
        let language = locale.parse()?;
        let bare = locale.trim().split(['.', '@']).next().unwrap_or_default();
        let mut subtags = bare.split(['-', '_']).skip(1).take(2);
        Ok(Self { language, region: subtags.find_map(|subtag| subtag.parse().ok()) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(environment: &[(&str, &str)]) -> Option<String> {
        let variable = |name: &str| {
            let found = environment.iter().find(|(set, _)| *set == name);
            found.map(|(_, value)| (*value).to_owned())
        };
        let tag = Tag::of_environment(variable)?;
        let region = tag.region.map_or_else(String::new, |region| format!("-{region}"));
        Some(format!("{}{region}", tag.language.code()))
    }

    #[test]
    fn the_first_variable_that_is_set_decides() {
        let lang = ("LANG", "he_IL.UTF-8");
        for (environment, tag) in [
            (vec![lang], "he-IL"),
            (vec![lang, ("LC_ALL", "")], "he-IL"),
            (vec![lang, ("LC_MESSAGES", "fa_IR")], "fa-IR"),
            (vec![lang, ("LC_MESSAGES", "fa_IR"), ("LC_ALL", "ar_SY.UTF-8")], "ar-SY"),
            (vec![lang, ("LC_ALL", "C.UTF-8")], "en"),
            (vec![lang, ("LC_ALL", "POSIX")], "en"),
            (vec![lang, ("LC_ALL", "de_DE.UTF-8")], "en"),
            (vec![lang, ("LANGUAGE", "de:ur:ar")], "ur"),
            (vec![("LANG", "C"), ("LANGUAGE", "ar")], "en"),
        ] {
            assert_eq!(told(&environment).as_deref(), Some(tag), "{environment:?}");
        }
        assert_eq!(told(&[("LANGUAGE", "ar"), ("LC_CTYPE", "ar_EG")]), None);
    }

    #[test]
    fn a_region_is_found_behind_a_script() {
        let region =
            |tag: &str| tag.parse::<Tag>().unwrap().region.map(|region| region.to_string());
        assert_eq!(region("fa-Arab-AF").as_deref(), Some("AF"));
        assert_eq!(region("ar_001.UTF-8").as_deref(), Some("001"));
        assert_eq!(region("en@euro"), None);
    }
}
