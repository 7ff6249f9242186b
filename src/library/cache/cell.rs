//! Values of a fixed size, which columns are made of: the n-th is found without reading the others.

use jiff::civil;
use jiff::tz::Offset;

use crate::article::Date;

/// A value of a fixed size.
pub(super) trait Cell: Sized {
    /// How many bytes it takes.
    const WIDTH: usize;

    /// Puts it after what is there.
    fn put(&self, onto: &mut Vec<u8>);

    /// From [`Self::WIDTH`] bytes; `None` where they are none of its values.
    fn parse(bytes: &[u8]) -> Option<Self>;
}

impl Cell for u32 {
    const WIDTH: usize = 4;

    fn put(&self, onto: &mut Vec<u8>) {
        onto.extend(self.to_le_bytes());
    }

    fn parse(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self::from_le_bytes)
    }
}

impl Cell for u64 {
    const WIDTH: usize = 8;

    fn put(&self, onto: &mut Vec<u8>) {
        onto.extend(self.to_le_bytes());
    }

    fn parse(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self::from_le_bytes)
    }
}

/// A long number and a short one: where a record lies and how long it is, or a hash and what has it.
impl Cell for (u64, u32) {
    const WIDTH: usize = 12;

    fn put(&self, onto: &mut Vec<u8>) {
        self.0.put(onto);
        self.1.put(onto);
    }

    fn parse(bytes: &[u8]) -> Option<Self> {
        let (long, short) = bytes.split_at_checked(8)?;
        Some((u64::parse(long)?, u32::parse(short)?))
    }
}

/// All that a date knows: the fields of the day and of the time, the offset, and which of them there are.
impl Cell for Option<Date> {
    const WIDTH: usize = 16;

    fn put(&self, onto: &mut Vec<u8>) {
        let Some(date) = self else { return onto.extend([0; 16]) };
        let (day, time, offset) = (date.to_day(), date.to_time(), date.to_offset());
        let known = 1 | u8::from(time.is_some()) << 1 | u8::from(offset.is_some()) << 2;
        let time = time.unwrap_or(civil::Time::midnight());
        onto.extend(day.year().to_le_bytes());
        onto.extend([day.month(), day.day()].map(i8::cast_unsigned));
        onto.extend([time.hour(), time.minute(), time.second()].map(i8::cast_unsigned));
        onto.push(known);
        onto.extend(time.subsec_nanosecond().to_le_bytes());
        onto.extend(offset.map_or(0, Offset::seconds).to_le_bytes());
    }

    fn parse(bytes: &[u8]) -> Option<Self> {
        let &[y1, y2, month, day, hour, minute, second, known, ref rest @ ..] = bytes else {
            return None;
        };
        if known == 0 {
            return Some(None);
        }
        let (nanosecond, offset) = rest.split_first_chunk::<4>()?;
        let [month, day] = [month, day].map(u8::cast_signed);
        let [hour, minute, second] = [hour, minute, second].map(u8::cast_signed);
        let day = civil::Date::new(i16::from_le_bytes([y1, y2]), month, day).ok()?;
        let nanosecond = i32::from_le_bytes(*nanosecond);
        let time = civil::Time::new(hour, minute, second, nanosecond).ok()?;
        let offset = Offset::from_seconds(i32::from_le_bytes(offset.try_into().ok()?)).ok()?;
        Some(Some(if known & 2 == 0 {
            Date::day(day)
        } else {
            Date::time(day.to_datetime(time), (known & 4 != 0).then_some(offset))
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::cache::tests::arbitrary::any_date;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn dates_come_back_as_they_were(date in proptest::option::of(any_date())) {
            let mut bytes = Vec::new();
            date.put(&mut bytes);
            prop_assert_eq!(bytes.len(), <Option<Date>>::WIDTH);
            prop_assert_eq!(<Option<Date>>::parse(&bytes), Some(date));
        }

        #[test]
        fn no_bytes_are_too_strange(bytes in proptest::collection::vec(any::<u8>(), 0..20)) {
            let _known = <Option<Date>>::parse(&bytes);
            prop_assert_eq!(u32::parse(&bytes).is_some(), bytes.len() == 4);
            prop_assert_eq!(<(u64, u32)>::parse(&bytes).is_some(), bytes.len() == 12);
        }
    }
}
