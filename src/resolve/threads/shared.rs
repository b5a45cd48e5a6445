//! The same or nearly the same statements on different tracks.
//!
//! Statements of the same words are one *saying*; of those, only different ones are compared. Two sayings that are nearly
//! the same have the same lead, numbers, obligations and words of scale, and share some of their heaviest words, so each
//! is looked up by its heaviest words together with the former (the prefix filter of Chaudhuri, Ganti, Kaushik, *A
//! primitive operator for similarity joins in data cleaning*, ICDE 2006). A saying is compared with at most [`MOST`]
//! others for each of its few marks, so that the work grows with the number of statements, however many tracks there are.

use super::Pair;
use super::book::Book;
use super::difference::Difference;
use super::prepared::Prepared;
use super::vocabulary::Term;

/// The heaviest words that hold this share of a statement's weight are its marks, and a few more, for slips of the pen.
const PREFIX: f32 = 0.2;
const SLIPS: usize = 3;

/// The least share of weight in common, words with a slip of the pen not counted.
const ALIKE: f32 = 0.5;

/// How many statements before it one statement is compared with, by one mark.
const MOST: usize = 64;

/// How many of the marks two statements must have in common, where both have more than that.
const COMMON: u8 = 2;

/// Every pair once, the earlier track first.
pub fn shared(book: &Book, tracks: &[Vec<usize>]) -> Vec<Pair> {
    if tracks.iter().filter(|track| !track.is_empty()).nth(1).is_none() {
        return Vec::new();
    }
    let sayings = sayings(book, tracks);
    let mut pairs = Vec::new();
    for saying in &sayings {
        for (place, second) in saying.iter().enumerate() {
            let pair = |first| Pair { first, second: second.statement, exact: true };
            pairs.extend(earlier(&saying[..place], second).map(pair));
        }
    }
    for (one, other) in near(book, &sayings) {
        let (one, other) = (&sayings[one], &sayings[other]);
        for (firsts, seconds) in [(one, other), (other, one)] {
            for second in seconds {
                let before = firsts.partition_point(|first| first.place < second.place);
                let pair = |first| Pair { first, second: second.statement, exact: false };
                pairs.extend(earlier(&firsts[..before], second).map(pair));
            }
        }
    }
    pairs.sort_unstable_by_key(|pair| (pair.first, pair.second));
    pairs
}

/// One statement that says something.
#[derive(Clone, Copy)]
struct Member {
    /// Its place among all statements of all tracks.
    place: usize,
    track: usize,
    statement: usize,
}

/// The statements with the same words and the same lead, in the order of the tracks.
type Saying = Vec<Member>;

/// In the order of their first statements.
fn sayings(book: &Book, tracks: &[Vec<usize>]) -> Vec<Saying> {
    let all = tracks.iter().enumerate().flat_map(|(track, all)| all.iter().map(move |statement| (track, *statement)));
    let all = all.enumerate().map(|(place, (track, statement))| Member { place, track, statement });
    let words = |member: &Member| {
        let statement = book.statement(member.statement);
        (statement.key, statement.lead)
    };
    let mut all: Vec<((Term, Option<Term>), Member)> = all.map(|member| (words(&member), member)).collect();
    all.sort_unstable_by_key(|(words, member)| (*words, member.place));
    let same = all.chunk_by(|one, other| one.0 == other.0);
    let mut sayings: Vec<Saying> = same.map(|same| same.iter().map(|(_, member)| *member).collect()).collect();
    sayings.sort_unstable_by_key(|saying| saying[0].place);
    sayings
}

/// The statements of other tracks, the nearest first.
fn earlier(members: &[Member], second: &Member) -> impl Iterator<Item = usize> {
    let nearest = members.iter().rev().take(MOST);
    nearest.filter(|first| first.track != second.track).map(|first| first.statement)
}

/// Whether one and the same track says both, and no other track says either.
fn are_of_one_track(one: &Saying, other: &Saying) -> bool {
    // Members are in the order of the tracks.
    let ends = [one.first(), one.last(), other.last()].map(|member| member.map(|member| member.track));
    ends.iter().all(|track| *track == other.first().map(|member| member.track))
}

/// A heavy word of a saying, with the saying's stance.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Mark {
    stance: u64,
    term: Term,
}

/// The pairs of sayings that are nearly the same, the earlier one first.
fn near(book: &Book, sayings: &[Saying]) -> Vec<(usize, usize)> {
    let marked = Marked::new(book, sayings);
    let mut counts = Counts { of: vec![0; sayings.len()], touched: Vec::new() };
    let mut difference = Difference::default();
    let mut near = Vec::new();
    for other in 0..sayings.len() {
        let marks = marked.places(other);
        for &place in marks {
            marked.before(place).for_each(|one| counts.add(one));
        }
        let enough = if marks.len() > usize::from(COMMON) { COMMON } else { 1 };
        let upper = book.statement(sayings[other][0].statement);
        counts.take(enough, |one| {
            if are_of_one_track(&sayings[one], &sayings[other]) {
                return;
            }
            let lower = book.statement(sayings[one][0].statement);
            if may_be_near(book, lower, upper) && difference.nearly(book, lower, upper) {
                near.push((one, other));
            }
        });
    }
    near
}

/// The marks of all sayings, sorted, so that those who share one lie side by side.
struct Marked {
    sorted: Vec<(Mark, u32)>,
    /// Where the marks of each saying lie in `sorted`, saying after saying.
    places: Vec<u32>,
    /// Where the places of each saying end.
    ends: Vec<u32>,
}

impl Marked {
    fn new(book: &Book, sayings: &[Saying]) -> Self {
        let mut marks: Vec<(Mark, u32, u32)> = Vec::new();
        let mut ends = Vec::with_capacity(sayings.len());
        for (saying, members) in sayings.iter().enumerate() {
            let statement = book.statement(members[0].statement);
            for &term in signature(book, statement) {
                marks.push((Mark { stance: statement.stance, term }, saying as u32, marks.len() as u32));
            }
            ends.push(marks.len() as u32);
        }
        marks.sort_unstable();
        let mut places = vec![0; marks.len()];
        for (place, (_, _, ordinal)) in marks.iter().enumerate() {
            places[*ordinal as usize] = place as u32;
        }
        Self { sorted: marks.into_iter().map(|(mark, saying, _)| (mark, saying)).collect(), places, ends }
    }

    fn places(&self, saying: usize) -> &[u32] {
        let start = saying.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.places[start as usize..self.ends[saying] as usize]
    }

    /// Earlier sayings with the same mark, the nearest first.
    fn before(&self, place: u32) -> impl Iterator<Item = usize> + '_ {
        let mark = self.sorted[place as usize].0;
        let earlier = self.sorted[..place as usize].iter().rev();
        earlier.take_while(move |entry| entry.0 == mark).take(MOST).map(|entry| entry.1 as usize)
    }
}

/// How many marks each earlier saying has in common with the one that is looked at.
struct Counts {
    of: Vec<u8>,
    touched: Vec<usize>,
}

impl Counts {
    fn add(&mut self, saying: usize) {
        if self.of[saying] == 0 {
            self.touched.push(saying);
        }
        self.of[saying] = self.of[saying].saturating_add(1);
    }

    /// Tells every saying with enough marks; the next one begins with none.
    fn take(&mut self, enough: u8, mut tell: impl FnMut(usize)) {
        for saying in self.touched.drain(..) {
            if std::mem::take(&mut self.of[saying]) >= enough {
                tell(saying);
            }
        }
    }
}

/// A cheap look first: whether most of the weight is in common, slips of the pen aside.
fn may_be_near(book: &Book, one: &Prepared, other: &Prepared) -> bool {
    let enough = ALIKE * (one.weight + other.weight);
    let shared = || -> f32 {
        let common = one.terms.iter().filter(|term| other.terms.binary_search(term).is_ok());
        common.map(|term| book.weight(*term)).sum()
    };
    2.0 * one.weight.min(other.weight) >= enough && 2.0 * shared() >= enough
}

/// The heavy words of which two statements that are nearly the same have some in common.
fn signature<'a>(book: &Book, statement: &'a Prepared) -> &'a [Term] {
    let mut held = 0.0;
    let weights = statement.heaviest.iter().map(|term| book.weight(*term));
    let heavy = weights.take_while(|weight| {
        let is_needed = held <= PREFIX * statement.weight;
        held += weight;
        is_needed
    });
    let count = heavy.count() + SLIPS;
    &statement.heaviest[..count.min(statement.heaviest.len())]
}
