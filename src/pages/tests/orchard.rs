//! Sites for tests, from a plain notation that needs no recognition: `# track`, `## level` (a number at its end is its
//! rank), `### dimension`, bullets as criteria, `Name: value` as a fact, `Branches from X` as a base, `> …` as guidance,
//! `N/A` as the state; the words before the first track are guidance of the whole.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::model::{
    Base, BaseBasis, BaseKind, Criterion, Evidence, Fact, Framework, Group, Level, Page, Rank, Section, State, Title,
    Track,
};
use crate::pages::{Settings, Site};
use crate::resolve::{Project, ladder};
use crate::text::{Block, FileId, Inline, Inlines, Item, Source, Sources, Span, Text};

/// A site of one document in the plain notation.
pub(crate) fn site(text: &str) -> Site {
    let sources = Sources::new("", vec![Source::new("ladder.md", text)]);
    let (document, _) = crate::parse::document(FileId(0), sources.get(FileId(0)), &Default::default());
    let mut framework = Framework { title: Title::Written("Orchard".into()), ..Framework::default() };
    framework.groups.push(Group {
        path: String::new(),
        title: Title::Written("Orchard".into()),
        guidance: Vec::new(),
        navigation: Vec::new(),
    });
    let mut dimension = None;
    for block in document.blocks {
        add(&mut framework, &mut dimension, block);
    }
    let assets = BTreeSet::from(["picture.png".to_owned()]);
    let (ladder, _) = ladder(framework, Project { sources: &sources, assets: &assets });
    Site::new(ladder, Settings::default(), sources)
}

fn add(framework: &mut Framework, dimension: &mut Option<String>, block: Block) {
    let span = block.span();
    match block {
        Block::Heading(heading) if heading.depth == 1 => {
            framework.tracks.push(Arc::new(track(heading.content.plain(), span)));
        }
        Block::Heading(heading) if heading.depth == 2 => {
            *dimension = None;
            let track = framework.tracks.last_mut().expect("a level stands below a track");
            Arc::make_mut(track).levels.push(level(heading.content.plain(), span));
        }
        Block::Heading(heading) => *dimension = Some(heading.content.plain()),
        other => match framework.tracks.last_mut() {
            Some(track) => fill(Arc::make_mut(track), dimension.as_deref(), other),
            None => framework.pages.push(page(other)),
        },
    }
}

fn fill(track: &mut Track, dimension: Option<&str>, block: Block) {
    let Some(level) = track.levels.last_mut() else { return track.guidance.push(section(block)) };
    match block {
        Block::List(list) => level.criteria.extend(list.items.iter().cloned().map(|item| criterion(dimension, item))),
        Block::Quote { .. } => level.guidance.push(section(block)),
        Block::Paragraph(paragraph) => {
            let (text, span) = (paragraph.content.plain(), paragraph.span);
            if text == "N/A" {
                level.state = State::NotApplicable;
            } else if let Some(name) = text.strip_prefix("Branches from ") {
                level.builds_on.push(branch(name, &text, span));
            } else if let Some((name, value)) = text.split_once(": ") {
                level.facts.push(Fact { name: name.into(), value: words(value, span), span });
            } else {
                level.summary.push(Block::Paragraph(paragraph));
            }
        }
        other => level.summary.push(other),
    }
    let known = dimension.filter(|name| !track.dimensions.iter().any(|known| known == name));
    track.dimensions.extend(known.map(str::to_owned));
}

fn track(title: String, span: Span) -> Track {
    Track {
        title: Title::Written(title),
        group: 0,
        span,
        summary: None,
        licence: None,
        guidance: Vec::new(),
        navigation: Vec::new(),
        accumulates: None,
        builds_on: Vec::new(),
        levels: Vec::new(),
        dimensions: Vec::new(),
        raises: Vec::new(),
    }
}

fn level(title: String, span: Span) -> Level {
    let rank = title.rsplit(' ').next().and_then(|word| word.parse().ok()).map(Rank);
    Level {
        heading: title.clone(),
        code: None,
        aliases: Vec::new(),
        title,
        rank,
        state: State::Defined,
        summary: Vec::new(),
        facts: Vec::new(),
        criteria: Vec::new(),
        guidance: Vec::new(),
        builds_on: Vec::new(),
        accumulates: None,
        equivalents: Vec::new(),
        is_base_layer: false,
        span,
    }
}

fn criterion(dimension: Option<&str>, item: Item) -> Criterion {
    let span = item.span;
    let mut blocks = item.blocks.into_iter();
    let text = match blocks.next() {
        Some(Block::Paragraph(paragraph)) => paragraph.content.clone(),
        Some(_) | None => Inlines::default(),
    };
    let dimension = dimension.map(str::to_owned);
    Criterion { dimension, label: None, lead: None, text, examples: blocks.collect(), span }
}

fn branch(name: &str, text: &str, span: Span) -> Base {
    let evidence = Some(Evidence { text: text.to_owned(), span });
    let (kind, basis) = (BaseKind::Branch, BaseBasis::Stated);
    Base { name: name.to_owned(), link: None, kind, basis, evidence, dimension: None }
}

fn section(block: Block) -> Section {
    Section { heading: None, depth: 0, id: None, span: block.span(), blocks: vec![block] }
}

fn page(block: Block) -> Page {
    let span = block.span();
    Page { title: "How to read this".into(), group: 0, sections: vec![section(block)], navigation: Vec::new(), span }
}

fn words(text: &str, span: Span) -> Inlines {
    Inlines(vec![Inline::Text(Text { text: text.to_owned(), span })])
}

/// Two tracks, one of which branches from the other, with everything that a page can show.
pub(crate) const ORCHARD: &str = "\
Words for everyone, with a [mail](mailto:trees@example.org), a [hole](nowhere.md) and ![a far picture](https://example.org/a.png).

# Grower
Growers look after trees.

## Level 1
Scope: one tree
### Trees
- Waters one young tree every day.
- Knows the **names** of the tools & their places.
### People
- Asks for help early.

## Level 2
Scope: one row
A grower who works alone.
### Trees
- Waters a whole row of trees every day.
- Prunes old trees before winter.
    - with a saw
- Knows the names of the tools & their places.
> Most people stay here for a while.

## Level 3
### Trees
- Plans the planting of the whole orchard.
### People
- Breaks large harvests into smaller pieces of work for everyone.

# Foreman
## Level 1
N/A

## Level 3
Branches from Grower Level 2

- Breaks large harvests into smaller pieces of work for everyone.
- Keeps the peace <script>alert(1)</script> in [the team](javascript:alert(2)).

## Level 4
Branches from the cellar

- Settles quarrels \"between\" two orchards.
";
