//! Families of roles in one folder of levels: `Junior Baker`, `Senior Baker`, `Junior Miller`, `Senior Miller` are two
//! tracks. A folder holds several only where two of its families stand beside one another, for a single ladder changes
//! its words on the way up (`Senior Baker`, `Head of the Bakery`).

use super::file::File;
use super::{level_files, pages};
use crate::model::names::{self, RunLevel};
use crate::text::fold;

/// Files that are levels of one role.
pub struct Family {
    /// What the role is called, without words of standing.
    role: String,
    pub files: Vec<usize>,
    /// Lowest and highest standing, and lowest and highest number.
    standings: (f32, f32),
    ranks: Option<(f64, f64)>,
}

/// The families of some levels, in the order of their first levels; `None` where they are one ladder.
pub fn of(levels: &[usize], files: &[File]) -> Option<Vec<Family>> {
    let mut families: Vec<Family> = Vec::new();
    let called: Vec<String> = levels.iter().map(|index| level_files::called(&files[*index])).collect();
    for ((index, called), read) in levels.iter().zip(&called).zip(names::run(&called).levels) {
        let own = Family::new(*index, called, read.as_deref());
        match families.iter_mut().find(|family| family.role == own.role) {
            Some(family) => family.join(own),
            None => families.push(own),
        }
    }
    let mut at = families.len();
    while at > 0 {
        at -= 1;
        if let Some(other) = continued(&families, at) {
            let ended = families.remove(at);
            families[if other > at { other - 1 } else { other }].join(ended);
        }
    }
    let several: Vec<&Family> = families.iter().filter(|family| family.files.len() > 1).collect();
    let is_beside = |at: usize| several[..at].iter().any(|other| other.is_beside(several[at]));
    if !(0..several.len()).any(is_beside) {
        return None;
    }
    for family in &mut families {
        family.files = level_files::ordered(std::mem::take(&mut family.files), files);
    }
    Some(families)
}

/// The one family that a family without a field goes on: `Staff Baker` goes on from `Senior Bread Baker`.
fn continued(families: &[Family], at: usize) -> Option<usize> {
    let own = &families[at];
    let is_other = |(other, family): &(usize, &Family)| {
        let role = family.role.strip_suffix(own.role.as_str()).is_some_and(|field| field.ends_with(' '));
        *other != at && role && own.standings.0 > family.standings.1
    };
    let mut others = families.iter().enumerate().filter(is_other);
    let first = others.next().filter(|_| !own.role.is_empty())?;
    others.next().is_none().then_some(first.0)
}

impl Family {
    /// The words that all levels share; the name of the level where there is but one.
    pub fn title(&self, files: &[File]) -> String {
        let called: Vec<String> = self.files.iter().map(|index| level_files::called(&files[*index])).collect();
        let common = pages::common_words(called.iter());
        pages::capitalised(&common.unwrap_or_else(|| called.first().cloned().unwrap_or_default()))
    }

    fn new(file: usize, called: &str, read: Option<&RunLevel>) -> Self {
        let role = read.map_or_else(|| fold(called), |level| level.role.clone());
        let standing = read.and_then(|level| level.standing).unwrap_or(level_files::PLAIN);
        // Beside one another the numbers of several roles start again, and are none of the ladder.
        let ranks = names::read(called).and_then(|name| name.rank).map(|rank| (rank.0, rank.0));
        Self { role, files: vec![file], standings: (standing, standing), ranks }
    }

    fn join(&mut self, other: Self) {
        self.files.extend(other.files);
        self.standings = (self.standings.0.min(other.standings.0), self.standings.1.max(other.standings.1));
        self.ranks = self.ranks.zip(other.ranks).map(|(own, other)| (own.0.min(other.0), own.1.max(other.1)));
    }

    /// Whether two families are tracks of their own: their standings overlap, or their numbers do and do not
    /// start again at one.
    fn is_beside(&self, other: &Self) -> bool {
        let standing = self.standings.0 <= other.standings.1 && other.standings.0 <= self.standings.1;
        let numbered = self
            .ranks
            .zip(other.ranks)
            .is_some_and(|(own, other)| own.0 <= other.1 && other.0 <= own.1 && own.0.max(other.0) > 1.0);
        standing || numbered
    }
}
