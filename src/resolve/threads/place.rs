//! Where statements stand, and what their places tell.
//!
//! A ladder that is drawn as a matrix says one thing of each dimension at each level: whatever the words, the statement of
//! a cell takes the place of the one below it. The same holds of labels that come back level by level. So a statement
//! that is the only one of its dimension or label is paired with the one in the same place of the nearest level that has
//! such a place. Where such pairs make up much of a level, or a dimension has one statement at nearly every level that
//! has it, the place is all the evidence that is needed. In the ladders that were labelled
//! (`tests/threads.rs`), none of 138 such pairs that were read was refused, but two columns of bare lists of topics would
//! have been; so cells that share no word must go up on some scale, and in a matrix of several dimensions.

use super::matching::Sides;
use super::prepared::Prepared;
use super::signature::Signing;
use crate::text::Lookup;

/// From this number of places on, and where one in this many of a level's statements is in such a place, they make a
/// matrix.
const MATRIX: usize = 3;
const SHARE: usize = 2;

/// At how many levels a dimension must have a statement for itself to be a row, and at how many of those that have it at
/// all, in fifths.
const ROW: usize = 3;
const FIFTHS: usize = 4;

/// What a statement is the only one of, at its level.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
enum Place {
    Dimension(usize),
    Label(Option<usize>, u32),
}

/// How a statement stands among those of its level and its dimension.
#[derive(Clone, Copy, Default, Debug)]
pub struct Stand {
    /// Which of the statements of its dimension it is, from 0, and how many there are at its level.
    pub ordinal: usize,
    pub count: usize,
    /// Whether no other one of its level and dimension has its label.
    has_label_alone: bool,
    /// Whether its dimension has one statement at nearly every level.
    is_of_row: bool,
}

impl Stand {
    /// Whether both are at the same place of lists of the same length.
    pub fn is_beside(&self, other: &Stand) -> bool {
        self.count == other.count && self.ordinal == other.ordinal
    }

    /// How near their places in their lists are: from 1, the same, to 0, at the other end.
    pub fn closeness(&self, other: &Stand) -> f32 {
        1.0 - (self.share() - other.share()).abs()
    }

    fn share(&self) -> f32 {
        if self.count > 1 { self.ordinal as f32 / (self.count - 1) as f32 } else { 0.5 }
    }
}

/// Which statement below stands where a statement stands.
pub struct Places {
    /// By own statement: position below, and what they are to each other.
    partners: Vec<Option<(usize, Cell)>>,
}

/// What two statements are to each other that stand in the same place.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Cell {
    /// Each happens to be the only one.
    Lone,
    /// Of a row: one thread if they have anything in common.
    Row,
    /// Of a matrix: one thread too if they have nothing in common, but the upper one goes up.
    Matrix,
}

impl Places {
    pub fn of(sides: &Sides) -> Self {
        let mut sought: Vec<(Place, usize, Option<usize>)> = Vec::new();
        for (at, statement) in sides.own.iter().enumerate() {
            sought.extend(alone(statement).map(|place| (place, at, None)));
        }
        sought.sort_unstable();
        let mut partners = vec![None; sides.own.len()];
        if sought.is_empty() {
            return Self { partners };
        }
        for (to, statement) in sides.below.iter().enumerate() {
            for place in places(statement) {
                let found = sought.binary_search_by_key(&place, |entry| entry.0);
                found.into_iter().for_each(|found| {
                    sought[found].2.get_or_insert(to);
                });
            }
        }
        for (place, at, to) in sought {
            if let Some(to) = to.filter(|to| alone(sides.below[*to]).any(|other| other == place)) {
                let is_row = matches!(place, Place::Label(..)) || sides.own[at].stand.is_of_row;
                partners[at].get_or_insert((to, if is_row { Cell::Row } else { Cell::Lone }));
            }
        }
        let count = partners.iter().flatten().count();
        if count >= MATRIX && count * SHARE >= sides.own.len() {
            partners.iter_mut().flatten().for_each(|partner| partner.1 = Cell::Matrix);
        }
        Self { partners }
    }

    /// What two statements are to each other by their places.
    pub fn cell(&self, at: usize, to: usize) -> Option<Cell> {
        self.partners[at].filter(|partner| partner.0 == to).map(|partner| partner.1)
    }

    /// All pairs that stand in the same place of a row or a matrix.
    pub fn cells(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        let pairs = self.partners.iter().enumerate();
        pairs.filter_map(|(at, partner)| partner.filter(|partner| partner.1 > Cell::Lone).map(|(to, _)| (at, to)))
    }
}

fn places(statement: &Prepared) -> impl Iterator<Item = Place> + use<> {
    let dimension = statement.dimension.map(Place::Dimension);
    let label = statement.label.map(|label| Place::Label(statement.dimension, label));
    dimension.into_iter().chain(label)
}

/// The places that a statement has for itself.
fn alone(statement: &Prepared) -> impl Iterator<Item = Place> {
    let Stand { count, has_label_alone, .. } = statement.stand;
    places(statement).filter(move |place| match place {
        Place::Dimension(_) => count == 1,
        Place::Label(..) => has_label_alone,
    })
}

/// Tells each statement how it stands; those of a level lie side by side. `terms` counts all words.
pub fn stand(statements: &mut [Prepared], terms: usize) {
    let mut rows = Rows::default();
    let mut signing = Signing::new(terms);
    let mut labels = Lookup::default();
    let mut order: Vec<usize> = Vec::new();
    for level in statements.chunk_by_mut(|one, other| one.level == other.level) {
        order.clear();
        order.extend(0..level.len());
        order.sort_by_key(|at| level[*at].dimension);
        let mut rest = order.as_slice();
        while let Some(&first) = rest.first() {
            let dimension = level[first].dimension;
            let count = rest.iter().take_while(|at| level[**at].dimension == dimension).count();
            let (same, others) = rest.split_at(count);
            rest = others;
            stand_in_group(level, same, &mut labels);
            signing.sign(level, same);
            rows.count(dimension, same.len());
        }
    }
    statements.iter_mut().for_each(|statement| statement.stand.is_of_row = rows.is_row(statement.dimension));
}

/// The statements of one dimension of a level, in their order. `labels` is empty before and after.
fn stand_in_group(level: &mut [Prepared], same: &[usize], labels: &mut Lookup<u32, usize>) {
    for label in same.iter().filter_map(|at| level[*at].label) {
        *labels.entry(label).or_default() += 1;
    }
    for (ordinal, &at) in same.iter().enumerate() {
        let has_label_alone = level[at].label.is_some_and(|label| labels[&label] == 1);
        level[at].stand = Stand { ordinal, count: same.len(), has_label_alone, is_of_row: false };
    }
    labels.clear();
}

/// By dimension: how many levels have it, and how many have one statement of it.
#[derive(Default)]
struct Rows(Vec<(usize, usize)>);

impl Rows {
    fn count(&mut self, dimension: Option<usize>, statements: usize) {
        let Some(dimension) = dimension else { return };
        if self.0.len() <= dimension {
            self.0.resize(dimension + 1, (0, 0));
        }
        let (levels, alone) = &mut self.0[dimension];
        *levels += 1;
        *alone += usize::from(statements == 1);
    }

    fn is_row(&self, dimension: Option<usize>) -> bool {
        let row = dimension.and_then(|dimension| self.0.get(dimension));
        row.is_some_and(|(levels, alone)| *alone >= ROW && alone * 5 >= levels * FIFTHS)
    }
}

#[cfg(test)]
mod tests {
    use crate::resolve::threads::{Statement, Threads};

    type Stated = (usize, &'static str);

    /// Dimension and text of the statements of two levels; what each of the upper ones takes up.
    #[track_caller]
    fn check(lower: &[Stated], upper: &[Stated], expected: &[Option<usize>]) {
        let statements = [(0, lower), (1, upper)].into_iter().flat_map(|(level, list)| {
            list.iter().map(move |&(dimension, text)| {
                let dimension = Some(dimension);
                Statement { text, dimension, level, ..Statement::default() }
            })
        });
        let threads = Threads::new(statements);
        let (below, own): (Vec<usize>, Vec<usize>) =
            (0..lower.len() + upper.len()).partition(|index| *index < lower.len());
        let found: Vec<Option<usize>> =
            threads.relate(&own, &below).into_iter().map(|link| link.map(|link| link.of)).collect();
        assert_eq!(found, expected, "{upper:?}");
    }

    const LOWER: [Stated; 3] = [(1, "Learns the knots"), (2, "Asks when lost"), (3, "Keeps a small boat afloat")];
    const UPPER: [Stated; 3] =
        [(1, "Leads crews in a storm"), (2, "Lists the reefs"), (3, "Keeps a large fleet afloat")];

    #[test]
    fn a_cell_of_a_matrix_that_goes_up_raises_the_one_below() {
        check(&LOWER, &UPPER, &[Some(0), None, Some(2)]);
    }

    #[test]
    fn two_lone_statements_need_words_in_common() {
        check(&LOWER[..2], &UPPER[..2], &[None, None]);
    }

    #[test]
    fn the_place_in_a_list_tells_which_of_two_alike() {
        let lower = [(1, "Rows the harbour boat to the pier"), (1, "Paints the harbour boat in spring")];
        let upper = [(1, "Rows every harbour boat to the pier"), (1, "Paints every harbour boat in spring")];
        check(&lower, &upper, &[Some(0), Some(1)]);
    }
}
