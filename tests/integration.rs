//! The one integration binary. A comment above each module says what belongs there.

/// Named so that the files lie in the folder of this name.
mod integration {
    // Unicode's own test files, through our functions: UAX #9, #14 and #29.
    mod conformance;
    // Our visual lines against those of Debian's `fribidi`, cell by cell.
    mod fribidi;
    // What holds of the lines of any text at all: nothing lost, nothing doubled, nothing too wide.
    mod props_text;
}
