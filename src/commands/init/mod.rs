//! `init`: what a folder lacks to be a site. Never touches a file that is there.

mod starter;
mod survey;

use std::io::Write;
use std::path::Path;

use super::arguments::InitArguments;
use super::terminal::{prefix, product};
use super::{Ended, Outcome};
use crate::io::{Failure, Git, GitFacts};
use survey::Survey;

/// A file to write, by its path in the folder.
struct New {
    path: String,
    text: String,
}

/// Runs the command.
///
/// # Errors
/// Where the folder cannot be read or written.
pub fn init(arguments: &InitArguments) -> Ended {
    let folder = arguments.folder.as_path();
    std::fs::create_dir_all(folder).map_err(Failure::of("create", folder))?;
    let survey = Survey::of(folder)?;
    let mut files = starter::files(&survey);
    if arguments.github_pages {
        files.push(workflow(folder));
    }
    let mut lines = Vec::new();
    for file in files {
        if create(&folder.join(&file.path), &file.text)? {
            lines.push(format!("created  {}\n", file.path));
        }
    }
    lines.extend(lines.is_empty().then(|| "nothing is missing\n".to_owned()));
    lines
        .extend(survey.ignores_nothing().then(|| "add /public/ to .gitignore: the site is built into it\n".to_owned()));
    lines.push(next(arguments, &survey));
    product(&lines.concat())?;
    Ok(Outcome::Fine)
}

/// Writes a file that is not there yet; false where something is.
fn create(file: &Path, text: &str) -> Result<bool, Failure> {
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder).map_err(Failure::of("create", folder))?;
    }
    match std::fs::File::create_new(file) {
        Ok(mut new) => new.write_all(text.as_bytes()).map(|()| true).map_err(Failure::of("write", file)),
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => Ok(false),
        Err(error) => Err(Failure::of("write", file)(error)),
    }
}

/// The workflow that publishes the site; it lies at the top of the repository, wherever the folder is in it.
fn workflow(folder: &Path) -> New {
    let GitFacts { branch, prefix, .. } = Git::open(folder).map(|git| git.facts()).unwrap_or_default();
    let up = "../".repeat(prefix.matches('/').count());
    let text = starter::workflow(branch.as_deref().unwrap_or("main"), prefix.trim_end_matches('/'));
    New { path: format!("{up}.github/workflows/ladders.yml"), text }
}

/// What to run now.
fn next(arguments: &InitArguments, survey: &Survey) -> String {
    let place = prefix(&arguments.folder);
    let place = if place.is_empty() { String::new() } else { format!(" {place}") };
    let mut steps = vec![("serve --open", "the site in your browser; it changes as you save")];
    if survey.has_documents() {
        steps.push(("outline", "how your documents were read"));
    }
    steps.push(("check", "what is doubtful, with file and line"));
    steps.push(("build", "the site as plain files, in public/"));
    let command = |step: &str| format!("ladder-site {step}{place}");
    let width = steps.iter().map(|(step, _)| command(step).len()).max().unwrap_or_default();
    let lines = steps.iter().map(|(step, why)| format!("  {:width$}   {why}\n", command(step)));
    let publish = match arguments.github_pages {
        true => "\nto publish: commit, push, and choose \"GitHub Actions\" under Settings, Pages, once\n".to_owned(),
        false => format!(
            "\nto publish: `{}` in a git repository, or `{} --github-pages`\n",
            command("publish --push"),
            command("init")
        ),
    };
    format!("\nnext:\n{}{publish}", lines.collect::<String>())
}
