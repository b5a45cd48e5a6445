//! One page: everything that its template shows, typed. The name of a page kind is the same in `Route`, here, in the
//! view's file and in its template.

use serde::Serialize;

use super::catalogue::{Catalogue, Guidance};
use super::compare::CompareView;
use super::compare_index::CompareIndexView;
use super::dimension::DimensionView;
use super::dimension_index::DimensionIndexView;
use super::guidance::GuidanceView;
use super::here::Here;
use super::home::HomeView;
use super::level::LevelView;
use super::r#move::MoveView;
use super::not_found::NotFoundView;
use super::texts::Texts;
use super::track::TrackView;
use super::{Route, Site, sitemap};

/// What a route becomes.
#[derive(Clone, PartialEq, Debug)]
pub enum Page {
    /// For the template of its kind.
    View(View),
    /// For the scripts of pages, under the name they ask for.
    Data(String, Data),
    /// The resolved ladder as JSON: what [`super::export()`] gives.
    Export,
    /// Words, as they are.
    Text(String),
    /// A file of the project that is copied: its path there.
    Copy(String),
}

/// What scripts of pages are told.
#[derive(Clone, PartialEq, Debug, Serialize)]
#[serde(untagged)]
pub enum Data {
    Catalogue(Box<Catalogue>),
    Guidance(Box<Guidance>),
    Texts(Box<Texts>),
}

/// The view of a page kind.
#[derive(Clone, PartialEq, Debug, Serialize)]
#[serde(untagged)]
pub enum View {
    Home(Box<HomeView>),
    Track(Box<TrackView>),
    Level(Box<LevelView>),
    CompareIndex(Box<CompareIndexView>),
    Compare(Box<CompareView>),
    Move(Box<MoveView>),
    DimensionIndex(Box<DimensionIndexView>),
    Dimension(Box<DimensionView>),
    Guidance(Box<GuidanceView>),
    NotFound(Box<NotFoundView>),
}

/// Makes the page of a route of this site.
pub fn page(site: &Site, route: &Route) -> Page {
    let here = &Here::at(site, route);
    let view = match route {
        Route::Home => View::Home(Box::new(HomeView::of(here))),
        Route::Track(track) => View::Track(Box::new(TrackView::of(here, *track))),
        Route::Level(level) => View::Level(Box::new(LevelView::of(here, *level))),
        Route::CompareIndex => View::CompareIndex(Box::new(CompareIndexView::of(here))),
        Route::Compare(left, right) => View::Compare(Box::new(CompareView::of(here, *left, *right))),
        Route::Move(from, to) => View::Move(Box::new(MoveView::of(here, *from, *to))),
        Route::DimensionIndex => View::DimensionIndex(Box::new(DimensionIndexView::of(here))),
        Route::Dimension(dimension) => View::Dimension(Box::new(DimensionView::of(here, *dimension))),
        Route::Guidance(page) => View::Guidance(Box::new(GuidanceView::of(here, *page))),
        Route::NotFound => View::NotFound(Box::new(NotFoundView::of(here))),
        Route::Sitemap => return Page::Text(sitemap::sitemap(site)),
        Route::Robots => return Page::Text(sitemap::robots(site)),
        Route::Catalogue => return data(site, route, Data::Catalogue(Box::new(Catalogue::of(here)))),
        Route::GuidanceTexts => return data(site, route, Data::Guidance(Box::new(Guidance::of(here)))),
        Route::Texts(track) => return data(site, route, Data::Texts(Box::new(Texts::of(here, *track)))),
        Route::Export => return Page::Export,
        Route::Asset(path) => return Page::Copy(path.clone()),
    };
    Page::View(view)
}

/// Scripts know their data by its place below `search/`.
fn data(site: &Site, route: &Route, data: Data) -> Page {
    let path = route.path(&site.ladder);
    let name = path.strip_prefix("search/").and_then(|name| name.strip_suffix(".js")).unwrap_or(&path);
    Page::Data(name.to_owned(), data)
}

impl View {
    /// The template that shows it.
    pub fn template(&self) -> &'static str {
        match self {
            Self::Home(_) => "home.html",
            Self::Track(_) => "track.html",
            Self::Level(_) => "level.html",
            Self::CompareIndex(_) => "compare_index.html",
            Self::Compare(_) => "compare.html",
            Self::Move(_) => "move.html",
            Self::DimensionIndex(_) => "dimension_index.html",
            Self::Dimension(_) => "dimension.html",
            Self::Guidance(_) => "guidance.html",
            Self::NotFound(_) => "not_found.html",
        }
    }
}
