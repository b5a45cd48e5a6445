//! Which files of a folder are documents, which may be copied, and which are passed over.

use std::path::{Component, Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use super::theme::THEMES;
use super::{CONFIG, Exclude, Failure, Project, Text, reading};
use crate::text::{Diagnostic, Severity};

/// What a project holds, in the order of the paths.
#[derive(Debug, Default)]
pub struct Listing {
    pub documents: Vec<Found>,
    /// Every other file: what pages link to or show is copied from here.
    pub assets: Vec<Asset>,
    /// Files that were passed over.
    pub diagnostics: Vec<Diagnostic>,
}

/// A document that was found, not yet read.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Found {
    /// Relative to the project, with forward slashes.
    pub path: String,
    file: PathBuf,
}

/// A file that may be copied.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Asset {
    /// Relative to the project, with forward slashes.
    pub path: String,
    /// Where it lies on disk.
    pub file: PathBuf,
}

impl Found {
    /// The text of the document.
    ///
    /// # Errors
    /// Where the machine cannot read it.
    pub fn read(&self) -> Result<Text, Failure> {
        reading::text(&self.file)
    }
}

impl Listing {
    /// Lists a project. Folders that hold a site made by this program are not entered, nor is `output`. Hidden folders
    /// are entered only where there is no document outside them and nobody has made the folder a project.
    ///
    /// # Errors
    /// Where a folder cannot be read.
    pub fn new(project: &Project, exclude: &Exclude, output: Option<&Path>) -> Result<Self, Failure> {
        let walk = Walk {
            root: &project.folder,
            whole: std::fs::canonicalize(&project.folder).map_err(Failure::of("read", &project.folder))?,
            output: output.and_then(|output| std::fs::canonicalize(output).ok()),
            content: project.root(),
            exclude,
            hidden: Hidden::Skip,
        };
        let mut listing = walk.run()?;
        if listing.documents.is_empty() && project.root().is_empty() {
            listing = Walk { hidden: Hidden::Enter, ..walk }.run()?;
        }
        listing.documents.sort();
        listing.assets.sort();
        Ok(listing)
    }
}

struct Walk<'a> {
    root: &'a Path,
    /// The same, resolved: nothing outside it is read.
    whole: PathBuf,
    output: Option<PathBuf>,
    content: &'a str,
    exclude: &'a Exclude,
    hidden: Hidden,
}

/// What to do about folders whose names begin with a dot.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Hidden {
    Skip,
    Enter,
}

impl Walk<'_> {
    fn run(&self) -> Result<Listing, Failure> {
        let mut listing = Listing::default();
        let mut entries = WalkDir::new(self.root).follow_links(true).sort_by_file_name().into_iter();
        while let Some(entry) = entries.next() {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => {
                    listing.diagnostics.push(self.broken(&error)?);
                    continue;
                }
            };
            let folder = entry.file_type().is_dir();
            match self.verdict(&entry) {
                Verdict::Skip => {}
                Verdict::Say(diagnostic) => listing.diagnostics.push(diagnostic),
                Verdict::Take(path) => {
                    if !folder {
                        self.take(path, entry.into_path(), &mut listing);
                    }
                    continue;
                }
            }
            if folder {
                entries.skip_current_dir();
            }
        }
        Ok(listing)
    }

    /// Whether an entry is read (a file) or entered (a folder).
    fn verdict(&self, entry: &DirEntry) -> Verdict {
        let below = entry.path().strip_prefix(self.root).unwrap_or(entry.path());
        if entry.depth() == 0 {
            return Verdict::Take(String::new());
        }
        let Some(path) = forward(below) else {
            let message = format!("`{}` is passed over: its name is not UTF-8", below.display());
            return Verdict::Say(Diagnostic::without_place("passed-over", Severity::Warning, message));
        };
        let folder = entry.file_type().is_dir();
        let entered = folder && self.hidden == Hidden::Enter && is_of_people(&path);
        if (is_foreign(&path) && !entered) || self.is_excluded(&path) || (folder && self.is_output(entry.path())) {
            return Verdict::Skip;
        }
        if entry.path_is_symlink() && !self.is_inside(entry.path()) {
            let message = format!("`{path}` is passed over: it leads out of the project");
            let help = "copy the file into the project";
            return Verdict::Say(Diagnostic::without_place("passed-over", Severity::Warning, message).help(help));
        }
        if !folder && !entry.file_type().is_file() {
            let message = format!("`{path}` is passed over: it is neither a file nor a folder");
            return Verdict::Say(Diagnostic::without_place("passed-over", Severity::Warning, message));
        }
        Verdict::Take(path)
    }

    fn take(&self, path: String, file: PathBuf, listing: &mut Listing) {
        let in_content = self.content.is_empty() || below(&path, self.content).is_some();
        if !in_content || !is_document(&path) {
            listing.assets.push(Asset { path, file });
        } else if is_of_the_repository(&path) {
            let message = format!("`{path}` is passed over: it is about the repository");
            listing.diagnostics.push(Diagnostic::without_place("passed-over", Severity::Note, message));
            listing.assets.push(Asset { path, file });
        } else {
            listing.documents.push(Found { path, file });
        }
    }

    fn is_excluded(&self, path: &str) -> bool {
        let named = if self.content.is_empty() { Some(path) } else { below(path, self.content) };
        named.is_some_and(|named| self.exclude.holds(named))
    }

    fn is_output(&self, folder: &Path) -> bool {
        super::record::is_site(folder)
            || self
                .output
                .as_ref()
                .is_some_and(|output| std::fs::canonicalize(folder).is_ok_and(|path| path == *output))
    }

    fn is_inside(&self, link: &Path) -> bool {
        std::fs::canonicalize(link).is_ok_and(|target| target.starts_with(&self.whole))
    }

    /// A link that leads nowhere or round in a circle is the author's fault, anything else the machine's.
    fn broken(&self, error: &walkdir::Error) -> Result<Diagnostic, Failure> {
        let at = error.path().unwrap_or(self.root);
        let dangling = at.is_symlink() && !at.exists();
        if error.loop_ancestor().is_none() && !dangling {
            let reason = error.io_error().map_or_else(|| error.to_string(), ToString::to_string);
            return Err(Failure::new("read", at, reason));
        }
        let path = at.strip_prefix(self.root).unwrap_or(at).display();
        let what = if dangling { "it is a link that leads nowhere" } else { "it is a link that leads back to itself" };
        let message = format!("`{path}` is passed over: {what}");
        Ok(Diagnostic::without_place("passed-over", Severity::Warning, message).help("remove the link"))
    }
}

enum Verdict {
    Take(String),
    Skip,
    Say(Diagnostic),
}

/// The path below a folder.
fn below<'a>(path: &'a str, folder: &str) -> Option<&'a str> {
    path.strip_prefix(folder)?.strip_prefix('/')
}

/// A relative path with forward slashes; `None` where it is not UTF-8 or no plain path.
pub fn forward(path: &Path) -> Option<String> {
    let part = |component: Component<'_>| match component {
        Component::Normal(name) => name.to_str().map(str::to_owned),
        Component::Prefix(_) | Component::RootDir | Component::CurDir | Component::ParentDir => None,
    };
    let parts: Option<Vec<String>> = path.components().map(part).collect();
    Some(parts?.join("/"))
}

/// Dot paths, our configuration and the folders of tools.
fn is_foreign(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.starts_with('.') || name == "node_modules" || ["target", THEMES, CONFIG].contains(&path)
}

/// Whether a hidden folder may hold what people have written: everything but the stores of version control.
fn is_of_people(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.starts_with('.') && ![".git", ".hg", ".svn", ".jj", ".ladder-site"].contains(&name)
}

fn is_document(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    ending.is_some_and(|ending| ["md", "markdown", "txt", "html", "htm"].contains(&ending.as_str()))
}

/// Licences, rules of conduct and the like: they speak of the repository, not of careers.
fn is_of_the_repository(path: &str) -> bool {
    const NAMES: [&str; 6] = ["LICENSE", "LICENCE", "COPYING", "CONTRIBUTING", "CHANGELOG", "CODE_OF_CONDUCT"];
    let name = path.rsplit('/').next().unwrap_or(path).to_ascii_uppercase();
    let stem = name.split('.').next().unwrap_or("");
    let stem = if stem.starts_with("LICEN") { stem.split('-').next().unwrap_or(stem) } else { stem };
    NAMES.contains(&stem)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{Exclude, Listing, Project};

    fn folder(files: &[&str]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().expect("a temporary folder");
        for path in files {
            let file = folder.path().join(path);
            std::fs::create_dir_all(file.parent().expect("a file has a parent")).expect("a folder is made");
            std::fs::write(file, "words").expect("a file is written");
        }
        folder
    }

    fn list(folder: &Path, exclude: &[&str]) -> (Vec<String>, Vec<String>, Vec<String>) {
        let project = Project::open(folder).expect("the folder opens");
        let listing = Listing::new(&project, &Exclude::new(exclude).0, None).expect("the folder is listed");
        (
            listing.documents.into_iter().map(|found| found.path).collect(),
            listing.assets.into_iter().map(|asset| asset.path).collect(),
            listing.diagnostics.into_iter().map(|finding| finding.message).collect(),
        )
    }

    #[test]
    fn a_plain_folder_is_read_whole() {
        let files = [
            "b/levels.MD",
            "a.txt",
            "a-b.html",
            "license-mit.md",
            "security.md",
            "img/x.png",
            ".git/a.md",
            "b/.hidden.md",
            "node_modules/x/a.md",
            "themes/plain/page.html",
            "target/doc/a.html",
            "drafts/a.md",
            "public/.ladder-site/record",
            "public/index.html",
        ];
        let (documents, assets, said) = list(folder(&files).path(), &["drafts"]);
        assert_eq!(documents, ["a-b.html", "a.txt", "b/levels.MD", "security.md"]);
        assert_eq!(assets, ["img/x.png", "license-mit.md"]);
        assert_eq!(said, ["`license-mit.md` is passed over: it is about the repository"]);
    }

    #[test]
    fn hidden_folders_are_read_where_there_is_nothing_else() {
        let hidden = folder(&[".notes/ladders/a.md", ".git/b.md", ".hidden.md"]);
        assert_eq!(list(hidden.path(), &[]).0, [".notes/ladders/a.md"]);
        let beside = folder(&[".notes/a.md", "b.md"]);
        assert_eq!(list(beside.path(), &[]).0, ["b.md"]);
        assert!(list(folder(&["site.toml", ".notes/a.md"]).path(), &[]).0.is_empty());
    }

    #[test]
    fn of_a_project_only_the_content_is_read() {
        let files = ["site.toml", "README.md", "content/a.md", "content/drafts/b.md", "static/x.png"];
        let (documents, assets, _) = list(folder(&files).path(), &["drafts/*"]);
        assert_eq!(documents, ["content/a.md"]);
        assert_eq!(assets, ["README.md", "static/x.png"]);
    }

    #[cfg(unix)]
    #[test]
    fn links_are_followed_inside_only() {
        use std::os::unix::fs::symlink;
        let outside = folder(&["secret.md"]);
        let inside = folder(&["tracks/a.md"]);
        let at = |name: &str| inside.path().join(name);
        symlink(outside.path(), at("out")).expect("a link is made");
        symlink(outside.path().join("secret.md"), at("out.md")).expect("a link is made");
        symlink(at("tracks/a.md"), at("in.md")).expect("a link is made");
        symlink(inside.path(), at("tracks/round")).expect("a link is made");
        symlink(at("nowhere"), at("dangling.md")).expect("a link is made");
        let (documents, _, said) = list(inside.path(), &[]);
        assert_eq!(documents, ["in.md", "tracks/a.md"]);
        assert_eq!(
            said,
            [
                "`dangling.md` is passed over: it is a link that leads nowhere",
                "`out` is passed over: it leads out of the project",
                "`out.md` is passed over: it leads out of the project",
                "`tracks/round` is passed over: it is a link that leads back to itself",
            ]
        );
    }
}
