//! The branch that holds a published site: where it stands, whether it may be moved, and moving it.

use std::path::Path;

use super::{Git, words};
use crate::io::Failure;

/// A branch and the commit that the next one builds on.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Branch {
    pub name: String,
    /// The commit of the branch in this repository.
    pub(super) local: Option<String>,
    /// Where it was last seen on the remote that is pushed to, else on any.
    pub(super) remote: Option<String>,
    /// The commit that holds the site as it is published now.
    pub(super) tip: Option<String>,
}

/// What a branch holds, as far as it matters for publishing.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Holds {
    Nothing,
    /// A site that this program made.
    Site,
    /// Something else: the name of a file.
    Other(String),
}

impl Git {
    /// Finds a branch; with a remote, as it is there now.
    ///
    /// # Errors
    /// Where the name is none, the branch is checked out somewhere, the remote is not there or cannot be asked, or both
    /// have commits that the other lacks.
    pub fn branch(&self, name: &str, remote: Option<&str>) -> Result<Branch, Failure> {
        let local = self.branch_in_use(name)?;
        let remote_tip = match remote {
            Some(remote) => self.fetched(name, remote)?,
            None => self.commit_of(&format!("refs/remotes/origin/{name}")),
        };
        let tip = match (&local, &remote_tip) {
            (Some(local), Some(other)) if self.comes_before(local, other) => remote_tip.clone(),
            (Some(local), Some(other)) if remote.is_some() && !self.comes_before(other, local) => {
                return Err(diverged(name, remote.unwrap_or_default()));
            }
            (Some(_), _) => local.clone(),
            (None, _) => remote_tip.clone(),
        };
        Ok(Branch { name: name.to_owned(), local, remote: remote_tip, tip })
    }

    /// The commit of a branch that nobody has checked out.
    fn branch_in_use(&self, name: &str) -> Result<Option<String>, Failure> {
        if self.ask(&["check-ref-format", "--branch", name]).is_none() {
            return Err(Failure::new("publish to", name.as_ref(), "it is no name of a branch"));
        }
        if let Some(folder) = self.checked_out(name) {
            let reason = format!(
                "it is checked out in `{folder}`, whose files would no longer be those of the branch; switch to another \
                 branch there, or name one with `--branch`"
            );
            return Err(Failure::new("publish to", name.as_ref(), reason));
        }
        Ok(self.commit_of(&format!("refs/heads/{name}")))
    }

    /// The work tree that has a branch checked out.
    fn checked_out(&self, name: &str) -> Option<String> {
        let listed = self.ask(&["worktree", "list", "--porcelain"])?;
        let wanted = format!("branch refs/heads/{name}");
        let trees = listed.split("\n\n").find(|tree| tree.lines().any(|line| line == wanted));
        trees.and_then(|tree| tree.lines().next()?.strip_prefix("worktree ").map(str::to_owned))
    }

    /// The branch as it is on a remote now; `None` where it is not there.
    fn fetched(&self, name: &str, remote: &str) -> Result<Option<String>, Failure> {
        let remotes = self.remotes();
        if !remotes.iter().any(|(known, _)| known == remote) {
            return Err(Failure::new("push to", remote.as_ref(), no_remote(remote, &remotes)));
        }
        let tracking = format!("refs/remotes/{remote}/{name}");
        let ran = self.run(&["fetch", "--quiet", "--no-tags", remote, &format!("+refs/heads/{name}:{tracking}")])?;
        if ran.status.success() {
            return Ok(self.commit_of(&tracking));
        }
        let said = words(&ran.stderr);
        match said.contains("couldn't find remote ref") {
            true => Ok(None),
            false => Err(Failure::new("push to", remote.as_ref(), said)),
        }
    }

    fn commit_of(&self, reference: &str) -> Option<String> {
        self.ask_line(&["rev-parse", "--verify", "--quiet", &format!("{reference}^{{commit}}")])
    }

    /// Whether one commit is the other or among those that it builds on.
    fn comes_before(&self, one: &str, other: &str) -> bool {
        self.ask(&["merge-base", "--is-ancestor", one, other]).is_some()
    }

    /// What the branch holds now.
    pub fn holds(&self, branch: &Branch) -> Holds {
        let Some(tip) = &branch.tip else { return Holds::Nothing };
        let listed = self.ask(&["ls-tree", "-z", "--name-only", tip]).unwrap_or_default();
        let names: Vec<&str> = listed.split('\0').filter(|name| !name.is_empty()).collect();
        if ["index.html", "ladder.json", ".nojekyll"].iter().all(|ours| names.contains(ours)) {
            return Holds::Site;
        }
        match names.iter().find(|name| !["CNAME", ".nojekyll"].contains(*name)) {
            Some(name) => Holds::Other((*name).to_owned()),
            None => Holds::Nothing,
        }
    }

    /// A small file at the top of the branch as it is now.
    pub fn file_of(&self, branch: &Branch, path: &str) -> Option<String> {
        let tip = branch.tip.as_deref()?;
        self.ask(&["cat-file", "blob", &format!("{tip}:{path}")])
    }
}

fn no_remote(asked: &str, remotes: &[(String, String)]) -> String {
    if Path::new(asked).is_dir() {
        return "it is a folder and no remote; write the folder before `--push`".to_owned();
    }
    let names: Vec<String> = remotes.iter().map(|(name, _)| format!("`{name}`")).collect();
    match names.is_empty() {
        true => "the repository has no remote; `git remote add origin ADDRESS` adds one".to_owned(),
        false => format!("there is no such remote; name one that there is: {}", names.join(", ")),
    }
}

fn diverged(name: &str, remote: &str) -> Failure {
    let reason = format!(
        "`{name}` here and `{name}` on `{remote}` each have commits that the other lacks; what is published is on \
         `{remote}`: `git branch --force {name} {remote}/{name}` takes it over, then publish again"
    );
    Failure::new("push to", remote.as_ref(), reason)
}
