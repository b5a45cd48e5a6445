//! A name on its way to being read: cleaned and cut into tokens, once.

use super::clean::clean;
use super::token::{Token, tokens};

/// A name without decoration, and its words and signs.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Cut {
    pub whole: String,
    pub tokens: Vec<Token>,
}

impl Cut {
    /// `None` where nothing is left of the name, or where it is too long to be one.
    pub fn new(raw: &str) -> Option<Self> {
        let whole = clean(raw)?;
        let tokens = tokens(&whole);
        Some(Self { whole, tokens })
    }

    /// The tokens that are words.
    pub fn words(&self) -> Vec<&Token> {
        self.tokens.iter().filter(|token| token.is_word()).collect()
    }

    /// Whether it holds anything by which names of levels are known. What holds nothing is not read further.
    pub fn can_name_level(&self) -> bool {
        can_name_level(&self.whole, &self.tokens)
    }
}

/// Whether some tokens of a name hold a word of the vocabulary for people, standing or steps, or a number.
pub(super) fn can_name_level(name: &str, tokens: &[Token]) -> bool {
    let is_number = |token: &Token| {
        let text = &name[token.at.clone()];
        token.folded().bytes().any(|byte| byte.is_ascii_digit())
            || text.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X'))
    };
    let mut words = tokens.iter().filter(|token| token.is_word());
    words.any(|token| token.meaning().can_name_level() || is_number(token))
}
