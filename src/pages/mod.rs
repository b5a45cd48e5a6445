//! Ladder → routes, and one typed view per page.
//!
//! In goes the immutable [`Site`]; out come the [`routes`] of all files and, for each, a [`Page`] on request: nothing is
//! kept from one page to the next. Knows the reader; refuses to know templates, files and requests.
//!
//! A page kind has one name everywhere: `Route::Level`, `level.rs`, `LevelView`, `level.html`. A new one is a variant of
//! [`Route`], a file with its view, and a template.

mod address;
mod beside;
mod blocks;
mod carried;
mod catalogue;
mod chart;
mod compare;
mod compare_index;
mod connections;
mod diff;
mod dimension;
mod dimension_index;
mod export;
mod forge;
mod frame;
mod grid;
mod guidance;
mod here;
mod home;
mod html;
mod inheritance;
mod level;
mod lines;
mod r#move;
mod name;
mod not_found;
mod page;
mod place;
mod plain;
mod radar;
mod rail;
mod reason;
mod route;
mod sheet;
mod sides;
mod site;
mod sitemap;
mod source;
mod statement;
#[cfg(test)]
pub(crate) mod tests;
mod texts;
mod ties;
mod topic;
mod track;
mod ways;
mod wording;
mod words;

pub use export::{ExportView, export};
pub use forge::{Forge, Repository};
pub use html::Html;
pub use page::{Data, Page, View, page};
pub use route::{Route, routes};
pub use site::{Settings, Site};
pub use words::{Given, WordFile, Words, category};
