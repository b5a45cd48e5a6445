//! Blocks as their author meant them: bullets that were typed as characters become lists, lines and bold paragraphs
//! and disclosures that name levels become headings. Takes and gives blocks; every word stays.

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::Arc;

use super::names::{self, RunLevel};
use super::vocabulary::{Announces, announces};
use super::wording;
use crate::text::{Block, Details, Heading, Inline, Inlines, Item, List, Span};

/// Longest line that can be a heading, in words.
const HEADING_WORDS: usize = 10;
/// Bullets that are no Markdown.
const ROUND_BULLETS: &[char] = &['•', '●', '◦', '▪', '■', '‣', '⁃'];
/// How sure a name alone must be before a line becomes a heading.
const STRENGTH: f32 = 0.5;

/// Reads the layout of a document; most are laid out as they stand.
pub fn tidy(blocks: &[Block]) -> Cow<'_, [Block]> {
    let blocks = if blocks.iter().any(is_typed) {
        Cow::Owned(blocks.iter().map(with_hashes).flat_map(|block| with_lists(&block)).collect())
    } else {
        Cow::Borrowed(blocks)
    };
    let has_headings = blocks.iter().any(|block| matches!(block, Block::Heading(_)));
    let lines = if has_headings { HashSet::new() } else { levels(blocks.iter().map(line_of)) };
    let blocks = if lines.len() < 2 { blocks } else { Cow::Owned(with_line_headings(blocks.into_owned(), &lines)) };
    let mut named = levels(blocks.iter().map(named_by));
    named.extend(marked(&blocks));
    if named.len() < 2 { blocks } else { Cow::Owned(with_named_headings(blocks.into_owned(), &named)) }
}

/// Whether a paragraph may hold bullets or hashes that were typed as characters.
fn is_typed(block: &Block) -> bool {
    let Block::Paragraph(paragraph) = block else { return false };
    let first = wording::first_letter(&paragraph.content);
    first == Some('#') || wording::has_letter(&paragraph.content, ROUND_BULLETS)
}

/// `## Notes` inside raw HTML is a heading that Markdown did not read.
fn with_hashes(block: &Block) -> Block {
    let Block::Paragraph(paragraph) = block else { return block.clone() };
    let text = paragraph.content.plain();
    let depth = text.chars().take_while(|character| *character == '#').count();
    let is_heading = (1..=6).contains(&depth) && text[depth..].starts_with(' ');
    if !is_heading || paragraph.content.lines().len() != 1 {
        return block.clone();
    }
    let lead = wording::start(&paragraph.content);
    heading(wording::cut_start(&paragraph.content, lead + depth + 1), depth as u8, paragraph.span)
}

/// Cuts a paragraph of typed bullets into text and lists.
fn with_lists(block: &Block) -> Vec<Block> {
    let Block::Paragraph(paragraph) = block else { return vec![block.clone()] };
    let lines = paragraph.content.lines();
    let bullets: Vec<Option<usize>> = lines.iter().map(round_bullet).collect();
    if bullets.iter().all(Option::is_none) {
        return vec![block.clone()];
    }
    let mut out: Vec<Block> = Vec::new();
    for (line, bullet) in lines.into_iter().zip(bullets) {
        let span = wording::span(&line).unwrap_or(paragraph.span);
        match (bullet, out.last_mut()) {
            (Some(length), Some(Block::List(list))) => {
                add_item(Arc::make_mut(list), wording::cut_start(&line, length), span);
            }
            (Some(length), _) => {
                let mut list = List { start: None, items: Vec::new(), span };
                add_item(&mut list, wording::cut_start(&line, length), span);
                out.push(Block::List(Arc::new(list)));
            }
            (None, Some(Block::List(list))) => continue_item(Arc::make_mut(list), line, span),
            (None, Some(Block::Paragraph(text))) => {
                let text = Arc::make_mut(text);
                text.content.0.push(Inline::Break { hard: false, at: span });
                text.content.0.extend(line.0);
                text.span = text.span.to(span);
            }
            (None, _) => out.push(Block::paragraph(line, span)),
        }
    }
    out
}

/// A bullet that is no Markdown, so that it was not read as a list.
fn round_bullet(line: &Inlines) -> Option<usize> {
    let is_round = wording::first_letter(line).is_some_and(|letter| ROUND_BULLETS.contains(&letter));
    if is_round { wording::typed_bullet(line) } else { None }
}

fn add_item(list: &mut List, content: Inlines, span: Span) {
    let blocks = vec![Block::paragraph(content, span)];
    list.items.push(Item { blocks, checked: None, span });
    list.span = list.span.to(span);
}

fn continue_item(list: &mut List, line: Inlines, span: Span) {
    let last = list.items.last_mut().and_then(|item| item.blocks.last_mut());
    if let Some(Block::Paragraph(paragraph)) = last {
        let paragraph = Arc::make_mut(paragraph);
        paragraph.content.0.push(Inline::Break { hard: false, at: span });
        paragraph.content.0.extend(line.0);
        paragraph.span = paragraph.span.to(span);
    }
    list.span = list.span.to(span);
}

/// In a document without headings: the first short line is its title, lines that name levels are headings below it,
/// and short lines over lists below those.
fn with_line_headings(blocks: Vec<Block>, levels: &HashSet<usize>) -> Vec<Block> {
    let over_list: Vec<bool> = blocks.windows(2).map(|pair| matches!(pair[1], Block::List(_))).chain([false]).collect();
    let mut out = Vec::with_capacity(blocks.len());
    for (at, block) in blocks.into_iter().enumerate() {
        let depth = match line_of(&block) {
            Some(_) if levels.contains(&at) => Some(2),
            Some(_) if at == 0 => Some(1),
            Some(_) if over_list[at] => Some(3),
            _ => None,
        };
        out.push(match (block, depth) {
            (Block::Paragraph(line), Some(depth)) => heading(line.content.clone(), depth, line.span),
            (block, _) => block,
        });
    }
    out
}

/// The places of the names that read as levels beside one another.
fn levels<'a>(names: impl Iterator<Item = Option<&'a Inlines>>) -> HashSet<usize> {
    let written = names.enumerate().filter_map(|(at, name)| Some((at, name?.plain().trim_end_matches(':').to_owned())));
    let (places, names): (Vec<usize>, Vec<String>) = written.unzip();
    // `2. Baker` between `1. Junior Baker` and `3. Senior Baker`: behind ordinals stand plain roles too.
    let bare: Vec<String> = names.iter().map(|name| wording::name(name)).collect();
    let (as_written, bare) = (sure_of(&names), if bare == names { Vec::new() } else { sure_of(&bare) });
    let sure = if bare.len() > as_written.len() { bare } else { as_written };
    sure.into_iter().map(|index| places[index]).collect()
}

fn sure_of(names: &[String]) -> Vec<usize> {
    let is_sure = |level: &Option<Box<RunLevel>>| level.as_ref().is_some_and(|level| level.strength >= STRENGTH);
    let levels = names::run(names).levels;
    levels.iter().enumerate().filter(|(_, level)| is_sure(level)).map(|(index, _)| index).collect()
}

/// A paragraph of one short line that is no sentence.
fn line_of(block: &Block) -> Option<&Inlines> {
    let Block::Paragraph(paragraph) = block else { return None };
    let text = paragraph.content.plain();
    if text.split_whitespace().nth(HEADING_WORDS).is_some() {
        return None;
    }
    let ends = text.ends_with(['.', '!', '?', ':', ';', ',', '。', '：']);
    (!text.is_empty() && !ends && paragraph.content.is_one_line()).then_some(&paragraph.content)
}

/// Bold paragraphs and disclosures that name levels, where there are two or more, become headings one step deeper than
/// where they stand.
fn with_named_headings(blocks: Vec<Block>, levels: &HashSet<usize>) -> Vec<Block> {
    let mut depth = 0;
    let mut out = Vec::with_capacity(blocks.len());
    for (at, block) in blocks.into_iter().enumerate() {
        if let Block::Heading(heading) = &block {
            depth = heading.depth;
        }
        let below = (depth + 1).min(6);
        match block {
            Block::Paragraph(line) if levels.contains(&at) => out.push(heading(line.content.clone(), below, line.span)),
            Block::Details(details) if levels.contains(&at) => {
                out.push(heading(details.summary.clone(), below, details.span));
                out.extend(details.blocks.iter().cloned());
            }
            block => out.push(block),
        }
    }
    out
}

/// What a bold paragraph or a disclosure is called.
fn named_by(block: &Block) -> Option<&Inlines> {
    match block {
        Block::Paragraph(paragraph) => {
            let lead_in = wording::lead_in(&paragraph.content)?;
            (lead_in.marked && lead_in.alone).then_some(&paragraph.content)
        }
        Block::Details(details) => Some(&details.summary),
        _ => None,
    }
}

/// The places of lines that mark levels: two or more with the same label under one heading, each with something below it.
/// One alone under its heading says of what level that heading is.
fn marked(blocks: &[Block]) -> Vec<usize> {
    let is_heading = |block: &Block| matches!(block, Block::Heading(_));
    let mut out = Vec::new();
    let mut start = 0;
    for section in blocks.split_inclusive(is_heading) {
        out.extend(marked_in(section).into_iter().map(|at| start + at));
        start += section.len();
    }
    out
}

fn marked_in(section: &[Block]) -> Vec<usize> {
    let markers = section.iter().enumerate().filter_map(|(at, block)| Some((at, marker(block)?)));
    let markers: Vec<(usize, (String, String))> = markers.collect();
    let Some((_, (label, _))) = markers.first() else { return Vec::new() };
    let (places, names): (Vec<usize>, Vec<&String>) =
        markers.iter().filter(|(_, (other, _))| other == label).map(|(at, (_, name))| (*at, name)).unzip();
    let says = |at: &usize| {
        let next = section.get(at + 1);
        next.is_some_and(|next| !matches!(next, Block::Heading(_) | Block::Rule { .. }))
            && places.binary_search(&(at + 1)).is_err()
    };
    let known = names::run(&names).levels.iter().flatten().count();
    let are_levels = places.len() > 1 && known * 2 > places.len() && places.iter().all(says);
    if are_levels { places } else { Vec::new() }
}

/// `**Level:** Junior`: the word for step or title, and the name behind it.
fn marker(block: &Block) -> Option<(String, String)> {
    let Block::Paragraph(paragraph) = block else { return None };
    let lead_in = wording::lead_in(&paragraph.content).filter(|lead_in| !lead_in.alone)?;
    let names_level = names::is_step_word(&lead_in.label) || names::is_title_word(&lead_in.label);
    if !names_level || !paragraph.content.is_one_line() {
        return None;
    }
    let name = wording::cut_start(&paragraph.content, lead_in.length).plain();
    wording::has_at_most(&name, HEADING_WORDS).then(|| (wording::key(&lead_in.label), name))
}

/// Disclosures inside a level as label paragraphs over what they hide, but for illustrations.
pub fn opened(blocks: &[Block]) -> Cow<'_, [Block]> {
    if !blocks.iter().any(|block| matches!(block, Block::Details(details) if is_group(details))) {
        return Cow::Borrowed(blocks);
    }
    let mut out = Vec::with_capacity(blocks.len());
    for block in blocks {
        match block {
            Block::Details(details) if is_group(details) => {
                let content = Inlines(vec![Inline::Strong(details.summary.clone())]);
                let span = wording::span(&details.summary).unwrap_or(details.span);
                out.push(Block::paragraph(content, span));
                out.extend(details.blocks.iter().cloned());
            }
            other => out.push(other.clone()),
        }
    }
    Cow::Owned(out)
}

fn is_group(details: &Details) -> bool {
    let summary = details.summary.plain();
    let has_list = details.blocks.iter().any(|block| matches!(block, Block::List(_)));
    !summary.is_empty() && has_list && announces(&summary) != Some(Announces::Examples)
}

fn heading(content: Inlines, depth: u8, span: Span) -> Block {
    Block::heading(Heading { depth, content, id: None, span })
}
