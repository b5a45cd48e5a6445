//! Named properties of a level: `**Years of experience**: 5+`, a list of such lines, a headed line.

use crate::model::framework::Fact;
use crate::model::vocabulary::{Announces, announces};
use crate::model::wording;
use crate::text::{Block, Heading, Inlines};

/// Longest value of a fact whose name is not set apart, in words.
const PLAIN_VALUE_WORDS: usize = 6;

/// The facts of a block where it consists of facts only.
pub fn facts(block: &Block) -> Option<Vec<Fact>> {
    let facts: Vec<Fact> = match block {
        Block::Paragraph(paragraph) => paragraph.content.lines().iter().map(fact).collect::<Option<_>>()?,
        Block::List(list) => {
            let only = |blocks: &[Block]| match blocks {
                [Block::Paragraph(paragraph)] => fact(&paragraph.content),
                _ => None,
            };
            list.items.iter().map(|item| only(&item.blocks)).collect::<Option<_>>()?
        }
        Block::Heading(_)
        | Block::Table(_)
        | Block::Details(_)
        | Block::Quote { .. }
        | Block::Code { .. }
        | Block::Rule { .. } => return None,
    };
    (!facts.is_empty()).then_some(facts)
}

/// `### Typical experience` over one line.
pub fn of_heading(heading: &Heading, blocks: &[Block]) -> Option<Fact> {
    let name = wording::name(&heading.content.plain());
    match blocks {
        [Block::Paragraph(paragraph)] if announces(&name) == Some(Announces::Summary) => {
            Some(Fact { name, value: paragraph.content.clone(), span: heading.span.to(paragraph.span) })
        }
        _ => None,
    }
}

/// Whether a text is a name and a value of few words that are no sentence.
pub fn is_short(text: &Inlines) -> bool {
    wording::lead_in(text).is_some_and(|lead_in| is_value(&wording::cut_start(text, lead_in.length).plain()))
}

fn is_value(text: &str) -> bool {
    wording::has_at_most(text, PLAIN_VALUE_WORDS) && !text.ends_with('.')
}

fn fact(line: &Inlines) -> Option<Fact> {
    let lead_in = wording::lead_in(line).filter(|lead_in| !lead_in.alone)?;
    let value = wording::cut_start(line, lead_in.length);
    let span = wording::span(line)?;
    (lead_in.marked || is_value(&value.plain())).then_some(Fact { name: wording::name(&lead_in.label), value, span })
}
