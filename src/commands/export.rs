//! `export`: the resolved framework on standard output. It and [`super::one_line`] alone know
//! `serde_json`.

use std::io::Write;
use std::path::Path;

use super::arguments::{ExportArguments, ExportFormat};
use super::csv::csv;
use super::load::{Strictness, load};
use super::{Ended, one_line, terminal};
use crate::io::Failure;
use crate::pages::{self, Data, Site};

/// Runs the command: the data is printed even where the content has errors.
///
/// # Errors
/// Where the folder cannot be read or the data not be printed.
pub fn export(arguments: &ExportArguments) -> Ended {
    let loaded = load(&arguments.folder, None)?;
    terminal::findings(&loaded.site.sources, &arguments.folder, &loaded.diagnostics);
    match arguments.format {
        ExportFormat::Json => terminal::data(&json(&loaded.site)?)?,
        ExportFormat::Csv => terminal::data(&csv(&loaded.site))?,
    }
    Ok(loaded.outcome(Strictness::Lenient))
}

/// The export of a site.
///
/// # Errors
/// Where it cannot be written as JSON.
pub fn json(site: &Site) -> Result<String, Failure> {
    pretty(&pages::export(site))
}

/// Writes the export of a site as its `ladder.json`: on one line, for programs only.
///
/// # Errors
/// Where it cannot be written.
pub fn write_export(site: &Site, out: &mut impl Write) -> std::io::Result<()> {
    one_line::write(&pages::export(site), out)?;
    out.write_all(b"\n")
}

/// What [`write_export`] writes.
///
/// # Errors
/// Where it cannot be written as JSON.
pub fn compact(site: &Site) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    write_export(site, &mut bytes).map_err(Failure::of("write", Path::new("JSON")))?;
    Ok(bytes)
}

/// Data for the scripts of pages: a call that hands it over under its name. It works from disk, where scripts may not
/// fetch anything.
///
/// # Errors
/// Where it cannot be written as JSON.
pub fn script(name: &str, data: &Data) -> Result<Vec<u8>, Failure> {
    let mut out = b"ladder_data(".to_vec();
    let written = one_line::write(&name, &mut out).and_then(|()| {
        out.push(b',');
        one_line::write(data, &mut out)
    });
    written.map_err(Failure::of("write", Path::new("JSON")))?;
    out.extend_from_slice(b")\n");
    Ok(out)
}

/// A value as indented JSON with a line end.
///
/// # Errors
/// Where it cannot be written as JSON.
pub fn pretty(value: &impl serde::Serialize) -> Result<String, Failure> {
    let text = serde_json::to_string_pretty(value);
    text.map(|text| text + "\n").map_err(|error| Failure::new("write", Path::new("JSON"), error.to_string()))
}

/// A value as JSON on one line.
///
/// # Errors
/// Where it cannot be written as JSON.
pub fn line(value: &impl serde::Serialize) -> Result<String, Failure> {
    serde_json::to_string(value).map_err(|error| Failure::new("write", Path::new("JSON"), error.to_string()))
}

/// The word that stands for a value in the export.
pub fn word(value: impl serde::Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        Ok(_) | Err(_) => String::new(),
    }
}
