//! The terminal: which one it is, how it wants right-to-left text written, and how it is entered
//! and given back as it was found.
//!
//! Nothing here draws and nothing reads keys: frames are the drawing library's, events the reader's
//! main loop's. Rows reach this module in visual order, complete, and leave it in the terminal's
//! dialect.

mod detect;
mod dialect;

pub use detect::Switch;
pub use detect::Terminal;
pub use detect::detect;
pub use dialect::Dialect;
pub use dialect::Symbol;
pub use dialect::UnknownDialect;
