//! The reference of the rules as Markdown: `docs/rules.md` is this text, held by a test.

use super::explain::{silence, weight};
use super::{Example, RULES, Rule};
use crate::text::report::RuleText;

const HEAD: &str = "\
# The rules of `ladder-site check`

This page is made from the rules themselves (`UPDATE=1 cargo test --test check`); `ladder-site check --explain RULE` prints
the same.

Every finding is an **error**, a **warning** or a **note**. Errors fail a run, warnings fail it with `--strict`, notes
never do. Rules of **style** are off until `site.toml` holds `style = true` under `[check]`; they are notes then.

To set how much a rule weighs, or to silence it everywhere, in `site.toml`:

```toml
[check]
style = true
rules = { undefined-abbreviation = \"off\", drifted-copy = \"error\" }
```

To allow something in one place, write a comment on the same line or on a line of its own before it. It is on no page:

```markdown
<!-- ladder-site: allow repeated-criterion -->
- Reviews the work of others.
- Keeps notes. <!-- ladder-site: allow drifted-copy, repeated-in-level -->
```

`allow-file` in the place of `allow` holds for the whole file. In front matter and in `site.toml`, where comments are written
otherwise, it is `# ladder-site: allow RULE`. A comment that allows nothing is found (`unused-allow`).
";

/// The whole page.
pub fn reference() -> String {
    let row = |rule: &&Rule| format!("| [`{0}`](#{0}) | {1} | {2} |\n", rule.id, weight(rule), cell(rule.finds));
    let rows: String = RULES.iter().map(row).collect();
    let rules: String = RULES.iter().map(|rule| section(rule)).collect();
    format!("{HEAD}\n| rule | weight | finds |\n|---|---|---|\n{rows}{rules}")
}

/// What every rule says for itself, for the formats that carry it.
pub fn rule_texts() -> Vec<RuleText> {
    let text = |rule: &&Rule| RuleText {
        id: rule.id,
        severity: rule.severity,
        finds: rule.finds,
        why: rule.why,
        help: format!("{}\n\n{}", rule.mend, silence(rule)),
        help_markdown: format!("{}\n\n{}", body(rule), silence(rule)),
    };
    RULES.iter().map(text).collect()
}

fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}

fn section(rule: &Rule) -> String {
    format!("\n## {}\n\n{}.\n\n{}", rule.id, rule.finds, body(rule))
}

/// Why a rule matters, its example and how to mend it.
fn body(rule: &Rule) -> String {
    let mut out = format!("{}\n", rule.why);
    if let Some(Example { file, wrong, right, says }) = &rule.example {
        let language = file.rsplit('.').next().filter(|ending| *ending != "md").unwrap_or("markdown");
        out.push_str(&format!("\n```{language}\n{}\n```\n", wrong.trim_end()));
        out.push_str(&format!("\n```text\n{}\n```\n", says.trim_end()));
        out.push_str(&format!("\nMended:\n\n```{language}\n{}\n```\n", right.trim_end()));
    }
    out.push_str(&format!("\n{}\n", rule.mend));
    out
}
