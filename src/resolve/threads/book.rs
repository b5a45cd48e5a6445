//! All statements made ready for comparison, and what their words weigh.
//!
//! Every text is cut into words once, every spelling is understood once, and every statement is sorted once; what is
//! compared afterwards are numbers. So the work is linear in the length of the texts.

use std::sync::Arc;

use super::Statement;
use super::kinship::Kinship;
use super::lexicon::{Lexicon, Tally};
use super::place;
use super::prepared::{Draft, Prepared};
use super::reading::{Kind, Reading, readings};
use super::vocabulary::{Term, Vocabulary};
use super::words::{LONGEST, words};

/// What a word on a scale counts beside a word of content of the same rarity.
const SCALE_SHARE: f32 = 0.4;

/// All statements, and what their words weigh.
#[derive(Debug, Default)]
pub struct Book {
    statements: Vec<Prepared>,
    caution: f32,
    one: Option<Term>,
    spellings: Vocabulary,
    terms: Vocabulary,
    /// By spelling.
    readings: Vec<Reading>,
    kinship: Kinship,
    on_scale: Vec<bool>,
    weights: Vec<f32>,
}

impl Book {
    /// Reads all statements.
    pub fn new<'a>(statements: impl IntoIterator<Item = Statement<'a>>) -> Book {
        let mut cutter = Cutter::default();
        let mut statements: Vec<Prepared> = statements.into_iter().map(|it| cutter.statement(it)).collect();
        let lexicon = Lexicon::of(cutter.tally);
        let mut terms = Vocabulary::default();
        let readings = readings(&cutter.spellings, lexicon, &mut terms);
        let mut draft = Draft::default();
        for statement in &mut statements {
            read(&readings, &mut draft, statement);
        }
        place::stand(&mut statements, terms.len());
        let mut book = Book {
            statements,
            caution: lexicon.caution(),
            one: lexicon.one().map(|one| terms.term(&lexicon.stem(one))),
            spellings: cutter.spellings,
            readings,
            ..Book::default()
        };
        book.kinship = Kinship::new(&terms);
        book.weigh(terms.len(), cutter.texts.len());
        book.terms = terms;
        book
    }

    /// The statement of an index; an empty one where there is none.
    pub fn statement(&self, index: usize) -> &Prepared {
        static EMPTY: std::sync::LazyLock<Prepared> =
            std::sync::LazyLock::new(|| Prepared { key: Term::MAX, ..Prepared::default() });
        self.statements.get(index).unwrap_or_else(|| &EMPTY)
    }

    /// How much surer a raise must be in the language of the statements.
    pub fn caution(&self) -> f32 {
        self.caution
    }

    pub fn weight(&self, term: Term) -> f32 {
        self.weights.get(term as usize).copied().unwrap_or_default()
    }

    /// A word as a statement spells it where it first has it; words of obligation are as they are.
    pub fn spelt(&self, statement: &Prepared, term: Term) -> Arc<str> {
        let is_it = |spelling: &&Term| {
            let reading = &self.readings[**spelling as usize];
            reading.term == term && matches!(reading.kind, Kind::Number | Kind::Content)
        };
        let here = statement.spellings.iter().find(is_it);
        here.map_or_else(|| self.terms.kept(term), |spelling| self.spellings.kept(*spelling))
    }

    /// Which words differ in a letter or an ending only.
    pub fn kinship(&self) -> &Kinship {
        &self.kinship
    }

    /// Whether a word is the one that counts a single thing.
    pub fn is_one(&self, term: Term) -> bool {
        self.one == Some(term)
    }

    /// Whether a word stands on a scale.
    pub fn is_on_scale(&self, term: Term) -> bool {
        self.on_scale.get(term as usize).copied().unwrap_or_default()
    }

    /// The rarer a word among different statements, the more it weighs: between 0 and 1, by the logarithm of its share
    /// (Spärck Jones, *A statistical interpretation of term specificity*, 1972).
    fn weigh(&mut self, terms: usize, texts: usize) {
        let mut counts = vec![0_u32; terms];
        let mut on_scale = vec![false; terms];
        let mut seen = vec![false; texts];
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
        let weight = |(&count, &on_scale): (&u32, &bool)| {
            let rarity = ((all / count.max(1) as f32).ln() / all.ln()).clamp(0.05, 1.0);
            if on_scale { rarity * SCALE_SHARE } else { rarity }
        };
        self.weights = counts.iter().zip(&on_scale).map(weight).collect();
        self.on_scale = on_scale;
        let Book { statements, weights, kinship, .. } = self;
        statements.iter_mut().for_each(|statement| statement.weigh(weights, kinship));
    }
}

/// Cuts statements into words.
#[derive(Default)]
struct Cutter {
    spellings: Vocabulary,
    texts: Vocabulary,
    leads: Vocabulary,
    tally: Tally,
    /// A statement's normalised text and the spellings of its words, while it is cut.
    whole: String,
    cut: Vec<Term>,
}

impl Cutter {
    fn statement(&mut self, statement: Statement<'_>) -> Prepared {
        let Self { spellings, whole, cut, .. } = self;
        whole.clear();
        cut.clear();
        words(statement.text, |word| {
            push(whole, word);
            if cut.len() < LONGEST {
                cut.push(spellings.term(word));
            }
        });
        if whole.is_empty() {
            whole.push_str(statement.text.trim());
        }
        let key = self.texts.term(whole);
        self.tally.count(cut, spellings);
        Prepared {
            key,
            lead: statement.lead.map(|lead| self.lead(lead)),
            label: statement.label.map(|label| self.lead(label)),
            dimension: statement.dimension,
            level: statement.level,
            spellings: self.cut.as_slice().into(),
            ..Prepared::default()
        }
    }

    /// The same for texts that differ in case, marks and spaces only.
    fn lead(&mut self, text: &str) -> Term {
        self.whole.clear();
        words(text, |word| push(&mut self.whole, word));
        if self.whole.is_empty() {
            self.whole.push_str(text.trim());
        }
        self.leads.term(&self.whole)
    }
}

/// No trimmed text ends in a space, so that texts without words never meet those with some.
fn push(whole: &mut String, word: &str) {
    whole.push_str(word);
    whole.push(' ');
}

/// Turns the spellings of a statement into what they mean.
fn read(readings: &[Reading], draft: &mut Draft, statement: &mut Prepared) {
    for spelling in &statement.spellings {
        let Reading { kind, term, mark } = readings[*spelling as usize];
        match kind {
            Kind::Stop => {}
            Kind::Duty => {
                draft.duties.push(term);
                draft.marks.extend(mark);
            }
            Kind::Number => {
                draft.numbers.push(term);
                draft.marks.extend(mark);
            }
            Kind::Content => draft.push_content(term, mark),
        }
    }
    draft.finish(statement);
}
