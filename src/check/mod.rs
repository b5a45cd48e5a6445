//! Ladder → advice, one rule per file.
