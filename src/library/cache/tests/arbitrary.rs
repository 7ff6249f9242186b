//! Entries with anything in them.

use std::path::PathBuf;

use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;

use super::entry;
use crate::article::Date;
use crate::article::{Direction, Given, Highlight, Metadata};
use crate::library::{Entry, Item, Place, Version};

pub(in crate::library) fn any_date() -> impl Strategy<Value = Date> {
    let day = (-9999..=9999i16, 1..=12i8, 1..=28i8);
    let time = (0..24i8, 0..60i8, 0..60i8, 0..1_000_000_000i32);
    (day, of((time, of(-93_599..=93_599i32)))).prop_map(|((year, month, day), time)| {
        let day = jiff::civil::date(year, month, day);
        time.map_or(Date::day(day), |((hour, minute, second, nanosecond), offset)| {
            let offset = offset.map(|offset| jiff::tz::Offset::from_seconds(offset).unwrap());
            Date::time(day.at(hour, minute, second, nanosecond), offset)
        })
    })
}

fn any_version(root: PathBuf) -> impl Strategy<Value = Version> {
    let format = prop_oneof![Just("plain"), Just("markdown"), Just("html")];
    let encoding = prop_oneof![Just("UTF-8"), Just("windows-1256")];
    (
        "[0-9a-f]{16}",
        "[a-zا-ي]{1,9}(/[a-z. ]{1,9}x)?",
        of(".{0,20}"),
        any::<usize>(),
        format,
        encoding,
    )
        .prop_map(move |(id, path, member, index, format, encoding)| {
            let item = Item { path: root.join(path), place: Place::File };
            Version { id: id.as_str().into(), item, member, index, format, encoding }
        })
}

fn any_metadata() -> impl Strategy<Value = Metadata> {
    let texts =
        (".{0,30}", of(".{0,9}"), of(".{0,9}"), of(".{0,30}"), of(".{0,30}"), of("[a-z]{2}"));
    let lists = (vec(".{0,9}", 0..3), vec(".{0,9}", 0..3), of(".{0,9}"));
    (texts, lists, of(any_date()), of(any_date()), any::<bool>()).prop_map(
        |(texts, (authors, tags, identifier), published, saved, is_rtl)| {
            let (title, source, dateline, standfirst, url, language) = texts;
            let direction = if is_rtl { Direction::Rtl } else { Direction::Ltr };
            Metadata {
                title,
                source,
                authors,
                dateline,
                standfirst,
                published,
                saved,
                url,
                identifier,
                tags,
                language,
                direction,
            }
        },
    )
}

fn any_given() -> impl Strategy<Value = Given> {
    let highlight =
        (".{1,9}", of(".{0,9}")).prop_map(|(quote, remark)| Highlight { quote, remark });
    (of(any::<bool>()), of(any::<bool>()), of(0..=100u8), of(".{0,9}"), vec(highlight, 0..3))
        .prop_map(|(read, bookmarked, progress, note, highlights)| Given {
            read,
            bookmarked,
            progress,
            note,
            highlights,
        })
}

pub(super) fn any_entry(root: PathBuf) -> impl Strategy<Value = Entry> {
    let versions = (any_version(root.clone()), vec(any_version(root), 0..3));
    let about = (any_metadata(), any_given(), vec(".{0,9}", 0..3));
    (versions, about, any::<usize>(), of(any_date())).prop_map(
        |((shown, others), about, words, modified)| entry(shown, about, (words, modified), others),
    )
}
