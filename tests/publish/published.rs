//! What a published site looks like to its readers.

use super::crawl::crawl;
use super::host::Host;
use super::project::{BASE, Project};

#[test]
fn every_link_of_a_published_site_leads_somewhere() {
    let project = Project::new();
    project.publish(&["--push"]).ends(0).says(&["committed to `gh-pages`", "and pushed", BASE]);
    let host = Host::of(&project.site());
    let pages = crawl(&host, &["/repo/", "/repo/no/such/page.html", "/repo/404"]);
    assert!(pages.len() > 10, "{:?}", pages.keys());
    assert!(pages.contains_key("/repo/delivery/level-1.html"));
    let (status, robots) = host.get("/repo/robots.txt");
    assert!(status == 200 && robots.contains(&format!("Sitemap: {BASE}sitemap.xml")), "{robots}");
    let (_, sitemap) = host.get("/repo/sitemap.xml");
    let listed: Vec<&str> = sitemap.split("<loc>").skip(1).filter_map(|rest| rest.split('<').next()).collect();
    assert!(listed.len() > 5, "{sitemap}");
    for address in listed {
        let path = address.strip_prefix("https://our.github.io").expect("every address is whole");
        let (status, page) = host.get(path);
        assert_eq!(status, 200, "{address}");
        assert!(page.contains(&format!("<link rel=\"canonical\" href=\"{address}\">")), "{address}");
    }
}

#[test]
fn only_the_page_for_lost_readers_has_a_base() {
    let project = Project::new();
    project.publish(&["--push"]).ends(0);
    let host = Host::of(&project.site());
    for (path, page) in crawl(&host, &["/repo/", "/repo/a/b/c/d"]) {
        assert_eq!(page.contains("<base href=\"/repo/\">"), path == "/repo/a/b/c/d", "{path}");
    }
}

#[test]
fn pages_tell_where_their_words_can_be_changed() {
    let project = Project::new();
    project.git(&["remote", "set-url", "origin", "git@github.com:our/repo.git"]);
    project.git(&["commit", "--quiet", "--amend", "--no-edit", "--date", "2026-03-04T12:00:00"]);
    project.publish(&[]).ends(0);
    let page = project.git(&["show", "gh-pages:delivery/level-2.html"]);
    let track = project.git(&["show", "gh-pages:delivery/index.html"]);
    let web = "https://github.com/our/repo";
    for address in
        ["blob/main/content/delivery.md?plain=1#L10", "edit/main/content/delivery.md#L10", "issues/new?title="]
    {
        assert!(page.contains(&format!("{web}/{address}")), "`{address}` is missing in {page}");
    }
    assert!(page.contains(&format!("{web}/edit/main/content/delivery.md#L12\"")), "a criterion has its line: {page}");
    let day = project.git(&["log", "-1", "--format=%cs"]);
    assert!(
        track.contains(&format!("Last changed <a href=\"{web}/commits/main/content/delivery.md\"><time>{day}")),
        "{track}"
    );
}

#[test]
fn the_address_comes_from_the_remote_where_nobody_sets_it() {
    let project = Project::new();
    project.write("site.toml", "title = \"Ladders\"\n");
    project.publish(&[]).ends(0).says(&["warning: the address of the site is not known"]);
    assert!(!project.git(&["ls-tree", "--name-only", "gh-pages"]).contains("sitemap.xml"));
    project.git(&["remote", "set-url", "origin", "https://github.com/Our/our.github.io.git"]);
    let ran = project.publish(&[]).ends(0);
    assert!(!ran.said.contains("warning"), "{}", ran.said);
    assert!(project.git(&["show", "gh-pages:robots.txt"]).contains("https://our.github.io/sitemap.xml"));
    assert!(project.git(&["show", "gh-pages:404.html"]).contains("<base href=\"/\">"));
}

#[test]
fn a_shallow_clone_says_what_it_cannot_know() {
    let project = Project::new();
    project.git(&["push", "--quiet", "origin", "main"]);
    let clone = project.beside("clone");
    let url = format!("file://{}", project.remote().display());
    super::project::git(&project.beside(""), &["clone", "--quiet", "--depth", "1", "--branch", "main", &url, "clone"]);
    super::project::publish_in(&clone, &[]).ends(0).says(&["the clone is shallow", "fetch-depth: 0"]);
    let track = super::project::git(&clone, &["show", "gh-pages:delivery/index.html"]);
    assert!(!track.contains("Last changed"), "{track}");
}

#[test]
fn a_domain_of_ones_own_is_kept() {
    let project = Project::new();
    let domain = || project.git(&["show", "gh-pages:CNAME"]);
    project.publish(&["--base-url", "https://ladders.example.org"]).ends(0);
    assert_eq!(domain(), "ladders.example.org");
    project.write("site.toml", "title = \"Ladders\"\n");
    project.publish(&[]).ends(0);
    assert_eq!(domain(), "ladders.example.org", "what is on the branch stays");
    assert!(project.git(&["show", "gh-pages:sitemap.xml"]).contains("<loc>https://ladders.example.org/</loc>"));
    project.publish(&["--base-url", "https://new.example.org/"]).ends(0);
    assert_eq!(domain(), "new.example.org", "what is said beats it");
}

#[test]
fn a_path_below_a_domain_is_not_ones_own() {
    let project = Project::new();
    project.publish(&["--base-url", "https://example.org/ladders/"]).ends(0);
    assert!(!project.git(&["ls-tree", "--name-only", "gh-pages"]).contains("CNAME"));
}
