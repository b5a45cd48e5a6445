//! The script that keeps a page alive, and its place in a page. The law: what is served is what would be built, but for
//! this one element.

use crate::text::fingerprint;

/// The script itself.
pub const SCRIPT: &str = include_str!("reload.js");

/// What a page that is served was made from.
#[derive(Clone, Copy, Debug)]
pub struct Stamp<'a> {
    /// Different for every run of the program.
    pub boot: &'a str,
    /// Counts the sites of a run.
    pub build: u64,
    /// The name of the page's contents.
    pub mark: &'a str,
}

/// A page with the script before its end.
pub fn injected(page: &[u8], stamp: Stamp<'_>) -> Vec<u8> {
    let end = b"</body>";
    let at = page.windows(end.len()).rposition(|window| window.eq_ignore_ascii_case(end)).unwrap_or(page.len());
    let mut out = Vec::with_capacity(page.len() + 256);
    out.extend_from_slice(&page[..at]);
    out.extend_from_slice(element(stamp).as_bytes());
    out.extend_from_slice(&page[at..]);
    out
}

fn element(stamp: Stamp<'_>) -> String {
    let Stamp { boot, build, mark } = stamp;
    let mark = mark.trim_matches('"');
    let version = fingerprint(SCRIPT.as_bytes());
    format!(
        "<script src=\"/__ladder/reload.js?{version}\" data-boot=\"{boot}\" data-build=\"{build}\" data-mark=\"&quot;{mark}&quot;\"></script>"
    )
}

#[cfg(test)]
mod tests {
    use super::{Stamp, injected};

    #[test]
    fn the_script_stands_before_the_end_and_nothing_else_changes() {
        let stamp = Stamp { boot: "b", build: 1, mark: "\"m\"" };
        for page in ["<p>a</p></body></html>", "<p>&lt;/body></p></BODY>\n", "no end", ""] {
            let text = String::from_utf8(injected(page.as_bytes(), stamp)).expect("it was text");
            let (start, rest) = text.split_once("<script src=\"/__ladder/").expect("the script is there");
            let (_, end) = rest.split_once("</script>").expect("it ends");
            assert_eq!(format!("{start}{end}"), page);
            assert!(end.is_empty() || end.to_lowercase().starts_with("</body>"));
        }
    }
}
