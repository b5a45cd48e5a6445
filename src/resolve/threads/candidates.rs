//! Which pairs are worth comparing: those that share enough weight of words.
//!
//! The own statements are indexed by word; the statements below stream past the index. Words that are common among the
//! own statements open no pair by themselves, and at a level of very many statements only the rarest words of a statement
//! below open any, so that the work stays near linear in the number of words.

use super::book::Book;
use super::likeness::Common;
use super::vocabulary::Term;

/// A word that more own statements have than this opens no pair.
const COMMON: usize = 48;

/// From this number of own statements on, far beyond any level that people wrote, a statement below opens no more pairs
/// than [`OPENED`], and the heaviest words go first (the prefix filter that `shared` tells of).
const MANY: usize = 512;
const OPENED: usize = 128;

/// The share of the weight of both that the two must have in common.
const FLOOR: f32 = 0.07;

/// How many statements below one own statement is compared with, the closest ones.
const CLOSEST: usize = 8;

/// How many own statements of one wording are paired with a statement below of that wording; the second one below
/// begins with the second own one.
const TWINS: usize = 4;

/// A pair worth comparing.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Pairing {
    /// Position among the own statements, and among those below.
    pub at: usize,
    pub to: usize,
    /// What both have in common, where that was counted.
    pub common: Option<Common>,
}

/// The pairs worth comparing, in the order of their positions.
pub fn candidates(book: &Book, own: &[usize], below: &[usize]) -> Vec<Pairing> {
    let words = Index::new(own, |index| &book.statement(index).terms);
    let weights: Vec<f32> = own.iter().map(|&index| book.statement(index).weight).collect();
    let is_counted = words.is_complete() && own.len() < MANY;
    let mut twins = Twins::new(book, own);
    let mut closest: Vec<Closest> = vec![Closest::default(); own.len()];
    let mut meetings = Meetings { shared: vec![Meeting::default(); own.len()], touched: Vec::new() };
    for (to, &index) in below.iter().enumerate() {
        let lower = book.statement(index);
        if own.len() < MANY {
            lower.terms.iter().for_each(|term| meetings.meet(words.holders(*term), book.weight(*term)));
        } else {
            meetings.meet_rarest(&words, lower.heaviest.iter().map(|term| (*term, book.weight(*term))));
        }
        twins.next(lower.key).iter().for_each(|(_, at)| meetings.meet_twin(*at));
        meetings.part(|at, Meeting { weight, count }| {
            let overlap = 2.0 * weight / (lower.weight + weights[at]).max(f32::MIN_POSITIVE);
            if overlap >= FLOOR && own[at] != index {
                let common = Common { weight, count: count as usize };
                let common = Some(common).filter(|_| is_counted && count < u32::MAX);
                closest[at].keep(overlap, Pairing { at, to, common });
            }
        });
    }
    let in_order = |mut closest: Closest| {
        closest.list.sort_unstable_by_key(|(_, pair)| pair.to);
        closest.list
    };
    closest.into_iter().flat_map(in_order).map(|(_, pair)| pair).collect()
}

/// What the statement below that is looked at has in common with one of the own.
#[derive(Clone, Copy, Default)]
struct Meeting {
    weight: f32,
    count: u32,
}

/// By own statement, with those that have any.
struct Meetings {
    shared: Vec<Meeting>,
    touched: Vec<u32>,
}

impl Meetings {
    /// Takes up a word and those who have it.
    fn meet(&mut self, holders: &[u32], weight: f32) {
        for &at in holders {
            let meeting = &mut self.shared[at as usize];
            if meeting.count == 0 {
                self.touched.push(at);
            }
            *meeting = Meeting { weight: meeting.weight + weight, count: meeting.count + 1 };
        }
    }

    /// Takes up words, the heaviest first, until they have opened enough pairs.
    fn meet_rarest(&mut self, words: &Index, heaviest: impl Iterator<Item = (Term, f32)>) {
        let mut opened = 0;
        for (term, weight) in heaviest {
            if opened >= OPENED {
                return;
            }
            let holders = words.holders(term);
            opened += holders.len();
            self.meet(holders, weight);
        }
    }

    /// Those of the same words are as close as can be.
    fn meet_twin(&mut self, at: usize) {
        if self.shared[at].count == 0 {
            self.touched.push(at as u32);
        }
        self.shared[at] = Meeting { weight: f32::INFINITY, count: u32::MAX };
    }

    /// Tells of everyone that was met; the next statement below meets nobody yet.
    fn part(&mut self, mut tell: impl FnMut(usize, Meeting)) {
        for at in self.touched.drain(..) {
            tell(at as usize, std::mem::take(&mut self.shared[at as usize]));
        }
    }
}

/// The closest statements below one of the own.
#[derive(Clone, Default)]
struct Closest {
    list: Vec<(f32, Pairing)>,
    /// The overlap of the farthest one, once there are enough.
    least: f32,
}

impl Closest {
    fn keep(&mut self, overlap: f32, pair: Pairing) {
        if self.list.len() < CLOSEST {
            self.list.push((overlap, pair));
        } else if overlap > self.least {
            let farthest = self.list.iter_mut().min_by(|a, b| a.0.total_cmp(&b.0));
            farthest.into_iter().for_each(|farthest| *farthest = (overlap, pair));
        } else {
            return;
        }
        if self.list.len() == CLOSEST {
            self.least = self.list.iter().map(|entry| entry.0).fold(f32::INFINITY, f32::min);
        }
    }
}

/// Own statements by wording.
struct Twins {
    by_key: Vec<(Term, usize)>,
    /// How often the wording that begins at a place of `by_key` was met below.
    met: Vec<usize>,
}

impl Twins {
    fn new(book: &Book, own: &[usize]) -> Self {
        let mut by_key: Vec<(Term, usize)> =
            own.iter().enumerate().map(|(at, &index)| (book.statement(index).key, at)).collect();
        by_key.sort_unstable();
        Self { met: vec![0; by_key.len()], by_key }
    }

    /// Own statements for the next statement below of a wording.
    fn next(&mut self, key: Term) -> &[(Term, usize)] {
        let start = self.by_key.partition_point(|entry| entry.0 < key);
        let count = self.by_key[start..].partition_point(|entry| entry.0 == key);
        if count == 0 || key == Term::MAX {
            return &[];
        }
        let before = self.met[start].min(count);
        self.met[start] += 1;
        &self.by_key[start + before..start + count.min(before + TWINS)]
    }
}

/// Term → positions that hold it: a table with open addresses, made for one level and thrown away.
struct Index {
    slots: Vec<Slot>,
    /// Positions, those with the same term side by side.
    holders: Vec<u32>,
    /// How many hold the most common term.
    most: u32,
}

#[derive(Clone, Copy)]
struct Slot {
    term: Term,
    count: u32,
    /// Where its holders lie.
    start: u32,
}

impl Index {
    fn new<'a>(own: &[usize], terms: impl Fn(usize) -> &'a [Term]) -> Self {
        let count: usize = own.iter().map(|index| terms(*index).len()).sum();
        let free = Slot { term: Term::MAX, count: 0, start: 0 };
        let slots = vec![free; (2 * count).next_power_of_two().max(2)];
        let mut index = Self { slots, holders: vec![0; count], most: 0 };
        let mut places: Vec<u32> = Vec::with_capacity(count);
        places.extend(own.iter().flat_map(|statement| terms(*statement)).map(|term| index.count(*term)));
        let mut end = 0;
        for slot in &mut index.slots {
            end += slot.count;
            // Filled from behind: it starts where its holders end until all are in.
            slot.start = end;
        }
        let positions = own.iter().enumerate().flat_map(|(at, statement)| terms(*statement).iter().map(move |_| at));
        for (at, place) in positions.zip(places) {
            let slot = &mut index.slots[place as usize];
            slot.start -= 1;
            index.holders[slot.start as usize] = at as u32;
        }
        index
    }

    /// Counts one more holder; gives the slot of the term.
    fn count(&mut self, term: Term) -> u32 {
        let place = self.place(term);
        let slot = &mut self.slots[place];
        (slot.term, slot.count) = (term, slot.count + 1);
        self.most = self.most.max(slot.count);
        place as u32
    }

    /// The slot of a term, or the free one where it would be.
    fn place(&self, term: Term) -> usize {
        let last = self.slots.len() - 1;
        let mut place = term.wrapping_mul(0x9e37_79b1) as usize & last;
        while self.slots[place].count > 0 && self.slots[place].term != term {
            place = (place + 1) & last;
        }
        place
    }

    /// Whether no term is held by too many.
    fn is_complete(&self) -> bool {
        self.most as usize <= COMMON
    }

    /// The positions that hold a term; none where too many do.
    fn holders(&self, term: Term) -> &[u32] {
        let Slot { count, start, .. } = self.slots[self.place(term)];
        let count = if count as usize > COMMON { 0 } else { count };
        &self.holders[start as usize..(start + count) as usize]
    }
}
