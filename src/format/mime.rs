//! MIME (RFC 2045–2049), for the two formats that are made of it: mails and web archives.
//!
//! Parsers of mail give up on what mail really holds: base64 with a comma in it, a boundary that never
//! comes, a letter cut in two by its header. Here nothing is an error: what cannot be decoded stays
//! out, and the rest is read. What the parts mean is the formats' business.

mod charset;
mod field;
mod part;
mod transfer;
mod utf7;
mod words;

pub(super) use field::Fields;
pub(super) use part::Entity;
pub(super) use part::Part;
pub(super) use transfer::base64;
