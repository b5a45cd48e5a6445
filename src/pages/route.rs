//! Every file of the site, as a closed set of names: what exists, and at which address.

use super::Site;
use crate::resolve::{Destination, DimensionRef, Ladder, LevelRef, PageRef, TrackRef};

/// One file of the site.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Route {
    Home,
    Track(TrackRef),
    Level(LevelRef),
    CompareIndex,
    Compare(TrackRef, TrackRef),
    /// From one level to another.
    Move(LevelRef, LevelRef),
    DimensionIndex,
    Dimension(DimensionRef),
    /// A document without a ladder.
    Guidance(PageRef),
    /// What a host shows for an address that leads nowhere.
    NotFound,
    /// The pages, for search engines; only where the address of the site is known.
    Sitemap,
    /// What search engines may read; only where the address of the site is known.
    Robots,
    /// The names of everything, for scripts.
    Catalogue,
    /// The words of guidance that belongs to no track, for scripts.
    GuidanceTexts,
    /// The words of a track, for scripts.
    Texts(TrackRef),
    /// The resolved ladder as JSON.
    Export,
    /// A file of the project that is copied: its path in the project.
    Asset(String),
}

/// Every file of the site but those of the theme, each once, in a stable order.
pub fn routes(site: &Site) -> Vec<Route> {
    let ladder = &site.ladder;
    let mut routes = vec![Route::Home];
    for (track, _) in ladder.tracks() {
        routes.push(Route::Track(track));
        routes.extend(ladder.levels(track).map(|(level, _)| Route::Level(level)));
    }
    if site.compares() {
        routes.push(Route::CompareIndex);
    }
    routes.extend(site.connections.comparisons.iter().map(|(one, other)| Route::Compare(*one, *other)));
    routes.extend(site.connections.moves.iter().map(|(from, to)| Route::Move(*from, *to)));
    if !ladder.dimensions.is_empty() {
        routes.push(Route::DimensionIndex);
    }
    routes.extend((0..ladder.dimensions.len()).map(|index| Route::Dimension(DimensionRef(index))));
    routes.extend((0..ladder.pages.len()).map(|index| Route::Guidance(PageRef(index))));
    routes.push(Route::NotFound);
    if site.settings.base_url.is_some() {
        routes.extend([Route::Sitemap, Route::Robots]);
    }
    routes.extend([Route::Catalogue, Route::GuidanceTexts]);
    routes.extend(ladder.tracks().map(|(track, _)| Route::Texts(track)));
    routes.push(Route::Export);
    routes.extend(assets(ladder).into_iter().map(Route::Asset));
    routes
}

/// Paths of the files that documents show or offer, each once.
fn assets(ladder: &Ladder) -> std::collections::BTreeSet<String> {
    let path = |destination: &Destination| match destination {
        Destination::Asset(path) => Some(path.clone()),
        Destination::Home
        | Destination::Group(_)
        | Destination::Track(_)
        | Destination::Level(_)
        | Destination::Page(_)
        | Destination::Anchor(..)
        | Destination::External
        | Destination::Broken => None,
    };
    ladder.links.values().filter_map(path).collect()
}

impl Route {
    /// Whether a template shows it.
    pub fn is_page(&self) -> bool {
        match self {
            Self::Home
            | Self::Track(_)
            | Self::Level(_)
            | Self::CompareIndex
            | Self::Compare(..)
            | Self::Move(..)
            | Self::DimensionIndex
            | Self::Dimension(_)
            | Self::Guidance(_)
            | Self::NotFound => true,
            Self::Sitemap
            | Self::Robots
            | Self::Catalogue
            | Self::GuidanceTexts
            | Self::Texts(_)
            | Self::Export
            | Self::Asset(_) => false,
        }
    }

    /// Whether the file grows with the whole site.
    pub fn is_long(&self) -> bool {
        match self {
            Self::Home
            | Self::CompareIndex
            | Self::Dimension(_)
            | Self::Sitemap
            | Self::Catalogue
            | Self::GuidanceTexts
            | Self::Export => true,
            Self::Track(_)
            | Self::Level(_)
            | Self::Compare(..)
            | Self::Move(..)
            | Self::DimensionIndex
            | Self::Guidance(_)
            | Self::NotFound
            | Self::Robots
            | Self::Texts(_)
            | Self::Asset(_) => false,
        }
    }

    /// The path of the file from the root of the site, with forward slashes.
    pub fn path(&self, ladder: &Ladder) -> String {
        let track = |track: TrackRef| ladder.track(track).id.as_str();
        let level = |level: LevelRef| ladder.level(level).id.as_str();
        match self {
            Self::Home => "index.html".to_owned(),
            Self::Track(at) => [track(*at), "/index.html"].concat(),
            Self::Level(at) => [track(at.track), "/", level(*at), ".html"].concat(),
            Self::CompareIndex => "compare/index.html".to_owned(),
            Self::Compare(one, other) => ["compare/", track(*one), "/", track(*other), ".html"].concat(),
            Self::Move(from, to) => {
                let (from, to) = ((track(from.track), level(*from)), (track(to.track), level(*to)));
                ["move/", from.0, ".", from.1, "/", to.0, ".", to.1, ".html"].concat()
            }
            Self::DimensionIndex => "dimensions/index.html".to_owned(),
            Self::Dimension(at) => ["dimensions/", &ladder.dimensions[at.0].id, ".html"].concat(),
            Self::Guidance(at) => format!("{}.html", ladder.pages[at.0].id),
            Self::NotFound => "404.html".to_owned(),
            Self::Sitemap => "sitemap.xml".to_owned(),
            Self::Robots => "robots.txt".to_owned(),
            Self::Catalogue => "search/index.js".to_owned(),
            Self::GuidanceTexts => "search/guidance.js".to_owned(),
            Self::Texts(at) => format!("search/tracks/{}.js", track(*at)),
            Self::Export => "ladder.json".to_owned(),
            Self::Asset(path) => format!("assets/files/{path}"),
        }
    }
}
