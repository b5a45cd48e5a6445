//! Files: sources in, the site out.
//!
//! Takes folders, gives [`Source`](crate::text::Source)s and paths; takes bytes, gives files, each whole. Knows which
//! files are documents and who wrote what in the output folder; knows nothing of ladders. What is the author's fault is
//! a diagnostic, what is the machine's fault a [`Failure`] with its path.
#![allow(clippy::disallowed_methods, reason = "this is where the disk is touched")]

mod exclude;
mod failure;
mod listing;
mod plan;
mod project;
mod publisher;
mod reading;
mod record;
mod theme;

pub use exclude::Exclude;
pub use failure::Failure;
pub use listing::{Asset, Found, Listing};
pub use plan::Plan;
pub use project::{CONFIG, Project};
pub use publisher::{Published, Publisher};
pub use reading::Text;
pub use theme::theme_files;
