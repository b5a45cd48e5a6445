//! Which pairs are worth comparing: those that share enough weight of words.
//!
//! The own statements are indexed by word; the statements below stream past the index. Words that are common among the
//! own statements open no pair by themselves, so that the work stays near linear in the number of words.

use super::book::Book;
use super::likeness::Common;
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

/// A pair worth comparing.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Pairing {
    /// Position among the own statements, and among those below.
    pub at: usize,
    pub to: usize,
    /// What both have in common, where that was counted.
    pub common: Option<Common>,
}

/// The pairs worth comparing.
pub fn candidates(book: &Book, own: &[usize], below: &[usize]) -> Vec<Pairing> {
    let words = Index::new(own, |index| &book.statement(index).terms);
    let mut twins = Twins::new(book, own);
    let mut closest: Vec<Closest> = vec![Closest::default(); own.len()];
    let mut shared = vec![Common { weight: 0.0, count: 0 }; own.len()];
    let mut touched: Vec<usize> = Vec::new();
    for (to, &index) in below.iter().enumerate() {
        let lower = book.statement(index);
        for &term in &lower.terms {
            let weight = book.weight(term);
            for at in words.holders(term) {
                let common = &mut shared[at];
                if common.count == 0 {
                    touched.push(at);
                }
                *common = Common { weight: common.weight + weight, count: common.count + 1 };
            }
        }
        for &(_, at) in twins.next(lower.key) {
            if shared[at].count == 0 {
                touched.push(at);
            }
            shared[at] = Common { weight: f32::INFINITY, count: usize::MAX };
        }
        for at in touched.drain(..) {
            let common = std::mem::replace(&mut shared[at], Common { weight: 0.0, count: 0 });
            let both = lower.weight + book.statement(own[at]).weight;
            let overlap = 2.0 * common.weight / both.max(f32::MIN_POSITIVE);
            if overlap >= FLOOR && own[at] != index {
                closest[at].keep(overlap, Pairing { at, to, common: Some(common) });
            }
        }
    }
    let is_counted = |common: &Common| common.count < usize::MAX && words.is_complete();
    let counted = |pair: Pairing| Pairing { common: pair.common.filter(is_counted), ..pair };
    closest.into_iter().flat_map(|closest| closest.list).map(|(_, pair)| counted(pair)).collect()
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
    /// How many hold the most common term.
    most: usize,
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
        let mut index = Self { slots, entries: Vec::with_capacity(count), most: 0 };
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
        self.most = self.most.max(slot.count as usize);
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
        self.most <= COMMON
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
