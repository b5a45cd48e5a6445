//! README.md is held to its word: its commands are run as they stand, and the program takes its snippets without a
//! finding.

#![allow(clippy::disallowed_methods, reason = "runs what the README says")]

mod support;

use std::path::{Path, PathBuf};
use std::process::Command;

use support::{read, root};

const DELIVERY: &str = "# Delivery\n\nEach level builds on the one before it.\n\n## Level 1\n\n### People\n\n- Asks for \
                        help early.\n- Reviews the work of others.\n\n## Level 2\n\n### People\n\n- Helps those who ask.\n";

/// One fenced block: its language and its text.
struct Block {
    language: String,
    text: String,
}

fn blocks() -> Vec<Block> {
    let mut found = Vec::new();
    let mut open: Option<(usize, Block)> = None;
    for line in read("README.md").lines() {
        let indent = line.len() - line.trim_start().len();
        match &mut open {
            None => {
                if let Some(language) = line.trim_start().strip_prefix("```") {
                    open = Some((indent, Block { language: language.to_owned(), text: String::new() }));
                }
            }
            Some((_, _)) if line.trim() == "```" => found.extend(open.take().map(|(_, block)| block)),
            Some((indent, block)) => {
                block.text.push_str(line.get(*indent..).unwrap_or_default());
                block.text.push('\n');
            }
        }
    }
    assert!(open.is_none(), "a block is not closed");
    found
}

fn of(language: &str) -> Vec<String> {
    blocks().into_iter().filter(|block| block.language == language).map(|block| block.text).collect()
}

/// Pieces that begin with a comment, and whole ladders.
fn markdown() -> (Vec<String>, Vec<String>) {
    of("markdown").into_iter().partition(|text| text.starts_with("<!--"))
}

fn write(file: &Path, text: &str) {
    std::fs::create_dir_all(file.parent().expect("a file has a parent")).expect("a folder is made");
    std::fs::write(file, text).expect("a file is written");
}

#[test]
fn every_block_is_of_a_kind_that_is_tested() {
    for block in blocks() {
        let known = ["sh", "yaml", "toml", "markdown", "html"].contains(&block.language.as_str());
        assert!(known, "nothing tests a block of `{}`", block.language);
    }
}

#[test]
fn the_program_takes_every_snippet_without_a_finding() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let at = |path: &str| folder.path().join(path);
    let (yaml, (comments, ladder)) = (of("yaml"), markdown());
    write(&at("site.toml"), &of("toml")[0]);
    write(&at("content/engineering/delivery.md"), &format!("{DELIVERY}{}", comments.concat()));
    write(&at("content/engineering/tech-lead.md"), &format!("{}\n{}", yaml[0], ladder[0]));
    write(
        &at("content/support/tl4.md"),
        "# Support 4\n\nEach level builds on the one before it.\n\n- Answers letters.\n",
    );
    write(&at("content/support/tl5.md"), &format!("{}\n# Support 5\n\n- Answers for all letters.\n", yaml[1]));
    write(&at("themes/ours/templates/base.html"), &of("html")[0]);
    assert_eq!((of("toml").len(), yaml.len(), ladder.len(), of("html").len()), (1, 2, 1, 1), "each is put somewhere");
    for command in [&["check", "--strict", "--format", "short"][..], &["build", "--strict"]] {
        let ran = Command::new(env!("CARGO_BIN_EXE_ladder-site")).current_dir(folder.path()).args(command).output();
        let ran = ran.expect("the program starts");
        let said = String::from_utf8_lossy(&[ran.stdout, ran.stderr].concat()).into_owned();
        assert!(ran.status.success() && !said.contains("]: "), "{command:?}: {said}");
    }
    let page =
        std::fs::read_to_string(at("public/tech-lead/tl2.html")).expect("the level has the code that it was given");
    assert!(page.contains("Questions? Ask the people team."), "the theme is used");
    assert!(page.contains("equal standing"), "{page}");
}

#[test]
fn every_setting_is_listed() {
    let listed = of("toml").concat();
    let source = read("src/parse/config.rs");
    let names = source.split("const SITE").nth(1).and_then(|rest| rest.split("names: &[").nth(1));
    let names = names.and_then(|rest| rest.split(']').next()).expect("the keys are there");
    for name in names.split('"').skip(1).step_by(2) {
        assert!(
            listed.contains(&format!("\n{name} = "))
                || listed.starts_with(&format!("{name} = "))
                || listed.contains(&format!("[{name}")),
            "`{name}`"
        );
    }
}

#[test]
fn every_command_is_listed() {
    let ran = Command::new(env!("CARGO_BIN_EXE_ladder-site")).arg("--help").output().expect("the program starts");
    let help = String::from_utf8_lossy(&ran.stdout).into_owned();
    let commands =
        help.split("Commands:\n").nth(1).and_then(|rest| rest.split("\n\n").next()).expect("help lists them");
    for command in commands.lines().filter_map(|line| line.split_whitespace().next()).filter(|name| *name != "help") {
        assert!(read("README.md").contains(&format!("| `ladder-site {command} ")), "`{command}`");
    }
}

#[test]
fn what_the_readme_shows_is_there() {
    let readme = read("README.md");
    for (at, _) in readme.match_indices("](") {
        let target = readme[at + 2..].split(')').next().unwrap_or_default();
        assert!(target.starts_with("https://") || root().join(target).exists(), "`{target}`");
    }
}

/// Programs that stand in for those that the README calls: the built program, a `cargo` that has just built it, and a
/// preview that somebody has ended.
#[cfg(unix)]
fn stand_ins(folder: &Path) -> PathBuf {
    use std::os::unix::fs::PermissionsExt;
    let program = env!("CARGO_BIN_EXE_ladder-site");
    let ladder_site = format!(
        "#!/bin/sh\n[ \"$1\" = serve ] || exec {program} \"$@\"\n{program} \"$@\" > served & until grep -q \
         http://localhost: served; do sleep 0.1; kill -0 $! || exit 1; done; kill -INT $!; wait $! && rm served\n"
    );
    let cargo = format!(
        "#!/bin/sh\ncase \"$*\" in\n'run --release -- '*) shift 3; exec {program} \"$@\" ;;\ntest | 'install --path .') \
         exit 0 ;;\n*) exit 1 ;;\nesac\n"
    );
    let bin = folder.join("bin");
    for (name, text) in [("ladder-site", ladder_site), ("cargo", cargo), ("xdg-open", "#!/bin/sh\n".to_owned())] {
        write(&bin.join(name), &text);
        std::fs::set_permissions(bin.join(name), std::fs::Permissions::from_mode(0o755)).expect("it is made a program");
    }
    bin
}

/// The folder in which somebody follows the README: the demo, and ladders of their own in a repository with a remote.
#[cfg(unix)]
fn desk(folder: &Path) {
    let copied =
        Command::new("cp").arg("-r").arg(root().join("content")).arg(root().join("site.toml")).arg(folder).status();
    assert!(copied.is_ok_and(|status| status.success()));
    write(&folder.join("our-ladders/delivery.md"), DELIVERY);
    write(&folder.join("our-ladders/tech-lead.md"), &markdown().1[0]);
    sh(
        folder,
        "git init --quiet --bare remote.git\ncd our-ladders\ngit init --quiet -b main\ngit remote add origin ../remote.git",
    );
}

#[cfg(unix)]
#[track_caller]
fn sh(folder: &Path, script: &str) {
    let path = std::env::var("PATH").unwrap_or_default();
    let mut command = Command::new("sh");
    command.args(["-euc", script]).current_dir(folder).env("PATH", format!("{}/bin:{path}", folder.display()));
    command.env("GIT_CONFIG_GLOBAL", "/dev/null");
    for kind in ["AUTHOR", "COMMITTER"] {
        command.env(format!("GIT_{kind}_NAME"), "Reader").env(format!("GIT_{kind}_EMAIL"), "reader@example.org");
    }
    let ran = command.output().expect("there is a shell");
    let said = String::from_utf8_lossy(&[ran.stdout, ran.stderr].concat()).into_owned();
    assert!(ran.status.success(), "{script}\n{said}");
}

#[cfg(unix)]
#[test]
fn every_command_works_as_it_stands() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    stand_ins(folder.path());
    desk(folder.path());
    let scripts = of("sh");
    assert!(scripts.len() > 5);
    for script in scripts {
        sh(folder.path(), &script);
    }
    let at = |path: &str| folder.path().join(path);
    for made in ["public/index.html", "new-ladders/site.toml", "our-ladders/.github/workflows/ladders.yml"] {
        assert!(at(made).exists(), "{made}");
    }
    assert!(
        std::fs::read_to_string(at("our-ladders/criteria.csv")).is_ok_and(|csv| csv.contains("Asks for help early"))
    );
    sh(folder.path(), "git --git-dir remote.git cat-file -e gh-pages:tech-lead/level-2.html");
}
