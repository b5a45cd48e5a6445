//! What an HTML tag means to us. Names are in lower case; what is not named here is looked through.

use super::token::{Element, Leaf, Picture, heading_name};

/// What a start tag says.
#[derive(Clone, PartialEq, Debug)]
pub enum Opening {
    Element(Element),
    Leaf(Leaf),
    /// Its content is no text, up to the end tag of this name.
    Hidden(&'static str),
    Title,
    /// Its content reads as if the tag were not there.
    Nothing,
}

/// What an end tag says.
#[derive(Clone, PartialEq, Debug)]
pub enum Closing {
    /// The nearest element of this name closes.
    Element(&'static str),
    Leaf(Leaf),
    Nothing,
}

/// The widest cell that browsers accept, and more than any table has.
const MOST_COLUMNS: u32 = 1_000;
/// The tallest one.
const MOST_ROWS: u32 = 65_534;

/// What a start tag of this name means; `attribute` finds the value of one of its attributes.
pub fn opening(name: &str, attribute: impl Fn(&str) -> Option<String>) -> Opening {
    let element = match name {
        "br" => return Opening::Leaf(Leaf::Break { hard: true }),
        "hr" => return Opening::Leaf(Leaf::Rule),
        "img" => return Opening::Leaf(image(attribute)),
        "input" => return checkbox(attribute),
        "script" => return Opening::Hidden("script"),
        "style" => return Opening::Hidden("style"),
        "title" => return Opening::Title,
        "a" => match attribute("href") {
            Some(target) => Element::Link { target: target.into() },
            None => return Opening::Nothing,
        },
        "ol" => {
            let start = attribute("start").and_then(|start| start.trim().parse().ok());
            Element::List { start: Some(start.unwrap_or(1)) }
        }
        "td" | "th" => {
            let reach = |name: &str| attribute(name).and_then(|value| leading_number(&value));
            let columns = reach("colspan").unwrap_or(1).clamp(1, MOST_COLUMNS);
            // Zero means: to the end of the table.
            let rows = reach("rowspan").map_or(1, |rows| if rows == 0 { MOST_ROWS } else { rows.min(MOST_ROWS) });
            Element::Cell { header: name == "th", columns, rows }
        }
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Element::Heading {
            depth: name.as_bytes()[1] - b'0',
            id: attribute("id").filter(|id| !id.is_empty()).map(Into::into),
        },
        name if is_container(name) => return Opening::Leaf(Leaf::Boundary),
        name => match plain_element(name) {
            Some(element) => element,
            None => return Opening::Nothing,
        },
    };
    Opening::Element(element)
}

/// What an end tag of this name means.
pub fn closing(name: &str) -> Closing {
    match name {
        "br" => Closing::Leaf(Leaf::Break { hard: true }),
        "a" => Closing::Element("a"),
        "ol" => Closing::Element("ol"),
        "td" => Closing::Element("td"),
        "th" => Closing::Element("th"),
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Closing::Element(heading_name(name.as_bytes()[1] - b'0')),
        name if is_container(name) => Closing::Leaf(Leaf::Boundary),
        name => plain_element(name).map_or(Closing::Nothing, |element| Closing::Element(element.name())),
    }
}

/// Elements whose attributes do not matter.
fn plain_element(name: &str) -> Option<Element> {
    Some(match name {
        "p" => Element::Paragraph,
        "ul" | "menu" | "dir" => Element::List { start: None },
        "li" => Element::Item,
        "dl" => Element::Terms,
        "dt" => Element::Term,
        "dd" => Element::Definition,
        "table" => Element::Table,
        "caption" => Element::Caption,
        "thead" => Element::Head,
        "tbody" | "tfoot" => Element::Body,
        "tr" => Element::Row,
        "details" => Element::Details,
        "summary" => Element::Summary,
        "blockquote" => Element::Quote,
        "pre" | "listing" | "xmp" => Element::Preformatted,
        "em" | "i" | "cite" | "dfn" | "var" => Element::Emphasis,
        "strong" | "b" => Element::Strong,
        "s" | "strike" | "del" => Element::Strike,
        "sub" => Element::Subscript,
        "sup" => Element::Superscript,
        "code" | "kbd" | "samp" | "tt" => Element::Code,
        _ => return None,
    })
}

/// Containers without a meaning of their own, which still part what is before them from what is in them.
fn is_container(name: &str) -> bool {
    matches!(
        name,
        "address"
            | "article"
            | "aside"
            | "body"
            | "center"
            | "dialog"
            | "div"
            | "fieldset"
            | "figcaption"
            | "figure"
            | "footer"
            | "form"
            | "head"
            | "header"
            | "hgroup"
            | "html"
            | "legend"
            | "main"
            | "nav"
            | "option"
            | "search"
            | "section"
            | "select"
            | "textarea"
            | "title"
    )
}

fn image(attribute: impl Fn(&str) -> Option<String>) -> Leaf {
    let value = |name: &str| attribute(name).unwrap_or_default();
    Leaf::Image(Box::new(Picture { source: value("src"), alt: value("alt") }))
}

fn checkbox(attribute: impl Fn(&str) -> Option<String>) -> Opening {
    if attribute("type").is_some_and(|kind| kind.eq_ignore_ascii_case("checkbox")) {
        Opening::Leaf(Leaf::Checkbox(attribute("checked").is_some()))
    } else {
        Opening::Nothing
    }
}

fn leading_number(value: &str) -> Option<u32> {
    let value = value.trim_start();
    let digits = value.len() - value.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let digits = &value[..digits];
    if digits.is_empty() { None } else { Some(digits.parse().unwrap_or(u32::MAX)) }
}
