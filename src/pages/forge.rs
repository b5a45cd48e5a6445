//! The repository of the documents on the web: where a file can be read, changed and talked about.

use super::address::encoded;

/// A repository with a page on the web.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Repository {
    /// Its page, without a slash at its end.
    pub url: String,
    pub forge: Forge,
    /// The branch on which documents are changed.
    pub branch: Option<String>,
    /// The project from the top of the repository: empty, or with a slash at its end.
    pub folder: String,
}

/// How a host of repositories forms its addresses.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Forge {
    GitHub,
    GitLab,
    /// Gitea and Forgejo, among them Codeberg.
    Gitea,
}

impl Forge {
    /// What the name of a host tells.
    pub fn of_host(host: &str) -> Option<Self> {
        let host = host.to_ascii_lowercase();
        let names = |name: &str| host.split('.').any(|part| part == name);
        match () {
            () if names("github") => Some(Self::GitHub),
            () if names("gitlab") => Some(Self::GitLab),
            () if names("codeberg") || names("gitea") || names("forgejo") => Some(Self::Gitea),
            () => None,
        }
    }
}

impl Repository {
    /// Where a line of a file can be read.
    pub(super) fn line(&self, file: &str, line: u32) -> Option<String> {
        let Self { url, folder, .. } = self;
        let path = encoded(&format!("{folder}{file}"));
        // Markdown is shown as a page, which has no lines, unless asked otherwise.
        let rendered = [".md", ".markdown"].iter().any(|ending| file.to_ascii_lowercase().ends_with(ending));
        let branch = self.branch.as_deref().map(encoded);
        Some(match self.forge {
            Forge::GitHub => {
                let plain = if rendered { "?plain=1" } else { "" };
                format!("{url}/blob/{}/{path}{plain}#L{line}", branch.as_deref().unwrap_or("HEAD"))
            }
            Forge::GitLab => {
                let plain = if rendered { "?plain=1" } else { "" };
                format!("{url}/-/blob/{}/{path}{plain}#L{line}", branch.as_deref().unwrap_or("HEAD"))
            }
            Forge::Gitea => {
                let plain = if rendered { "?display=source" } else { "" };
                format!("{url}/src/branch/{}/{path}{plain}#L{line}", branch?)
            }
        })
    }

    /// Where a file can be changed; who may not is led to propose the change.
    pub(super) fn edit(&self, file: &str, line: u32) -> Option<String> {
        let Self { url, folder, .. } = self;
        let (branch, path) = (encoded(self.branch.as_deref()?), encoded(&format!("{folder}{file}")));
        Some(match self.forge {
            Forge::GitHub => format!("{url}/edit/{branch}/{path}#L{line}"),
            Forge::GitLab => format!("{url}/-/edit/{branch}/{path}#L{line}"),
            Forge::Gitea => format!("{url}/_edit/{branch}/{path}"),
        })
    }

    /// Where something can be said about a page.
    pub(super) fn suggest(&self, title: &str, text: &str) -> String {
        let Self { url, .. } = self;
        let (title, text) = (encoded(title), encoded(text));
        match self.forge {
            Forge::GitHub | Forge::Gitea => format!("{url}/issues/new?title={title}&body={text}"),
            Forge::GitLab => {
                format!("{url}/-/issues/new?issue%5Btitle%5D={title}&issue%5Bdescription%5D={text}")
            }
        }
    }

    /// Where the changes of a file are listed.
    pub(super) fn history(&self, file: &str) -> Option<String> {
        let Self { url, folder, .. } = self;
        let (branch, path) = (encoded(self.branch.as_deref()?), encoded(&format!("{folder}{file}")));
        Some(match self.forge {
            Forge::GitHub => format!("{url}/commits/{branch}/{path}"),
            Forge::GitLab => format!("{url}/-/commits/{branch}/{path}"),
            Forge::Gitea => format!("{url}/commits/branch/{branch}/{path}"),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Forge, Repository};

    #[test]
    fn every_forge_has_addresses_of_its_own() {
        let repository = |forge| Repository {
            url: "https://example.org/our/ladders".to_owned(),
            forge,
            branch: Some("main".to_owned()),
            folder: "docs/".to_owned(),
        };
        for (forge, line, edit) in [
            (Forge::GitHub, "blob/main/docs/a%20b.md?plain=1#L7", "edit/main/docs/a%20b.md#L7"),
            (Forge::GitLab, "-/blob/main/docs/a%20b.md?plain=1#L7", "-/edit/main/docs/a%20b.md#L7"),
            (Forge::Gitea, "src/branch/main/docs/a%20b.md?display=source#L7", "_edit/main/docs/a%20b.md"),
        ] {
            let whole = |path: &str| Some(format!("https://example.org/our/ladders/{path}"));
            assert_eq!(repository(forge).line("a b.md", 7), whole(line));
            assert_eq!(repository(forge).edit("a b.md", 7), whole(edit));
        }
        let detached = Repository { branch: None, ..repository(Forge::GitHub) };
        assert_eq!(detached.edit("a.md", 1), None);
        assert!(detached.line("a.txt", 1).is_some_and(|line| line.ends_with("/blob/HEAD/docs/a.txt#L1")));
    }

    #[test]
    fn hosts_are_known_by_their_names() {
        for (host, expected) in [
            ("github.com", Some(Forge::GitHub)),
            ("gitlab.example.org", Some(Forge::GitLab)),
            ("codeberg.org", Some(Forge::Gitea)),
            ("git.example.org", None),
        ] {
            assert_eq!(Forge::of_host(host), expected, "{host}");
        }
    }
}
