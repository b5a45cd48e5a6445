//! Words and whole texts as numbers, so that equality costs nothing.

use std::sync::Arc;

use crate::text::Lookup;

/// A word's or a text's number, in the order in which they were met.
pub type Term = u32;

/// Every word met so far.
#[derive(Debug, Default)]
pub struct Vocabulary {
    terms: Lookup<Arc<str>, Term>,
    names: Vec<Arc<str>>,
}

impl Vocabulary {
    /// The number of a word; a new one where it was not met before.
    pub fn term(&mut self, name: &str) -> Term {
        if let Some(&term) = self.terms.get(name) {
            return term;
        }
        let term = Term::try_from(self.names.len()).unwrap_or(Term::MAX);
        let name: Arc<str> = name.into();
        self.terms.insert(Arc::clone(&name), term);
        self.names.push(name);
        term
    }

    /// The word of a number.
    pub fn name(&self, term: Term) -> &str {
        self.names.get(term as usize).map_or("", |name| name)
    }

    /// The same, to be kept.
    pub fn kept(&self, term: Term) -> Arc<str> {
        self.names.get(term as usize).cloned().unwrap_or_default()
    }

    /// All words, in the order of their numbers.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(|name| &**name)
    }

    pub fn len(&self) -> usize {
        self.names.len()
    }
}
