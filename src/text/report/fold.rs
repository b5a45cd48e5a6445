//! Which findings people are shown one by one: of many that are alike and have a place, the first
//! few. Nothing is folded for machines.

use std::collections::BTreeMap;

use crate::text::{Diagnostic, Rule, Severity};

/// How many findings of one rule in one file are shown one by one; errors always are.
const SHOWN: usize = 3;

/// Findings of one rule in one file that are told together.
pub struct Folded<'a> {
    pub findings: Vec<&'a Diagnostic>,
}

/// The findings of one file that are shown one by one, and those that are told together. One is never told alone.
pub fn folded<'a>(of_file: &[&'a Diagnostic]) -> (Vec<&'a Diagnostic>, Vec<Folded<'a>>) {
    let mut by_rule: BTreeMap<(Rule, Severity), Vec<&Diagnostic>> = BTreeMap::new();
    for finding in of_file {
        by_rule.entry((finding.rule, finding.severity)).or_default().push(finding);
    }
    let have_places = |of_rule: &[&Diagnostic]| of_rule.iter().all(|finding| finding.span.is_some());
    let is_many = |of_rule: &[&Diagnostic]| {
        of_rule.len() > SHOWN + 1 && of_rule[0].severity < Severity::Error && have_places(of_rule)
    };
    let mut shown: Vec<&Diagnostic> = Vec::new();
    let mut folded = Vec::new();
    let mut met: BTreeMap<(Rule, Severity), usize> = BTreeMap::new();
    for finding in of_file {
        let key = (finding.rule, finding.severity);
        let count = met.entry(key).or_default();
        *count += 1;
        if *count <= SHOWN || !is_many(&by_rule[&key]) {
            shown.push(finding);
        } else if *count == SHOWN + 1 {
            folded.push(Folded { findings: by_rule[&key][SHOWN..].to_vec() });
        }
    }
    (shown, folded)
}
