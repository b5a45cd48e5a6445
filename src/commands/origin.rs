//! Where a project is kept and where its site will stand: what `site.toml` says, and for the rest what git knows.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::OnceLock;

use super::load::{Loaded, with_slash};
use crate::io::{Git, GitFacts, History};
use crate::pages::{Forge, Repository, Settings};
use crate::parse::{Config, ForgeName};
use crate::text::{Diagnostic, Sources};

/// What git knows of a folder, asked once: what is committed while a preview runs shows in the next one.
#[derive(Debug, Default)]
pub struct Origin {
    git: Option<Git>,
    facts: GitFacts,
    history: OnceLock<History>,
}

impl Origin {
    /// Asks git; nothing is known where there is none, or no repository.
    pub fn of(folder: &Path) -> Self {
        let git = Git::open(folder).ok();
        let facts = git.as_ref().map(Git::facts).unwrap_or_default();
        Self { git, facts, history: OnceLock::new() }
    }

    /// Fills in what pages tell of their source, and the address of the site where nobody has set one.
    pub fn settle(&self, loaded: &mut Loaded) {
        let set = std::mem::take(&mut loaded.site.settings);
        loaded.site.settings = self.settings(set, &loaded.config, &loaded.site.sources);
    }

    /// What somebody has set, with the same filled in.
    pub fn settings(&self, set: Settings, config: &Config, sources: &Sources) -> Settings {
        let repository = self.repository(config);
        let derived = repository.as_ref().and_then(|repository| pages_address(&repository.url));
        let paths: BTreeSet<&str> = sources.iter().map(|(_, source)| source.path()).collect();
        let history = self.history.get_or_init(|| self.git.as_ref().map(|git| git.history(&paths)).unwrap_or_default());
        Settings { base_url: set.base_url.or(derived), repository, changed: history.changed.clone(), ..set }
    }

    /// What the site lacks because it is not known here, and what to do about it.
    pub fn remarks(&self, settings: &Settings) -> Vec<&'static str> {
        let mut remarks = Vec::new();
        if settings.base_url.is_none() {
            remarks.push(
                "the address of the site is not known, so it gets no canonical links and no sitemap.xml; set `base_url` \
                 in site.toml, or give `--base-url`",
            );
        }
        if self.history.get().is_some_and(|history| history.is_cut_off) {
            remarks.push(
                "the clone is shallow, so some pages do not say when they were last changed; `git fetch --unshallow` \
                 brings the whole history (`fetch-depth: 0` in a workflow)",
            );
        }
        remarks
    }

    fn repository(&self, config: &Config) -> Option<Repository> {
        let declared = config.repository.as_ref().map(|url| url.value.trim_end_matches('/').to_owned());
        let url = declared.or_else(|| web_address(self.facts.remote.as_deref()?))?;
        let forge = config.forge.as_ref().map(|forge| forge_of(forge.value)).or_else(|| Forge::of_host(host(&url)))?;
        let branch = config.branch.as_ref().map(|branch| branch.value.clone()).or_else(|| self.facts.branch.clone());
        Some(Repository { url, forge, branch, folder: self.facts.prefix.clone() })
    }
}

/// Says that nothing can be linked on a host whose addresses are not known.
pub fn unknown_forge(config: &Config) -> Option<Diagnostic> {
    let url = config.repository.as_ref().filter(|_| config.forge.is_none())?;
    let host = host(&url.value);
    if Forge::of_host(host).is_some() {
        return None;
    }
    let message = format!("how `{host}` forms its addresses is not known, so no page links to its source");
    let help = "add `forge = \"github\"`, `\"gitlab\"` or `\"gitea\"`";
    Some(Diagnostic::warning("unknown-value", url.span, message).help(help))
}

fn forge_of(name: ForgeName) -> Forge {
    match name {
        ForgeName::GitHub => Forge::GitHub,
        ForgeName::GitLab => Forge::GitLab,
        ForgeName::Gitea => Forge::Gitea,
    }
}

fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.split(['/', ':']).next().unwrap_or_default()
}

/// The page of a repository, from the address that git uses: without the user, the port of another protocol and `.git`.
fn web_address(remote: &str) -> Option<String> {
    let (host, path) = match remote.split_once("://") {
        Some(("https" | "http" | "ssh" | "git", rest)) => rest.split_once('/')?,
        Some(_) => return None,
        // `git@host:path`; a Windows path has one letter before its colon.
        None => remote.split_once(':').filter(|(host, _)| host.len() > 1 && !host.contains('/'))?,
    };
    let host = host.rsplit('@').next()?.split(':').next()?;
    // `github.com-work` is how people name a second account in the settings of ssh.
    let mut known = ["github.com", "gitlab.com", "codeberg.org"].into_iter();
    let host = known.find(|known| host.strip_prefix(known).is_some_and(|rest| rest.starts_with('-'))).unwrap_or(host);
    let path = path.trim_matches('/');
    let path = path.strip_suffix(".git").unwrap_or(path);
    (host.contains('.') && path.contains('/')).then(|| format!("https://{host}/{path}"))
}

/// Where GitHub publishes the pages of a repository
/// (<https://docs.github.com/en/pages/getting-started-with-github-pages/what-is-github-pages>).
fn pages_address(repository: &str) -> Option<String> {
    let (owner, name) = repository.strip_prefix("https://github.com/")?.split_once('/')?;
    let host = format!("{}.github.io", owner.to_ascii_lowercase());
    Some(match name.eq_ignore_ascii_case(&host) {
        true => format!("https://{host}/"),
        false => with_slash(&format!("https://{host}/{name}")),
    })
}

#[cfg(test)]
mod tests {
    use super::{pages_address, web_address};

    #[test]
    fn the_page_of_a_repository_is_found() {
        let page = Some("https://github.com/our/ladders");
        for (remote, expected) in [
            ("https://github.com/our/ladders.git", page),
            ("https://somebody:secret@github.com/our/ladders", page),
            ("git@github.com:our/ladders.git", page),
            ("git@github.com-work:our/ladders.git", page),
            ("ssh://git@github.com:22/our/ladders.git/", page),
            ("git@gitlab.com:our/group/ladders.git", Some("https://gitlab.com/our/group/ladders")),
            ("../bare.git", None),
            ("/srv/git/ladders.git", None),
            ("file:///srv/git/ladders.git", None),
            ("C:/git/ladders.git", None),
            ("", None),
        ] {
            assert_eq!(web_address(remote).as_deref(), expected, "{remote}");
        }
    }

    #[test]
    fn github_publishes_projects_below_their_owner() {
        for (repository, expected) in [
            ("https://github.com/Our/ladders", Some("https://our.github.io/ladders/")),
            ("https://github.com/Our/our.github.io", Some("https://our.github.io/")),
            ("https://gitlab.com/our/ladders", None),
        ] {
            assert_eq!(pages_address(repository).as_deref(), expected, "{repository}");
        }
    }
}
