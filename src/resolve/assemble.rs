//! The framework with ids and references in the place of names; what it claims about inheritance is set aside, and
//! every level stands alone.

use std::sync::Arc;

use super::claim::{Claims, LevelClaims, TrackClaims};
use super::dimension::{Dimensions, dimensions};
use super::id::{Ids, criterion_ids, ids, level_ids};
use super::kept::Kept;
use super::{Criterion, DimensionRef, Group, GroupRef, Ladder, Level, Page, Relation, RelationKind, Track, TrackRef};
use crate::model::{self, Framework, ModeBasis};
use crate::text::{Sources, parallel};

/// Every level alone.
pub(super) struct Assembled {
    /// Without inheritance.
    pub ladder: Ladder,
    /// What inheritance is resolved from.
    pub claims: Claims,
    /// The tracks whose mode is still to come: those that were not put together the last time.
    pub new: Vec<TrackRef>,
}

/// Puts a framework together. A track that was put together the last time is shared with it.
pub(super) fn assemble(framework: Framework, sources: &Sources, last: Option<&[Kept]>) -> Assembled {
    let ids = ids(&framework, sources);
    let dimensions = dimensions(&framework, last);
    let folders = framework.groups.iter().map(|group| group.path.clone()).collect();
    let groups = groups(framework.groups, &ids, &framework.tracks);
    let pages = framework.pages.into_iter().zip(&ids.pages).map(|(it, id)| page(it, id)).collect();
    let of_track = |(index, (track, id)): (usize, (Arc<model::Track>, &String))| {
        let assembly = Assembly { id, dimensions: &dimensions };
        match last.and_then(|last| last.get(index)).filter(|kept| assembly.gave(kept, &track)) {
            Some(kept) => (None, (Arc::clone(&kept.alone), Arc::clone(&kept.claims))),
            None => {
                let (track, claims) = assembly.track(Arc::unwrap_or_clone(track));
                (Some(TrackRef(index)), (Arc::new(track), Arc::new(claims)))
            }
        }
    };
    let named: Vec<_> = framework.tracks.into_iter().zip(&ids.tracks).enumerate().collect();
    let (new, assembled): (Vec<Option<TrackRef>>, Vec<_>) = parallel::map(named, of_track).into_iter().unzip();
    let (tracks, claims) = assembled.into_iter().unzip();
    let ladder = Ladder {
        title: framework.title,
        guidance: framework.guidance,
        groups,
        dimensions: dimensions.list,
        tracks,
        pages,
        ..Ladder::default()
    };
    Assembled { ladder, claims: Claims { tracks: claims, folders }, new: new.into_iter().flatten().collect() }
}

fn groups(groups: Vec<model::Group>, ids: &Ids, tracks: &[Arc<model::Track>]) -> Vec<Group> {
    let mut members = vec![Vec::new(); groups.len()];
    for (index, track) in tracks.iter().enumerate() {
        if let Some(members) = members.get_mut(track.group) {
            members.push(TrackRef(index));
        }
    }
    let group = |((group, id), tracks): ((model::Group, &String), Vec<TrackRef>)| Group {
        id: id.clone(),
        title: group.title,
        guidance: group.guidance,
        navigation: group.navigation,
        tracks,
    };
    groups.into_iter().zip(&ids.groups).zip(members).map(group).collect()
}

fn page(page: model::Page, id: &str) -> Page {
    Page {
        id: id.to_owned(),
        title: page.title,
        group: GroupRef(page.group),
        sections: page.sections,
        navigation: page.navigation,
        span: page.span,
    }
}

/// The track that is being put together.
struct Assembly<'a> {
    id: &'a str,
    dimensions: &'a Dimensions,
}

impl Assembly<'_> {
    /// Whether this is what the assembly of a track gives: it reads the track, its id and the way from titles to
    /// dimensions.
    fn gave(&self, kept: &Kept, track: &Arc<model::Track>) -> bool {
        let leads_there = |(title, led): &(String, Option<DimensionRef>)| self.dimensions.find(title) == *led;
        Arc::ptr_eq(&kept.written, track) && kept.alone.id == self.id && kept.dimensions.iter().all(leads_there)
    }

    fn track(&self, track: model::Track) -> (Track, TrackClaims) {
        let ids = level_ids(&track.levels);
        let (levels, claims): (Vec<Level>, Vec<LevelClaims>) =
            track.levels.into_iter().zip(ids).map(|(level, id)| self.level(level, id)).unzip();
        let claims = TrackClaims {
            accumulates: track.accumulates,
            builds_on: track.builds_on,
            raises: track.raises,
            levels: claims,
        };
        let track = Track {
            id: self.id.to_owned(),
            title: track.title,
            group: GroupRef(track.group),
            summary: track.summary,
            licence: track.licence,
            span: track.span,
            guidance: track.guidance,
            navigation: track.navigation,
            mode: model::Mode::Cumulative,
            mode_basis: ModeBasis::Default,
            mode_reason: None,
            dimensions: self.dimensions_in_order(&track.dimensions, &levels),
            levels,
        };
        (track, claims)
    }

    /// As the document or the author orders them, then what only criteria name.
    fn dimensions_in_order(&self, titles: &[String], levels: &[Level]) -> Vec<super::DimensionRef> {
        let named = titles.iter().filter_map(|title| self.dimensions.find(title));
        let used = levels.iter().flat_map(|level| &level.criteria).filter_map(|criterion| criterion.dimension);
        let mut seen = std::collections::BTreeSet::new();
        named.chain(used).filter(|dimension| seen.insert(*dimension)).collect()
    }

    fn level(&self, level: model::Level, id: String) -> (Level, LevelClaims) {
        let prefix = [self.id, "/", &id, "/"].concat();
        let ids = criterion_ids(&level.criteria);
        let criteria = level.criteria.into_iter().zip(ids);
        let criteria = criteria.map(|(it, last)| self.criterion(it, [&*prefix, &*last].concat())).collect();
        let claims =
            LevelClaims { accumulates: level.accumulates, builds_on: level.builds_on, equivalents: level.equivalents };
        let level = Level {
            id,
            heading: level.heading,
            code: level.code,
            aliases: level.aliases,
            title: level.title,
            rank: level.rank,
            state: level.state,
            summary: level.summary,
            guidance: level.guidance,
            facts: level.facts,
            criteria,
            is_base_layer: level.is_base_layer,
            builds_on: Vec::new(),
            drops: Vec::new(),
            in_force: Vec::new(),
            complete: true,
            equivalents: Vec::new(),
            span: level.span,
        };
        (level, claims)
    }

    fn criterion(&self, criterion: model::Criterion, id: String) -> Criterion {
        Criterion {
            id,
            dimension: criterion.dimension.and_then(|title| self.dimensions.find(&title)),
            label: criterion.label,
            lead: criterion.lead,
            text: criterion.text,
            examples: criterion.examples,
            span: criterion.span,
            relation: Relation { kind: RelationKind::Adds, of: None, basis: None, reason: None },
            shared: Vec::new(),
        }
    }
}
