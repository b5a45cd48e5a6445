//! HTML of the source never becomes something that runs or loads. Payloads carry `pwned(`.

use crate::support::page::{Element, page};
use crate::support::site::Built;

/// What could harm a reader.
pub fn faults(site: &Built) -> Vec<String> {
    let mut faults = Vec::new();
    for (path, html) in site.pages() {
        // A host shows this page at any address, so it alone says from where its links are followed.
        let may_have_base = |element: &Element| path == "404.html" && element.name == "base";
        for element in page(html).elements.iter().filter(|element| !may_have_base(element)) {
            for fault in dangers(element) {
                faults.push(format!("{}: {path}: <{}> {fault}", site.name, element.name));
            }
        }
    }
    faults
}

/// What of an element could run, or load something that a source smuggled in.
fn dangers(element: &Element) -> Vec<String> {
    const NEVER: [&str; 7] = ["iframe", "object", "embed", "base", "frame", "frameset", "applet"];
    const ADDRESSES: [&str; 8] = ["href", "src", "srcset", "action", "formaction", "xlink:href", "background", "data"];
    let mut found = Vec::new();
    if NEVER.contains(&element.name.as_str()) {
        found.push("is never written".to_owned());
    }
    if element.raw.contains("pwned(") && element.name != "title" {
        found.push(format!("holds words of the source: {:.60}", element.raw));
    }
    if element.name == "meta" && element.attribute("http-equiv").is_some_and(|value| value != "Content-Security-Policy")
    {
        found.push("acts like a header".to_owned());
    }
    for (name, value) in &element.attributes {
        let plain: String =
            value.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect::<String>().to_lowercase();
        let scheme = plain.split(':').next().filter(|_| plain.contains(':')).unwrap_or_default();
        if name.starts_with("on") || name == "srcdoc" {
            found.push(format!("has `{name}`"));
        } else if ADDRESSES.contains(&name.as_str()) && ["javascript", "vbscript", "data"].contains(&scheme) {
            found.push(format!("has `{name}={value}`"));
        } else if !leads_away(element) && ADDRESSES.contains(&name.as_str()) && !scheme.is_empty() {
            found.push(format!("loads `{value}` from another host"));
        } else if name == "style" && (plain.contains("url(") || plain.contains("expression(")) {
            found.push(format!("has `style={value}`"));
        }
    }
    found
}

/// What a browser follows only when a reader asks for it, or never.
fn leads_away(element: &Element) -> bool {
    element.name == "a" || (element.name == "link" && element.attribute("rel") == Some("canonical"))
}
