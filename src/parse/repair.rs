//! Tokens → tokens in which words read as they were meant: text from a wrong encoding is undone, characters that
//! nobody sees are left out. Every change is told with its place.

use super::directives::BLANKED;
use super::mojibake::{Mojibake, mojibake};
use super::token::{Leaf, Token};
use crate::text::{Diagnostic, Span};

/// Repairs the words of a token, which may become several or none.
pub fn repaired(token: Token, out: &mut Vec<Diagnostic>, mut put: impl FnMut(Token)) {
    match token {
        token if is_sound(&token) => put(token),
        Token::Leaf(Leaf::Text(text), span) => each_piece(&text, span, out, put),
        Token::Leaf(Leaf::Code(text), span) => put(Token::Leaf(Leaf::Code(whole(text.into(), span, out).into()), span)),
        Token::Leaf(Leaf::CodeBlock(mut listing), span) => {
            listing.text = listing.text.replace(BLANKED, "");
            put(Token::Leaf(Leaf::CodeBlock(listing), span));
        }
        Token::Leaf(Leaf::Image(mut picture), span) => {
            picture.alt = whole(picture.alt, span, out);
            put(Token::Leaf(Leaf::Image(picture), span));
        }
        token => put(token),
    }
}

fn is_sound(token: &Token) -> bool {
    match token {
        Token::Leaf(Leaf::Text(text) | Leaf::Code(text), _) => is_plain(text),
        Token::Leaf(Leaf::CodeBlock(listing), _) => is_plain(&listing.text),
        Token::Leaf(Leaf::Image(picture), _) => is_plain(&picture.alt),
        Token::Leaf(Leaf::Break { .. } | Leaf::Checkbox(_) | Leaf::Rule | Leaf::Boundary, _) => true,
        Token::Start(..) | Token::End(..) => true,
    }
}

fn is_plain(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii() && byte != BLANKED as u8)
}

/// A stretch of a text and what is shown of it.
struct Piece {
    start: usize,
    end: usize,
    shown: Shown,
}

enum Shown {
    AsWritten,
    Instead(String),
    /// Characters that nobody sees.
    Nothing,
    /// What other generators put there.
    Directive,
}

/// A text whose parts stay where they stand, each its own token.
fn each_piece(text: &str, span: Span, out: &mut Vec<Diagnostic>, mut put: impl FnMut(Token)) {
    let is_verbatim = text.len() == span.range().len();
    let place = |piece: &Piece| {
        let start = span.start as usize;
        if is_verbatim { Span::new(span.file, start + piece.start, start + piece.end) } else { span }
    };
    for piece in pieces(text) {
        let at = place(&piece);
        let written = &text[piece.start..piece.end];
        out.extend(finding(&piece.shown, written, at));
        match piece.shown {
            Shown::AsWritten => put(Token::Leaf(Leaf::Text(written.into()), at)),
            Shown::Instead(meant) => put(Token::Leaf(Leaf::Text(meant.into()), at)),
            Shown::Nothing | Shown::Directive => {}
        }
    }
}

/// A text that must stay one.
fn whole(text: String, span: Span, out: &mut Vec<Diagnostic>) -> String {
    if is_plain(&text) {
        return text;
    }
    let mut shown = String::with_capacity(text.len());
    for piece in pieces(&text) {
        let written = &text[piece.start..piece.end];
        out.extend(finding(&piece.shown, written, span));
        match piece.shown {
            Shown::AsWritten => shown.push_str(written),
            Shown::Instead(meant) => shown.push_str(&meant),
            Shown::Nothing | Shown::Directive => {}
        }
    }
    shown
}

fn finding(shown: &Shown, written: &str, at: Span) -> Option<Diagnostic> {
    match shown {
        Shown::AsWritten | Shown::Directive => None,
        Shown::Instead(meant) => {
            let message = format!("`{written}` was read in a wrong encoding once; it is shown as `{meant}`");
            Some(Diagnostic::warning("mojibake", at, message).help(format!("write `{meant}` here")))
        }
        Shown::Nothing => {
            let codes: Vec<String> = written.chars().map(|hidden| format!("U+{:04X}", hidden as u32)).collect();
            let message = format!("an invisible character (`{}`) is left out", codes.join(" "));
            Some(Diagnostic::note("invisible-character", at, message).help("delete it"))
        }
    }
}

fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut done = 0;
    for Mojibake { start, end, meant } in mojibake(text) {
        push_visible(text, done..start, &mut pieces);
        pieces.push(Piece { start, end, shown: Shown::Instead(meant.replace('\u{a0}', " ")) });
        done = end;
    }
    push_visible(text, done..text.len(), &mut pieces);
    pieces
}

fn push_visible(text: &str, range: std::ops::Range<usize>, pieces: &mut Vec<Piece>) {
    let mut before = text[..range.start].chars().next_back();
    let mut letters = text[range.clone()].char_indices().peekable();
    while let Some((offset, letter)) = letters.next() {
        let start = range.start + offset;
        let end = start + letter.len_utf8();
        let next = letters.peek().map(|(_, next)| *next);
        let shown = match letter {
            BLANKED => Shown::Directive,
            _ if is_invisible(before, letter, next) => Shown::Nothing,
            _ => Shown::AsWritten,
        };
        before = Some(letter);
        match pieces.last_mut() {
            Some(last) if last.end == start && alike(&last.shown, &shown) => last.end = end,
            _ => pieces.push(Piece { start, end, shown }),
        }
    }
}

fn alike(a: &Shown, b: &Shown) -> bool {
    match a {
        Shown::Instead(_) => false,
        _ => std::mem::discriminant(a) == std::mem::discriminant(b),
    }
}

/// Joiners belong to emoji and to the scripts behind Hebrew; zero-width spaces part words in scripts without spaces.
fn is_invisible(before: Option<char>, letter: char, next: Option<char>) -> bool {
    let joins = |letter: Option<char>| letter.is_some_and(|letter| letter >= '\u{590}');
    match letter {
        '\u{200c}' | '\u{200d}' => !(joins(before) && joins(next)),
        '\u{200b}' => !before.is_some_and(|before| matches!(before, '\u{e00}'..='\u{109f}' | '\u{1780}'..='\u{17ff}')),
        '\u{ad}' | '\u{2060}' | '\u{feff}' => true,
        _ => false,
    }
}
