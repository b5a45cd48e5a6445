//! Tokens, one after the other as they are cut → the tree of their document. They are nested as they come, so that a long
//! document is never held as tokens and as a tree. Refuses to know what the tokens mean.

use super::cell::without_stray_ends;
use super::dom::{Dom, Planter};
use super::repair::repaired;
use super::token::{Leaf, Token};
use super::tree::Grower;
use crate::text::{Diagnostic, FileId, Span};

/// How many tokens wait for one another at least.
const FEW: usize = 256;

/// What was cut from one document.
pub struct Cuts {
    pub nesting: Nesting,
    /// The title of an HTML page.
    pub title: Option<(String, Span)>,
}

/// A tree that grows token by token.
pub struct Nesting {
    way: Way,
    /// Tokens that are not in the tree yet.
    waiting: Vec<Token>,
    /// The words behind them, which may go on.
    words: Option<(String, Span)>,
    /// Where the cell that is open begins among those that wait.
    cell: Option<usize>,
    diagnostics: Vec<Diagnostic>,
}

/// How tokens are nested.
enum Way {
    /// Nobody knows yet: all tokens wait.
    Undecided(FileId),
    AsWritten(Planter),
    /// As browsers nest HTML.
    AsBrowsers(Box<Grower>),
}

impl Nesting {
    /// Of a text that is Markdown: nested as written unless an HTML element is among the tokens.
    pub fn of_markdown(file: FileId, text: &str) -> Self {
        let may_hold_html = text.contains('<');
        Self::new(if may_hold_html { Way::Undecided(file) } else { Way::AsWritten(Planter::new(file)) })
    }

    /// Of a page of HTML.
    pub fn of_html(file: FileId) -> Self {
        Self::new(Way::AsBrowsers(Box::new(Grower::new(file))))
    }

    fn new(way: Way) -> Self {
        Self { way, waiting: Vec::new(), words: None, cell: None, diagnostics: Vec::new() }
    }

    /// The nesting may be wrong from the start: HTML elements are among the tokens.
    pub fn has_html(&mut self) {
        if let Way::Undecided(file) = self.way {
            self.way = Way::AsBrowsers(Box::new(Grower::new(file)));
        }
    }

    /// Goes on with a token.
    pub fn push(&mut self, token: Token) {
        self.end_words();
        if let Token::Leaf(Leaf::Text(text), span) = token {
            self.words = Some((text.into(), span));
            return;
        }
        self.waiting.push(token);
        if self.waiting.len() >= FEW && self.cell.is_none() {
            self.nest();
        }
    }

    /// Goes on with words; those that touch in the source, where both stand letter by letter, are one text.
    pub fn push_words(&mut self, words: &str, span: Span) {
        let is_verbatim = |words: &str, span: &Span| words.len() == span.range().len();
        match &mut self.words {
            Some((last, at)) if at.end == span.start && is_verbatim(last, at) && is_verbatim(words, &span) => {
                last.push_str(words);
                *at = at.to(span);
            }
            _ => {
                self.end_words();
                self.words = Some((words.to_owned(), span));
            }
        }
    }

    /// What follows is in a cell of a Markdown table.
    pub fn start_cell(&mut self) {
        self.end_words();
        self.cell = Some(self.waiting.len());
    }

    /// The cell is over; it closes nothing that began before it.
    pub fn end_cell(&mut self) {
        self.end_words();
        if let Some(start) = self.cell.take() {
            without_stray_ends(&mut self.waiting, start);
        }
    }

    /// The whole tree, and what was repaired in its words.
    pub fn finish(mut self) -> (Dom, Vec<Diagnostic>) {
        self.end_words();
        if let Way::Undecided(file) = self.way {
            self.way = Way::AsWritten(Planter::new(file));
        }
        self.nest();
        let dom = match self.way {
            Way::Undecided(file) => Dom::new(file),
            Way::AsWritten(planter) => planter.finish(),
            Way::AsBrowsers(grower) => grower.finish(),
        };
        (dom, self.diagnostics)
    }

    fn end_words(&mut self) {
        if let Some((text, span)) = self.words.take() {
            self.waiting.push(Token::Leaf(Leaf::Text(text.into()), span));
        }
    }

    fn nest(&mut self) {
        match &mut self.way {
            Way::Undecided(_) => {}
            Way::AsWritten(planter) => {
                for token in self.waiting.drain(..) {
                    repaired(token, &mut self.diagnostics, |token| planter.token(token));
                }
            }
            Way::AsBrowsers(grower) => {
                for token in self.waiting.drain(..) {
                    repaired(token, &mut self.diagnostics, |token| grower.token(token));
                }
            }
        }
    }
}
