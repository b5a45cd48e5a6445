//! `check`: every diagnostic, in the format that is asked for.

use super::arguments::{CheckArguments, CheckFormat};
use super::load::{Strictness, load};
use super::terminal::{prefix, product, say};
use super::theme::theme;
use super::{Ended, Outcome};
use crate::check::{explained, listed};
use crate::text::report::Report;

/// Runs the command.
///
/// # Errors
/// Where the folder cannot be read.
pub fn check(arguments: &CheckArguments) -> Ended {
    if let Some(rule) = &arguments.explain {
        return explain(rule);
    }
    let mut loaded = load(&arguments.folder, None)?;
    loaded.diagnostics.extend(theme(&loaded)?.err());
    let prefix = prefix(&arguments.folder);
    let report = Report::new(&loaded.site.sources, &prefix, &loaded.diagnostics);
    let text = match arguments.format {
        CheckFormat::Human => format!("{}{}\n", report.human(), report.count().as_deref().unwrap_or("nothing to say")),
        CheckFormat::Short => report.short(),
        CheckFormat::Github => report.github(),
        CheckFormat::Json => super::export::pretty(&report.json())?,
    };
    product(&text)?;
    Ok(loaded.outcome(Strictness::from(arguments.strict)))
}

fn explain(rule: &str) -> Ended {
    if rule.is_empty() {
        return product(&listed()).map(|()| Outcome::Fine);
    }
    match explained(rule) {
        Ok(text) => product(&text).map(|()| Outcome::Fine),
        Err(help) => {
            say(&format!("error: {help}"));
            Ok(Outcome::Failed)
        }
    }
}
