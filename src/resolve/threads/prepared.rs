//! Statements made ready for comparison: words become numbers, each with its weight.

use std::collections::HashMap;

use super::Statement;
use super::lexicon::{Class, Lexicon};
use super::scale::Scale;
use super::vocabulary::{Term, Vocabulary};
use super::words::{LONGEST, Word, words};

/// What a word on a scale counts beside a word of content of the same rarity.
const SCALE_SHARE: f32 = 0.4;

/// How many words of content belong to the head of a statement, where the verb says what part one plays, or that one
/// only begins. Further on, the same words are mostly nouns, or speak of others: *tech leads*, *before work begins*.
const HEAD: usize = 3;

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
    /// The first word that says what is done, not how.
    pub head: Option<Term>,
    /// In the order of the text, with repetitions.
    pub order: Vec<Term>,
    /// Ascending.
    pub numbers: Vec<Term>,
    /// Words of obligation and negation, ascending.
    pub duties: Vec<Term>,
    pub marks: Vec<Mark>,
    /// The scales of the marks.
    pub scales: u16,
    /// Neighbours in `order`, ascending.
    pub pairs: Vec<(Term, Term)>,
    /// How each term is spelt here.
    pub spelling: Vec<(Term, Term)>,
    /// Sum of the weights of `terms`.
    pub weight: f32,
}

impl Prepared {
    fn push_content(&mut self, term: Term, mark: Option<Mark>) {
        let plays_part = mark.is_some_and(|mark| mark.scale == Scale::Part);
        if self.head.is_none() && (mark.is_none() || plays_part) {
            self.head = Some(term);
        }
        let is_head = self.order.len() < HEAD;
        let begins = mark.is_some_and(|mark| mark.scale == Scale::Mastery && mark.rank == 0);
        self.marks.extend(mark.filter(|_| is_head || !plays_part && !begins));
        self.order.push(term);
    }

    /// Whether it says what part one plays.
    pub fn plays_part(&self) -> bool {
        self.scales & Scale::Part.bit() != 0
    }

    /// Whether a word of it holds it on its scale: any word of scale, but of the parts one plays only the first.
    pub fn is_limited_by(&self, term: Term) -> bool {
        let limits = |mark: &Mark| mark.scale != Scale::Part || self.head == Some(term);
        self.marks.iter().any(|mark| mark.term == term && limits(mark))
    }

    /// Whether a word of it stands on a scale here.
    pub fn is_marked(&self, term: Term) -> bool {
        self.marks.iter().any(|mark| mark.term == term)
    }
}

/// A word that stands on a scale.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Mark {
    pub scale: Scale,
    pub rank: u8,
    pub term: Term,
}

/// What a word of a certain spelling is.
#[derive(Clone, Copy, Debug)]
struct Reading {
    kind: Kind,
    term: Term,
    spelling: Term,
    mark: Option<Mark>,
}

#[derive(Clone, Copy, Debug)]
enum Kind {
    Stop,
    Duty,
    Number,
    Content,
}

/// All statements, and what their words weigh.
#[derive(Debug, Default)]
pub struct Book {
    statements: Vec<Prepared>,
    caution: f32,
    one: Option<Term>,
    vocabulary: Vocabulary,
    /// By spelling.
    readings: HashMap<Term, Reading>,
    on_scale: Vec<bool>,
    weights: Vec<f32>,
}

impl Book {
    pub fn new<'a>(statements: impl IntoIterator<Item = Statement<'a>>) -> Book {
        let statements: Vec<Statement> = statements.into_iter().collect();
        let lexicon = Lexicon::of(statements.iter().map(|statement| statement.text));
        let mut book = Book { caution: lexicon.caution(), ..Book::default() };
        for statement in statements {
            let prepared = book.prepare(&lexicon, statement);
            book.statements.push(prepared);
        }
        book.one = lexicon.one().map(|one| book.vocabulary.term(&lexicon.stem(one)));
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
            head: None,
            order: Vec::new(),
            numbers: Vec::new(),
            duties: Vec::new(),
            marks: Vec::new(),
            scales: 0,
            pairs: Vec::new(),
            spelling: Vec::new(),
            weight: 0.0,
        };
        self.statements.get(index).unwrap_or(&EMPTY)
    }

    /// How much surer a raise must be in the language of the statements.
    pub fn caution(&self) -> f32 {
        self.caution
    }

    pub fn weight(&self, term: Term) -> f32 {
        self.weights.get(term as usize).copied().unwrap_or_default()
    }

    /// A word as a statement spells it.
    pub fn spelt(&self, statement: &Prepared, term: Term) -> &str {
        let here = statement.spelling.iter().find(|(known, _)| *known == term);
        self.vocabulary.name(here.map_or(term, |(_, spelling)| *spelling))
    }

    /// The letters of a word.
    pub fn letters(&self, term: Term) -> &[char] {
        self.vocabulary.letters(term)
    }

    /// Whether a word is the one that counts a single thing.
    pub fn is_one(&self, term: Term) -> bool {
        self.one == Some(term)
    }

    /// Whether two words may differ in a letter or an ending only.
    pub fn begin_alike(&self, one: Term, other: Term) -> bool {
        self.vocabulary.begin_alike(one, other)
    }

    /// Whether a word stands on a scale.
    pub fn is_on_scale(&self, term: Term) -> bool {
        self.on_scale.get(term as usize).copied().unwrap_or_default()
    }

    fn prepare(&mut self, lexicon: &Lexicon, statement: Statement) -> Prepared {
        let words = words(statement.text);
        let mut prepared = Prepared {
            key: self.vocabulary.whole(statement.text, &words),
            lead: statement.lead.map(|lead| self.vocabulary.whole(lead, &self::words(lead))),
            label: statement.label.map(|label| self.vocabulary.whole(label, &self::words(label))),
            dimension: statement.dimension,
            ..Prepared::default()
        };
        for word in words.iter().take(LONGEST) {
            self.add(&mut prepared, lexicon, word);
        }
        prepared.scales = prepared.marks.iter().fold(0, |scales, mark| scales | mark.scale.bit());
        prepared.terms = prepared.order.clone();
        prepared.pairs = prepared.order.windows(2).map(|pair| (pair[0], pair[1])).collect();
        prepared.pairs.sort_unstable();
        prepared.pairs.dedup();
        for list in [&mut prepared.terms, &mut prepared.numbers, &mut prepared.duties] {
            list.sort_unstable();
            list.dedup();
        }
        prepared
    }

    fn add(&mut self, prepared: &mut Prepared, lexicon: &Lexicon, word: &Word) {
        let Reading { kind, term, spelling, mark } = self.read(lexicon, word);
        match kind {
            Kind::Stop => return,
            Kind::Duty => {
                prepared.duties.push(term);
                prepared.marks.extend(mark);
                return;
            }
            Kind::Number => {
                prepared.numbers.push(term);
                prepared.marks.extend(mark);
            }
            Kind::Content => prepared.push_content(term, mark),
        }
        if !prepared.spelling.iter().any(|(known, _)| *known == term) {
            prepared.spelling.push((term, spelling));
        }
    }

    /// What a word is; looked up once for each spelling.
    fn read(&mut self, lexicon: &Lexicon, word: &Word) -> Reading {
        let spelling = self.vocabulary.term(&word.text);
        if let Some(&reading) = self.readings.get(&spelling) {
            return reading;
        }
        let class = if word.is_number { Class::Number(&word.text) } else { lexicon.class(&word.text) };
        let (kind, term) = match class {
            Class::Stop => (Kind::Stop, spelling),
            Class::Duty => (Kind::Duty, spelling),
            Class::Number(figure) => (Kind::Number, self.vocabulary.term(figure)),
            Class::Content => (Kind::Content, self.vocabulary.term(&lexicon.stem(&word.text))),
        };
        let reading = Reading { kind, term, spelling, mark: lexicon.mark(&word.text, term) };
        self.readings.insert(spelling, reading);
        reading
    }

    /// The rarer a word among different statements, the more it weighs: between 0 and 1, by the logarithm of its share
    /// (Spärck Jones, *A statistical interpretation of term specificity*, 1972).
    fn weigh(&mut self) {
        let mut counts = vec![0_u32; self.vocabulary.len()];
        let mut on_scale = vec![false; self.vocabulary.len()];
        let mut seen = vec![false; self.vocabulary.len()];
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
            .zip(&on_scale)
            .map(|(&count, &on_scale)| {
                let rarity = ((all / count.max(1) as f32).ln() / all.ln()).clamp(0.05, 1.0);
                if on_scale { rarity * SCALE_SHARE } else { rarity }
            })
            .collect();
        self.on_scale = on_scale;
        let Book { statements, weights, .. } = self;
        for statement in statements {
            statement.weight = statement.terms.iter().map(|&term| weights[term as usize]).sum();
        }
    }
}
