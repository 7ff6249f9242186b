//! What was filtered by earlier: walked through while one types, the latest first. What had been typed
//! before walking is at its near end.

/// Earlier texts of a field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    /// The latest last.
    texts: Vec<String>,
    /// How many steps back one is.
    back: usize,
    /// What had been typed before the first step.
    draft: String,
}

impl History {
    /// More than anybody walks through.
    const MAX: usize = 100;

    /// With these, the latest last.
    #[must_use]
    pub fn new(texts: Vec<String>) -> Self {
        let mut history = Self::default();
        texts.iter().for_each(|text| history.push(text));
        history
    }

    /// All of them, the latest last.
    #[must_use]
    pub fn texts(&self) -> &[String] {
        &self.texts
    }

    /// Keeps a text as the latest one; one that was there already moves. Nothing is not kept.
    pub fn push(&mut self, text: &str) {
        self.back = 0;
        let text = text.trim();
        if text.is_empty() {
            return;
        }
        self.texts.retain(|other| other != text);
        self.texts.push(text.to_owned());
        self.texts.drain(..self.texts.len().saturating_sub(Self::MAX));
    }

    /// What was typed is typed anew from here: the next step back is to the latest text again.
    pub fn rest(&mut self) {
        self.back = 0;
    }

    /// The text before the one that is shown; `None` at the first.
    pub fn older(&mut self, shown: &str) -> Option<&str> {
        if self.back == 0 {
            shown.clone_into(&mut self.draft);
        }
        // The latest text is what is shown already where typing goes on from it.
        let known =
            usize::from(self.back == 0 && self.texts.last().is_some_and(|last| last == shown));
        let back = self.back + 1 + known;
        let index = self.texts.len().checked_sub(back)?;
        self.back = back;
        self.texts.get(index).map(String::as_str)
    }

    /// The text after the one that is shown, at the end what had been typed; `None` there.
    pub fn newer(&mut self) -> Option<&str> {
        self.back = self.back.checked_sub(1)?;
        let index = self.texts.len() - self.back;
        Some(self.texts.get(index).unwrap_or(&self.draft))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn history(texts: &[&str]) -> History {
        History::new(texts.iter().map(|&text| text.to_owned()).collect())
    }

    #[test]
    fn walking_back_and_forth_ends_at_what_was_typed() {
        let mut history = history(&["one", "two"]);
        assert_eq!(history.older("draft"), Some("two"));
        assert_eq!(history.older("two"), Some("one"));
        assert_eq!(history.older("one"), None);
        assert_eq!(history.newer(), Some("two"));
        assert_eq!(history.newer(), Some("draft"));
        assert_eq!(history.newer(), None);
    }

    #[test]
    fn a_filter_that_is_still_there_is_not_walked_to_twice() {
        let mut history = history(&["one", "two"]);
        assert_eq!(history.older("two"), Some("one"));
    }

    #[test]
    fn typing_begins_the_walk_anew() {
        let mut history = history(&["one", "two"]);
        history.older("");
        history.older("two");
        history.rest();
        assert_eq!(history.older("onex"), Some("two"));
        assert_eq!(history.newer(), Some("onex"));
    }

    #[test]
    fn a_text_is_kept_once_and_nothing_is_not_kept() {
        let mut history = history(&["one", " ", "two", "one ", ""]);
        assert_eq!(history.texts(), ["two", "one"]);
        (0..200).for_each(|index| history.push(&index.to_string()));
        assert_eq!(history.texts().len(), History::MAX);
        assert_eq!(history.older(""), Some("199"));
    }
}
