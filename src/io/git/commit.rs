//! A tree → a commit on a branch, here or on a remote too. The branch stands at the old commit or at the new one.

use std::path::Path;

use super::branch::Branch;
use super::{Git, words};
use crate::io::Failure;

/// What became of a branch.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Committed {
    /// The commit that the branch stands at, in short.
    pub commit: String,
    /// Whether it is a new one: nothing is committed where nothing has changed.
    pub is_new: bool,
    pub pushed: Pushed,
}

/// What became of the branch on the remote.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Pushed {
    /// Nobody asked for it.
    Not,
    /// It stood there already.
    Before,
    Now,
    /// It was not there before.
    First,
}

impl Git {
    /// # Errors
    /// Where git does not know who commits.
    pub fn knows_user(&self) -> Result<(), Failure> {
        for kind in ["GIT_AUTHOR_IDENT", "GIT_COMMITTER_IDENT"] {
            if self.ask(&["var", kind]).is_none() {
                let reason = "it does not know who you are; tell it with `git config --global user.name \"Your Name\"` \
                              and `git config --global user.email you@example.org`";
                return Err(Failure::new("commit with", Path::new("git"), reason));
            }
        }
        Ok(())
    }

    /// What the files of the folder were made from, in a few words: `1a2b3c4 (main), with changes that are not committed`.
    pub fn origin_of_files(&self) -> Option<String> {
        let commit = self.ask_line(&["rev-parse", "--short", "HEAD"])?;
        let branch = self.ask_line(&["symbolic-ref", "--quiet", "--short", "HEAD"]);
        let branch = branch.map(|branch| format!(" ({branch})")).unwrap_or_default();
        let dirty = self.ask_line(&["--no-optional-locks", "status", "--porcelain", "--", "."]).is_some();
        let dirty = if dirty { ", with changes that are not committed" } else { "" };
        Some(format!("{commit}{branch}{dirty}"))
    }

    /// Puts a tree on a branch. It is pushed first where that is asked for, so that a push that is refused leaves the
    /// branch here as it was.
    ///
    /// # Errors
    /// Where git refuses to commit, to push or to move the branch.
    pub fn commit(
        &self,
        branch: &Branch,
        (tree, message): (&str, &str),
        remote: Option<&str>,
    ) -> Result<Committed, Failure> {
        let parent = branch.tip.as_deref();
        let old = parent.and_then(|tip| self.ask_line(&["rev-parse", &format!("{tip}^{{tree}}")]));
        let (commit, is_new) = match parent.filter(|_| old.as_deref() == Some(tree)) {
            Some(tip) => (tip.to_owned(), false),
            None => (self.committed(parent, tree, message)?, true),
        };
        let pushed = match remote {
            _ if branch.remote.as_deref() == Some(commit.as_str()) => Pushed::Before,
            None => Pushed::Not,
            Some(remote) => {
                self.push(&commit, &branch.name, remote)?;
                if branch.remote.is_some() { Pushed::Now } else { Pushed::First }
            }
        };
        self.moved(branch, &commit)?;
        let short = self.ask_line(&["rev-parse", "--short", &commit]).unwrap_or(commit);
        Ok(Committed { commit: short, is_new, pushed })
    }

    fn committed(&self, parent: Option<&str>, tree: &str, message: &str) -> Result<String, Failure> {
        let mut arguments = vec!["commit-tree", tree, "-m", message];
        arguments.extend(parent.into_iter().flat_map(|parent| ["-p", parent]));
        self.told(&arguments, ("commit with", "git"))
    }

    /// Moves the branch, unless somebody else has moved it meanwhile.
    fn moved(&self, branch: &Branch, commit: &str) -> Result<(), Failure> {
        let old = branch.local.as_deref().unwrap_or_default();
        if old == commit {
            return Ok(());
        }
        let name = format!("refs/heads/{}", branch.name);
        self.told(&["update-ref", "-m", "publish", &name, commit, old], ("move the branch", &branch.name)).map(drop)
    }

    fn push(&self, commit: &str, branch: &str, remote: &str) -> Result<(), Failure> {
        let ran = self.run(&["push", "--porcelain", remote, &format!("{commit}:refs/heads/{branch}")])?;
        if ran.status.success() {
            return Ok(());
        }
        let out = String::from_utf8_lossy(&ran.stdout).into_owned();
        let refused = out.lines().find_map(|line| line.strip_prefix("!\t")?.split_once('\t').map(|(_, why)| why));
        let reason = match refused {
            Some(why) if why.starts_with("[rejected]") => {
                "somebody else has published meanwhile; publish again, which builds on what they have published"
                    .to_owned()
            }
            Some(why) => format!("it refuses `{branch}`: {why}; is the branch protected, or may you not write there?"),
            None => words(&ran.stderr),
        };
        Err(Failure::new("push to", Path::new(remote), reason))
    }

    fn told(&self, arguments: &[&str], (doing, what): (&'static str, &str)) -> Result<String, Failure> {
        let ran = self.run(arguments)?;
        match ran.status.success() {
            true => Ok(String::from_utf8_lossy(&ran.stdout).trim_end().to_owned()),
            false => Err(Failure::new(doing, Path::new(what), words(&ran.stderr))),
        }
    }
}
