//! View + theme → bytes.
//!
//! In go a typed view and a [`Theme`]; out comes the file, or a diagnostic that names the template, the line and the
//! field. Knows tera; refuses to know ladders, disks and which pages there are.

mod embedded;
mod fault;
mod fill;
#[cfg(test)]
mod tests;
mod theme;

pub use fault::TemplatePlace;
pub use theme::{Theme, ThemeFile, render};
