//! `publish`: the site as a commit on a branch. It is built among the temporary files of the system and goes into the
//! repository through git's own plumbing, so that neither the work tree nor the index is touched.

use std::path::Path;

use super::arguments::PublishArguments;
use super::load::{Loaded, Strictness, load, with_slash};
use super::origin::Origin;
use super::theme::own_files;
use super::writing::{told, write_site};
use super::{Ended, Outcome, terminal};
use crate::io::{Branch, Committed, Contents, Failure, Git, Holds, Pushed, Scratch, site_files};

/// Runs the command.
///
/// # Errors
/// Where git is missing or refuses, or the folder cannot be read.
pub fn publish(arguments: &PublishArguments) -> Ended {
    let git = Git::open(&arguments.folder)?;
    git.knows_user()?;
    let remote = arguments.push.as_deref();
    let branch = git.branch(&arguments.branch, remote)?;
    if let Holds::Other(file) = git.holds(&branch)
        && !arguments.replace
    {
        return Err(Failure::new("publish to", arguments.branch.as_ref(), foreign(&file)));
    }
    let domain = git.file_of(&branch, "CNAME");
    let (mut loaded, origin) = loaded(arguments, domain.as_deref())?;
    let scratch = Scratch::new()?;
    let built = match loaded.outcome(Strictness::from(arguments.strict)) {
        Outcome::Fine if loaded.has_documents => write_site(&loaded, own_files(&loaded)?, scratch.folder())?,
        Outcome::Fine | Outcome::Content | Outcome::Failed => Err(Vec::new()),
    };
    let (built, faults) = told(built);
    loaded.diagnostics.extend(faults);
    terminal::findings(&loaded.site.sources, &arguments.folder, &loaded.diagnostics);
    if built.is_none() {
        terminal::say(&format!("nothing is published; `{}` is as it was\n", arguments.branch));
        return Ok(Outcome::Content);
    }
    origin.remarks(&loaded.site.settings).iter().for_each(|remark| terminal::warning(remark));
    let base = loaded.site.settings.base_url.as_deref();
    let domain = declared_domain(&loaded, arguments).or(domain);
    let files = files(scratch.folder(), domain)?;
    let count = files.len();
    let tree = git.tree(files)?;
    let message = message(&loaded, git.origin_of_files().as_deref());
    let committed = git.commit(&branch, (&tree, &message), remote)?;
    terminal::product(&closing(&committed, &branch, count))?;
    terminal::say(&next(&committed, &branch, (remote, base)));
    Ok(Outcome::Fine)
}

fn foreign(file: &str) -> String {
    format!(
        "it holds `{file}`, which this program did not write; name another branch with `--branch`, or give `--replace` \
         to put the site in its place (the history of the branch stays)"
    )
}

/// The project, with its address: what is given here, else what `site.toml` says, else the domain that the branch names,
/// else what the repository tells.
fn loaded(arguments: &PublishArguments, domain: Option<&str>) -> Result<(Loaded, Origin), Failure> {
    let mut loaded = load(&arguments.folder, None)?;
    let settings = &mut loaded.site.settings;
    let given = arguments.base_url.as_deref().map(with_slash).or(settings.base_url.take());
    let named = domain.map(str::trim).filter(|domain| !domain.is_empty());
    settings.base_url = given.or_else(|| named.map(|domain| format!("https://{domain}/")));
    let origin = Origin::of(&arguments.folder);
    origin.settle(&mut loaded);
    Ok((loaded, origin))
}

/// What `CNAME` must hold: the host of an address that somebody has set, where it is one's own. A site below a path of
/// such a host belongs to a repository that has no `CNAME` of its own.
fn declared_domain(loaded: &Loaded, arguments: &PublishArguments) -> Option<String> {
    let set = loaded.config.base_url.as_ref().map(|url| url.value.as_str());
    let (_, rest) = arguments.base_url.as_deref().or(set)?.split_once("://")?;
    let host = rest.trim_end_matches('/');
    let of_others = [".github.io", ".gitlab.io", ".codeberg.page", ".pages.dev", ".netlify.app"];
    let own = host.contains('.')
        && !host.contains(['/', ':', '[', '@'])
        && !of_others.iter().any(|end| host.ends_with(end))
        && !host.ends_with(|c: char| c.is_ascii_digit());
    own.then(|| format!("{host}\n"))
}

/// Every file of the branch.
fn files(folder: &Path, domain: Option<String>) -> Result<Vec<(String, Contents)>, Failure> {
    let made = site_files(folder)?.into_iter().map(|path| (path.clone(), Contents::Of(folder.join(path))));
    // GitHub would pass the site through Jekyll otherwise.
    let mark = (".nojekyll".to_owned(), Contents::Words(String::new()));
    let domain = domain.map(|domain| ("CNAME".to_owned(), Contents::Words(domain)));
    Ok(made.chain([mark]).chain(domain).collect())
}

fn message(loaded: &Loaded, origin: Option<&str>) -> String {
    let from = origin.map(|origin| format!(" from {origin}")).unwrap_or_default();
    format!("Publish {}\n\nBuilt by ladder-site {}{from}.", loaded.site.ladder.title.plain(), env!("CARGO_PKG_VERSION"))
}

fn closing(committed: &Committed, branch: &Branch, files: usize) -> String {
    let Committed { commit, is_new, pushed } = committed;
    let name = &branch.name;
    let done = match is_new {
        true => format!("{files} files committed to `{name}` as {commit}"),
        false => format!("nothing changed; `{name}` stands at {commit}"),
    };
    match pushed {
        Pushed::Not => format!("{done}\n"),
        Pushed::Before => format!("{done}, on the remote too\n"),
        Pushed::Now | Pushed::First => format!("{done}, and pushed\n"),
    }
}

/// What is left to do.
fn next(committed: &Committed, branch: &Branch, (remote, base): (Option<&str>, Option<&str>)) -> String {
    let name = &branch.name;
    let address = base.map(|base| format!("the site will be at {base}\n")).unwrap_or_default();
    match (committed.pushed, remote) {
        (Pushed::Not, _) => {
            format!("`git push origin {name}`, or `ladder-site publish --push`, brings it to the remote\n")
        }
        (Pushed::First, _) => format!(
            "on GitHub, choose the branch `{name}` under Settings, Pages, once; a minute later it is served\n{address}"
        ),
        (Pushed::Now, _) => address,
        (Pushed::Before, _) => String::new(),
    }
}
