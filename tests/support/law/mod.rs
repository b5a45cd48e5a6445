//! What is true of every site, as functions from a site to its faults. `ARCHITECTURE.md` lists the laws.

pub mod dangers;
pub mod links;
pub mod spans;
pub mod titles;
pub mod words;
