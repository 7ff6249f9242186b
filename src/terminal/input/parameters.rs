//! The parameters of a control sequence: numbers between semicolons, each perhaps with more of them
//! between colons.

/// The parameters of one sequence.
#[derive(Clone, Copy, Debug)]
pub(super) struct Parameters<'a> {
    text: &'a str,
}

impl<'a> Parameters<'a> {
    /// What stands between `CSI` and the final byte, without its marks.
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { text: str::from_utf8(bytes).unwrap_or_default() }
    }

    /// The numbers of the parameter at this place; one that is left out is `None`.
    pub(super) fn at(self, place: usize) -> impl Iterator<Item = Option<u32>> + 'a {
        let parameter = self.text.split(';').nth(place).unwrap_or_default();
        parameter.split(':').map(|number| number.parse().ok())
    }

    /// The first number of the parameter at this place.
    pub(super) fn first(self, place: usize) -> Option<u32> {
        self.at(place).next().flatten()
    }

    pub(super) const fn is_empty(self) -> bool {
        self.text.is_empty()
    }

    /// The first number of every parameter; 0 where one is left out.
    pub(super) fn all(self) -> Vec<u16> {
        let number = |text: &str| text.split(':').next().and_then(|first| first.parse().ok());
        let numbers = self.text.split_terminator(';').map(number);
        numbers.map(Option::unwrap_or_default).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_may_be_left_out() {
        let parameters = Parameters::new(b"1578::106;;1604:1575");
        assert_eq!(parameters.at(0).collect::<Vec<_>>(), [Some(1578), None, Some(106)]);
        assert_eq!(parameters.first(1), None);
        assert_eq!(parameters.at(2).collect::<Vec<_>>(), [Some(1604), Some(1575)]);
        assert_eq!(parameters.first(3), None);
        assert_eq!(parameters.all(), [1578, 0, 1604]);
    }

    #[test]
    fn what_is_no_number_is_none() {
        assert_eq!(Parameters::new(b"99999999999;x").first(0), None);
        assert_eq!(Parameters::new(b"62;").all(), [62]);
        assert!(Parameters::new(b"").all().is_empty());
    }
}
