//! What is cut by kinds against what is cut cluster by cluster.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::super::super::shape::shape;
use super::*;

/// The atoms of a text of which every cluster is looked at with care.
fn carefully(text: &str, setting: Setting, levels: &Levels, letters: &[Letter]) -> Vec<Atom> {
    let levels = levels.from(0);
    let mut cutter = Cutter { setting, levels, letters, atoms: Vec::new(), kinds: Kinds::new() };
    for (at, cluster) in grapheme::clusters(text) {
        cutter.cluster(at, at + cluster.len(), cluster);
    }
    cutter.atoms
}

fn text() -> impl Strategy<Value = String> {
    let plain = select("بللاأآسمـ ة«(»).،aé1٢א".chars().collect::<Vec<_>>());
    let marks = select("\u{64e}\u{651}\u{654}\u{670}\u{5b8}\u{200c}".chars().collect::<Vec<_>>());
    let others =
        "\t\u{200d}\u{301}\u{600}\u{6dd}\u{61c}\u{200b}\u{ad}≥한ᄀ가\u{fe0f}\u{20e3}👩🏽ก\u{e31}ځ";
    let others = select(others.chars().collect::<Vec<_>>());
    let long = marks.clone().prop_map(|mark| mark.to_string().repeat(11));
    let part = prop_oneof![
        12 => plain.prop_map(String::from),
        6 => marks.prop_map(String::from),
        3 => others.prop_map(String::from),
        1 => long,
    ];
    vec(part, 0..24).prop_map(|parts| parts.concat())
}

fn setting() -> impl Strategy<Value = Setting> {
    let order = select(vec![Order::Visual, Order::Logical]);
    let marks = select(vec![Marks::Show, Marks::Hide]);
    let fill = select(vec![Fill::Ragged, Fill::Tatweel]);
    let setting = |(order, marks, fill)| Setting { order, marks, fill, ..Setting::VISUAL };
    (order, marks, fill).prop_map(setting)
}

proptest! {
    #[test]
    fn atoms_are_the_same_by_kinds_and_cluster_by_cluster(
        text in text(),
        setting in setting(),
        level in select(vec![Level::ltr(), Level::rtl()]),
        joined in any::<bool>(),
    ) {
        let levels = bidi::resolve(&text, Some(level), &[]);
        let all = 0..text.len();
        let letters = if joined { shape(&text, &all, &levels, &[]) } else { Vec::new() };
        let atoms = cut((&text, &Piece::whole(all)), setting, &levels, &letters);
        prop_assert_eq!(atoms, carefully(&text, setting, &levels, &letters));
    }
}
