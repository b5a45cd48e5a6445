//! Blocks below a level heading, or below a dimension inside a level.

use super::chunk::{Chunk, Group, chunks, groups};
use super::recurrence::STATEMENT_WORDS;
use super::{Body, Place, Recurrence, fact, list, table};
use crate::model::names::state_of;
use crate::model::navigation;
use crate::model::vocabulary::{Announces, announces, is_description};
use crate::model::wording;
use crate::text::{Block, Details, Heading, Inline, Paragraph};
use std::sync::Arc;

/// How many times more items under headings than in front of them make the headings dimensions, though the level begins
/// with a list.
const MANY_TIMES: usize = 3;

/// What holds the criteria of a level.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Form {
    /// Its own lists or paragraphs.
    Flat,
    /// Headings, one per dimension.
    Headed,
    /// A table.
    Tabled,
}

/// What one chunk of a level is.
enum Role {
    Statements,
    /// In front of the criteria: facts and a description.
    Summary,
    /// Prose under its own heading.
    Prose,
}

/// Sorts blocks under a level.
pub fn read(blocks: &[Block], place: &Place, body: &mut Body) {
    let chunks = chunks(blocks);
    let form = form(&chunks, place.names);
    for (at, chunk) in chunks.iter().enumerate() {
        let groups_others = form == Form::Headed && chunk.is_prose() && chunk.is_above(&chunks[at + 1..]);
        let role = if groups_others { Role::Summary } else { role(chunk, form, place.names) };
        match role {
            Role::Statements => statements_of(chunk, form, place, body),
            Role::Summary => summary(chunk, place, body),
            Role::Prose => prose(chunk, body),
        }
    }
}

/// Reads statements under one dimension, or under none.
pub fn statements(blocks: &[Block], place: &Place, body: &mut Body) {
    for group in groups(blocks) {
        let mut place = place.clone();
        if let Some(label) = group.label {
            label_place(&group, label, &mut place, body);
        }
        group_statements(group.blocks, &place, body);
    }
}

/// The heading that names the dimension of a chunk: its own, or the one above where that one comes back and its own does
/// not.
fn naming<'a>(chunk: &Chunk<'a>, names: &Recurrence) -> Option<&'a Arc<Heading>> {
    let outer = chunk.outer.filter(|_| !chunk.blocks.iter().all(navigation::is_navigation));
    let outer = outer.filter(|outer| names.is_over_others(&wording::name(&outer.content.plain())));
    outer.or(chunk.heading)
}

fn form(chunks: &[Chunk], names: &Recurrence) -> Form {
    // A table of a few values beside many lists under headings is no body of criteria.
    let told: usize = chunks.iter().map(Chunk::tabled).sum();
    let listed: usize = chunks.iter().filter(|chunk| chunk.heading.is_some()).map(Chunk::listed).sum();
    let tables = told > 0 && told >= listed;
    let items = |chunk: &Chunk| {
        let lists = chunk.blocks.iter().map(|block| if let Block::List(list) = block { list.items.len() } else { 0 });
        lists.sum::<usize>()
    };
    let intro = chunks.first().map_or(0, items);
    let headed: usize = chunks.iter().skip(1).map(items).sum();
    let intro_lists = intro > 0 && headed < MANY_TIMES * intro;
    let is_dimension = |chunk: &Chunk| {
        let Some(heading) = naming(chunk, names) else { return false };
        let name = heading.content.plain();
        match announces(&name) {
            Some(Announces::Prose | Announces::Licence) => false,
            Some(Announces::Summary) => chunk.has_list() && names.recurs(&name),
            Some(Announces::Examples) | None if chunk.has_list() => !intro_lists || names.recurs(&wording::name(&name)),
            Some(Announces::Examples) | None => chunk.is_prose() && names.recurs(&wording::name(&name)),
        }
    };
    match () {
        () if tables => Form::Tabled,
        () if chunks.iter().any(is_dimension) => Form::Headed,
        () => Form::Flat,
    }
}

fn role(chunk: &Chunk, form: Form, names: &Recurrence) -> Role {
    let Some(heading) = naming(chunk, names) else {
        let is_statements = form == Form::Flat || form == Form::Tabled && chunk.blocks.iter().any(table::is_statements);
        return if is_statements { Role::Statements } else { Role::Summary };
    };
    if form == Form::Tabled {
        return if chunk.blocks.iter().any(table::is_statements) { Role::Statements } else { Role::Summary };
    }
    let name = wording::name(&heading.content.plain());
    match announces(&name) {
        Some(Announces::Summary) if !chunk.has_list() => Role::Summary,
        Some(Announces::Prose | Announces::Licence) => Role::Prose,
        _ if form == Form::Flat => Role::Prose,
        _ if chunk.is_prose() && !names.recurs(&name) => Role::Prose,
        _ => Role::Statements,
    }
}

fn statements_of<'a>(chunk: &Chunk<'a>, form: Form, place: &Place<'a>, body: &mut Body) {
    let Some(heading) = chunk.heading else {
        return statements(chunk.blocks, place, body);
    };
    if form == Form::Tabled || !chunk.has_words() {
        if !place.names.is_over_others(&wording::name(&heading.content.plain())) {
            body.keep_heading(heading);
        }
        return statements(chunk.blocks, place, body);
    }
    let naming = naming(chunk, place.names).unwrap_or(heading);
    let lead = (naming != heading).then(|| heading.content.clone());
    let dimension = wording::name(&naming.content.plain());
    let tells_none = dimension.is_empty() || place.dimension.is_some() && place.names.is_across(&dimension);
    let dimension = if tells_none { place.dimension.clone() } else { Some(dimension) };
    let count = body.criteria.len();
    let inner = Place { names: place.names, dimension, heading: Some(heading), lead };
    statements(chunk.blocks, &inner, body);
    if body.criteria.len() == count && !body.has_section(heading) {
        body.keep_heading(heading);
    }
}

/// A heading of description, or what stands in front of the criteria.
fn summary(chunk: &Chunk, place: &Place, body: &mut Body) {
    if let Some(heading) = chunk.heading {
        if let Some(fact) = fact::of_heading(heading, chunk.blocks) {
            return body.facts.push(fact);
        }
        if !body.criteria.is_empty() {
            return prose(chunk, body);
        }
        body.summary.push(Block::Heading(Arc::clone(heading)));
    }
    let read = if chunk.heading.is_some() { describe } else { introduce };
    for block in chunk.blocks {
        read(block, place, body);
    }
}

/// A block in front of the criteria: a statement where its label says so, else a description.
fn introduce(block: &Block, place: &Place, body: &mut Body) {
    if let Some(label) = labelled_statement(block, place) {
        let Block::Paragraph(text) = block else { return };
        let place = Place { dimension: Some(label), ..place.clone() };
        return list::criterion(text.content.clone(), text.span, &place, body);
    }
    describe(block, place, body);
}

/// Facts where a block names them, else a part of the summary.
fn describe(block: &Block, place: &Place, body: &mut Body) {
    if navigation::is_navigation(block) {
        return body.navigation.push(block.clone());
    }
    match fact::facts(block) {
        Some(facts) => body.facts.extend(facts),
        None => body.keep(block, &Place { dimension: None, ..place.clone() }),
    }
}

/// The label of a paragraph that says much under a name which comes back level by level: a statement, no fact.
fn labelled_statement(block: &Block, place: &Place) -> Option<String> {
    let Block::Paragraph(text) = block else { return None };
    let lead_in = wording::lead_in(&text.content).filter(|lead_in| lead_in.marked && !lead_in.alone)?;
    let long = !wording::has_at_most(&text.content.plain(), STATEMENT_WORDS - 1);
    let is_told = announces(&lead_in.label).is_none() && long && place.names.is_told(&lead_in.label);
    is_told.then(|| wording::name(&lead_in.label))
}

fn prose(chunk: &Chunk, body: &mut Body) {
    if let (Some(heading), false) = (chunk.heading, chunk.has_words()) {
        return body.keep_heading(heading);
    }
    let links_only = !chunk.blocks.is_empty() && chunk.blocks.iter().all(navigation::is_navigation);
    if links_only {
        body.navigation.extend(chunk.heading.cloned().map(Block::Heading));
        return body.navigation.extend(chunk.blocks.iter().cloned());
    }
    if let Some(heading) = chunk.heading {
        body.keep_heading(heading);
    }
    for block in chunk.blocks {
        body.keep_under(chunk.heading.map(|heading| &**heading), block);
    }
}

fn label_place(group: &Group, label: &Arc<Paragraph>, place: &mut Place, body: &mut Body) {
    let name = wording::lead_in(&label.content).map_or_else(String::new, |lead_in| wording::name(&lead_in.label));
    let alone = place.names.recurs(&name) && place.dimension.is_none();
    let tells_none = place.dimension.is_some() && place.names.is_across(&name);
    if !tells_none && place.names.comes_back(&name) || alone {
        place.dimension = Some(name);
        place.heading = None;
    } else if group.has_list() && label.content.plain().ends_with([':', '：']) {
        place.lead = Some(label.content.clone());
    } else {
        body.keep(&Block::Paragraph(Arc::clone(label)), place);
    }
}

fn group_statements(blocks: &[Block], place: &Place, body: &mut Body) {
    let is_list = |block: &Block| matches!(block, Block::List(list) if !list::is_pointer(list));
    let has_text = blocks.iter().any(|block| matches!(block, Block::Paragraph(_)));
    let is_table = |block: &Block| matches!(block, Block::Table(_));
    let has_list = has_text && blocks.iter().any(|block| is_list(block) || is_table(block));
    let first = body.criteria.len();
    for block in blocks {
        match block {
            _ if navigation::is_navigation(block) => body.navigation.push(block.clone()),
            Block::List(list) => list::read(list, place, body),
            Block::Paragraph(text) if !has_list => paragraph(text, place, body),
            Block::Table(inner) if table::is_statements(block) => table::read(inner, place, body),
            Block::Details(details) => examples(details, first, place, body),
            Block::Paragraph(_) if body.criteria.is_empty() && place.heading.is_none() => introduce(block, place, body),
            Block::Heading(_)
            | Block::Paragraph(_)
            | Block::Table(_)
            | Block::Quote { .. }
            | Block::Code { .. }
            | Block::Rule { .. } => body.keep(block, place),
        }
    }
}

/// A paragraph where no list stands beside it.
fn paragraph(text: &Arc<Paragraph>, place: &Place, body: &mut Body) {
    let block = Block::Paragraph(Arc::clone(text));
    if text.content.0.iter().all(|inline| matches!(inline, Inline::Image(_) | Inline::Break { .. })) {
        return body.keep(&block, place);
    }
    if let Some(state) = state_of(&text.content.plain()) {
        body.state.get_or_insert(state);
        return body.keep(&block, place);
    }
    let lead_in = wording::lead_in(&text.content);
    let named =
        lead_in.as_ref().is_some_and(|lead_in| !lead_in.alone && place.names.is_dimension_lead_in(&lead_in.label));
    let introduces = !named && body.criteria.is_empty() && place.names.lead_ins_group();
    let is_property = lead_in.is_some_and(|lead_in| {
        let describes = is_description(&lead_in.label) || fact::is_short(&text.content);
        describes && announces(&lead_in.label) == Some(Announces::Summary)
    });
    if place.dimension.is_some() || (place.names.is_prose || named) && !introduces && !is_property {
        list::criterion(text.content.clone(), text.span, place, body);
    } else {
        introduce(&block, place, body);
    }
}

/// A disclosure under statements illustrates them; anywhere else it is prose.
fn examples(details: &Arc<Details>, first: usize, place: &Place, body: &mut Body) {
    let block = Block::Details(Arc::clone(details));
    match body.criteria.get_mut(first..).and_then(|own| own.last_mut()) {
        Some(last) => last.examples.push(block),
        None => body.keep(&block, place),
    }
}

impl Body {
    fn has_section(&self, heading: &Heading) -> bool {
        self.guidance.last().is_some_and(|section| section.heading.as_ref() == Some(&heading.content))
    }
}
