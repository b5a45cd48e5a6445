//! Scales: documents that define the ordered grades of several dimensions (a heading each, and below it an ordered list
//! of bold names), and the labelled criteria of the same folder that are such grades.

use std::collections::HashMap;

use super::folders::File;
use super::framework::{Grade, Scale, Track};
use super::wording::{self, key};
use crate::parse::{Declared, Spanned};
use crate::text::{Block, Inlines, Item, List};

/// Fewest headings with grades below them that make a document define scales.
const FEWEST_SCALES: usize = 2;
/// Fewest grades of a scale.
const FEWEST_GRADES: usize = 2;

/// The scales that a document defines; their group is still to be set.
pub fn defined(file: &File) -> Vec<Scale> {
    let outline = &file.view().outline;
    let scales: Vec<Scale> = outline
        .nodes
        .iter()
        .filter_map(|node| {
            let own = &file.blocks()[node.at + 1..node.own_end];
            let lists = own.iter().filter_map(|block| if let Block::List(list) = block { Some(&**list) } else { None });
            let grades = lists.filter(|list| list.start.is_some()).find_map(grades)?;
            let dimension = wording::name(&node.heading.content.plain());
            Some(Scale { dimension, group: 0, grades, inclusive: false })
        })
        .collect();
    if scales.len() < FEWEST_SCALES { Vec::new() } else { scales }
}

/// The scales that an author declares.
pub fn declared(declared: &Declared, group: usize) -> Vec<Scale> {
    let grade = |name: &Spanned<String>| Grade { name: name.value.clone(), text: Inlines::default(), span: name.span };
    let scale = |(dimension, grades): &(Spanned<String>, Vec<Spanned<String>>)| Scale {
        dimension: dimension.value.clone(),
        group,
        grades: grades.iter().map(grade).collect(),
        inclusive: false,
    };
    declared.scales.iter().map(scale).collect()
}

fn grades(list: &List) -> Option<Vec<Grade>> {
    let grades: Option<Vec<Grade>> = list.items.iter().map(grade).collect();
    grades.filter(|grades| grades.len() >= FEWEST_GRADES)
}

fn grade(item: &Item) -> Option<Grade> {
    let Some(Block::Paragraph(paragraph)) = item.blocks.first() else { return None };
    let lead_in = wording::lead_in(&paragraph.content).filter(|lead_in| lead_in.marked)?;
    let text = wording::cut_start(&paragraph.content, lead_in.length);
    Some(Grade { name: lead_in.label, text, span: paragraph.span })
}

/// Puts labelled criteria without a dimension under the scale that has their label. A label of several scales belongs
/// to the one that the level's other labels leave.
pub fn apply(scales: &[Scale], track: &mut Track) {
    let mut by_label: HashMap<String, Vec<usize>> = HashMap::new();
    for (index, scale) in scales.iter().enumerate().filter(|(_, scale)| scale.group == track.group) {
        for grade in &scale.grades {
            by_label.entry(key(&grade.name)).or_default().push(index);
        }
    }
    let mut used = false;
    for level in &mut track.levels {
        let mut taken: Vec<usize> = Vec::new();
        for criterion in level.criteria.iter_mut().filter(|criterion| criterion.dimension.is_none()) {
            let label = criterion.label.as_ref().map(|label| key(label));
            let Some(of_label) = label.and_then(|label| by_label.get(&label)) else { continue };
            let Some(scale) = of_label.iter().find(|scale| !taken.contains(scale)).or(of_label.first()) else {
                continue;
            };
            taken.push(*scale);
            criterion.dimension = Some(scales[*scale].dimension.clone());
            used = true;
        }
    }
    if used {
        name_dimensions(scales, track);
    }
}

fn name_dimensions(scales: &[Scale], track: &mut Track) {
    for scale in scales.iter().filter(|scale| scale.group == track.group) {
        if !track.dimensions.iter().any(|title| key(title) == key(&scale.dimension)) {
            track.dimensions.push(scale.dimension.clone());
        }
    }
}
