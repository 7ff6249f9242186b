//! The one integration binary. A comment above each module says what belongs there.
