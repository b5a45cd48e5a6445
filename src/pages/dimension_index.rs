//! All dimensions, with how much each track asks in them.

use serde::Serialize;

use super::frame::{Frame, Link};
use super::here::Here;
use super::topic::dimension_link;
use crate::resolve::DimensionRef;

/// What `dimension_index.html` shows.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct DimensionIndexView {
    pub frame: Frame,
    pub dimensions: Vec<Listed>,
}

/// One dimension, and where it is used.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Listed {
    pub dimension: Link,
    pub criteria: usize,
    pub tracks: Vec<String>,
}

impl DimensionIndexView {
    pub(super) fn of(here: &Here) -> Self {
        let ladder = here.ladder();
        let mut listed: Vec<Listed> = (0..ladder.dimensions.len())
            .map(|index| Listed {
                dimension: dimension_link(here, DimensionRef(index)),
                criteria: 0,
                tracks: Vec::new(),
            })
            .collect();
        for track in &ladder.tracks {
            for dimension in &track.dimensions {
                listed[dimension.0].tracks.push(here.title(&track.title).to_owned());
            }
            let criteria = track.levels.iter().flat_map(|level| &level.criteria);
            criteria.filter_map(|criterion| criterion.dimension).for_each(|at| listed[at.0].criteria += 1);
        }
        Self { frame: Frame::new(here, here.say().dimensions.as_str(), Vec::new()), dimensions: listed }
    }
}
