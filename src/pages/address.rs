//! Addresses from the root of the web, for what cannot do with a relative one: canonical links, the sitemap, the base of
//! `404.html`.

use std::fmt::Write as _;

/// The address of a file of the site; a folder stands for its `index.html`. `base` ends in a slash.
pub(super) fn whole(base: &str, path: &str) -> String {
    let folder = match path.strip_suffix("index.html") {
        Some(folder) if folder.is_empty() || folder.ends_with('/') => folder,
        Some(_) | None => path,
    };
    format!("{base}{}", encoded(folder))
}

/// Where a site stands on its host, with slashes around it: `/ladders/`, or `/`.
pub(super) fn path_of(base: Option<&str>) -> String {
    let rest = base.and_then(|base| base.split_once("://")).map_or("", |(_, rest)| rest);
    match rest.find('/') {
        Some(at) => format!("{}/", rest[at..].trim_end_matches('/')),
        None => "/".to_owned(),
    }
}

/// A path or a value of a query, with everything that is not a plain letter, digit or one of `-._~/` as `%` and two
/// digits.
pub(super) fn encoded(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => out.push(char::from(byte)),
            byte => write!(out, "%{byte:02X}").expect("a string takes it"),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{path_of, whole};

    #[test]
    fn addresses_are_whole_and_plain() {
        for (path, expected) in [
            ("index.html", ""),
            ("delivery/index.html", "delivery/"),
            ("delivery/level-1.html", "delivery/level-1.html"),
            ("größe & maß.html", "gr%C3%B6%C3%9Fe%20%26%20ma%C3%9F.html"),
            ("myindex.html", "myindex.html"),
        ] {
            assert_eq!(whole("https://example.org/x/", path), format!("https://example.org/x/{expected}"));
        }
    }

    #[test]
    fn the_path_of_a_site_has_slashes_around_it() {
        for (base, expected) in [
            (None, "/"),
            (Some("https://example.org"), "/"),
            (Some("https://example.org/"), "/"),
            (Some("https://example.org/a/b/"), "/a/b/"),
        ] {
            assert_eq!(path_of(base), expected);
        }
    }
}
