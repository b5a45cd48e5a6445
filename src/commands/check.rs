//! `check`: every diagnostic, in the format that is asked for.

use super::arguments::{CheckArguments, CheckFormat};
use super::load::{Strictness, load};
use super::terminal::{prefix, product, say};
use super::theme::theme;
use super::{Ended, Outcome};
use crate::check::{explained, listed, rule_texts};
use crate::text::report::{Report, RuleText, Tool};

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
        CheckFormat::Human => format!("{}{}", report.human(), closing(&report)),
        CheckFormat::Short => report.short(),
        CheckFormat::Github => report.github(),
        CheckFormat::Json => super::export::pretty(&report.json())?,
        CheckFormat::Sarif => super::export::pretty(&report.sarif(tool(&rule_texts())))?,
    };
    product(&text)?;
    Ok(loaded.outcome(Strictness::from(arguments.strict)))
}

/// How much there is of each severity, and where more is told.
fn closing(report: &Report<'_>) -> String {
    let Some(count) = report.count() else { return "nothing to say\n".to_owned() };
    let all = if report.is_folded() { "; `--format short` tells each on a line" } else { "" };
    format!("{count}; `ladder-site check --explain RULE` tells why it matters{all}\n")
}

fn tool(rules: &[RuleText]) -> Tool<'_> {
    Tool { name: env!("CARGO_PKG_NAME"), version: env!("CARGO_PKG_VERSION"), rules }
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
