//! Walking over blocks: every run of words in the order of the document, the links and images in it, its words.

use super::{Block, Heading, Image, Inline, Inlines, Link, Span};

/// A run of words somewhere in a document.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Run<'a> {
    Inlines(&'a Inlines),
    /// A block of code, or code in a line of its own.
    Code(&'a str, Span),
}

/// Every run of words, in order: headings, paragraphs, captions, cells, summaries, code.
pub fn runs(blocks: &[Block]) -> Vec<Run<'_>> {
    let mut runs = Vec::new();
    each_run(blocks, &mut |run| runs.push(run));
    runs
}

/// Every heading in what the blocks hold, in order.
pub fn headings(blocks: &[Block]) -> Vec<&Heading> {
    let mut headings = Vec::new();
    let mut open: Vec<&Block> = blocks.iter().rev().collect();
    while let Some(block) = open.pop() {
        if let Block::Heading(heading) = block {
            headings.push(&**heading);
        }
        open.extend(block.inner().into_iter().rev());
    }
    headings
}

/// Every link, in order.
pub fn links(blocks: &[Block]) -> Vec<&Link> {
    let mut links = Vec::new();
    each_inline(blocks, &mut |inline| {
        if let Inline::Link(link) = inline {
            links.push(&**link);
        }
    });
    links
}

/// Every image, in order.
pub fn images(blocks: &[Block]) -> Vec<&Image> {
    let mut images = Vec::new();
    each_inline(blocks, &mut |inline| {
        if let Inline::Image(image) = inline {
            images.push(&**image);
        }
    });
    images
}

/// Every word, in order: a run of letters or digits of any script.
pub fn words(blocks: &[Block]) -> Vec<String> {
    let mut words = Vec::new();
    each_run(blocks, &mut |run| {
        run.all_words(&mut |word| {
            words.push(word.to_owned());
            true
        });
    });
    words
}

/// How many words there are.
pub fn count_words(blocks: &[Block]) -> usize {
    let mut count = 0;
    each_run(blocks, &mut |run| {
        run.all_words(&mut |_| {
            count += 1;
            true
        });
    });
    count
}

impl Run<'_> {
    /// Whether all its words are as `is` says; none is asked for behind one that is not.
    pub fn all_words(&self, is: &mut impl FnMut(&str) -> bool) -> bool {
        match self {
            Self::Inlines(inlines) => match inlines.0.as_slice() {
                [Inline::Text(text) | Inline::Code(text)] => words_of(&text.text).all(is),
                _ => words_of(&inlines.plain()).all(is),
            },
            Self::Code(text, _) => words_of(text).all(is),
        }
    }
}

/// Runs of letters and digits.
fn words_of(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty())
}

impl Inlines {
    /// Every link in it, in order.
    pub fn links(&self) -> Vec<&Link> {
        let mut links = Vec::new();
        self.each(&mut |inline| {
            if let Inline::Link(link) = inline {
                links.push(&**link);
            }
        });
        links
    }

    /// Every node, marks before what is in them.
    pub fn each<'a>(&'a self, visit: &mut impl FnMut(&'a Inline)) {
        for inline in &self.0 {
            visit(inline);
            if let Some(inner) = inline.inner() {
                inner.each(visit);
            }
        }
    }
}

fn each_inline<'a>(blocks: &'a [Block], visit: &mut impl FnMut(&'a Inline)) {
    each_run(blocks, &mut |run| match run {
        Run::Inlines(inlines) => inlines.each(visit),
        Run::Code(..) => {}
    });
}

/// Shows every run of words, in order, to `visit`; a long document has too many of them to hold.
fn each_run<'a>(blocks: &'a [Block], visit: &mut impl FnMut(Run<'a>)) {
    for block in blocks {
        match block {
            Block::Heading(heading) => visit(Run::Inlines(&heading.content)),
            Block::Paragraph(paragraph) => visit(Run::Inlines(&paragraph.content)),
            Block::List(list) => list.items.iter().for_each(|item| each_run(&item.blocks, visit)),
            Block::Table(table) => {
                table.caption.iter().for_each(|caption| visit(Run::Inlines(caption)));
                let cells = table.rows.iter().flat_map(|row| &row.cells);
                cells.for_each(|cell| each_run(&cell.blocks, visit));
            }
            Block::Details(details) => {
                visit(Run::Inlines(&details.summary));
                each_run(&details.blocks, visit);
            }
            Block::Quote { blocks, .. } => each_run(blocks, visit),
            Block::Code { listing, span } => visit(Run::Code(&listing.text, *span)),
            Block::Rule { .. } => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{links, words};
    use crate::text::{Block, FileId, Inline, Inlines, Item, Link, Listing, Span, Text};

    #[test]
    fn words_and_links_are_found_in_order_wherever_they_stand() {
        let span = Span::new(FileId(0), 0, 0);
        let text = |words: &str| Inline::Text(Text { text: words.to_owned(), span });
        let link = Link { target: "a.md".into(), content: Inlines(vec![text("it")]), span };
        let link = Inline::Link(Box::new(link));
        let content = Inlines(vec![text("un"), Inline::Strong(Inlines(vec![link, text("s, Größe")]))]);
        let paragraph = Block::paragraph(content, span);
        let code = Block::Code { listing: Listing { language: None, text: "let x;".into() }.into(), span };
        let items = vec![Item { blocks: vec![paragraph, code], checked: None, span }];
        let blocks = [Block::list(None, items, span)];
        assert_eq!(words(&blocks), ["units", "Größe", "let", "x"]);
        assert_eq!(links(&blocks).iter().map(|link| link.target.as_str()).collect::<Vec<_>>(), ["a.md"]);
    }
}
