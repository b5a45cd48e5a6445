//! Ladder → routes, and one typed view per page.

mod export;
mod plain;
mod site;

pub use export::{ExportView, export};
pub use site::{Settings, Site};
