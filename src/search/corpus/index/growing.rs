//! The documents of each word while an index is made: many lists that grow in one buffer, each in pieces
//! that are linked, the next one larger.

use super::bytes::push_short;

/// Lists of document numbers, each growing.
#[derive(Debug, Default)]
pub(super) struct Growing {
    buffer: Vec<u8>,
    lists: Vec<List>,
}

#[derive(Clone, Copy, Debug)]
struct List {
    first: u32,
    last: u32,
    count: u32,
    head: usize,
    /// Where the next byte goes, and where its piece ends: there lies the place of the next piece.
    at: usize,
    end: usize,
}

const LINK: usize = size_of::<u32>();

impl Growing {
    /// Starts another list; it has the next number.
    pub(super) fn start(&mut self, doc: u32) {
        self.lists.push(List { first: doc, last: doc, count: 1, head: 0, at: 0, end: 0 });
    }

    /// Adds a document to a list, unless it is its last; documents come in order.
    pub(super) fn push(&mut self, list: usize, doc: u32) {
        let Some(mut grown) = self.lists.get(list).copied().filter(|list| list.last != doc) else {
            return;
        };
        push_short(doc - grown.last, |byte| self.push_byte(&mut grown, byte));
        grown.last = doc;
        grown.count += 1;
        if let Some(list) = self.lists.get_mut(list) {
            *list = grown;
        }
    }

    fn push_byte(&mut self, list: &mut List, byte: u8) {
        if list.at == list.end {
            self.lengthen(list);
        }
        if let Some(place) = self.buffer.get_mut(list.at) {
            *place = byte;
        }
        list.at += 1;
    }

    fn lengthen(&mut self, list: &mut List) {
        let piece = self.buffer.len();
        self.buffer.resize(piece + size(list.count) + LINK, 0);
        let link = u32::try_from(piece).unwrap_or_default().to_le_bytes();
        match self.buffer.get_mut(list.end..list.end + LINK) {
            Some(place) if list.end > 0 => place.copy_from_slice(&link),
            _ => list.head = piece,
        }
        (list.at, list.end) = (piece, piece + size(list.count));
    }

    /// How many documents a list has.
    pub(super) fn count(&self, list: usize) -> usize {
        self.lists.get(list).map_or(0, |list| list.count as usize)
    }

    /// Adds the documents of a list to `docs`.
    pub(super) fn collect(&self, list: usize, docs: &mut Vec<u32>) {
        let Some(list) = self.lists.get(list) else { return };
        docs.push(list.first);
        let (mut doc, mut at, mut end) = (list.first, list.head, list.head + size(1));
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
        for list in 0..3 {
            growing.start(list);
        }
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
