//! Pages that only the preview has: for an address that leads nowhere, and for a folder that holds no site yet.

use super::snapshot::Snapshot;
use crate::io::encoded;
use crate::text::nearest;

/// For an address that leads nowhere: the nearest that does, and the way home.
pub fn missing(snapshot: &Snapshot, path: &str) -> String {
    let pages = snapshot.paths().filter(|path| path.ends_with(".html"));
    let near = nearest(path.strip_prefix(&snapshot.base).unwrap_or(path), pages);
    let link = |path: &str, name: &str| {
        format!("<a href=\"/{}\">{}</a>", escaped(&encoded(&format!("{}{path}", snapshot.base))), escaped(name))
    };
    let near = near.map(|near| format!("<p>Did you mean {}?</p>\n", link(near, near))).unwrap_or_default();
    let text =
        format!("<p>There is no page <code>{}</code>.</p>\n{near}<p>{}</p>\n", escaped(path), link("", "To the site"));
    page("Not found", &text)
}

/// For a folder that holds no site yet.
pub fn nothing() -> String {
    page("No site yet", "<p>There is nothing to show yet. This page changes by itself as soon as there is.</p>\n")
}

fn page(title: &str, body: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<title>{title}</title>\n</head>\n\
         <body>\n<h1>{title}</h1>\n{body}</body>\n</html>\n"
    )
}

fn escaped(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
