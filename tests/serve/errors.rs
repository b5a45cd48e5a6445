//! What is wrong is shown, once, and goes when it is mended; the last good site stays.

use super::preview::{LADDER, Preview, folder, write};

#[test]
fn an_error_in_the_content_comes_and_goes() {
    let folder = folder(&[("site.toml", "title = \"One\"\n"), ("content/delivery.md", LADDER)]);
    let preview = Preview::of(folder.path());
    let mut events = preview.events();
    assert_eq!(events.next().expect("the state comes at once")["problems"].as_array().map(Vec::len), Some(0));
    write(&folder.path().join("site.toml"), "title = \"Two\"\ntitel = \"x\"\n");
    let told = events.next().expect("a change is told");
    let problem = &told["problems"][0];
    assert!(problem["place"].as_str().is_some_and(|place| place.ends_with("site.toml:2:1")), "{problem}");
    assert_eq!((&problem["excerpt"]["marked"], &problem["excerpt"]["line"]), (&"titel".into(), &2.into()));
    write(&folder.path().join("content/delivery.md"), &format!("{LADDER}- More.\n"));
    assert_eq!(events.next().expect("a change is told")["problems"], told["problems"]);
    write(&folder.path().join("site.toml"), "title = \"Two\"\n");
    assert_eq!(events.next().expect("a change is told")["problems"].as_array().map(Vec::len), Some(0));
    preview.shows("", "Two");
    let said = preview.says("all is well again").join("\n");
    assert_eq!(said.matches("site.toml:2:1").count(), 1, "it is not told at every save: {said}");
}

#[test]
fn a_broken_template_leaves_the_last_good_site() {
    let good = "{% extends \"default/level.html\" %}{% block footer %}<i>good</i>{% endblock %}";
    let folder = folder(&[("site.toml", ""), ("content/delivery.md", LADDER), ("themes/templates/level.html", good)]);
    let preview = Preview::of(folder.path());
    let mut events = preview.events();
    events.next();
    for (text, line) in [("\n{% if %}", 2), ("<p>\n\n{{ titel }}", 3), ("{% nonsense %}", 1)] {
        write(&folder.path().join("themes/templates/level.html"), text);
        let told = events.next().expect("a change is told");
        let place = told["problems"][0]["place"].as_str().unwrap_or_default();
        assert!(place.contains(&format!("themes/templates/level.html:{line}:")), "{told}");
        assert!(told["problems"][0]["excerpt"]["line"] == line, "{told}");
        assert!(preview.get("delivery/level-1.html").text().contains("<i>good</i>"));
        // A change of the content does not put the broken theme to use.
        write(&folder.path().join("content/delivery.md"), &format!("{LADDER}- Line {line}.\n"));
        events.next();
        assert!(preview.get("delivery/level-1.html").text().contains("<i>good</i>"));
    }
    write(&folder.path().join("themes/templates/level.html"), &good.replace("good", "better"));
    let told = events.next().expect("a change is told");
    assert_eq!(told["problems"].as_array().map(Vec::len), Some(0));
    assert!(preview.get("delivery/level-1.html").text().contains("<i>better</i>"));
}

#[test]
fn the_last_document_gone_leaves_the_last_good_site() {
    let folder = folder(&[("delivery.md", LADDER)]);
    let preview = Preview::of(folder.path());
    let mut events = preview.events();
    events.next();
    std::fs::remove_file(folder.path().join("delivery.md")).expect("a file is removed");
    assert!(events.next().expect("a change is told")["problems"][0]["message"].as_str().is_some());
    assert_eq!(preview.get("delivery/").status(), 200);
    write(&folder.path().join("delivery.md"), LADDER);
    let mended = events.next().expect("a change is told");
    assert_eq!(mended["problems"].as_array().map(Vec::len), Some(0));
}
