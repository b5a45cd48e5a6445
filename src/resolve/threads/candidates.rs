//! Which pairs are worth comparing: those that share enough weight of words.
//!
//! The own statements are indexed by word; the statements below stream past the index. Words that are common among the
//! own statements open no pair by themselves, so that the work stays near linear in the number of words.

use super::book::Book;
use super::vocabulary::Term;

/// A word that more own statements have than this opens no pair.
const COMMON: usize = 48;

/// The share of the weight of both that the two must have in common.
const FLOOR: f32 = 0.07;

/// How many statements below one own statement is compared with, the closest ones.
const CLOSEST: usize = 8;

/// How many own statements of one wording are paired with a statement below of that wording; the second one below
/// begins with the second own one.
const TWINS: usize = 4;

/// Positions in `own` and `below` of the pairs worth comparing.
pub fn candidates(book: &Book, own: &[usize], below: &[usize]) -> Vec<(usize, usize)> {
    let words = Index::new(own, |index| &book.statement(index).terms);
    let mut twins = Twins::new(book, own);
    let mut closest: Vec<Vec<(f32, usize)>> = vec![Vec::new(); own.len()];
    let mut shared = vec![0.0_f32; own.len()];
    let mut touched: Vec<usize> = Vec::new();
    for (to, &index) in below.iter().enumerate() {
        let lower = book.statement(index);
        for &term in &lower.terms {
            let weight = book.weight(term);
            for at in words.holders(term) {
                if shared[at] == 0.0 {
                    touched.push(at);
                }
                shared[at] += weight;
            }
        }
        for &(_, at) in twins.next(lower.key) {
            if shared[at] == 0.0 {
                touched.push(at);
            }
            shared[at] = f32::INFINITY;
        }
        for at in touched.drain(..) {
            let both = lower.weight + book.statement(own[at]).weight;
            let overlap = 2.0 * std::mem::take(&mut shared[at]) / both.max(f32::MIN_POSITIVE);
            if overlap >= FLOOR && own[at] != index {
                keep(&mut closest[at], (overlap, to));
            }
        }
    }
    let pairs = closest.into_iter().enumerate();
    pairs.flat_map(|(at, all)| all.into_iter().map(move |(_, to)| (at, to))).collect()
}

/// Keeps the closest ones.
fn keep(closest: &mut Vec<(f32, usize)>, next: (f32, usize)) {
    if closest.len() < CLOSEST {
        closest.push(next);
        return;
    }
    let farthest = closest.iter_mut().min_by(|a, b| a.0.total_cmp(&b.0));
    if let Some(farthest) = farthest.filter(|farthest| farthest.0 < next.0) {
        *farthest = next;
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
        let count = self.by_key[start..].iter().take_while(|entry| entry.0 == key).count();
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
    /// The position, and which entry holds the same term, one higher than its place here.
    entries: Vec<(u32, u32)>,
}

#[derive(Clone, Copy)]
struct Slot {
    term: Term,
    count: u32,
    /// One higher than the place of the last entry.
    last: u32,
}

impl Index {
    fn new<'a>(own: &[usize], terms: impl Fn(usize) -> &'a [Term]) -> Self {
        let count: usize = own.iter().map(|index| terms(*index).len()).sum();
        let free = Slot { term: Term::MAX, count: 0, last: 0 };
        let slots = vec![free; (2 * count).next_power_of_two().max(2)];
        let mut index = Self { slots, entries: Vec::with_capacity(count) };
        for (at, &statement) in own.iter().enumerate() {
            terms(statement).iter().for_each(|term| index.add(*term, at as u32));
        }
        index
    }

    fn add(&mut self, term: Term, at: u32) {
        let place = self.place(term);
        let slot = &mut self.slots[place];
        self.entries.push((at, slot.last));
        *slot = Slot { term, count: slot.count + 1, last: self.entries.len() as u32 };
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

    /// The positions that hold a term; none where too many do.
    fn holders(&self, term: Term) -> impl Iterator<Item = usize> + '_ {
        let slot = self.slots[self.place(term)];
        let mut next = if slot.count as usize > COMMON { 0 } else { slot.last };
        std::iter::from_fn(move || {
            let (at, before) = *self.entries.get((next as usize).checked_sub(1)?)?;
            next = before;
            Some(at as usize)
        })
    }
}
