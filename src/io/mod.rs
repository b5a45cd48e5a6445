//! Files: sources in, the site out; and the preview's server and watcher.
//!
//! Takes folders, gives [`Source`](crate::text::Source)s and paths; takes bytes, gives files, each whole. Knows which
//! files are documents and who wrote what in the output folder; knows nothing of ladders. What is the author's fault is
//! a diagnostic, what is the machine's fault a [`Failure`] with its path.
#![allow(clippy::disallowed_methods, reason = "this is where the disk is touched")]

mod browser;
mod draft;
mod exclude;
mod failure;
mod git;
mod listing;
mod plan;
mod project;
mod publisher;
mod reading;
mod record;
mod scratch;
mod seal;
mod server;
mod signals;
mod theme;
mod watch;
mod within;

pub use browser::open_browser;
pub use draft::Draft;
pub use exclude::Exclude;
pub use failure::Failure;
pub use git::{Branch, Committed, Contents, Git, GitFacts, History, Holds, Pushed};
pub use listing::{Asset, Found, Listing};
pub use plan::Plan;
pub use project::{CONFIG, Project};
pub use publisher::{Published, Publisher};
pub use reading::{Text, print_of};
pub use record::site_files;
pub use scratch::Scratch;
pub use seal::{Seal, stamp_of};
pub use server::{Address, Answer, Asked, Front, Method, Port, Reply, Status, Streams, encoded, listen};
pub use signals::on_interrupt;
pub use theme::{theme_files, word_tables};
pub use watch::{Means, Watch, Woken};
pub use within::read_within;
