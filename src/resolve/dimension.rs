//! The dimensions of the framework: titles that fold to the same slug are one dimension, whichever track names it, in
//! the order of first appearance. A scale belongs to the dimension of its title.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::id::{hash, short};
use super::kept::Kept;
use super::{Dimension, DimensionRef, Grade, Ladder};
use crate::model::{self, Framework};
use crate::text::{Lookup, slug};

/// The dimensions and the way from a title to one.
#[derive(Default)]
pub(super) struct Dimensions {
    pub list: Vec<Dimension>,
    by_key: BTreeMap<String, DimensionRef>,
    /// As written: most titles are written many times.
    by_title: Lookup<String, DimensionRef>,
}

/// Every dimension that a track declares, a criterion stands under or a scale grades.
pub(super) fn dimensions(framework: &Framework, last: Option<&[Kept]>) -> Dimensions {
    let mut dimensions = Dimensions::default();
    for (index, track) in framework.tracks.iter().enumerate() {
        match last.and_then(|last| last.get(index)).filter(|kept| Arc::ptr_eq(&kept.written, track)) {
            Some(kept) => kept.dimensions.iter().for_each(|(title, _)| dimensions.add(title)),
            None => written(track).for_each(|title| dimensions.add(title)),
        }
    }
    for scale in &framework.scales {
        dimensions.add(&scale.dimension);
        dimensions.grade(scale);
    }
    dimensions
}

/// The titles of dimensions that a track names, each once, in their order.
pub(super) fn titles(track: &model::Track) -> Vec<String> {
    let mut seen = BTreeSet::new();
    written(track).filter(|title| seen.insert(*title)).map(str::to_owned).collect()
}

fn written(track: &model::Track) -> impl Iterator<Item = &str> {
    let used = track.levels.iter().flat_map(|level| &level.criteria).filter_map(|it| it.dimension.as_ref());
    track.dimensions.iter().chain(used).map(String::as_str)
}

impl Dimensions {
    /// The dimension with this title.
    pub fn find(&self, title: &str) -> Option<DimensionRef> {
        self.by_title.get(title).or_else(|| self.by_key.get(&key(title))).copied()
    }

    fn add(&mut self, title: &str) {
        if self.by_title.contains_key(title) {
            return;
        }
        let key = key(title);
        let next = DimensionRef(self.list.len());
        if !self.by_key.contains_key(&key) {
            self.by_key.insert(key.clone(), next);
            self.list.push(Dimension { id: id(&key), title: title.to_owned(), scale: None });
        }
        self.by_title.insert(title.to_owned(), self.by_key[&key]);
    }

    fn grade(&mut self, scale: &model::Scale) {
        let Some(dimension) = self.find(&scale.dimension) else { return };
        let grade = |grade: &model::Grade| Grade { name: grade.name.clone(), text: grade.text.clone() };
        let slot = &mut self.list[dimension.0].scale;
        if slot.is_none() && !scale.grades.is_empty() {
            *slot = Some(scale.grades.iter().map(grade).collect());
        }
    }
}

/// The key, but for the name of the overview page and for keys too long for a file name.
fn id(key: &str) -> String {
    let id = short(key);
    match id.as_str() {
        "index" => "index-dimension".to_owned(),
        _ if id.len() < key.len() => format!("{id}-{}", hash(key)),
        _ => id,
    }
}

/// The dimension with this title, in a ladder.
pub(super) fn find(ladder: &Ladder, title: &str) -> Option<DimensionRef> {
    let wanted = key(title);
    ladder.dimensions.iter().position(|dimension| key(&dimension.title) == wanted).map(DimensionRef)
}

/// What makes two titles the same; a title without a letter or digit is told apart by its characters.
fn key(title: &str) -> String {
    if title.contains(char::is_alphanumeric) { slug(title) } else { format!("section-{}", hash(title)) }
}
