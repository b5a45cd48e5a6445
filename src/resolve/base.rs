//! What a level builds on (design rule 3.1). The first of these that applies:
//!
//! 1. what is configured;
//! 2. what the text states, of the level itself or of its track as a whole; the latter is meant for the first defined
//!    level;
//! 3. the previous defined level of the same track.
//!
//! A named track stands for its nearest lower level by rank (an overlay may have the same rank), or for its only level.
//! A name that is not found, or found more than once, is kept and reported. What is stated for one dimension alone
//! leaves the other dimensions to the previous level. A level that is not applicable builds on nothing and is skipped in
//! every chain.

use std::collections::BTreeSet;

use super::claim::{Bases, Claims, PerLevel};
use super::dimension;
use super::name::{Asking, Found, Names, Target};
use super::target::Targets;
use super::{Base, BaseBasis, BaseKind, Destination, Evidence, Ladder, Level, LevelRef, State, TrackRef};
use crate::model;
use crate::text::{Diagnostic, Span};

/// Where the names of bases are looked up.
#[derive(Clone, Copy)]
pub(super) struct Lookup<'a> {
    pub ladder: &'a Ladder,
    pub claims: &'a Claims,
    pub names: &'a Names<'a>,
    pub targets: &'a Targets<'a>,
}

/// The bases of every level.
pub(super) fn bases(lookup: Lookup<'_>, diagnostics: &mut Vec<Diagnostic>) -> Bases {
    let layers: Vec<Vec<Base>> = lookup.ladder.tracks().map(|(track, _)| base_layers(lookup.ladder, track)).collect();
    PerLevel::new(lookup.ladder, |level| {
        let value = lookup.ladder.level(level);
        if value.state == State::NotApplicable || value.is_base_layer {
            return Vec::new();
        }
        let mut bases = lookup.named(level, diagnostics);
        let previous = previous(lookup.ladder, level).map(|previous| default_base(lookup.ladder, previous));
        if bases.iter().all(|base| base.dimension.is_some()) {
            bases = beside(bases, previous);
        }
        bases.extend_from_slice(&layers[level.track.0]);
        bases
    })
}

/// The nearest defined level below on the same track.
pub(super) fn previous(ladder: &Ladder, level: LevelRef) -> Option<LevelRef> {
    let mut below = (0..level.level).rev().map(|index| LevelRef { track: level.track, level: index });
    below.find(|below| is_step(ladder, *below))
}

/// Whether a level is in use and a step of its track.
pub(super) fn is_step(ladder: &Ladder, level: LevelRef) -> bool {
    let level = ladder.level(level);
    level.state == State::Defined && !level.is_base_layer
}

/// The defined levels of a track.
fn steps(ladder: &Ladder, track: TrackRef) -> impl Iterator<Item = LevelRef> {
    ladder.levels(track).map(|(level, _)| level).filter(|level| is_step(ladder, *level))
}

/// Bases of single dimensions, and the previous level for the others. Where the previous level is all that they name,
/// it is built on as a whole.
fn beside(bases: Vec<Base>, previous: Option<Base>) -> Vec<Base> {
    let Some(previous) = previous else { return bases };
    match bases.first() {
        Some(first) if bases.iter().all(|base| base.level == previous.level) => {
            vec![Base { dimension: None, ..first.clone() }]
        }
        _ => bases.into_iter().chain([previous]).collect(),
    }
}

fn default_base(ladder: &Ladder, level: LevelRef) -> Base {
    Base {
        name: ladder.level(level).title.clone(),
        level: Some(level),
        kind: BaseKind::Previous,
        basis: BaseBasis::Default,
        evidence: None,
        dimension: None,
    }
}

/// The criteria that hold at all levels of a track.
fn base_layers(ladder: &Ladder, track: TrackRef) -> Vec<Base> {
    let layers = ladder.levels(track).filter(|(_, layer)| layer.is_base_layer);
    let base = |(layer, value): (LevelRef, &Level)| Base {
        name: value.title.clone(),
        level: Some(layer),
        kind: BaseKind::Base,
        basis: BaseBasis::Stated,
        evidence: Some(Evidence { text: value.heading.clone(), span: value.span }),
        dimension: None,
    };
    layers.map(base).collect()
}

/// Why a name leads nowhere.
enum Unresolved {
    Unknown,
    /// The track is known, but not which of its levels.
    NoLevel(TrackRef),
    Several(Vec<Target>),
}

impl Lookup<'_> {
    /// What the author configures or the text states; of the two, only what is configured.
    fn named(self, level: LevelRef, diagnostics: &mut Vec<Diagnostic>) -> Vec<Base> {
        let of_level = self.claims.of_level(level).builds_on.iter().map(|base| (base, Asking::Level(level)));
        let is_first = steps(self.ladder, level.track).next() == Some(level);
        let of_track = self.claims.of_track(level.track).builds_on.iter().filter(|_| is_first);
        let mut claims: Vec<(&model::Base, Asking)> =
            of_level.chain(of_track.map(|base| (base, Asking::Track(level.track)))).collect();
        if claims.iter().any(|(base, _)| base.basis == BaseBasis::Configured) {
            claims.retain(|(base, _)| base.basis == BaseBasis::Configured);
        }
        let mut bases: Vec<Base> = Vec::new();
        for (claim, asking) in claims {
            let base = self.base(claim, (level, asking), diagnostics);
            let is_known = |known: &Base| known.level == base.level && known.dimension == base.dimension;
            if base.level.is_none() || !bases.iter().any(is_known) {
                bases.push(base);
            }
        }
        bases
    }

    fn base(self, claim: &model::Base, of: (LevelRef, Asking), diagnostics: &mut Vec<Diagnostic>) -> Base {
        let (level, asking) = of;
        let found = self.target(claim, asking).and_then(|target| self.level_of(target, level, claim.kind));
        let place = claim.evidence.as_ref().map_or(self.ladder.level(level).span, |evidence| evidence.span);
        let found = found.map_err(|why| diagnostics.push(self.report(&claim.name, place, why))).ok();
        let kind = match found {
            Some(base) if base.track == level.track && claim.kind == BaseKind::Branch => BaseKind::Previous,
            Some(base) if base.track != level.track && claim.kind == BaseKind::Previous => BaseKind::Branch,
            _ => claim.kind,
        };
        let dimension = claim.dimension.as_ref().and_then(|title| dimension::find(self.ladder, title));
        Base {
            name: claim.name.clone(),
            level: found,
            kind,
            basis: claim.basis,
            evidence: claim.evidence.clone(),
            dimension,
        }
    }

    /// By the target of a link, else by name.
    fn target(self, claim: &model::Base, asking: Asking) -> Result<Target, Unresolved> {
        if let Some(target) = self.linked(claim).filter(|target| !asking.is_asking(*target)) {
            return Ok(target);
        }
        let found = match claim.basis {
            BaseBasis::Configured => self.names.find_declared(&claim.name, asking),
            BaseBasis::Stated | BaseBasis::Default => self.names.find(&claim.name, asking),
        };
        match found {
            Found::One(target) => Ok(target),
            Found::None => Err(Unresolved::Unknown),
            Found::Several(targets) => Err(Unresolved::Several(targets)),
        }
    }

    fn linked(self, claim: &model::Base) -> Option<Target> {
        let place = claim.evidence.as_ref()?.span;
        match self.targets.lead(place.file, claim.link.as_deref()?).destination {
            Destination::Track(track) => Some(Target::Track(track)),
            Destination::Level(level) => Some(Target::Level(level)),
            Destination::Anchor(page, _) => match *page {
                Destination::Level(level) => Some(Target::Level(level)),
                _ => None,
            },
            Destination::Home
            | Destination::Group(_)
            | Destination::Page(_)
            | Destination::Asset(_)
            | Destination::External
            | Destination::Broken => None,
        }
    }

    /// The level that a target means for the level that builds on it.
    fn level_of(self, target: Target, level: LevelRef, kind: BaseKind) -> Result<LevelRef, Unresolved> {
        match target {
            Target::Level(base) if self.ladder.level(base).state == State::NotApplicable => {
                Ok(previous(self.ladder, base).unwrap_or(base))
            }
            Target::Level(base) => Ok(base),
            Target::Track(track) => self.nearest_lower(track, level, kind).ok_or(Unresolved::NoLevel(track)),
        }
    }

    fn nearest_lower(self, track: TrackRef, level: LevelRef, kind: BaseKind) -> Option<LevelRef> {
        let mut steps = steps(self.ladder, track);
        let (first, second) = (steps.next()?, steps.next());
        if second.is_none() {
            return Some(first);
        }
        let own = self.ladder.level(level).rank?;
        let rank = |step: LevelRef| self.ladder.level(step).rank;
        let is_below = |step: &LevelRef| match kind {
            BaseKind::Overlay => rank(*step).is_some_and(|rank| rank <= own),
            BaseKind::Previous | BaseKind::Branch | BaseKind::Base => rank(*step).is_some_and(|rank| rank < own),
        };
        let below = [first].into_iter().chain(second).chain(steps).filter(is_below);
        below.max_by(|a, b| rank(*a).partial_cmp(&rank(*b)).unwrap_or(std::cmp::Ordering::Equal))
    }

    fn report(self, name: &str, place: Span, why: Unresolved) -> Diagnostic {
        match why {
            Unresolved::Unknown => {
                Diagnostic::warning("unresolved-base", place, format!("no track or level is called `{name}`"))
                    .help("add the document that describes it, or write `builds_on: track/level` under `ladder:`")
            }
            Unresolved::NoLevel(track) => {
                let track = self.ladder.track(track);
                let message = format!("`{}` has no numbered level below this one", track.title.plain());
                let help = format!("write which level is meant: `builds_on: {}/…` under `ladder:`", track.id);
                Diagnostic::warning("unresolved-base", place, message).help(help)
            }
            Unresolved::Several(targets) => {
                let ids: BTreeSet<String> = targets.iter().map(|target| self.id(*target)).collect();
                let first = ids.first().map_or("", String::as_str);
                let list = ids.iter().map(|id| format!("`{id}`")).collect::<Vec<_>>().join(", ");
                let message = format!("`{name}` may be any of {list}");
                Diagnostic::warning("ambiguous-base", place, message)
                    .help(format!("write which one is meant: `builds_on: {first}`"))
            }
        }
    }

    fn id(self, target: Target) -> String {
        match target {
            Target::Track(track) => self.ladder.track(track).id.clone(),
            Target::Level(level) => format!("{}/{}", self.ladder.track(level.track).id, self.ladder.level(level).id),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::resolve::fixture::{bases, resolved, rules};

    const DELIVERY: &str = "# Delivery - Engineers | file=org-delivery.md
        ## Level 3 | rank=3
        - ships features
        ## Level 4 | rank=4
        - ships systems
        ## Level 5 | rank=5
        - ships platforms\n";

    /// What the level `id` builds on where the text stands beside the delivery track, and the rules that it breaks.
    fn check(text: &str, id: &str, expected: &[&str], broken: &[&str]) {
        let (ladder, diagnostics) = resolved(&format!("{DELIVERY}{text}"));
        assert_eq!(bases(&ladder, id), expected, "{id} of {text}");
        assert_eq!(rules(&diagnostics), broken, "{text}");
    }

    #[test]
    fn a_branch_builds_on_the_nearest_lower_level_and_only_at_its_first_level() {
        let lead = "# Lead | branch=development/delivery
            ## Level 4 | rank=4 | state=na
            ## Level 5 | rank=5
            - leads
            ## Level 6 | rank=6
            - leads more";
        check(lead, "lead/level-5", &["branch stated delivery-engineers/level-4"], &[]);
        check(lead, "lead/level-6", &["previous default lead/level-5"], &[]);
        check(lead, "lead/level-4", &[], &[]);
    }

    #[test]
    fn what_is_configured_goes_before_what_is_stated() {
        let lead = "# Lead | branch=delivery
            ## Level 5 | rank=5 | set=delivery-engineers/level-3
            - leads";
        check(lead, "lead/level-5", &["branch configured delivery-engineers/level-3"], &[]);
    }

    #[test]
    fn a_name_that_is_not_found_or_found_twice_is_kept_and_reported() {
        let missing = "# Lead | branch=sales\n ## Level 5 | rank=5\n - leads";
        check(missing, "lead/level-5", &["branch stated ? sales"], &["unresolved-base"]);
        let twice =
            "# Delivery of tests\n ## Level 1 | rank=1\n # Lead | branch=delivery\n ## Level 5 | rank=5\n - leads";
        check(twice, "lead/level-5", &["branch stated ? delivery"], &["ambiguous-base"]);
        let no_rank = "# Lead | branch=delivery\n ## Lead\n - leads";
        check(no_rank, "lead/lead", &["branch stated ? delivery"], &["unresolved-base"]);
        let lowest = "# Lead | branch=delivery\n ## Level 3 | rank=3\n - leads";
        check(lowest, "lead/level-3", &["branch stated ? delivery"], &["unresolved-base"]);
    }

    #[test]
    fn a_level_never_builds_on_itself() {
        let alone = "# Lead\n ## Architect (AR) with lead role | overlay=Architect (AR)\n - leads";
        check(alone, "lead/architect-ar-with-lead-role", &["overlay stated ? architect (ar)"], &["unresolved-base"]);
        let beside = format!("{alone}\n # Architect\n ## Architect (AR)\n - draws");
        check(&beside, "lead/architect-ar-with-lead-role", &["overlay stated architect/architect-ar"], &[]);
    }

    #[test]
    fn a_level_of_the_same_track_is_found_first() {
        let text = "# Support
            ## Level 4 | rank=4
            - answers
            ## Level 5 | rank=5
            - calms
            ## Level 6 | rank=6 | branch=Level 4
            - trains";
        check(text, "support/level-6", &["previous stated support/level-4"], &[]);
    }

    #[test]
    fn what_names_one_dimension_leaves_the_others_to_the_previous_level() {
        let text = "# Lead
            ## One
            - [Craft] writes
            - [People] listens
            ## Two | in=Craft:Level 5
            - [People] leads";
        let expected = ["branch stated delivery-engineers/level-5", "previous default lead/one"];
        check(text, "lead/two", &expected, &[]);
        let both = "# Lead\n ## One\n - [Craft] writes\n ## Two | in=Craft:One\n - [Craft] reads";
        check(both, "lead/two", &["previous stated lead/one"], &[]);
    }

    #[test]
    fn a_level_that_is_not_applicable_is_skipped_when_named() {
        let text = "# Lead\n ## Level 5 | rank=5 | set=support/level-2\n - leads
            # Support\n ## Level 1 | rank=1\n - answers\n ## Level 2 | rank=2 | state=na";
        check(text, "lead/level-5", &["branch configured support/level-1"], &[]);
    }
}
