//! An image or a code block of Markdown while it is read: its words are gathered until it ends and is one leaf.

use super::token::{Leaf, Picture};
use crate::text::{Listing, Span};

/// What becomes one leaf, with the words inside it so far.
pub struct Held {
    leaf: Leaf,
    span: Span,
    /// How many of its kind are open inside.
    inside: usize,
}

impl Held {
    /// An image that opens.
    pub fn image(source: String, span: Span) -> Self {
        Self { leaf: Leaf::Image(Box::new(Picture { source, alt: String::new() })), span, inside: 0 }
    }

    /// A code block that opens.
    pub fn code(language: Option<String>, span: Span) -> Self {
        Self { leaf: Leaf::CodeBlock(Box::new(Listing { language, text: String::new() })), span, inside: 0 }
    }

    /// Goes on with words.
    pub fn push(&mut self, words: &str) {
        match &mut self.leaf {
            Leaf::Image(picture) => picture.alt.push_str(words),
            Leaf::CodeBlock(listing) => listing.text.push_str(words),
            _ => {}
        }
    }

    /// Another one opens inside.
    pub fn open(&mut self) {
        self.inside += 1;
    }

    /// One closes; the leaf, where it was the first.
    pub fn close(&mut self) -> Option<(Leaf, Span)> {
        if self.inside == 0 {
            return Some((std::mem::replace(&mut self.leaf, Leaf::Boundary), self.span));
        }
        self.inside -= 1;
        None
    }
}
