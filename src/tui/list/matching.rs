//! Which rows are matched, in the order of the list: done anew at each key, for all rows.

/// The rows of `order` whose number is set in `matched`.
///
/// One of two rows may be: a branch would be foreseen wrong for every other one of them, so there is none.
pub(super) fn matching(order: &[u32], matched: &[bool]) -> Vec<u32> {
    let mut rows = vec![0; order.len()];
    let mut count = 0;
    for &row in order {
        if let Some(place) = rows.get_mut(count) {
            *place = row;
        }
        count += usize::from(matched.get(row as usize).copied().unwrap_or_default());
    }
    rows.truncate(count);
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_stays() {
        let matched = [true, false, true, true];
        assert_eq!(matching(&[3, 1, 0, 2], &matched), [3, 0, 2]);
        assert_eq!(matching(&[1, 9], &matched), [0; 0], "what is not known is not matched");
        assert_eq!(matching(&[2, 0], &matched), [2, 0]);
    }
}
