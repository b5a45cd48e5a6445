//! What stands in the way of publishing has a clear message, and nothing is changed.

use super::project::{CARE, LADDER, Project, git, program, publish_in};

#[test]
fn without_git() {
    let project = Project::new();
    let ran = program(&project.folder()).arg("publish").env("PATH", "").output().expect("the program starts");
    let said = String::from_utf8_lossy(&ran.stderr);
    assert!(ran.status.code() == Some(2) && said.contains("cannot run `git`: it is not installed"), "{said}");
}

#[test]
fn without_a_repository() {
    Project::without_git().publish(&[]).ends(2).says(&["no git repository", "`git init`"]);
}

#[test]
fn without_a_name() {
    let project = Project::new();
    project.git(&["config", "user.useConfigOnly", "true"]);
    let mut command = program(&project.folder());
    for kind in ["AUTHOR", "COMMITTER"] {
        command.env_remove(format!("GIT_{kind}_NAME")).env_remove(format!("GIT_{kind}_EMAIL"));
    }
    let ran = command.arg("publish").output().expect("the program starts");
    let said = String::from_utf8_lossy(&ran.stderr);
    assert!(ran.status.code() == Some(2) && said.contains("git config --global user.name"), "{said}");
}

#[test]
fn with_the_branch_checked_out() {
    let project = Project::new();
    project.publish(&["--branch", "main"]).ends(2).says(&["`main`: it is checked out in", "--branch"]);
    project.publish(&[]).ends(0);
    project.git(&["worktree", "add", "--quiet", "../elsewhere", "gh-pages"]);
    project.publish(&[]).ends(2).says(&["checked out in", "elsewhere"]);
}

#[test]
fn to_a_remote_that_is_not_there() {
    let project = Project::new();
    project.publish(&["--push", "upstream"]).ends(2).says(&["cannot push to `upstream`", "`origin`"]);
    project.publish(&["--push", "content"]).ends(2).says(&["it is a folder and no remote"]);
    project.git(&["remote", "remove", "origin"]);
    project.publish(&["--push"]).ends(2).says(&["no remote", "git remote add origin"]);
    project.git(&["remote", "add", "origin", "../nowhere.git"]);
    project.publish(&["--push"]).ends(2).says(&["cannot push to `origin`", "nowhere.git"]);
    assert!(project.git(&["branch", "--list", "gh-pages"]).is_empty(), "nothing was committed");
}

/// A remote that takes nothing: the branch here stays where it was.
#[cfg(unix)]
#[test]
fn by_the_remote() {
    use std::os::unix::fs::PermissionsExt;
    let project = Project::new();
    project.publish(&["--push"]).ends(0);
    let hook = project.remote().join("hooks/pre-receive");
    std::fs::create_dir_all(project.remote().join("hooks")).expect("a folder is made");
    std::fs::write(&hook, "#!/bin/sh\nexit 1\n").expect("a file is written");
    std::fs::set_permissions(&hook, std::fs::Permissions::from_mode(0o755)).expect("it is made a program");
    project.write("content/care.md", &CARE.replace("letters", "telephones"));
    let before = project.git(&["rev-parse", "gh-pages"]);
    project.publish(&["--push"]).ends(2).says(&["cannot push to `origin`", "it refuses `gh-pages`", "protected"]);
    assert_eq!(project.git(&["rev-parse", "gh-pages"]), before);
    std::fs::remove_file(hook).expect("a file is removed");
    project.publish(&["--push"]).ends(0).says(&["pushed"]);
}

/// Both have published without knowing of one another.
#[test]
fn when_both_sides_have_moved() {
    let project = Project::new();
    project.git(&["push", "--quiet", "origin", "main"]);
    project.publish(&["--push"]).ends(0);
    git(&project.beside(""), &["clone", "--quiet", "--branch", "main", "remote.git", "clone"]);
    std::fs::write(project.beside("clone").join("content/care.md"), LADDER.replace("Delivery", "Care"))
        .expect("written");
    publish_in(&project.beside("clone"), &["--push"]).ends(0);
    project.write("content/care.md", &CARE.replace("letters", "telephones"));
    project.publish(&[]).ends(0);
    let theirs = git(&project.remote(), &["rev-parse", "gh-pages"]);
    project.publish(&["--push"]).ends(2).says(&["each have commits", "git branch --force gh-pages origin/gh-pages"]);
    assert_eq!(git(&project.remote(), &["rev-parse", "gh-pages"]), theirs, "nothing is forced");
    project.git(&["branch", "--force", "gh-pages", "origin/gh-pages"]);
    project.publish(&["--push"]).ends(0).says(&["pushed"]);
    assert_eq!(git(&project.remote(), &["rev-parse", "gh-pages^"]), theirs);
}

#[test]
fn while_the_content_has_errors() {
    let project = Project::new();
    project.write("site.toml", "titel = \"Ladders\"\n");
    project.publish(&[]).ends(1).says(&["unknown key `titel`", "nothing is published"]);
    assert!(project.git(&["branch", "--list", "gh-pages"]).is_empty());
}
