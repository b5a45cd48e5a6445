//! Whether the laws hold for a site that exists only in memory.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;

use super::support::law;
use super::support::law::words::Often;
use super::support::memory::{exported, made, rendered};
use super::support::site::Built;

/// What is asked of a site.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// Every law.
    All,
    /// Every law but that of words: where markup is broken, what counts as a word is a matter of taste.
    AllButWords,
    /// No panic, and spans that lie in their files; pages are made of one site in sixteen. For millions of inputs.
    Little,
}

/// The first law that is broken, and how.
pub fn fault(documents: &[(String, String)], asked: Asked) -> Option<String> {
    let judged = catch_unwind(AssertUnwindSafe(|| broken(documents, asked)));
    judged.unwrap_or_else(|panic| Some(format!("panic: {}", words_of(&*panic))))
}

fn words_of(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("without words").to_owned()
}

fn broken(documents: &[(String, String)], asked: Asked) -> Option<String> {
    let spans = law::spans::faults("", &made(documents));
    if let Some(fault) = spans.into_iter().next() {
        return Some(format!("spans{fault}"));
    }
    if asked == Asked::Little {
        let is_shown = documents.iter().map(|(_, text)| text.len()).sum::<usize>().is_multiple_of(16);
        let _ = is_shown.then(|| rendered(made(documents)));
        return None;
    }
    let mut turned = documents.to_vec();
    turned.reverse();
    if documents.len() > 1 && exported(made(documents)) != exported(made(&turned)) {
        return Some("order: the export depends on the order of files".to_owned());
    }
    let files: BTreeMap<String, Vec<u8>> = rendered(made(documents));
    let site = Built { name: String::new(), folder: PathBuf::new(), files };
    let first = |law: &str, faults: Vec<String>| faults.into_iter().next().map(|fault| format!("{law}{fault}"));
    let found = first("links", law::links::faults(&site)).or_else(|| first("dangers", law::dangers::faults(&site)));
    found.or_else(|| first("titles", law::titles::faults(&site))).or_else(|| {
        let lost = if asked == Asked::All { law::words::faults(&site, documents, Often::Once) } else { Vec::new() };
        first("words", lost)
    })
}
