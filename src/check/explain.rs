//! What a rule says for itself, and the list of them all.

use super::{Example, RULES, Rule, Seeker, rule};
use crate::text::{Severity, nearest};

/// Everything there is to say of a rule.
///
/// # Errors
/// Where there is no such rule: what may have been meant, and the list.
pub fn explained(id: &str) -> Result<String, String> {
    rule(id).map(told).ok_or_else(|| format!("there is no rule `{id}`; {}\n\n{}", instead(id), listed()))
}

/// Every rule on a line of its own.
pub fn listed() -> String {
    let width = RULES.iter().map(|rule| rule.id.len()).max().unwrap_or(0);
    let line = |rule: &&Rule| format!("  {:width$}  {:7}  {}\n", rule.id, weight(rule), rule.finds);
    let lines: String = RULES.iter().map(line).collect();
    format!(
        "The rules, and how much they weigh unless `site.toml` says otherwise:\n\n{lines}\n`ladder-site check --explain RULE` tells why a rule matters, and how to mend and how to silence it.\n"
    )
}

/// What may have been meant by a name that is no rule.
pub(super) fn instead(id: &str) -> String {
    match nearest(id, RULES.iter().map(|rule| rule.id)) {
        Some(near) => format!("did you mean `{near}`?"),
        None => "`ladder-site check --explain` lists the rules".to_owned(),
    }
}

/// How a rule weighs, in a word.
pub(super) fn weight(rule: &Rule) -> &'static str {
    match (&rule.seeker, rule.severity) {
        (Seeker::Style(_), _) => "style",
        (_, Severity::Note) => "note",
        (_, Severity::Warning) => "warning",
        (_, Severity::Error) => "error",
    }
}

fn told(rule: &Rule) -> String {
    let mut out = format!("{} ({})\n\n{}.\n\n", rule.id, weight(rule), rule.finds);
    if rule.is_style() {
        out.push_str("It is about style, and off until `site.toml` holds:\n\n    [check]\n    style = true\n\n");
    }
    out.push_str(&format!("Why it matters\n\n{}\n\n", indented(&wrapped(rule.why))));
    if let Some(Example { file, wrong, right, says }) = &rule.example {
        out.push_str(&format!("An example: `{file}`\n\n{}\n\n", indented(wrong)));
        out.push_str(&format!("`ladder-site check --format short` says\n\n{}\n\n", indented(says)));
        out.push_str(&format!("Mended\n\n{}\n\n", indented(right)));
    }
    out.push_str(&format!("How to mend it\n\n{}\n\n", indented(&wrapped(rule.mend))));
    out.push_str(&format!("How to silence it\n\n{}\n", indented(&silence(rule))));
    out
}

/// How a rule is silenced: for the whole site, and where it has places in documents, in place.
pub(super) fn silence(rule: &Rule) -> String {
    let id = rule.id;
    let site = format!(
        "In `site.toml`; `note`, `warning` and `error` change how much it weighs:\n\n    [check.rules]\n    {id} = \"off\""
    );
    if rule.example.is_none() {
        return site;
    }
    format!(
        "{site}\n\nIn a document, on the same line or on a line before; the comment is on no page:\n\n    <!-- ladder-site: allow \
         {id} -->\n\n`allow-file` in the place of `allow` holds for the whole file. In front matter and in `site.toml`:\n\n    \
         # ladder-site: allow {id}"
    )
}

/// How wide a line may be.
const WIDTH: usize = 92;

fn wrapped(text: &str) -> String {
    let mut out = String::new();
    let mut column = 0;
    for word in text.split(' ') {
        let width = word.chars().count();
        if column > 0 && column + 1 + width > WIDTH {
            out.push('\n');
            column = 0;
        } else if column > 0 {
            out.push(' ');
            column += 1;
        }
        out.push_str(word);
        column += width;
    }
    out
}

fn indented(text: &str) -> String {
    let line = |line: &str| if line.is_empty() { String::new() } else { format!("  {line}") };
    text.trim_end().lines().map(line).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::{explained, listed};
    use crate::check::RULES;

    #[test]
    fn every_rule_explains_itself() {
        for rule in RULES {
            let told = explained(rule.id).expect("it is a rule");
            for part in ["Why it matters", "How to mend it", "How to silence it", "[check.rules]"] {
                assert!(told.contains(part), "{part} in {told}");
            }
            for text in [rule.finds, rule.why, rule.mend] {
                assert!(!text.contains("  ") && !text.is_empty(), "{}: {text}", rule.id);
            }
            assert!(!rule.finds.ends_with('.') && rule.finds.len() < 90, "{}: {}", rule.id, rule.finds);
            assert!(
                rule.id.chars().all(|letter| letter.is_ascii_lowercase() || letter == '-' || letter == '8'),
                "{}",
                rule.id
            );
            assert!(listed().contains(rule.finds));
        }
    }

    #[test]
    fn rules_stand_in_order_and_once() {
        assert!(RULES.windows(2).all(|pair| pair[0].id < pair[1].id), "in the order of the alphabet");
    }

    #[test]
    fn what_was_meant_is_told() {
        let told = explained("empty-levels").expect_err("there is none");
        assert!(told.starts_with("there is no rule `empty-levels`; did you mean `empty-level`?"), "{told}");
        assert!(told.contains("broken-link"), "{told}");
    }
}
