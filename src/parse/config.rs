//! `site.toml`: what the author sets for the whole site and declares of its files.

use super::fields::{Fields, Keys};
use super::tables::{Broken, toml_data};
use super::{Data, Declared, Spanned, keys};
use crate::text::{Diagnostic, FileId, Severity};

/// `site.toml`, decoded.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Config {
    pub title: Option<Spanned<String>>,
    /// The folder that holds the documents, without slashes around it; empty for the whole project.
    pub content: Option<Spanned<String>>,
    /// The address that the site will have.
    pub base_url: Option<Spanned<String>>,
    /// A BCP 47 tag.
    pub language: Option<Spanned<String>>,
    /// The web address of the repository that holds the documents.
    pub repository: Option<Spanned<String>>,
    /// How the host of the repository forms its addresses, where its name does not tell.
    pub forge: Option<Spanned<ForgeName>>,
    /// The branch of the repository on which documents are changed.
    pub branch: Option<Spanned<String>>,
    /// The folder below `themes/` whose files replace those of the default theme.
    pub theme: Option<Spanned<String>>,
    /// Globs of paths, relative to the folder that holds the documents.
    pub exclude: Vec<Spanned<String>>,
    pub check: CheckSettings,
    /// Path of a document → what is declared of it.
    pub files: Vec<(Spanned<String>, Declared)>,
}

/// Programs that hosts of repositories run.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ForgeName {
    GitHub,
    GitLab,
    /// Forgejo too.
    Gitea,
}

/// `[check]`.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct CheckSettings {
    /// Warnings fail the run, as with `--strict`.
    pub strict: Option<Spanned<bool>>,
    /// Whether advice on style is given.
    pub style: Option<Spanned<bool>>,
    /// Rule → its severity; `None` where the rule is off.
    pub rules: Vec<(Spanned<String>, Spanned<Option<Severity>>)>,
}

const SITE: Keys = Keys {
    of: "`site.toml`",
    names: &[
        "title",
        "content",
        "base_url",
        "language",
        "repository",
        "forge",
        "branch",
        "theme",
        "exclude",
        "check",
        "files",
    ],
};

const CHECK: Keys = Keys { of: "`[check]`", names: &["strict", "style", "rules"] };

const FORGES: [(&str, ForgeName); 3] =
    [("github", ForgeName::GitHub), ("gitlab", ForgeName::GitLab), ("gitea", ForgeName::Gitea)];

const SEVERITIES: [(&str, Option<Severity>); 4] = [
    ("off", None),
    ("note", Some(Severity::Note)),
    ("warning", Some(Severity::Warning)),
    ("error", Some(Severity::Error)),
];

/// Reads the text of `site.toml`. What is wrong is reported and left out; the rest holds.
pub fn config(text: &str, file: FileId) -> (Config, Vec<Diagnostic>) {
    let (data, errors) = toml_data(text, 0..text.len(), file);
    let broken = |Broken { message, span }| {
        Diagnostic::error("broken-toml", span, format!("`site.toml` is not valid TOML: {message}"))
    };
    let mut out: Vec<Diagnostic> = errors.into_iter().map(broken).collect();
    let config = decode(&data, &mut out);
    (config, out)
}

impl Config {
    /// What is declared of the document at a path, relative to the folder that holds the documents.
    pub fn declared(&self, path: &str) -> Declared {
        let found = self.files.iter().find(|(name, _)| name.value == path);
        found.map(|(_, declared)| declared.clone()).unwrap_or_default()
    }
}

fn decode(data: &Data, out: &mut Vec<Diagnostic>) -> Config {
    let fields = Fields::new(data, &SITE, out);
    let files = fields.named("files", out);
    Config {
        title: fields.text("title", out),
        content: fields.text("content", out).and_then(|path| inner_folder(path, out)),
        base_url: fields.text("base_url", out).filter(|url| is_web_address(url, out)),
        language: fields.text("language", out),
        repository: fields.text("repository", out).filter(|url| is_web_address(url, out)),
        forge: fields.text("forge", out).and_then(|word| {
            Some(Spanned { value: super::fields::choice(&word, "forge", &FORGES, out)?.value, span: word.span })
        }),
        branch: fields.text("branch", out),
        theme: fields.text("theme", out).filter(|name| is_folder_name(name, out)),
        exclude: fields.texts("exclude", out),
        check: fields.value("check").map(|data| check(data, out)).unwrap_or_default(),
        files: files.into_iter().map(|entry| (entry.key.clone(), keys::declared(&entry.value, out))).collect(),
    }
}

fn check(data: &Data, out: &mut Vec<Diagnostic>) -> CheckSettings {
    let fields = Fields::new(data, &CHECK, out);
    let rules = fields.pairs("rules", out);
    let severity = |(rule, word): (Spanned<String>, Spanned<String>), out: &mut Vec<Diagnostic>| {
        let severity = super::fields::choice(&word, &rule.value, &SEVERITIES, out)?;
        Some((rule, severity))
    };
    CheckSettings {
        strict: fields.truth("strict", out),
        style: fields.truth("style", out),
        rules: rules.into_iter().filter_map(|pair| severity(pair, out)).collect(),
    }
}

fn is_web_address(url: &Spanned<String>, out: &mut Vec<Diagnostic>) -> bool {
    let host = url.value.strip_prefix("https://").or_else(|| url.value.strip_prefix("http://"));
    let good = host.is_some_and(|host| !host.is_empty() && !host.contains(|c: char| c.is_whitespace() || c == '"'));
    if !good {
        let message = format!("`{}` is no web address", url.value.escape_debug());
        out.push(Diagnostic::error("unknown-value", url.span, message).help("write it whole: `https://example.org/`"));
    }
    good
}

/// A folder of the project, without slashes around it and without `.` in it.
fn inner_folder(path: Spanned<String>, out: &mut Vec<Diagnostic>) -> Option<Spanned<String>> {
    let parts: Vec<&str> = path.value.split('/').filter(|part| !part.is_empty() && *part != ".").collect();
    if path.value.is_empty() || path.value.starts_with('/') || path.value.contains('\\') || parts.contains(&"..") {
        let message = format!("`{}` is no folder of the project", path.value.escape_debug());
        let help = "write a folder beside `site.toml`, such as `docs/ladders`, or `.` for all of it";
        out.push(Diagnostic::error("unknown-value", path.span, message).help(help));
        return None;
    }
    Some(Spanned { value: parts.join("/"), span: path.span })
}

fn is_folder_name(name: &Spanned<String>, out: &mut Vec<Diagnostic>) -> bool {
    let good = !name.value.is_empty() && !name.value.starts_with('.') && !name.value.contains(['/', '\\']);
    if !good {
        let message = format!("`{}` is no name of a theme", name.value.escape_debug());
        let help = "write the name of a folder below `themes/`";
        out.push(Diagnostic::error("unknown-value", name.span, message).help(help));
    }
    good
}

#[cfg(test)]
mod tests {
    use super::config;
    use crate::parse::DocumentKind;
    use crate::text::{FileId, Severity, Source};

    #[test]
    fn a_whole_site_is_read() {
        let text = "title = \"Growth\"\nbase_url = 'https://example.org/x'\nexclude = [\"drafts/**\"]\n[check]\nstrict \
                    = true\nrules = { broken-link = \"off\", doubtful-reading = \"error\" }\n[files.\"a/b.md\"]\nis = \
                    \"level\"\nrank = 3.5\n[files.\"a/b.md\".levels.\"Level 2\"]\naliases = [\"L2\"]\n[files.\"a/b.md\".\
                    levels.\"Level 1\"]\nstate = \"draft\"\n";
        let (config, findings) = config(text, FileId(0));
        assert_eq!(findings, []);
        assert_eq!(config.title.map(|title| title.value).as_deref(), Some("Growth"));
        assert_eq!(config.check.strict.map(|strict| strict.value), Some(true));
        let severities: Vec<_> = config.check.rules.iter().map(|(_, severity)| severity.value).collect();
        assert_eq!(severities, [None, Some(Severity::Error)]);
        let (path, declared) = &config.files[0];
        assert_eq!(
            (path.value.as_str(), declared.is.as_ref().map(|is| is.value)),
            ("a/b.md", Some(DocumentKind::Level))
        );
        let levels: Vec<&str> = declared.levels.iter().map(|(name, _)| name.value.as_str()).collect();
        assert_eq!(levels, ["Level 2", "Level 1"], "the order of the author");
    }

    #[test]
    fn every_mistake_is_reported_at_its_word() {
        let text = "titel = \"x\"\nbase_url = \"example.org\"\nexclude = \"drafts\"\n[check]\nstrict = \"yes\"\n\
                    rules.broken-link = \"loud\"\n[files.\"a.md\"]\nis = 'chapter'\n\"builds on\" = \"b\"\n";
        let source = Source::new("site.toml", text);
        let (_, findings) = config(text, FileId(0));
        let mut found: Vec<String> = findings
            .iter()
            .map(|finding| {
                let span = finding.span.expect("every finding of site.toml has a place");
                let (line, column) = source.line_and_column(span.start);
                let help = finding.help.as_deref().unwrap_or("");
                format!("{line}:{column} {} {} | {help}", finding.rule, &text[span.range()])
            })
            .collect();
        found.sort();
        assert_eq!(
            found,
            [
                "1:1 unknown-key titel | did you mean `title`?",
                "2:13 unknown-value example.org | write it whole: `https://example.org/`",
                "3:12 wrong-type drafts | write a list, such as `[one, two]`",
                "5:11 wrong-type yes | write `true` or `false`, without quotes",
                "6:22 unknown-value loud | write one of `off`, `note`, `warning`, `error`",
                "8:7 unknown-value chapter | write one of `track`, `level`, `dimension`, `page`",
                "9:2 unknown-key builds on | did you mean `builds_on`?",
            ]
        );
    }

    #[test]
    fn the_folder_of_the_documents_lies_in_the_project() {
        for (written, expected) in [
            (".", Some("")),
            ("./docs/ladders/", Some("docs/ladders")),
            ("content", Some("content")),
            ("", None),
            ("/etc", None),
            ("docs/../..", None),
            ("..", None),
        ] {
            let (config, findings) = config(&format!("content = '{written}'"), FileId(0));
            assert_eq!(config.content.map(|content| content.value).as_deref(), expected, "{written}");
            assert_eq!(findings.len(), usize::from(expected.is_none()), "{findings:?}");
        }
    }

    #[test]
    fn broken_toml_is_reported_and_the_rest_holds() {
        let text = "title = \"Growth\"\nlanguage = \ntheme = 'plain'\ntitle = \"again\"\n";
        let (config, findings) = config(text, FileId(0));
        assert!(findings.iter().all(|finding| finding.rule == "broken-toml") && !findings.is_empty(), "{findings:?}");
        assert_eq!(config.title.map(|title| title.value).as_deref(), Some("Growth"));
        assert_eq!(config.theme.map(|theme| theme.value).as_deref(), Some("plain"));
    }

    #[test]
    fn hostile_nesting_is_an_error() {
        let (_, findings) = config(&format!("a = {}", "[".repeat(100_000)), FileId(0));
        assert!(!findings.is_empty());
    }
}
