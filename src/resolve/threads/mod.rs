//! Which statement of one level takes up which statement of another: design rules 3.3 and 3.4.
//!
//! In go plain statements; out come links with what speaks for each. Nothing here knows levels, tracks or documents:
//! the caller says which statements are a level's own and which are in force below it.
//!
//! # How it decides
//!
//! 1. **Words.** A statement becomes words: lower case, marks gone, inflection and common derivation cut off
//!    (`words`, `stem`). Words without content fall away; numbers, words of obligation and words that stand on a scale
//!    (reach, size, count, frequency, difficulty, mastery, part, autonomy, horizon, seniority) are kept apart
//!    (`scale`, `language`). What is left weighs the more the rarer it is among the statements of the ladder
//!    (`book`: inverse document frequency, Spärck Jones 1972).
//! 2. **Exact** repeats are the same words in the same order. **Near** repeats differ by little weight, slips of the pen
//!    apart (edit distance one, Damerau 1964; `kinship`), and in no number, obligation or word of scale (`likeness`,
//!    `difference`).
//! 3. **Candidates** for a raise share enough weight; they are found through an index, so that the work is linear
//!    (`candidates`).
//! 4. **Likeness** of a pair is a weighted sum of what a reader goes by: the share of weight in common (Dice 1945), the
//!    number of common words, runs of them, the same verb, the same object, the same dimension, a rare word that no other
//!    statement of the dimension has at either level (`signature`), steps up and down the scales, and, against it, the
//!    rarest word that is new and a beginning with other deeds. The weights come from a logistic regression over pairs of
//!    real ladders that were labelled by hand, and were then searched for what emits most at the precision asked for.
//! 5. **Place.** In a matrix of one statement a cell, and under labels that come back, the place makes the thread: its
//!    statements need little in common (`place`). Elsewhere a pair counts for more where it stands at the same place in
//!    lists of one dimension, and for less where the lower statement is not of the nearest level.
//!    **Rivals.** It counts for more, too, the farther each side is from its second best. The surest pairs are settled
//!    first (`matching`).
//! 6. **Direction.** Where little but words of scale changed, they must go up; where nothing is new, a limit must be
//!    gone. Another number on the same sentence is a raise in either direction: it supersedes. A sentence frame that is
//!    kept with another object in it says the same of something else: no raise, unless something goes up. Nor is another
//!    deed, done to another thing in another dimension, whatever else the two have in common.
//!
//! `tests/threads.rs` holds the figures: precision over everything emitted, recall over the raises that every careful
//! reader sees, each on ladders that were set apart by item. Ladders in other languages than English get coarser stems and
//! short tables, and must be surer.

mod book;
mod candidates;
mod difference;
mod kinship;
mod language;
mod lexicon;
mod likeness;
mod matching;
mod place;
mod prepared;
mod reading;
mod scale;
mod seen;
mod shared;
mod signature;
mod stem;
mod vocabulary;
mod words;

use book::Book;
use candidates::Pairing;
use difference::Difference;
use matching::{Candidate, Settled, Sides, settle};
use place::{Cell, Places};
use prepared::Prepared;
pub use scale::Scale;
pub use seen::{Change, Edit, Seen};

/// A statement as its ladder words it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Statement<'a> {
    /// Plain text of one line, the label included.
    pub text: &'a str,
    /// The words of the parent bullet, if any: two statements are one only where these agree too.
    pub lead: Option<&'a str>,
    /// The short lead-in that is part of the text.
    pub label: Option<&'a str>,
    /// Any number that is the same for the same dimension.
    pub dimension: Option<usize>,
    /// Any number that is the same for the same level.
    pub level: usize,
}

/// What one statement does to another.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Tie {
    /// The same words once normalised.
    Exact,
    /// Other wording or a typo, but the same numbers, scope and obligation.
    Near,
    /// The same thread with a wider scope, a higher bar or another number.
    Raise,
}

/// A tie from one statement to another, and why.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Link {
    /// Index of the other statement.
    pub of: usize,
    pub tie: Tie,
    pub seen: Seen,
}

/// Two statements of different tracks that say the same.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Pair {
    pub first: usize,
    pub second: usize,
    /// Whether the words are equal once normalised.
    pub exact: bool,
}

/// All statements of a framework, made ready once for any number of comparisons.
#[derive(Debug)]
pub struct Threads {
    book: Book,
}

impl Threads {
    /// Statements keep the index that they have in the order given.
    pub fn new<'a>(statements: impl IntoIterator<Item = Statement<'a>>) -> Threads {
        Threads { book: Book::new(statements) }
    }

    /// For each of `own`, in order: the statement of `below`, the nearest level first, that it repeats or raises, if any.
    ///
    /// Repeats pair off one to one; several statements may raise the same one. A statement that is repeated is raised
    /// by no other. Indices that were never given are passed over.
    pub fn relate(&self, own: &[usize], below: &[usize]) -> Vec<Option<Link>> {
        let sides = Sides { own: self.statements(own), below: self.statements(below), caution: self.book.caution() };
        let places = Places::of(&sides);
        let mut pairs = candidates::candidates(&self.book, own, below);
        pairs.extend(places.cells().map(|(at, to)| Pairing { at, to, common: None }));
        pairs.sort_unstable_by_key(|pair| (pair.at, pair.to, pair.common.is_none()));
        pairs.dedup_by_key(|pair| (pair.at, pair.to));
        let mut difference = Difference::default();
        let mut verdict = |Pairing { at, to, common }| {
            let pair = (sides.below[to], sides.own[at]);
            let verdict = match places.cell(at, to) {
                Some(cell) if cell > Cell::Lone => difference.verdict_in_place(&self.book, pair, cell),
                _ => difference.verdict(&self.book, pair, common),
            };
            Candidate { at, to, verdict }
        };
        let candidates: Vec<Candidate> = pairs.into_iter().map(&mut verdict).collect();
        let mut links: Vec<Option<Link>> = vec![None; own.len()];
        let points = |pair: &Candidate, likeness| {
            difference.points(&self.book, (sides.below[pair.to], sides.own[pair.at]), likeness)
        };
        for Settled { at, to, tie } in settle(&sides, &places, &candidates, points) {
            let pair = (sides.below[to], sides.own[at]);
            difference.compare(&self.book, pair.0, pair.1);
            let mut seen = seen::seen(&self.book, pair, &difference, tie);
            if places.cell(at, to) > Some(Cell::Lone) {
                seen.add_place();
            }
            links[at] = Some(Link { of: below[to], tie, seen });
        }
        links
    }

    /// The same or nearly the same statements on different tracks; each track by its statements. Every pair once, the
    /// earlier track first.
    pub fn shared(&self, tracks: &[Vec<usize>]) -> Vec<Pair> {
        shared::shared(&self.book, tracks)
    }

    fn statements(&self, indices: &[usize]) -> Vec<&Prepared> {
        indices.iter().map(|index| self.book.statement(*index)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{Change, Pair, Seen, Statement, Threads, Tie};

    /// Statements below, then own ones; the links of the own ones, with positions below.
    fn links(below: &[&str], own: &[&str]) -> Vec<Option<(usize, Tie)>> {
        let all = below.iter().chain(own).map(|text| Statement { text, ..Statement::default() });
        let threads = Threads::new(all);
        let (lower, upper): (Vec<usize>, Vec<usize>) = (0..below.len() + own.len()).partition(|at| *at < below.len());
        threads.relate(&upper, &lower).into_iter().map(|link| link.map(|link| (link.of, link.tie))).collect()
    }

    #[track_caller]
    fn check(lower: &str, upper: &str, expected: Option<Tie>) {
        let others = ["Keeps the pantry stocked with oats.", "Waters every plant in the lobby.", "Sings in the choir."];
        let below: Vec<&str> = std::iter::once(lower).chain(others).collect();
        assert_eq!(links(&below, &[upper]), [expected.map(|tie| (0, tie))], "{lower} | {upper}");
    }

    #[test]
    fn equal_words_repeat() {
        check("Feeds the office cat, twice.", "feeds the office cat twice", Some(Tie::Exact));
        check("✓", "✗", None);
    }

    #[test]
    fn a_typo_repeats_nearly() {
        let lower = "Writes release notes, gathers comments and answers letters from readers within the week";
        check(
            lower,
            "Writes release notes, gathers comments and answers lettres from readers within the week",
            Some(Tie::Near),
        );
    }

    #[test]
    fn another_duty_or_number_repeats_nothing() {
        check(
            "Should answer the night phone of the harbour",
            "Must answer the night phone of the harbour",
            Some(Tie::Raise),
        );
        check("Holds 2 harbour permits", "Holds 4 harbour permits", Some(Tie::Raise));
        check("Bakes for 20-30% of the week", "Bakes for 10-20% of the week", Some(Tie::Raise));
    }

    #[test]
    fn wider_scope_raises() {
        check(
            "Plans the tasting menu for one kitchen",
            "Plans the tasting menu for several kitchens",
            Some(Tie::Raise),
        );
        check("Helps to run the glass workshop", "Leads the glass workshop for the whole company", Some(Tie::Raise));
        check("Repairs simple clocks with guidance", "Repairs complex clocks independently", Some(Tie::Raise));
    }

    #[test]
    fn lowering_is_no_raise() {
        check("Plans the tasting menu for several kitchens", "Plans the tasting menu for one kitchen", None);
        check("Leads the glass workshop", "Assists the glass workshop", None);
        check("Paints boats and repairs sails", "Paints boats", None);
    }

    #[test]
    fn another_object_in_the_same_frame_is_no_raise() {
        check(
            "Runs the council by which the fishing quota is set",
            "Runs the council by which the night ferry is named",
            None,
        );
        check(
            "Builds and mends wooden frames to carry lanterns",
            "Builds and mends wooden frames to carry mirrors",
            None,
        );
        check("Tells the harbour of each delay and where help is missing", "Tells the harbour of each delay", None);
    }

    #[test]
    fn another_deed_in_another_dimension_is_no_raise() {
        let lower = Statement { text: "Pleads for voyages of long wait and rich cargo", ..Statement::default() };
        let upper = Statement { text: "Judges charts of long wait and rich cargo before a project", ..lower };
        let others = ["Waters every plant in the lobby.", "Sings in the choir."];
        let links = |one, other| {
            let both = [Statement { dimension: Some(one), ..lower }, Statement { dimension: Some(other), ..upper }];
            let others = others.map(|text| Statement { text, dimension: Some(1), ..Statement::default() });
            Threads::new(both.into_iter().chain(others)).relate(&[1], &[0, 2, 3])[0].is_some()
        };
        assert!(links(1, 1));
        assert!(!links(1, 2));
    }

    #[test]
    fn to_begin_is_less_than_to_do() {
        check(
            "Is becoming fluent in the signals of the harbour",
            "Is fluent in the signals of the harbour",
            Some(Tie::Raise),
        );
    }

    #[test]
    fn another_topic_is_no_raise() {
        check("Knows the harbour rules", "Knows the bakery prices", None);
        check(
            "Assists cooks in choosing fish for the market",
            "Assists painters in mixing colours for the theatre",
            None,
        );
    }

    #[test]
    fn the_surest_pair_goes_first_and_several_may_raise_one() {
        let below = ["Teaches juggling with burning clubs to one child", "Teaches fencing to one child"];
        let own = ["Teaches fencing to many children", "Teaches juggling with burning clubs to many children"];
        assert_eq!(links(&below, &own), [Some((1, Tie::Raise)), Some((0, Tie::Raise))]);
        let own = [
            "Teaches juggling with burning clubs to several children",
            "Teaches juggling with burning clubs to two children",
        ];
        assert_eq!(links(&below[..1], &own), [Some((0, Tie::Raise)), Some((0, Tie::Raise))]);
    }

    #[test]
    fn what_is_repeated_is_not_raised() {
        let own = ["Plants tulips in one garden", "Plants tulips in many gardens"];
        assert_eq!(links(&["Plants tulips in one garden"], &own), [Some((0, Tie::Exact)), None]);
    }

    #[test]
    fn another_lead_is_another_statement() {
        let one = Statement { text: "ropes and knots", lead: Some("Knows:"), ..Statement::default() };
        let threads = Threads::new([one, Statement { lead: Some("Teaches:"), ..one }, one]);
        assert!(threads.relate(&[1], &[0]).iter().flatten().all(|link| link.tie == Tie::Raise));
        assert_eq!(threads.relate(&[2], &[0])[0].as_ref().map(|link| link.tie), Some(Tie::Exact));
    }

    #[test]
    fn what_was_seen_is_what_changed() {
        let number = |from: &str, to: &str| vec![Change::Number { from: vec![from.into()], to: vec![to.into()] }];
        let seen = |lower: &str, upper: &str| {
            let threads = Threads::new([lower, upper].map(|text| Statement { text, ..Statement::default() }));
            threads.relate(&[1], &[0]).remove(0).map(|link| link.seen)
        };
        let common = ["plans", "tasting", "menu", "kitchens"].map(Into::into).to_vec();
        assert_eq!(
            seen("Plans the tasting menu for one kitchen", "Plans the tasting menu for 3 kitchens"),
            Some(Seen::Rise { common, changes: number("one", "3") })
        );
        let common = ["answers", "every", "letter", "working", "day"].map(Into::into).to_vec();
        assert_eq!(
            seen("Answers every letter within two working days", "Answers every letter within one working day"),
            Some(Seen::Rise { common, changes: number("two", "one") })
        );
        assert_eq!(seen("Sings in the choir.", "sings in the choir"), Some(Seen::Same));
    }

    #[test]
    fn shared_statements_of_other_tracks() {
        let texts = [
            "Greets every guest at the gate and shows them the old garden behind the house",
            "Sings",
            "greets every guest at the gate and shows them the old garden behind the house",
            "Greets every guest at teh gate and shows them the old garden behind the house",
            "Sings",
        ];
        let threads = Threads::new(texts.map(|text| Statement { text, ..Statement::default() }));
        let pair = |first, second, exact| Pair { first, second, exact };
        assert_eq!(
            threads.shared(&[vec![0, 1], vec![2], vec![3, 4]]),
            [pair(0, 2, true), pair(0, 3, false), pair(1, 4, true), pair(2, 3, false)]
        );
    }

    #[test]
    fn other_languages() {
        check("Repara relojes simples con ayuda de otros", "Repara relojes complejos con autonomía", Some(Tie::Raise));
        check("小さな庭の設計を担当する", "小さな庭の設計を担当する。", Some(Tie::Exact));
        check("小さな庭の設計を担当する", "会計の報告書を読む", None);
    }

    #[test]
    fn very_many_statements_are_related_by_their_rarest_words() {
        const SOUNDS: [&str; 10] = ["ba", "ce", "di", "fo", "gu", "hy", "kr", "ls", "mt", "nv"];
        let name = |at: usize| [SOUNDS[at / 100], SOUNDS[at / 10 % 10], SOUNDS[at % 10]].concat();
        let plans = |how_many: &str| (0..600).map(|at| format!("Plans {} {how_many}", name(at))).collect::<Vec<_>>();
        let (below, own) = (plans("for one kitchen"), plans("for several kitchens"));
        let below: Vec<&str> = below.iter().map(String::as_str).collect();
        let own: Vec<&str> = own.iter().map(String::as_str).collect();
        let expected: Vec<_> = (0..600).map(|at| Some((at, Tie::Raise))).collect();
        assert_eq!(links(&below, &own), expected);
    }

    #[test]
    fn strange_input_is_survived() {
        assert_eq!(links(&[], &["a"]), [None]);
        assert_eq!(links(&["", "…"], &["", "\u{200b}"])[0], Some((0, Tie::Exact)));
        assert_eq!(Threads::new([]).relate(&[7], &[9]), [None]);
        let same: Vec<&str> = vec!["Folds every napkin in the hall"; 500];
        assert!(links(&same, &same).iter().all(|link| matches!(link, Some((_, Tie::Exact)))));
    }
}
