//! gzip: one file, or the stream of a tar archive. What was cut short is read as far as it goes.

use std::io::Read;

use flate2::read::MultiGzDecoder;

use super::{Allowance, Contents, member, tar};
use crate::format::{Error, Failure, File, Reading};

/// Whether a file begins as gzip does.
pub(super) fn is_gzip(head: &[u8]) -> bool {
    head.starts_with(b"\x1f\x8b\x08")
}

/// Reads what is in it: the members of a tar archive, or the one file as if it lay there unpacked.
pub(super) fn unpack(file: &File, allowance: &mut Allowance) -> Result<Reading, Error> {
    let packed = file.bytes.len() as u64;
    let mut head = Vec::new();
    let peek = MultiGzDecoder::new(file.bytes).take(tar::BLOCK).read_to_end(&mut head);
    if tar::is_tar(&head) {
        let limit = allowance.of_stream(packed);
        let mut contents = Contents::new(file, allowance);
        tar::unpack(&mut contents, &|| Box::new(MultiGzDecoder::new(file.bytes).take(limit)));
        return contents.finish();
    }
    let (bytes, error) = allowance.inflate(MultiGzDecoder::new(file.bytes), packed);
    match (error, peek) {
        (Some(error), _) if bytes.is_empty() => Err(error),
        (error, _) => one(file, &bytes, allowance).map(|mut reading| {
            let failure = |error| Failure { place: String::new(), error };
            reading.failures.extend(error.map(failure));
            reading
        }),
    }
}

fn one(file: &File, bytes: &[u8], allowance: &mut Allowance) -> Result<Reading, Error> {
    let name = stem(file.name);
    let file = File { name, bytes, wish: file.wish.clone(), depth: file.depth + 1 };
    member::read(&file, allowance)
}

fn stem(name: &str) -> &str {
    let end = name.rsplit_once('.').filter(|(_, end)| end.eq_ignore_ascii_case("gz"));
    end.map_or(name, |(stem, _)| stem)
}
