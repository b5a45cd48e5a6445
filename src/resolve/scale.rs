//! Grades (design rule 3.3, basis `scale`): where a dimension has a scale, a criterion labelled or worded as one of its
//! grades raises the highest lower grade of the same dimension in force below.

use std::collections::BTreeMap;

use super::{Criterion, CriterionRef, Dimension, DimensionRef, Ladder, Reason};
use crate::text::slug;

/// The grades in force below a level: for each dimension with a scale, grade → criterion.
pub(super) struct GradesBelow(BTreeMap<DimensionRef, BTreeMap<usize, CriterionRef>>);

/// Which grades are in force; the nearest wording of a grade counts.
pub(super) fn grades_below(ladder: &Ladder, below: &[CriterionRef]) -> GradesBelow {
    let mut grades: BTreeMap<DimensionRef, BTreeMap<usize, CriterionRef>> = BTreeMap::new();
    for of in below {
        if let Some((dimension, grade)) = grade(ladder, ladder.criterion(*of)) {
            grades.entry(dimension).or_default().entry(grade).or_insert(*of);
        }
    }
    GradesBelow(grades)
}

impl GradesBelow {
    /// The criterion that this one raises, and the grades of both.
    pub fn raised_by(&self, ladder: &Ladder, criterion: &Criterion) -> Option<(CriterionRef, Reason)> {
        let (dimension, upper) = grade(ladder, criterion)?;
        let (lower, of) = self.0.get(&dimension)?.range(..upper).next_back()?;
        Some((*of, Reason::Grades { dimension, lower: *lower, upper }))
    }
}

/// The grade that a criterion names, by its label or its whole text.
pub fn grade(ladder: &Ladder, criterion: &Criterion) -> Option<(DimensionRef, usize)> {
    let dimension = criterion.dimension?;
    let grades = scale_of(&ladder.dimensions[dimension.0])?;
    let name = criterion.label.clone().unwrap_or_else(|| criterion.text.plain());
    let name = slug(&name);
    grades.iter().position(|grade| slug(&grade.name) == name).map(|grade| (dimension, grade))
}

fn scale_of(dimension: &Dimension) -> Option<&[super::Grade]> {
    dimension.scale.as_deref()
}
