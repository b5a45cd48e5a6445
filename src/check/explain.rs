//! Why each rule matters: the rules of this stage tell it themselves, those of the earlier stages are listed here.

use super::ADVICE;
use crate::text::{Rule, nearest};

/// Rules of the stages that read and resolve.
const EARLIER: [(Rule, &str); 26] = [
    (
        "ambiguous-base",
        "A level or track says what it builds on, and more than one fits. What it has in force is incomplete until one is named: `builds_on: track` or `builds_on: track/level`.",
    ),
    (
        "broken-link",
        "A link or image leads to a file or heading that is not there. It is shown as its words followed by its target.",
    ),
    ("broken-toml", "`site.toml` cannot be understood at this place; the rest of it holds."),
    ("broken-yaml", "The front matter cannot be understood; the document is read as if it had none."),
    (
        "builds-on-cycle",
        "Levels build on one another in a circle, so that nothing is at the bottom. No level of the circle gets anything from the others.",
    ),
    (
        "doubtful-reading",
        "The document can be read in more than one way, and no way explains it well: levels or criteria may be missing or \
         in the wrong place. `ladder-site outline FILE` shows how it was read; a line or two of front matter settle it.",
    ),
    ("duplicate-key", "A key stands twice in one table; the first one counts."),
    (
        "invisible-character",
        "A character that nobody sees stands between the words, where searches and links trip over it.",
    ),
    ("machine", "A file or folder cannot be read or written. The preview goes on with what it read last."),
    (
        "mojibake",
        "Letters were broken when the file was saved in one encoding and read in another. They are shown repaired; the source should be too.",
    ),
    ("nested-too-deep", "Lists or elements nest deeper than anyone reads; what lies deeper is flattened."),
    ("no-document", "There is nothing to make a site of."),
    (
        "not-utf8",
        "The file is in another encoding, so its words would come out broken. It is passed over until it is saved as UTF-8.",
    ),
    ("passed-over", "A file was left out, for the reason that is given."),
    (
        "path-collision",
        "Two pages would be written to the same file, at least where upper and lower case are the same.",
    ),
    (
        "template",
        "A template of the theme cannot be read or asks for something that is not there. The old site stays as it is.",
    ),
    ("too-large", "The file is larger than any document."),
    (
        "unknown-criterion",
        "`raises` names a criterion by an id that no criterion has. Ids are made from the words, so they change with them.",
    ),
    ("unknown-file", "`[files]` in `site.toml` declares something of a document that does not exist."),
    ("unknown-key", "A key that is not known has no effect, most often because it is misspelt."),
    ("unknown-level", "Something is declared of a level that the document does not have, so that it has no effect."),
    ("unknown-value", "A value that is not known has no effect, most often because it is misspelt."),
    (
        "unresolved-base",
        "A level or track says that it builds on another one, which was not found. What it has in force is shown as incomplete.",
    ),
    (
        "unresolved-equivalent",
        "A level is declared to stand beside another one, which was not found, or found more than once.",
    ),
    (
        "unused-raise",
        "`raises` pairs two criteria, but the lower one is not in force below the upper one, so that there is nothing to raise.",
    ),
    ("wrong-type", "A value of the wrong type has no effect."),
];

/// Why a rule matters.
///
/// # Errors
/// Where there is no such rule: what may have been meant.
pub fn explained(rule: &str) -> Result<String, String> {
    match rules().find(|(name, _)| *name == rule) {
        Some((name, why)) => Ok(format!(
            "{name}\n\n{why}\n\nIn `site.toml`: [check.rules] {name} = \"off\", \"note\", \"warning\" or \"error\"\n"
        )),
        None => Err(instead(rule)),
    }
}

/// Whether there is such a rule.
pub(super) fn is_rule(rule: &str) -> bool {
    rules().any(|(name, _)| name == rule)
}

/// What may have been meant by a name that is no rule.
pub(super) fn instead(rule: &str) -> String {
    match nearest(rule, rules().map(|(name, _)| name)) {
        Some(near) => format!("did you mean `{near}`?"),
        None => {
            format!("the rules are {}", rules().map(|(name, _)| format!("`{name}`")).collect::<Vec<_>>().join(", "))
        }
    }
}

fn rules() -> impl Iterator<Item = (Rule, &'static str)> {
    ADVICE.iter().map(|advice| (advice.rule, advice.why)).chain(EARLIER)
}

#[cfg(test)]
mod tests {
    use super::{explained, rules};

    #[test]
    fn every_rule_has_one_reason() {
        let mut names: Vec<_> = rules().map(|(name, _)| name).collect();
        let all = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), all);
        assert!(rules().all(|(name, _)| explained(name).is_ok()));
        assert_eq!(explained("empty-levels").expect_err("there is none"), "did you mean `empty-level`?");
    }
}
