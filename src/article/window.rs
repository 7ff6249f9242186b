//! Many bytes of a text at a time: what most of a text is made of is told without a branch, and so for all of
//! them together; only the rest is looked at letter by letter.

/// So many bytes are looked at together.
pub(super) const WINDOW: usize = 32;

/// The bytes from a place on, spaces behind the last.
#[inline]
pub(super) fn window(bytes: &[u8], at: usize) -> [u8; WINDOW] {
    let rest = bytes.get(at..).unwrap_or_default();
    rest.first_chunk().copied().unwrap_or_else(|| {
        let mut window = [b' '; WINDOW];
        window.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
        window
    })
}

/// How many of these bytes, each with the one behind it, are so.
#[inline]
pub(super) fn count(
    bytes: &[u8; WINDOW],
    next: &[u8; WINDOW],
    is_so: impl Fn(u8, u8) -> bool,
) -> u8 {
    let pairs = bytes.iter().zip(next);
    pairs.fold(0, |count, (byte, next)| count + u8::from(is_so(*byte, *next)))
}

/// Whether a byte is between two others, or one of them.
#[inline]
pub(super) const fn is_among(byte: u8, first: u8, last: u8) -> bool {
    byte.wrapping_sub(first) <= last - first
}
