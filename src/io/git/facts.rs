//! Where a folder stands in its repository, and where the repository stands in the world.

use super::Git;

/// What git knows of a folder.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct GitFacts {
    /// The address of `origin`, else of the only remote, as it is configured.
    pub remote: Option<String>,
    /// The branch that the remote shows first, else the one that is checked out.
    pub branch: Option<String>,
    /// The folder from the top of the repository: empty, or with a slash at its end.
    pub prefix: String,
}

impl Git {
    /// What git knows of the folder.
    pub fn facts(&self) -> GitFacts {
        let (name, remote) = self.remote().unzip();
        let first = name.and_then(|name| {
            let head = self.ask_line(&["symbolic-ref", "--quiet", "--short", &format!("refs/remotes/{name}/HEAD")])?;
            head.strip_prefix(&format!("{name}/")).map(str::to_owned)
        });
        let branch = first.or_else(|| self.ask_line(&["symbolic-ref", "--quiet", "--short", "HEAD"]));
        GitFacts { remote, branch, prefix: self.prefix.clone() }
    }

    /// Name and address of `origin`, else of the only remote.
    fn remote(&self) -> Option<(String, String)> {
        let remotes = self.remotes();
        let origin = remotes.iter().find(|(name, _)| name == "origin");
        origin.or_else(|| remotes.first().filter(|_| remotes.len() == 1)).cloned()
    }

    /// Names and addresses of all remotes.
    pub(super) fn remotes(&self) -> Vec<(String, String)> {
        let listed = self.ask(&["config", "--get-regexp", r"^remote\..*\.url$"]).unwrap_or_default();
        let remote = |line: &str| {
            let (key, address) = line.split_once(' ')?;
            let name = key.strip_prefix("remote.")?.strip_suffix(".url")?;
            Some((name.to_owned(), address.to_owned()))
        };
        listed.lines().filter_map(remote).collect()
    }
}
