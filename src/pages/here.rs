//! The page that is being made: what leads from it to every other file, by a relative address that names the file, so
//! that the site works under any base path and from disk.

use super::diff::Diff;
use super::html::Html;
use super::wording::{From, Wording};
use super::words::Words;
use super::{Route, Site, name};
use crate::resolve::{CriterionRef, Destination, DimensionRef, Group, GroupRef, Ladder, LevelRef, Title, TrackRef};

/// Where a page stands.
pub(super) struct Here<'a> {
    pub(super) site: &'a Site,
    route: Route,
    path: String,
    root: &'static str,
    /// The track whose folder holds the page.
    folder: Option<TrackRef>,
}

impl<'a> Here<'a> {
    pub(super) fn at(site: &'a Site, route: &Route) -> Self {
        let folder = match route {
            Route::Track(track) => Some(*track),
            Route::Level(level) => Some(level.track),
            Route::Home
            | Route::CompareIndex
            | Route::Compare(..)
            | Route::Move(..)
            | Route::DimensionIndex
            | Route::Dimension(_)
            | Route::Guidance(_)
            | Route::NotFound
            | Route::Sitemap
            | Route::Robots
            | Route::Catalogue
            | Route::GuidanceTexts
            | Route::Texts(_)
            | Route::Export
            | Route::Asset(_) => None,
        };
        let path = route.path(&site.ladder);
        let root = match path.bytes().filter(|byte| *byte == b'/').count() {
            0 => "",
            1 => "../",
            _ => "../../",
        };
        Self { site, route: route.clone(), path, root, folder }
    }

    pub(super) fn ladder(&self) -> &'a Ladder {
        &self.site.ladder
    }

    /// The words of the interface.
    pub(super) fn say(&self) -> &'a Words {
        &self.site.settings.words
    }

    /// A title as a reader meets it.
    pub(super) fn title(&self, title: &'a Title) -> &'a str {
        match title {
            Title::Written(title) => title,
            Title::Ladder => self.say().untitled_ladder.as_str(),
            Title::Ladders => self.say().untitled_ladders.as_str(),
        }
    }

    pub(super) fn track_title(&self, track: TrackRef) -> &'a str {
        self.title(&self.ladder().track(track).title)
    }

    /// What leads from this page to the root of the site.
    pub(super) fn root(&self) -> &'static str {
        self.root
    }

    /// From the root of the site.
    pub(super) fn path(&self) -> &str {
        &self.path
    }

    pub(super) fn is_not_found(&self) -> bool {
        self.route == Route::NotFound
    }

    /// Whether this page lies in a folder of the site.
    pub(super) fn is_in(&self, folder: &str) -> bool {
        self.path.starts_with(folder)
    }

    /// The address of another file.
    pub(super) fn href(&self, route: &Route) -> String {
        self.relative(&route.path(self.ladder()))
    }

    /// The address of a place on another page, or on this one.
    pub(super) fn anchor(&self, route: &Route, anchor: &str) -> String {
        let path = route.path(self.ladder());
        if path == self.path { format!("#{anchor}") } else { format!("{}#{anchor}", self.relative(&path)) }
    }

    /// Writes the permanent link of a criterion.
    pub(super) fn push_criterion(&self, out: &mut Html, criterion: CriterionRef) {
        let from = self.push_way(out, criterion.level);
        self.wording(criterion).push_address(out, from);
    }

    /// Writes the name of the level of a criterion, leading to the criterion.
    pub(super) fn push_level_of(&self, out: &mut Html, criterion: CriterionRef) {
        out.push_ours("<a href=\"");
        self.push_criterion(out, criterion);
        out.push_ours("\">");
        name::push_whole(out, self, criterion.level);
        out.push_ours("</a>");
    }

    /// Writes the address of a dimension.
    pub(super) fn push_dimension(&self, out: &mut Html, dimension: DimensionRef) {
        if self.is_in("dimensions/") {
            return out.push_text(&self.href(&Route::Dimension(dimension)));
        }
        out.push_ours(self.root());
        out.push_ours("dimensions/");
        out.push_text(&self.ladder().dimensions[dimension.0].id);
        out.push_ours(".html");
    }

    /// Writes the words of a criterion, leading to the criterion.
    pub(super) fn push_linked_words(&self, out: &mut Html, criterion: CriterionRef) {
        out.push_ours("<a href=\"");
        let from = self.push_way(out, criterion.level);
        self.wording(criterion).push_link(out, from);
    }

    /// The words of a criterion, without links.
    pub(super) fn words(&self, criterion: CriterionRef) -> Html {
        let mut words = Html::default();
        self.push_words(&mut words, criterion);
        words
    }

    /// Writes the words of a criterion, without links.
    pub(super) fn push_words(&self, out: &mut Html, criterion: CriterionRef) {
        self.wording(criterion).push_words(out);
    }

    /// What is shared with the page of a level; writes what leads out of this folder, where that must be left.
    fn push_way(&self, out: &mut Html, level: LevelRef) -> From {
        match self.folder {
            Some(_) if self.route == Route::Level(level) => From::Level,
            Some(track) if track == level.track => From::Track,
            Some(_) | None => {
                out.push_ours(self.root());
                From::Elsewhere
            }
        }
    }

    /// The words of a criterion and where they stand.
    pub(super) fn wording(&self, criterion: CriterionRef) -> &'a Wording {
        self.site.wordings.get(self.ladder(), criterion)
    }

    /// Whether two criteria have the same words, however they are marked.
    pub(super) fn same_words(&self, one: CriterionRef, other: CriterionRef) -> bool {
        let text = |at| self.ladder().criterion(at).text.line();
        self.wording(one).is_same(self.wording(other)) || text(one) == text(other)
    }

    /// The words of a criterion against those of what it raises or repeats.
    pub(super) fn diff(&self, criterion: CriterionRef, below: CriterionRef) -> &'a Diff {
        self.site.wordings.diff(self.ladder(), criterion, below)
    }

    /// The address of a level.
    pub(super) fn level(&self, level: LevelRef) -> String {
        self.href(&Route::Level(level))
    }

    /// Where a link of a document leads; `None` where it leads out of the site or nowhere.
    pub(super) fn destination(&self, destination: &Destination) -> Option<String> {
        match destination {
            Destination::Anchor(page, anchor) => {
                let address = self.destination(page)?;
                let page = address.split('#').next().unwrap_or_default();
                Some(format!("{page}#{}", encode(anchor)))
            }
            Destination::Group(group) => Some(self.group(*group)),
            Destination::Home => Some(self.href(&Route::Home)),
            Destination::Track(track) => Some(self.href(&Route::Track(*track))),
            Destination::Level(level) => Some(self.level(*level)),
            Destination::Page(page) => Some(self.href(&Route::Guidance(*page))),
            Destination::Asset(path) => Some(self.href(&Route::Asset(encode(path)))),
            Destination::External | Destination::Broken => None,
        }
    }

    /// Where a group is shown: its place on the home page, if it has one there.
    pub(super) fn group(&self, at: GroupRef) -> String {
        let shown = is_shown(&self.ladder().groups[at.0]);
        if shown { self.anchor(&Route::Home, &group_anchor(self.ladder(), at)) } else { self.href(&Route::Home) }
    }

    fn relative(&self, path: &str) -> String {
        let folder = |path: &str| path.rfind('/').map_or(0, |slash| slash + 1);
        let (here, there) = (folder(&self.path), folder(path));
        if self.path[..here] == path[..there] { path[there..].to_owned() } else { [self.root(), path].concat() }
    }
}

/// The last part of a criterion's id: its anchor on the page of its level.
pub(super) fn anchor_of(ladder: &Ladder, criterion: CriterionRef) -> &str {
    let id = &ladder.criterion(criterion).id;
    id.rsplit('/').next().unwrap_or(id)
}

/// Whether the home page has something to say of a group.
pub(super) fn is_shown(group: &Group) -> bool {
    !group.tracks.is_empty() || !group.guidance.is_empty() || !group.navigation.is_empty()
}

/// The anchor of a group on the home page. Our own anchors hold an underscore, which no slug does.
pub(super) fn group_anchor(ladder: &Ladder, group: GroupRef) -> String {
    format!("group_{}", ladder.groups[group.0].id)
}

/// A path for an address: what would end it or be read as something else is written as `%` and two digits.
fn encode(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for character in path.chars() {
        match character {
            ' ' | '"' | '#' | '%' | '<' | '>' | '?' | '\\' | '`' | '\0'..='\x1f' | ':' => {
                out.push_str(&format!("%{:02X}", u32::from(character)));
            }
            _ => out.push(character),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::encode;

    #[test]
    fn a_path_keeps_letters_of_any_script_and_nothing_that_ends_an_address() {
        assert_eq!(encode("img/a b#1?é.png"), "img/a%20b%231%3Fé.png");
    }
}
