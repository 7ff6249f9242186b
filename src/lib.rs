//! sahifa: a terminal reader for saved articles that shows right-to-left text right.

pub mod article;
pub mod cli;
pub mod config;
pub mod format;
pub mod library;
pub mod page;
pub mod paths;
pub mod search;
pub mod store;
pub mod terminal;
pub mod text;
pub mod tui;
