//! Nothing is lost: words of a document that are in no level, fact, criterion or guidance yet (axis labels, group rows,
//! spacers) become guidance. Takes what was made of a document, gives the smallest pieces that hold what is missing.

use std::cell::OnceCell;
use std::collections::HashSet;
use std::hash::BuildHasherDefault;

use super::framework::{Section, Title, Track};
use super::guidance::Guidance;
use crate::text::{Block, Inline, Item, Mixing, Run, Span, runs};

/// Words that are asked for very often.
type WordSet = HashSet<String, BuildHasherDefault<Mixing>>;

/// Words that have a place. Most words of a document are known to have one because they stand where they stood; only
/// for the others are words compared.
#[derive(Default)]
pub struct Covered<'a> {
    names: WordSet,
    runs: Vec<Run<'a>>,
    /// Where the words of the runs stand in their documents, sorted.
    spans: Vec<Span>,
    /// All words of the runs, once somebody asks for them.
    words: OnceCell<WordSet>,
}

impl<'a> Covered<'a> {
    /// Everything that some tracks show, and the `rest` that their group shows.
    pub fn by(tracks: &'a [Track], rest: &'a Guidance) -> Self {
        let mut covered = Self::default();
        tracks.iter().for_each(|track| covered.track(track));
        covered.sections(&rest.sections);
        covered.blocks(&rest.navigation);
        let runs = std::mem::take(&mut covered.runs);
        for run in &runs {
            if let Run::Inlines(inlines) = run {
                inlines.each(&mut |inline| covered.spans.extend(place(inline)));
            }
        }
        covered.spans.sort_unstable();
        Self { runs, ..covered }
    }

    fn track(&mut self, track: &'a Track) {
        if let Title::Written(title) = &track.title {
            self.name(title);
        }
        self.sections(&track.guidance);
        self.blocks(&track.navigation);
        track.dimensions.iter().for_each(|name| self.name(name));
        for level in &track.levels {
            self.name(&level.heading);
            self.name(&level.title);
            self.blocks(&level.summary);
            self.sections(&level.guidance);
            for fact in &level.facts {
                self.name(&fact.name);
                self.runs.push(Run::Inlines(&fact.value));
            }
            for criterion in &level.criteria {
                self.runs.extend(criterion.lead.iter().map(Run::Inlines));
                self.runs.push(Run::Inlines(&criterion.text));
                self.blocks(&criterion.examples);
            }
        }
    }

    fn name(&mut self, name: &str) {
        let words = name.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
        words.for_each(|word| add(word, &mut self.names));
    }

    fn blocks(&mut self, blocks: &'a [Block]) {
        self.runs.extend(runs(blocks));
    }

    fn sections(&mut self, sections: &'a [Section]) {
        for section in sections {
            self.runs.extend(section.heading.iter().map(Run::Inlines));
            self.blocks(&section.blocks);
        }
    }

    fn has(&self, block: &Block) -> bool {
        let mut runs = runs(std::slice::from_ref(block)).into_iter();
        runs.all(|run| self.has_place(&run) || run.all_words(&mut |word| self.has_word(word)))
    }

    /// Whether all words of a run stand where they stood.
    fn has_place(&self, run: &Run) -> bool {
        let Run::Inlines(inlines) = run else { return false };
        let mut all = true;
        inlines.each(&mut |inline| {
            let is_word = matches!(inline, Inline::Text(_) | Inline::Code(_) | Inline::Image(_));
            all &= !is_word || place(inline).is_some_and(|span| self.spans.binary_search(&span).is_ok());
        });
        all
    }

    fn has_word(&self, word: &str) -> bool {
        is_in(word, &self.names) || is_in(word, self.words.get_or_init(|| words_of(&self.runs)))
    }

    /// What of some blocks has no place yet, in their order.
    pub fn missing(&self, blocks: &[Block]) -> Vec<Block> {
        blocks.iter().flat_map(|block| self.missing_of(block)).collect()
    }

    fn missing_of(&self, block: &Block) -> Vec<Block> {
        match block {
            Block::List(list) => {
                let left = |item: &Item| {
                    let blocks = self.missing(&item.blocks);
                    (!blocks.is_empty()).then(|| Item { blocks, ..item.clone() })
                };
                let items: Vec<Item> = list.items.iter().filter_map(left).collect();
                if items.is_empty() { Vec::new() } else { vec![Block::list(list.start, items, list.span)] }
            }
            Block::Table(table) => {
                let caption = table.caption.iter().map(|caption| Block::paragraph(caption.clone(), table.span));
                let cells = table.rows.iter().flat_map(|row| &row.cells).flat_map(|cell| &cell.blocks);
                caption.chain(cells.cloned()).flat_map(|block| self.missing_of(&block)).collect()
            }
            Block::Quote { blocks, .. } => self.missing(blocks),
            Block::Heading(_) | Block::Paragraph(_) | Block::Details(_) | Block::Code { .. } | Block::Rule { .. } => {
                if self.has(block) {
                    Vec::new()
                } else {
                    vec![block.clone()]
                }
            }
        }
    }
}

/// The place of words that stand in the source letter by letter.
fn place(inline: &Inline) -> Option<Span> {
    match inline {
        Inline::Text(text) | Inline::Code(text) => Some(text.span).filter(|_| text.is_verbatim()),
        Inline::Image(image) => Some(image.span),
        _ => None,
    }
}

fn words_of(runs: &[Run]) -> WordSet {
    let mut words = WordSet::default();
    for run in runs {
        run.all_words(&mut |word| {
            add(word, &mut words);
            true
        });
    }
    words
}

/// Adds a word as written and in lower case.
fn add(word: &str, words: &mut WordSet) {
    if !words.contains(word) {
        words.insert(word.to_lowercase());
        words.insert(word.to_owned());
    }
}

fn is_in(word: &str, words: &WordSet) -> bool {
    words.contains(word) || words.contains(&word.to_lowercase())
}
