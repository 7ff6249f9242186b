//! The face and the link at each byte of a leaf, from the spans that lie over each other there.

use std::ops::Range;

use super::Face;

/// One span's part in it.
pub(super) struct Look {
    pub(super) range: Range<usize>,
    pub(super) face: Face,
    pub(super) link: Option<usize>,
}

/// Stretches of one look: each with its first byte, ascending.
#[derive(Clone, Debug, Default)]
pub(super) struct Looks {
    stretches: Vec<(usize, Face, Option<usize>)>,
}

impl Looks {
    /// What spans make together; an inner link, which starts later, outranks one around it.
    pub(super) fn new(looks: &[Look]) -> Self {
        let mut edges: Vec<(usize, bool, usize)> = Vec::with_capacity(looks.len() * 2);
        for (index, look) in looks.iter().enumerate() {
            edges.extend([(look.range.start, true, index), (look.range.end, false, index)]);
        }
        edges.sort_unstable();
        let mut open = Open { faces: [0; Face::ALL.len()], links: Vec::new() };
        let mut stretches: Vec<(usize, Face, Option<usize>)> = Vec::new();
        for (at, opens, index) in edges {
            if let Some(look) = looks.get(index) {
                if opens { open.open(look) } else { open.close(look) }
            }
            stretches.pop_if(|last| last.0 == at);
            stretches.push((at, open.face(), open.link(at)));
        }
        Self { stretches }
    }

    /// The look of a byte.
    pub(super) fn at(&self, byte: usize) -> (Face, Option<usize>) {
        let passed = self.stretches.partition_point(|stretch| stretch.0 <= byte);
        let stretch = passed.checked_sub(1).and_then(|index| self.stretches.get(index));
        stretch.map_or((Face::PLAIN, None), |&(_, face, link)| (face, link))
    }
}

/// What is open at an edge.
struct Open<'a> {
    /// How many spans of each face.
    faces: [usize; Face::ALL.len()],
    /// Links, the innermost last.
    links: Vec<&'a Look>,
}

impl<'a> Open<'a> {
    fn open(&mut self, look: &'a Look) {
        let faces = self.faces.iter_mut().zip(Face::ALL);
        faces.filter(|(_, face)| look.face.has(*face)).for_each(|(count, _)| *count += 1);
        if look.link.is_some() {
            self.links.push(look);
        }
    }

    fn close(&mut self, look: &Look) {
        let faces = self.faces.iter_mut().zip(Face::ALL);
        faces.filter(|(_, face)| look.face.has(*face)).for_each(|(count, _)| *count -= 1);
    }

    fn face(&self) -> Face {
        let open = self.faces.iter().zip(Face::ALL).filter(|(count, _)| **count > 0);
        open.fold(Face::PLAIN, |all, (_, face)| all.with(face))
    }

    fn link(&mut self, at: usize) -> Option<usize> {
        while self.links.pop_if(|look| look.range.end <= at).is_some() {}
        self.links.last().and_then(|look| look.link)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_add_up_where_they_overlap() {
        let look = |range, face, link| Look { range, face, link };
        let looks = Looks::new(&[
            look(1..9, Face::LINK, Some(4)),
            look(2..5, Face::STRONG, None),
            look(3..4, Face::LINK, Some(7)),
            look(4..12, Face::STRONG, None),
        ]);
        let strong = Face::LINK.with(Face::STRONG);
        let seen = [0, 1, 2, 3, 4, 8, 9, 12].map(|at| looks.at(at));
        let expected = [
            (Face::PLAIN, None),
            (Face::LINK, Some(4)),
            (strong, Some(4)),
            (strong, Some(7)),
            (strong, Some(4)),
            (strong, Some(4)),
            (Face::STRONG, None),
            (Face::PLAIN, None),
        ];
        assert_eq!(seen, expected);
    }
}
