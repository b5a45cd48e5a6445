//! Statements made ready for comparison: words become numbers, each with its weight.

use std::collections::HashMap;

use super::Statement;
use super::scale::{ENGLISH, Language, Scale};
use super::words::{LONGEST, words};

/// A word's number.
pub type Term = u32;

/// What a word on a scale counts beside a word of content of the same rarity.
const SCALE_SHARE: f32 = 0.4;

/// A statement ready for comparison.
#[derive(Debug, Default)]
pub struct Prepared {
    /// Equal for statements that are equal when normalised.
    pub key: Term,
    pub lead: Option<Term>,
    pub label: Option<Term>,
    pub dimension: Option<usize>,
    /// Words of content and of scale, each once, ascending.
    pub terms: Vec<Term>,
    /// In the order of the text, with repetitions.
    pub order: Vec<Term>,
    /// Ascending.
    pub numbers: Vec<Term>,
    /// Words of obligation and negation, ascending.
    pub duties: Vec<Term>,
    pub marks: Vec<Mark>,
    /// Sum of the weights of `terms`.
    pub weight: f32,
}

/// A word that stands on a scale.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Mark {
    pub scale: Scale,
    pub rank: u8,
    pub term: Term,
}

/// All statements, and what their words weigh.
#[derive(Debug, Default)]
pub struct Book {
    statements: Vec<Prepared>,
    numbers: HashMap<String, Term>,
    /// By term: the form in which it was first met.
    forms: Vec<String>,
    weights: Vec<f32>,
}

impl Book {
    pub fn new<'a>(statements: impl IntoIterator<Item = Statement<'a>>) -> Book {
        let language = Lexicon::new(&ENGLISH);
        let mut book = Book::default();
        for statement in statements {
            let prepared = book.prepare(&language, statement);
            book.statements.push(prepared);
        }
        book.weigh();
        book
    }

    /// The statement of an index; an empty one where there is none.
    pub fn statement(&self, index: usize) -> &Prepared {
        static EMPTY: Prepared = Prepared {
            key: Term::MAX,
            lead: None,
            label: None,
            dimension: None,
            terms: Vec::new(),
            order: Vec::new(),
            numbers: Vec::new(),
            duties: Vec::new(),
            marks: Vec::new(),
            weight: 0.0,
        };
        self.statements.get(index).unwrap_or(&EMPTY)
    }

    pub fn weight(&self, term: Term) -> f32 {
        self.weights.get(term as usize).copied().unwrap_or_default()
    }

    pub fn form(&self, term: Term) -> &str {
        self.forms.get(term as usize).map_or("", String::as_str)
    }

    fn prepare(&mut self, lexicon: &Lexicon, statement: Statement) -> Prepared {
        let words = words(statement.text);
        let mut prepared = Prepared {
            key: self.whole(statement.text),
            lead: statement.lead.map(|lead| self.whole(lead)),
            label: statement.label.map(|label| self.whole(label)),
            dimension: statement.dimension,
            ..Prepared::default()
        };
        for word in words.iter().take(LONGEST) {
            if word.is_number {
                let term = self.term(&word.text, &word.text);
                prepared.numbers.push(term);
                continue;
            }
            match lexicon.class(&word.text) {
                Class::Stop => {}
                Class::Duty => {
                    let term = self.term(&word.text, &word.text);
                    prepared.duties.push(term);
                }
                Class::Number(figure) => {
                    let term = self.term(figure, &word.text);
                    prepared.numbers.push(term);
                    prepared.marks.extend(lexicon.mark(&word.text, term));
                }
                Class::Content => {
                    let term = self.term(&lexicon.stem(&word.text), &word.text);
                    prepared.marks.extend(lexicon.mark(&word.text, term));
                    prepared.order.push(term);
                }
            }
        }
        prepared.terms = prepared.order.clone();
        for list in [&mut prepared.terms, &mut prepared.numbers, &mut prepared.duties] {
            list.sort_unstable();
            list.dedup();
        }
        prepared
    }

    /// One term for a whole text.
    fn whole(&mut self, text: &str) -> Term {
        let mut key = String::from("\u{0}");
        for word in words(text) {
            key.push_str(&word.text);
            key.push(' ');
        }
        self.term(&key, "")
    }

    fn term(&mut self, name: &str, form: &str) -> Term {
        if let Some(&term) = self.numbers.get(name) {
            return term;
        }
        let term = Term::try_from(self.forms.len()).unwrap_or(Term::MAX);
        self.numbers.insert(name.to_owned(), term);
        self.forms.push(form.to_owned());
        term
    }

    /// The rarer a word among different statements, the more it weighs: between 0 and 1, by the logarithm of its share
    /// (Spärck Jones, *A statistical interpretation of term specificity*, 1972).
    fn weigh(&mut self) {
        let mut counts = vec![0_u32; self.forms.len()];
        let mut on_scale = vec![false; self.forms.len()];
        let mut seen = vec![false; self.forms.len()];
        let mut different = 0_u32;
        for statement in &self.statements {
            for mark in &statement.marks {
                on_scale[mark.term as usize] = true;
            }
            if std::mem::replace(&mut seen[statement.key as usize], true) {
                continue;
            }
            different += 1;
            for &term in &statement.terms {
                counts[term as usize] += 1;
            }
        }
        let all = f32::from(u16::try_from(different).unwrap_or(u16::MAX)).max(40.0) + 1.0;
        self.weights = counts
            .iter()
            .zip(on_scale)
            .map(|(&count, on_scale)| {
                let rarity = ((all / count.max(1) as f32).ln() / all.ln()).clamp(0.05, 1.0);
                if on_scale { rarity * SCALE_SHARE } else { rarity }
            })
            .collect();
        let Book { statements, weights, .. } = self;
        for statement in statements {
            statement.weight = statement.terms.iter().map(|&term| weights[term as usize]).sum();
        }
    }
}

/// A language's table, by word.
struct Lexicon {
    language: &'static Language,
    stops: HashMap<&'static str, ()>,
    scales: HashMap<String, (Scale, u8)>,
}

enum Class {
    Stop,
    Duty,
    Number(&'static str),
    Content,
}

impl Lexicon {
    fn new(language: &'static Language) -> Lexicon {
        let mut scales = HashMap::new();
        for (scale, rank, list) in language.scales {
            for word in list.split_whitespace() {
                scales.insert(word.to_owned(), (*scale, *rank));
            }
        }
        // A whole word in the table goes before a stem that it happens to share with another.
        for (scale, rank, list) in language.scales {
            for word in list.split_whitespace() {
                scales.entry(format!("{}~", (language.stem)(word))).or_insert((*scale, *rank));
            }
        }
        Lexicon { language, stops: language.stops.split_whitespace().map(|word| (word, ())).collect(), scales }
    }

    fn stem(&self, word: &str) -> String {
        (self.language.stem)(word)
    }

    fn class(&self, word: &str) -> Class {
        if let Some((_, figure)) = self.language.numbers.iter().find(|(name, _)| *name == word) {
            return Class::Number(figure);
        }
        if self.language.duties.split_whitespace().any(|duty| duty == word) {
            return Class::Duty;
        }
        if self.stops.contains_key(word) { Class::Stop } else { Class::Content }
    }

    fn mark(&self, word: &str, term: Term) -> Option<Mark> {
        let whole = self.scales.get(word);
        let &(scale, rank) = whole.or_else(|| self.scales.get(&format!("{}~", self.stem(word))))?;
        let is_plural = whole.is_none() && scale == Scale::Reach && word.ends_with('s');
        Some(Mark { scale, rank: rank + u8::from(is_plural), term })
    }
}
