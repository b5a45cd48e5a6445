//! What a request asks for → a path that cannot lead out of anything. The only module that knows `percent-encoding`.

use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};

/// A path from the root of the host, decoded once: `ladders/index.html`. No part of it is empty but the last, and none
/// is `.` or `..`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Address {
    path: String,
}

/// Longer than any address of a site.
const LONGEST: usize = 8 * 1024;

impl Address {
    /// The address of a request line; `None` where it is none that a site could have: one that leads upwards, in
    /// whatever spelling, or that holds what no path of a site holds.
    pub fn read(target: &str) -> Option<Self> {
        let path = target.split(['?', '#']).next()?.strip_prefix('/')?;
        if path.len() > LONGEST {
            return None;
        }
        let path = percent_decode_str(path).decode_utf8().ok()?.into_owned();
        let folders = path.rsplit_once('/').map_or("", |(folders, _)| folders);
        let hollow = path.starts_with('/') || (!folders.is_empty() && folders.split('/').any(str::is_empty));
        let climbs = path.split('/').any(|part| part == "." || part == "..");
        let odd = path.contains(|letter: char| letter == '\\' || letter.is_control());
        (!hollow && !climbs && !odd).then_some(Self { path })
    }

    /// The path, without a slash before it.
    pub fn path(&self) -> &str {
        &self.path
    }
}

/// What stays as it is in a header or a link.
const PLAIN: &AsciiSet =
    &CONTROLS.add(b' ').add(b'"').add(b'#').add(b'%').add(b'<').add(b'>').add(b'?').add(b'`').add(b'{').add(b'}');

/// A path as it stands in an address.
pub fn encoded(path: &str) -> String {
    utf8_percent_encode(path, PLAIN).to_string()
}

#[cfg(test)]
mod tests {
    use super::{Address, encoded};

    #[test]
    fn addresses_are_decoded_once() {
        for (target, expected) in [
            ("/", ""),
            ("/a/b.html?x=1#y", "a/b.html"),
            ("/a/", "a/"),
            ("/%D7%90/b%20c.html", "א/b c.html"),
            ("/a%2Fb.html", "a/b.html"),
            ("/100%25.html", "100%.html"),
            ("/%252e%252e/x", "%2e%2e/x"),
            ("/...", "..."),
        ] {
            assert_eq!(Address::read(target).map(|it| it.path), Some(expected.to_owned()), "{target}");
        }
        assert_eq!(encoded("א/b c?.html"), "%D7%90/b%20c%3F.html");
    }

    #[test]
    fn none_leads_upwards() {
        for target in [
            "/../x",
            "/a/../../x",
            "/a/..",
            "/%2e%2e/x",
            "/%2E./x",
            "/.%2e/x",
            "/..%2fx",
            "/%2e%2e%2fx",
            "/a%5c..%5cx",
            "/a\\..\\x",
            "/..%5cx",
            "//x",
            "/a//x",
            "/./x",
            "/%2e/x",
            "/%00",
            "/a%0d%0ab",
            "/%c0%ae%c0%ae/x",
            "/%ff",
            "",
            "x",
            "http://h/x",
            "*",
            "/%2fetc/passwd",
            "/c:%5cx",
        ] {
            assert_eq!(Address::read(target), None, "{target}");
        }
        assert_eq!(Address::read(&format!("/{}", "a".repeat(100_000))), None);
    }
}
