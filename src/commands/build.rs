//! `build`: the site of a project, written into a folder; where nothing has changed since it was, nothing is done.

use std::path::Path;
use std::time::Instant;

use super::arguments::BuildArguments;
use super::load::{Loaded, Strictness, settings, unadvised, with_slash};
use super::origin::Origin;
use super::read::{Read, read};
use super::theme::{ThemeFiles, files_of};
use super::writing::{Written, told, write_site};
use super::{Ended, Outcome, inputs, terminal};
use crate::io::{Failure, Project, Published, Seal, print_of};
use crate::pages::Settings;
use crate::text::{Diagnostic, parallel};

/// Runs the command.
///
/// # Errors
/// Where the folder cannot be read or the output folder not be written.
pub fn build(arguments: &BuildArguments) -> Ended {
    let started = Instant::now();
    let out = arguments.out.clone().unwrap_or_else(|| arguments.folder.join("public"));
    let work = Work::begin(arguments, &out)?;
    let remarks = work.remarks();
    if let Some((seal, files)) = &work.standing
        && Some(&seal.made_from) == work.made_from.as_ref()
        && inputs::are_same(seal, &work.read.assets)
    {
        terminal::say(&seal.told);
        terminal::say(&remarks);
        terminal::product(&closing(Published { unchanged: *files, ..Published::default() }, &out, started))?;
        return Ok(Outcome::Fine);
    }
    let made = work.made(&out)?;
    let told = terminal::findings_text(&made.loaded.site.sources, &arguments.folder, &made.loaded.diagnostics);
    terminal::say(&told);
    let outcome = match &made.written {
        Some(written) => {
            terminal::say(&remarks);
            let outcome = made.loaded.outcome(Strictness::from(arguments.strict));
            if outcome == Outcome::Fine {
                made.seal(&written.copied, told, &out);
            }
            terminal::product(&closing(written.published, &out, started))?;
            outcome
        }
        None => {
            terminal::say(&format!("nothing is written; `{}` is as it was\n", out.display()));
            Outcome::Content
        }
    };
    // The process ends here: the system takes all of it back at once, and faster than it can be given back piece by piece.
    std::mem::forget(made);
    Ok(outcome)
}

/// A project that was read, with all that says whether there is anything to do.
struct Work {
    project: Project,
    read: Read,
    origin: Origin,
    settings: Settings,
    theme: Result<ThemeFiles, Diagnostic>,
    made_from: Option<String>,
    /// The output folder, where it is as the last build left it, and how many files it has.
    standing: Option<(Seal, usize)>,
}

/// A site, or why there is none.
struct Made {
    loaded: Loaded,
    written: Option<Written>,
    made_from: Option<String>,
}

impl Work {
    /// Reads the project; git, the program and the output folder are looked at meanwhile.
    fn begin(arguments: &BuildArguments, out: &Path) -> Result<Self, Failure> {
        let project = Project::open(&arguments.folder)?;
        let (read, origin, (program, standing)) = std::thread::scope(|scope| {
            let origin = scope.spawn(|| Origin::of(&arguments.folder));
            let stand = scope.spawn(|| (inputs::program(), Seal::of(out)));
            (read(&project, Some(out)), origin.join().unwrap_or_default(), stand.join().unwrap_or_default())
        });
        let read = read?;
        let mut set = settings(&read.config);
        set.base_url = arguments.base_url.as_deref().map(with_slash).or(set.base_url);
        let settings = origin.settings(set, &read.config, &read.sources);
        let theme = files_of(&arguments.folder, &read.config)?;
        let made_from =
            theme.as_ref().ok().and_then(|theme| inputs::inputs(arguments, &read, (&settings, theme), program));
        Ok(Self { project, read, origin, settings, theme, made_from, standing })
    }

    /// What the site lacks, for the user.
    fn remarks(&self) -> String {
        self.origin.remarks(&self.settings).iter().map(|remark| format!("note: {remark}\n")).collect()
    }

    fn made(self, out: &Path) -> Result<Made, Failure> {
        let mut loaded = unadvised(&self.project, self.read);
        let words = std::mem::take(&mut loaded.site.settings.words);
        loaded.site.settings = Settings { words, ..self.settings };
        // Neither needs the other: what is wrong in the content keeps no page from being written.
        let written = || match loaded.has_documents {
            true => write_site(&loaded, self.theme, out),
            false => Ok(Err(Vec::new())),
        };
        let (found, written) = parallel::both(|| loaded.advised(), written);
        let (written, faults) = told(written?);
        loaded.diagnostics = found.into_iter().chain(faults).collect();
        Ok(Made { loaded, written, made_from: self.made_from })
    }
}

impl Made {
    /// So that the next build can tell that nothing has changed. A site without it is no worse.
    fn seal(&self, copied: &[(String, String)], told: String, out: &Path) {
        let Some(made_from) = self.made_from.clone() else { return };
        // The copy is asked, and not what was copied, which may be another file by now.
        let print = |(path, copy): &(String, String)| Some((path.clone(), print_of(&out.join(copy))?));
        let copied = copied.iter().filter_map(print).collect();
        let _ = Seal { made_from, copied, told }.put(out);
    }
}

/// What was written, where, and how long it took.
fn closing(published: Published, out: &Path, started: Instant) -> String {
    let Published { written, unchanged, removed } = published;
    let changes = match (written, removed) {
        (0, 0) => "nothing changed".to_owned(),
        (_, 0) => format!("{written} written, {unchanged} unchanged"),
        _ => format!("{written} written, {unchanged} unchanged, {removed} removed"),
    };
    let files = written + unchanged;
    format!("{files} files in `{}`: {changes}, in {:.2} s\n", out.display(), started.elapsed().as_secs_f64())
}
