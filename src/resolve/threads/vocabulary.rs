//! Words and whole texts as numbers, so that equality costs nothing.

use std::collections::HashMap;

use super::words::Word;

/// A word's number.
pub type Term = u32;

/// Every word and every text met so far.
#[derive(Debug, Default)]
pub struct Vocabulary {
    terms: HashMap<String, Term>,
    letters: Vec<Vec<char>>,
    /// The first two letters.
    beginnings: Vec<[char; 2]>,
    names: Vec<String>,
}

impl Vocabulary {
    /// The number of a word; a new one where it was not met before.
    pub fn term(&mut self, name: &str) -> Term {
        if let Some(&term) = self.terms.get(name) {
            return term;
        }
        self.insert(name.to_owned(), name)
    }

    /// One number for a whole text: the same for texts that differ in case, marks and spaces only.
    pub fn whole(&mut self, text: &str, words: &[Word]) -> Term {
        // No word begins with this character, so that texts and words never meet.
        let mut key = String::from("\u{0}");
        for word in words {
            key.push_str(&word.text);
            key.push(' ');
        }
        if words.is_empty() {
            key.push_str(text.trim());
        }
        match self.terms.get(&key) {
            Some(&term) => term,
            None => self.insert(key, ""),
        }
    }

    pub fn name(&self, term: Term) -> &str {
        self.names.get(term as usize).map_or("", String::as_str)
    }

    pub fn letters(&self, term: Term) -> &[char] {
        self.letters.get(term as usize).map_or(&[], Vec::as_slice)
    }

    /// Whether the first letter is the same, or the first two are swapped: a quick look before [`Self::letters`].
    pub fn begin_alike(&self, one: Term, other: Term) -> bool {
        match (self.beginnings.get(one as usize), self.beginnings.get(other as usize)) {
            (Some(&[a, b]), Some(&[c, d])) => a == c || (a == d && b == c),
            _ => false,
        }
    }

    pub fn len(&self) -> usize {
        self.names.len()
    }

    fn insert(&mut self, key: String, name: &str) -> Term {
        let term = Term::try_from(self.names.len()).unwrap_or(Term::MAX);
        let letters: Vec<char> = name.chars().collect();
        let letter = |at: usize| letters.get(at).copied().unwrap_or_default();
        self.beginnings.push([letter(0), letter(1)]);
        self.letters.push(letters);
        self.names.push(name.to_owned());
        self.terms.insert(key, term);
        term
    }
}
