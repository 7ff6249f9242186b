//! The documents of each word while an index is made: many lists that grow in one buffer, each in pieces
//! that are linked, the next one larger.

use super::bytes::push_short;

/// Lists of document numbers, each growing.
#[derive(Debug, Default)]
pub(super) struct Growing {
    buffer: Vec<u8>,
    lists: Vec<List>,
}

#[derive(Clone, Copy, Debug, Default)]
struct List {
    first: u32,
    last: u32,
    count: u32,
    head: u32,
    /// Where the next byte goes, and where its piece ends: there lies the place of the next piece.
    at: u32,
    end: u32,
}

impl List {
    fn push(&mut self, byte: u8, buffer: &mut Vec<u8>) {
        if self.at == self.end {
            self.lengthen(buffer);
        }
        if let Some(place) = buffer.get_mut(self.at as usize) {
            *place = byte;
        }
        self.at += 1;
    }

    /// Begins another piece. Lists are smaller than their texts, and those of a segment fit four bytes.
    fn lengthen(&mut self, buffer: &mut Vec<u8>) {
        let end = buffer.len();
        buffer.resize(end + size(self.count) + LINK, 0);
        let piece = u32::try_from(end).unwrap_or(u32::MAX);
        let link = self.end as usize..self.end as usize + LINK;
        match buffer.get_mut(link) {
            Some(place) if self.end > 0 => place.copy_from_slice(&piece.to_le_bytes()),
            _ => self.head = piece,
        }
        self.at = piece;
        self.end = piece.saturating_add(u32::try_from(size(self.count)).unwrap_or(u32::MAX));
    }
}

const LINK: usize = size_of::<u32>();

impl Growing {
    /// Starts empty lists, until there are so many.
    pub(super) fn grow(&mut self, count: usize) {
        self.lists.resize(count, List::default());
    }

    /// Adds a document to a list, unless it is its last; documents come in order.
    pub(super) fn push(&mut self, list: usize, doc: u32) {
        let Some(list) = self.lists.get_mut(list) else { return };
        if list.count == 0 {
            list.first = doc;
        } else if list.last == doc {
            return;
        } else {
            let buffer = &mut self.buffer;
            push_short(doc - list.last, |byte| list.push(byte, buffer));
        }
        list.last = doc;
        list.count += 1;
    }

    /// How many documents a list has.
    pub(super) fn count(&self, list: usize) -> usize {
        self.lists.get(list).map_or(0, |list| list.count as usize)
    }

    /// Adds the documents of a list to `docs`.
    pub(super) fn collect(&self, list: usize, docs: &mut Vec<u32>) {
        let Some(list) = self.lists.get(list).filter(|list| list.count > 0) else { return };
        docs.push(list.first);
        let head = list.head as usize;
        let (mut doc, mut at, mut end) = (list.first, head, head + size(1));
        for count in 1..list.count {
            let (mut gap, mut shift) = (0, 0);
            loop {
                if at == end {
                    at = self.link(end);
                    end = at + size(count);
                }
                let byte = self.buffer.get(at).copied().unwrap_or_default();
                at += 1;
                gap |= u32::from(byte & 0x7f) << shift;
                shift += 7;
                if byte & 0x80 == 0 {
                    break;
                }
            }
            doc += gap;
            docs.push(doc);
        }
    }

    fn link(&self, end: usize) -> usize {
        let link = self.buffer.get(end..end + LINK).and_then(|bytes| bytes.try_into().ok());
        link.map_or(0, u32::from_le_bytes) as usize
    }
}

/// The bytes of a piece that is begun when a list has this many documents.
fn size(count: u32) -> usize {
    count.clamp(6, 508) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_pushed_is_collected() {
        let mut growing = Growing::default();
        growing.grow(3);
        let docs = |list: u32| (0..5000u32).map(move |at| list + at * (1 + list * 300));
        for at in 0..5000 {
            for list in 0..3u32 {
                let doc = list + at * (1 + list * 300);
                growing.push(list as usize, doc);
                growing.push(list as usize, doc);
            }
        }
        for list in 0..3u32 {
            let mut found = Vec::new();
            growing.collect(list as usize, &mut found);
            assert_eq!(growing.count(list as usize), 5000);
            assert!(found.into_iter().eq(docs(list)));
        }
    }
}
