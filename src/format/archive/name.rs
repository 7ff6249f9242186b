//! The names of members: in UTF-8 as it should be, or in whatever code page the packing system had,
//! which no archive tells.

use crate::format::Error;
use crate::format::encoding;

/// What is said of a member that is only a link.
pub(super) const LINK: Error = Error::Unsupported("a link, which is not followed in archives");

/// How the names of one archive are read. They are judged together: a single name is too short.
pub(super) fn decoder(names: &[Vec<u8>]) -> impl Fn(&[u8]) -> String {
    let odd = |name: &&Vec<u8>| std::str::from_utf8(name).is_err();
    let odd: Vec<u8> =
        names.iter().filter(odd).flat_map(|name| [name, &b" "[..]].concat()).collect();
    let charset = encoding::of_names(&odd);
    move |name| match std::str::from_utf8(name) {
        Ok(name) => name.to_owned(),
        Err(_) => charset.decode(name).0,
    }
}

/// A path with slashes, from the top of the archive.
pub(super) fn tidy(name: &str) -> String {
    let name = if name.contains('/') { name.to_owned() } else { name.replace('\\', "/") };
    let mut rest = name.as_str();
    while let Some(after) = rest.strip_prefix("./").or_else(|| rest.strip_prefix('/')) {
        rest = after;
    }
    rest.to_owned()
}

/// What is wrong with a name.
pub(super) fn fault(name: &str) -> Option<Error> {
    if name.split('/').any(|part| part == "..") {
        return Some(Error::Damaged("its name leads out of the archive".into()));
    }
    name.is_empty().then(|| Error::Damaged("a member without a name".into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(names: &[&[u8]]) -> Vec<String> {
        let names: Vec<Vec<u8>> = names.iter().map(|name| name.to_vec()).collect();
        let decode = decoder(&names);
        names.iter().map(|name| decode(name)).collect()
    }

    #[test]
    fn names_are_read_in_the_code_page_that_makes_sense() {
        let utf8 = "الأخبار.txt";
        assert_eq!(read(&[utf8.as_bytes()]), [utf8]);
        let windows = b"\xc7\xe1\xc3\xce\xc8\xc7\xd1 \xc7\xe1\xed\xe6\xe3.txt";
        assert_eq!(read(&[windows]), ["الأخبار اليوم.txt"]);
        let hebrew = b"\x99\x8c\x85\x8d \x92\x85\x8c\x8d.txt";
        assert_eq!(read(&[hebrew]), ["שלום עולם.txt"]);
        let dos = b"\x9f\xe9\x9b\xa4\xa0\x9f\xa9 \x9f\xe9\xed\xea.txt";
        assert_eq!(read(&[dos]).len(), 1);
        assert_eq!(read(&[b"caf\x82 fran\x87ais.txt"]), ["café français.txt"]);
    }

    #[test]
    fn paths_are_tidied_and_those_that_lead_out_are_faults() {
        assert_eq!(tidy("./a/b.md"), "a/b.md");
        assert_eq!(tidy("/etc/a.md"), "etc/a.md");
        assert_eq!(tidy("a\\b.md"), "a/b.md");
        assert!(fault("../a.md").is_some() && fault("a/../../b").is_some() && fault("").is_some());
        assert!(fault("a/b..c.md").is_none());
    }
}
