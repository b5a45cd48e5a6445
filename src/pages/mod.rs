//! Ladder → routes, and one typed view per page.

mod site;

pub use site::{Settings, Site};
