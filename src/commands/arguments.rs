//! The command line. The only module that knows `clap`'s derives; the words of `--help` stand here.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

/// Turns career ladders, kept as Markdown, into a site: a page per level with what is new there, what is carried on and
/// from where; tracks side by side; what changes from one level to the next.
///
/// No configuration is needed: point it at the folder in which the ladders lie.
#[derive(Parser, Debug)]
#[command(name = "ladder-site", version, after_long_help = AFTER, max_term_width = 100)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Command,
}

const AFTER: &str = "\
Which files are read:
  Files that end in .md, .markdown, .txt or .html, in any folder. A folder with a
  `site.toml` is a project: only what lies below its `content/` is read, or below the
  folder that `content` in `site.toml` names. Left out are dot files, `node_modules`,
  `target`, `themes`, the output folder, what `exclude` in `site.toml` names, and
  LICENSE, CONTRIBUTING, CHANGELOG and CODE_OF_CONDUCT.

Exit codes:
  0  fine
  1  the content has errors (with --strict: or warnings), or there is no document
  2  the command could not run: a folder that cannot be read or written, a wrong
     argument";

#[derive(Subcommand, Debug)]
pub enum Command {
    Init(InitArguments),
    Serve(ServeArguments),
    Check(CheckArguments),
    Outline(OutlineArguments),
    Build(BuildArguments),
    Publish(PublishArguments),
    Export(ExportArguments),
    Completions(CompletionsArguments),
}

/// Begin a site
///
/// Adds what a folder lacks: settings that explain themselves and, where there is no document yet, a small framework to
/// start from. A file that is there is never touched.
#[derive(Args, Debug)]
#[command(after_long_help = "\
Examples:
  ladder-site init ladders                   a new folder with two tracks to start from
  ladder-site init                           in a folder of Markdown: settings only
  ladder-site init --github-pages            and a workflow that publishes the site

A folder of Markdown needs none of this: every other command works there as it is.

Exit codes: 0 fine; 2 the folder cannot be read or written.")]
pub struct InitArguments {
    /// The folder; it is made where it does not exist
    #[arg(default_value = ".", value_name = "DIR")]
    pub folder: PathBuf,
    /// Add a workflow that builds the site and publishes it to GitHub Pages
    #[arg(long)]
    pub github_pages: bool,
}

/// Print a script that completes commands in your shell
#[derive(Args, Debug)]
#[command(after_long_help = "\
Examples:
  ladder-site completions bash > ~/.local/share/bash-completion/completions/ladder-site
  ladder-site completions zsh > ~/.zfunc/_ladder-site
  ladder-site completions fish > ~/.config/fish/completions/ladder-site.fish")]
pub struct CompletionsArguments {
    /// The shell
    #[arg(value_enum)]
    pub shell: ShellName,
}

#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum ShellName {
    Bash,
    Zsh,
    Fish,
    Powershell,
    Elvish,
}

/// Write the site
///
/// Reads the documents, works out what every level builds on, and writes a site of plain files that works under any
/// address and from disk. Only files that changed are written; files that an earlier build wrote and this one does not
/// are removed. Where a template fails, the old site stays as it is.
#[derive(Args, Debug)]
#[command(after_long_help = "\
Examples:
  ladder-site build                          the folder you are in, to public/
  ladder-site build docs --out _site
  ladder-site build --base-url https://example.org/ladders/ --strict

The output folder must be empty or hold an earlier build: files of others are never
overwritten. Dot files in it (.git, .nojekyll) are left alone.

Exit codes: 0 fine; 1 the content has errors (with --strict: or warnings), or there is no
document, or a template failed; 2 a folder cannot be read or written.")]
pub struct BuildArguments {
    /// A project or a folder with documents
    #[arg(default_value = ".", value_name = "DIR")]
    pub folder: PathBuf,
    /// The folder to write [default: public/ in DIR]
    #[arg(long, value_name = "FOLDER")]
    pub out: Option<PathBuf>,
    /// The address that the site will have; beats `base_url` in `site.toml`
    #[arg(long, value_name = "URL", value_parser = web_address)]
    pub base_url: Option<String>,
    /// Fail on warnings too; the site is written all the same
    #[arg(long)]
    pub strict: bool,
}

fn web_address(url: &str) -> Result<String, String> {
    if url.starts_with("https://") || url.starts_with("http://") {
        return Ok(url.to_owned());
    }
    Err("write it whole: `https://example.org/`".to_owned())
}

/// Tell everything that is wrong or doubtful
///
/// Prints every error, warning and note with its file, line and column, the source line, and what to write instead.
#[derive(Args, Debug)]
#[command(after_long_help = "\
Examples:
  ladder-site check                          the folder you are in
  ladder-site check docs --strict            fail on warnings too
  ladder-site check --format github          annotations, in a GitHub workflow
  ladder-site check --format sarif > ladders.sarif
  ladder-site check --format short | grep broken-link
  ladder-site check --explain                the rules
  ladder-site check --explain drifted-copy   why it matters, an example, how to mend and
                                             how to silence it

Exit codes: 0 fine; 1 errors (with --strict: or warnings), or no document;
2 the folder cannot be read.")]
pub struct CheckArguments {
    /// A project or a folder with documents
    #[arg(default_value = ".", value_name = "DIR")]
    pub folder: PathBuf,
    /// How findings are printed
    #[arg(long, value_enum, default_value_t = CheckFormat::Human)]
    pub format: CheckFormat,
    /// Fail on warnings too
    #[arg(long)]
    pub strict: bool,
    /// Explain a rule, or list them all, and check nothing
    #[arg(long, value_name = "RULE", num_args = 0..=1, default_missing_value = "")]
    pub explain: Option<String>,
}

#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum CheckFormat {
    /// With the source line and what to write instead
    Human,
    /// One line to a finding
    Short,
    /// One object, for programs
    Json,
    /// Annotations of a GitHub workflow
    Github,
    /// SARIF 2.1.0, for code scanning and editors
    Sarif,
}

/// Show how each document was read
///
/// For every document: which shape it has, how surely and on what evidence, which tracks and levels were found, how much
/// was left as guidance, and which lines of front matter would change the reading.
#[derive(Args, Debug)]
#[command(after_long_help = "\
Examples:
  ladder-site outline                        every document of the folder you are in
  ladder-site outline ladders/design.md      one document
  ladder-site outline docs --format json

Exit codes: 0 fine; 1 the content has errors, or no document; 2 it cannot be read.")]
pub struct OutlineArguments {
    /// A project, a folder with documents, or one document
    #[arg(default_value = ".", value_name = "DIR or FILE")]
    pub place: PathBuf,
    /// How the outline is printed
    #[arg(long, value_enum, default_value_t = OutlineFormat::Human)]
    pub format: OutlineFormat,
}

#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum OutlineFormat {
    /// A few lines to a document
    Human,
    /// A list of objects, for programs
    Json,
}

/// Print the resolved framework as data
///
/// One JSON object with every track, level and criterion: where it stands, what it adds, repeats or raises, and what is
/// in force at each level, from which one. The same is in every site as `ladder.json`.
#[derive(Args, Debug)]
#[command(after_long_help = "\
Examples:
  ladder-site export > ladder.json
  ladder-site export --format csv > criteria.csv
  ladder-site export docs | jq '.tracks[].levels[] | {title, new: (.criteria | length)}'

The data is printed even where the content has errors; these go to standard error.
Exit codes: 0 fine; 1 the content has errors, or no document; 2 the folder cannot be read.")]
pub struct ExportArguments {
    /// A project or a folder with documents
    #[arg(default_value = ".", value_name = "DIR")]
    pub folder: PathBuf,
    /// How the data is printed
    #[arg(long, value_enum, default_value_t = ExportFormat::Json)]
    pub format: ExportFormat,
}

#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum ExportFormat {
    /// One object: everything
    Json,
    /// A table for spreadsheets: a row to a criterion
    Csv,
}

/// Preview the site while you write
///
/// Serves the site as it would be published, under the same path. When a document, `site.toml` or a file of the theme is
/// saved, open pages change in place. Nothing is written to disk. Ctrl-C ends it.
#[derive(Args, Debug)]
#[command(after_long_help = "\
Examples:
  ladder-site serve                          the folder you are in, at http://localhost:4000/
  ladder-site serve docs --open              and open it in the browser
  ladder-site serve --port 8080              this port and no other
  ladder-site serve --poll                   where the system does not tell of changes:
                                             network drives, some containers, WSL's /mnt

Errors in the content or the theme are shown over the page and on the terminal; the last
good site stays.

Exit codes: 0 ended by Ctrl-C; 2 the folder cannot be read, or the port is in use.")]
pub struct ServeArguments {
    /// A project or a folder with documents
    #[arg(default_value = ".", value_name = "DIR")]
    pub folder: PathBuf,
    /// The port; without it, the first free one from 4000 on
    #[arg(long, value_name = "PORT")]
    pub port: Option<u16>,
    /// The name or address to listen on; others than your own machine may reach another one than this
    #[arg(long, value_name = "HOST", default_value = "127.0.0.1")]
    pub host: String,
    /// Open the site in the browser
    #[arg(long)]
    pub open: bool,
    /// Look at every file again and again instead of being told of changes
    #[arg(long)]
    pub poll: bool,
}

/// Commit the site to a branch
///
/// Builds the site and commits it to a branch of the repository that the folder lies in, for GitHub Pages and others who
/// serve a branch. Neither the files you work on nor what you have staged is touched. The history of the branch is kept;
/// where nothing has changed, nothing is committed; nothing is ever pushed by force.
#[derive(Args, Debug)]
#[command(after_long_help = "\
Examples:
  ladder-site publish                        commits the site to the branch gh-pages
  ladder-site publish --push                 and pushes it to origin
  ladder-site publish docs --push upstream --branch pages

The commit holds the site, `.nojekyll`, and `CNAME` where `base_url` names a domain of
your own; a `CNAME` that is on the branch stays. Where the content has errors, nothing is
published. A branch that holds something else is left alone, unless you say --replace.

With --push the branch is fetched first, so that it works in a fresh clone as well, and
a push that is refused leaves your branch as it was. Any commit may be checked out, also
without a branch.

Exit codes: 0 fine, or nothing to do; 1 the content has errors (with --strict: or
warnings), or there is no document; 2 git is missing, or refuses.")]
pub struct PublishArguments {
    /// A project or a folder with documents, in a git repository
    #[arg(default_value = ".", value_name = "DIR")]
    pub folder: PathBuf,
    /// The branch that holds the site
    #[arg(long, value_name = "NAME", default_value = "gh-pages")]
    pub branch: String,
    /// Push the branch to a remote [default: origin]
    #[arg(long, value_name = "REMOTE", num_args = 0..=1, default_missing_value = "origin")]
    pub push: Option<String>,
    /// The address that the site will have; beats `base_url` in `site.toml`
    #[arg(long, value_name = "URL", value_parser = web_address)]
    pub base_url: Option<String>,
    /// Put the site in the place of what somebody else has put on the branch
    #[arg(long)]
    pub replace: bool,
    /// Do not publish where there are warnings
    #[arg(long)]
    pub strict: bool,
}
