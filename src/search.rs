//! Finding articles and the words in them: text is folded to what readers type, queries are folded
//! the same way, and what matches is found byte by byte.
//!
//! Nothing here knows a library or a screen. Folding forgets what a reader does not
//! mean (case, vowel signs, the shape of an alef); [`Folded`] remembers where each letter came from.

mod corpus;
mod fold;
mod folded;
mod haystack;
mod letter;
mod passages;
mod query;
mod quotation;
mod relevance;
mod snippet;
mod syntax;

pub use corpus::Added;
pub use corpus::Corpus;
pub use corpus::Doc;
pub use corpus::Docs;
pub use corpus::Stop;
pub use fold::fold;
pub use folded::Folded;
pub use haystack::Haystack;
pub use passages::{marked, passages};
pub use query::Query;
pub use quotation::Quotation;
pub use relevance::Relevance;
pub use snippet::Snippet;
pub use snippet::snippet;
