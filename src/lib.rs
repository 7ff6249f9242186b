//! sahifa: a terminal reader for saved articles that shows right-to-left text right.

pub mod article;
pub mod format;
pub mod page;
pub mod search;
pub mod store;
pub mod terminal;
pub mod text;
