//! `ladder-site` turns the Markdown in which companies keep their career ladders into a cross-linked static site.
//!
//! The work is a pipeline of pure stages between two edges:
//!
//! ```text
//!           io::read            map, per file      reduce, whole framework
//! content/ ─────────▶ Sources ──parse──▶ Document ──model──▶ Framework ──resolve──▶ Ladder
//! site.toml ────────▶ Config                                                          │
//! themes/  ─────────▶ Theme                     ┌──────────────── Site { ladder, settings }
//!                      check   ◀── diagnostics ─┤
//!                      export  ◀── JSON, CSV ───┤          map, per page
//!                      build   ◀── every route ─┘  Route ──pages──▶ Page ──render──▶ bytes ──io::write──▶ disk
//! ```
//!
//! A stage imports the stage before it and [`text`], never a later one. Only [`io`], [`commands`] and the binary touch
//! the disk, the clock, the environment or the terminal. Stages return their product *and* diagnostics; they do not
//! fail. The same input gives the same bytes. `ARCHITECTURE.md` tells where a new shape, page, check or format goes.

pub mod check;
pub mod commands;
pub mod io;
pub mod model;
pub mod pages;
pub mod parse;
pub mod render;
pub mod resolve;
pub mod text;
