//! What publishing does to a repository, and what it leaves alone.

use super::project::{CARE, Project, git, publish_in};

#[test]
fn nothing_but_the_branch_is_touched() {
    let project = Project::new();
    project.write("content/care.md", &CARE.replace("letters", "telephones"));
    project.git(&["add", "content/care.md"]);
    project.write("notes.txt", "not added");
    let state =
        || [project.git(&["status", "--porcelain"]), project.git(&["write-tree"]), project.git(&["rev-parse", "HEAD"])];
    let before = state();
    // Git would write into the index what it has seen of the files, were it not told to leave that.
    std::fs::File::open(project.folder().join("site.toml"))
        .and_then(|file| file.set_modified(std::time::SystemTime::UNIX_EPOCH))
        .expect("a file can be touched");
    let index = || std::fs::read(project.folder().join(".git/index")).expect("there is an index");
    let staged = index();
    project.publish(&[]).ends(0);
    assert!(index() == staged);
    assert_eq!(state(), before);
    assert!(project.git(&["show", "gh-pages:care/level-1.html"]).contains("telephones"), "it shows what lies there");
    let message = project.git(&["log", "-1", "--format=%B", "gh-pages"]);
    assert!(message.contains("Publish Ladders") && message.contains("(main), with changes that are not committed"));
}

#[test]
fn history_is_kept_and_grows_only_when_something_changed() {
    let project = Project::new();
    let commits = || project.git(&["rev-list", "gh-pages"]).lines().map(str::to_owned).collect::<Vec<_>>();
    project.publish(&[]).ends(0).says(&["`git push origin gh-pages`"]);
    let first = commits();
    project.publish(&[]).ends(0).says(&["nothing changed"]);
    assert_eq!(commits(), first);
    project.write("content/care.md", &CARE.replace("letters", "telephones"));
    project.publish(&["--push"]).ends(0).says(&["committed", "pushed"]);
    assert_eq!(commits()[1..], first);
    project.publish(&["--push"]).ends(0).says(&["nothing changed", "on the remote too"]);
    assert_eq!(git(&project.remote(), &["rev-list", "gh-pages"]).lines().collect::<Vec<_>>(), commits());
    project.git(&["fsck", "--strict"]);
}

#[test]
fn pages_that_are_gone_are_gone() {
    let project = Project::new();
    project.publish(&[]).ends(0);
    std::fs::remove_file(project.folder().join("content/care.md")).expect("a file is removed");
    project.publish(&[]).ends(0);
    assert!(!project.git(&["ls-tree", "-r", "--name-only", "gh-pages"]).contains("care/"));
}

#[test]
fn a_fresh_clone_goes_on_where_others_were() {
    let project = Project::new();
    project.git(&["push", "--quiet", "origin", "main"]);
    project.publish(&["--push"]).ends(0);
    git(&project.beside(""), &["clone", "--quiet", "--branch", "main", "remote.git", "clone"]);
    let clone = project.beside("clone");
    publish_in(&clone, &["--push"]).ends(0).says(&["nothing changed"]);
    std::fs::write(clone.join("content/care.md"), CARE.replace("letters", "telephones")).expect("a file is written");
    publish_in(&clone, &["--push"]).ends(0).says(&["pushed"]);
    // And the first one goes on from there, though its own branch is behind.
    project.write("content/care.md", &CARE.replace("letters", "visitors"));
    project.publish(&["--push"]).ends(0).says(&["pushed"]);
    assert_eq!(git(&project.remote(), &["rev-list", "--count", "gh-pages"]), "3");
}

#[test]
fn without_a_branch_checked_out_it_works_as_well() {
    let project = Project::new();
    project.git(&["checkout", "--quiet", "--detach"]);
    project.publish(&["--push"]).ends(0).says(&["pushed"]);
}

#[test]
fn a_repository_without_a_commit_can_publish() {
    let project = Project::without_git();
    project.git(&["init", "--quiet"]);
    project.publish(&[]).ends(0).says(&["committed"]);
}

#[test]
fn a_project_in_a_folder_of_its_repository_can_publish() {
    let project = Project::new();
    project.git(&["mv", "site.toml", "content", "-k", "."]);
    let docs = project.folder().join("docs");
    std::fs::create_dir(&docs).expect("a folder is made");
    project.git(&["mv", "site.toml", "content", "docs"]);
    project.commit("moved");
    project.git(&["remote", "set-url", "origin", "https://codeberg.org/our/repo.git"]);
    publish_in(&docs, &[]).ends(0);
    let page = project.git(&["show", "gh-pages:delivery/level-1.html"]);
    assert!(page.contains("https://codeberg.org/our/repo/src/branch/main/docs/content/delivery.md?display=source#L5"));
}

#[test]
fn what_somebody_else_put_on_the_branch_is_replaced_only_when_asked() {
    let project = Project::new();
    project.git(&["branch", "gh-pages"]);
    let before = project.git(&["rev-parse", "gh-pages"]);
    project.publish(&[]).ends(2).says(&["`content`", "--branch", "--replace"]);
    assert_eq!(project.git(&["rev-parse", "gh-pages"]), before);
    project.publish(&["--replace"]).ends(0);
    assert_eq!(project.git(&["rev-parse", "gh-pages^"]), before, "its history stays");
}
