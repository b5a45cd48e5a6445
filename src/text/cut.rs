//! Cutting running text: into lines, at a place, free of blanks at its ends. Marks stay around their words on both
//! sides of a cut, and every word keeps its place.

use super::{Inline, Inlines, Link, Span, Text};

impl Inlines {
    /// From the first to the last place that the words know.
    pub fn span(&self) -> Option<Span> {
        Some(self.0.first()?.span()?.to(self.0.last()?.span()?))
    }

    /// The lines that are not blank: cut at every break, also inside marks, each free of blanks at its ends.
    pub fn lines(&self) -> Vec<Self> {
        self.cut_at(|inline| matches!(inline, Inline::Break { .. }))
    }

    /// The same, cut only where the author asked for a new line; other breaks stay.
    pub fn hard_lines(&self) -> Vec<Self> {
        self.cut_at(|inline| matches!(inline, Inline::Break { hard: true, .. }))
    }

    /// Whether there is exactly one line that is not blank.
    pub fn is_one_line(&self) -> bool {
        if self.has_break() { self.lines().len() == 1 } else { !self.0.iter().all(Inline::shows_nothing) }
    }

    fn has_break(&self) -> bool {
        self.0
            .iter()
            .any(|inline| matches!(inline, Inline::Break { .. }) || inline.inner().is_some_and(Self::has_break))
    }

    fn cut_at(&self, is_end: fn(&Inline) -> bool) -> Vec<Self> {
        let mut lines = vec![Vec::new()];
        push_lines(&self.0, is_end, &mut lines);
        let lines = lines.into_iter().map(|line| Self(line).trimmed());
        lines.filter(|line| !line.0.is_empty()).collect()
    }

    /// Cuts behind the first `bytes` bytes of [`Inlines::plain`], and drops the blanks at the cut. To take a bullet or a
    /// label off: `inlines.split_at("L1: ".len()).1`.
    pub fn split_at(&self, bytes: usize) -> (Self, Self) {
        let mut cutter = Cutter { left: bytes, blank: false, started: false, done: false };
        let (before, behind) = cutter.run(&self.0);
        (Self(before).trimmed(), Self(behind).trimmed())
    }

    /// Without breaks and blanks at the ends; empty where nothing would show.
    pub fn trimmed(mut self) -> Self {
        while self.0.last().is_some_and(Inline::shows_nothing) {
            self.0.pop();
        }
        let leading = self.0.iter().take_while(|inline| inline.shows_nothing()).count();
        self.0.drain(..leading);
        if let Some(first) = self.0.first_mut() {
            first.trim_start();
        }
        if let Some(last) = self.0.last_mut() {
            last.trim_end();
        }
        self
    }
}

impl Inline {
    /// Its place, where it has words or is a break or image.
    pub fn span(&self) -> Option<Span> {
        match self {
            Self::Text(text) | Self::Code(text) => Some(text.span),
            Self::Break { at, .. } => Some(*at),
            Self::Image(image) => Some(image.span),
            Self::Link(link) => Some(link.span),
            Self::Emphasis(inner)
            | Self::Strong(inner)
            | Self::Strike(inner)
            | Self::Subscript(inner)
            | Self::Superscript(inner) => inner.span(),
        }
    }

    /// The same mark around other words; nothing around none. What is no mark has nothing around it.
    pub fn around(&self, inner: Vec<Inline>) -> Option<Self> {
        let inner = Inlines(inner);
        if inner.0.is_empty() {
            return None;
        }
        match self {
            Self::Emphasis(_) => Some(Self::Emphasis(inner)),
            Self::Strong(_) => Some(Self::Strong(inner)),
            Self::Strike(_) => Some(Self::Strike(inner)),
            Self::Subscript(_) => Some(Self::Subscript(inner)),
            Self::Superscript(_) => Some(Self::Superscript(inner)),
            Self::Link(link) => {
                let span = inner.span().unwrap_or(link.span);
                Some(Self::Link(Box::new(Link { target: link.target.clone(), content: inner, span })))
            }
            Self::Text(_) | Self::Code(_) | Self::Image(_) | Self::Break { .. } => None,
        }
    }

    /// The words inside a mark.
    pub fn inner(&self) -> Option<&Inlines> {
        match self {
            Self::Emphasis(inner)
            | Self::Strong(inner)
            | Self::Strike(inner)
            | Self::Subscript(inner)
            | Self::Superscript(inner) => Some(inner),
            Self::Link(link) => Some(&link.content),
            Self::Text(_) | Self::Code(_) | Self::Image(_) | Self::Break { .. } => None,
        }
    }

    fn inner_mut(&mut self) -> Option<&mut Inlines> {
        match self {
            Self::Emphasis(inner)
            | Self::Strong(inner)
            | Self::Strike(inner)
            | Self::Subscript(inner)
            | Self::Superscript(inner) => Some(inner),
            Self::Link(link) => Some(&mut link.content),
            Self::Text(_) | Self::Code(_) | Self::Image(_) | Self::Break { .. } => None,
        }
    }

    /// Whether a reader would see nothing of it but a gap.
    fn shows_nothing(&self) -> bool {
        match self {
            Self::Text(text) => text.text.trim().is_empty(),
            Self::Code(text) => text.text.is_empty(),
            Self::Break { .. } => true,
            Self::Image(_) => false,
            mark => mark.inner().is_none_or(|inner| inner.0.iter().all(Self::shows_nothing)),
        }
    }

    fn trim_start(&mut self) {
        if let Self::Text(text) = self {
            let blank = text.text.len() - text.text.trim_start().len();
            if blank > 0 {
                *text = text.split_at(blank).1;
            }
        } else if let Some(inner) = self.inner_mut() {
            let leading = inner.0.iter().take_while(|inline| inline.shows_nothing()).count();
            inner.0.drain(..leading);
            inner.0.first_mut().into_iter().for_each(Self::trim_start);
        }
    }

    fn trim_end(&mut self) {
        if let Self::Text(text) = self {
            let words = text.text.trim_end().len();
            if words < text.text.len() {
                *text = text.split_at(words).0;
            }
        } else if let Some(inner) = self.inner_mut() {
            while inner.0.last().is_some_and(Self::shows_nothing) {
                inner.0.pop();
            }
            inner.0.last_mut().into_iter().for_each(Self::trim_end);
        }
    }
}

impl Text {
    /// Whether it stands in the source letter by letter, so that a place inside it is known.
    pub fn is_verbatim(&self) -> bool {
        self.text.len() == self.span.range().len()
    }

    /// The parts before and behind a byte, which must lie on a character's edge. Parts of a text that is not verbatim
    /// both have the place of the whole.
    fn split_at(&self, byte: usize) -> (Self, Self) {
        let (before, behind) = self.text.split_at(byte);
        let middle = self.span.start + byte as u32;
        let (mut first, mut second) = (self.span, self.span);
        if self.is_verbatim() {
            (first.end, second.start) = (middle, middle);
        }
        (Self { text: before.to_owned(), span: first }, Self { text: behind.to_owned(), span: second })
    }
}

fn push_lines(inlines: &[Inline], is_end: fn(&Inline) -> bool, lines: &mut Vec<Vec<Inline>>) {
    for inline in inlines {
        match (inline, inline.inner()) {
            (inline, _) if is_end(inline) => lines.push(Vec::new()),
            (mark, Some(inner)) => {
                let mut parts = vec![Vec::new()];
                push_lines(&inner.0, is_end, &mut parts);
                let mut parts = parts.into_iter().map(|part| mark.around(part));
                let last = lines.last_mut().expect("there is always a line");
                last.extend(parts.next().flatten());
                lines.extend(parts.map(|part| part.into_iter().collect()));
            }
            (leaf, None) => lines.last_mut().expect("there is always a line").push(leaf.clone()),
        }
    }
}

/// Follows plain text through the marks: runs of blanks count one byte, those at the start none.
struct Cutter {
    left: usize,
    blank: bool,
    started: bool,
    /// Whether something was left behind the cut already.
    done: bool,
}

impl Cutter {
    fn run(&mut self, inlines: &[Inline]) -> (Vec<Inline>, Vec<Inline>) {
        let (mut before, mut behind) = (Vec::new(), Vec::new());
        for inline in inlines {
            let (first, second) = self.inline(inline);
            before.extend(first);
            behind.extend(second);
        }
        (before, behind)
    }

    fn inline(&mut self, inline: &Inline) -> (Option<Inline>, Option<Inline>) {
        let fits = !self.done && self.left > 0;
        let whole = || if fits { (Some(inline.clone()), None) } else { (None, Some(inline.clone())) };
        match inline {
            Inline::Text(text) => {
                let (before, behind) = text.split_at(self.bytes_of(&text.text));
                let kept = |text: Text| if text.text.is_empty() { None } else { Some(Inline::Text(text)) };
                (kept(before), kept(behind))
            }
            Inline::Code(code) => {
                let (before, behind) = code.split_at(self.bytes_of(&code.text));
                let kept = |code: Text| if code.text.is_empty() { None } else { Some(Inline::Code(code)) };
                (kept(before), kept(behind))
            }
            Inline::Image(image) => {
                self.bytes_of(&image.alt);
                whole()
            }
            Inline::Break { .. } => {
                self.bytes_of(" ");
                whole()
            }
            mark => {
                let (before, behind) = self.run(mark.inner().map_or(&[], |inner| &inner.0));
                (mark.around(before), mark.around(behind))
            }
        }
    }

    /// How many bytes of a text lie before the cut.
    fn bytes_of(&mut self, text: &str) -> usize {
        if self.done {
            return 0;
        }
        for (at, letter) in text.char_indices() {
            if letter.is_whitespace() {
                self.blank |= self.started;
                continue;
            }
            let width = letter.len_utf8() + usize::from(self.blank);
            if width > self.left {
                self.done = true;
                return at;
            }
            self.left -= width;
            (self.blank, self.started) = (false, true);
        }
        text.len()
    }
}

#[cfg(test)]
mod tests {
    use super::{Inline, Inlines, Text};
    use crate::text::{FileId, Link, Span};

    fn span(start: usize, end: usize) -> Span {
        Span::new(FileId(0), start, end)
    }

    fn text(words: &str, start: usize) -> Inline {
        Inline::Text(Text { text: words.to_owned(), span: span(start, start + words.len()) })
    }

    fn strong(inner: Vec<Inline>) -> Inline {
        Inline::Strong(Inlines(inner))
    }

    fn soft(at: usize) -> Inline {
        Inline::Break { hard: false, at: span(at, at + 1) }
    }

    fn line(inlines: &Inlines) -> (String, u32) {
        (inlines.plain(), inlines.span().map_or(u32::MAX, |span| span.start))
    }

    #[test]
    fn lines_are_cut_at_breaks_inside_marks_too() {
        // `• one **two⏎three** four⏎ ⏎five`
        let marked = strong(vec![text("two", 10), soft(13), text("three", 14)]);
        let run = Inlines(vec![
            text("• one ", 0),
            marked,
            text(" four", 21),
            soft(26),
            text(" ", 27),
            soft(28),
            text("five", 29),
        ]);
        let lines: Vec<_> = run.lines().iter().map(line).collect();
        let expected = [("• one two".to_owned(), 0), ("three four".to_owned(), 14), ("five".to_owned(), 29)];
        assert_eq!(lines, expected);
    }

    #[test]
    fn only_the_breaks_that_were_asked_for_cut_hard_lines() {
        let hard = Inline::Break { hard: true, at: span(13, 14) };
        let run = Inlines(vec![text("one", 0), soft(3), strong(vec![text("two ", 4), hard, text("three", 14)])]);
        assert_eq!(
            run.hard_lines().iter().map(line).collect::<Vec<_>>(),
            [("one two".into(), 0), ("three".into(), 14)]
        );
    }

    #[test]
    fn a_prefix_is_cut_off_and_the_rest_keeps_its_places_and_marks() {
        // `**L1:  Writes** code`
        let run = Inlines(vec![strong(vec![text("L1:  Writes", 2)]), text(" code", 15)]);
        let (label, rest) = run.split_at("L1: ".len());
        assert_eq!(line(&label), ("L1:".to_owned(), 2));
        assert_eq!(line(&rest), ("Writes code".to_owned(), 7));
        assert_eq!(rest.0[0], strong(vec![text("Writes", 7)]));
    }

    #[test]
    fn code_is_cut_as_words_are() {
        let run = Inlines(vec![Inline::Code(Text { text: "L1: go".to_owned(), span: span(2, 8) })]);
        assert_eq!(line(&run.split_at("L1: ".len()).1), ("go".to_owned(), 6));
    }

    #[test]
    fn every_cut_keeps_every_word() {
        let link = Link { target: "x".into(), content: Inlines(vec![text("é→b", 4)]), span: span(3, 12) };
        let run = Inlines(vec![text(" a ", 0), Inline::Link(Box::new(link)), soft(12), strong(vec![text("c  d", 14)])]);
        let plain = run.plain();
        for cut in 0..=plain.len() + 1 {
            let (before, behind) = run.split_at(cut);
            let joined = before.plain() + &behind.plain();
            assert_eq!(joined.replace(' ', ""), plain.replace(' ', ""), "{cut}");
            assert!(before.plain().len() <= cut, "{cut}");
        }
    }

    #[test]
    fn nothing_is_left_of_blanks() {
        let run = Inlines(vec![soft(0), strong(vec![text("  ", 1)]), soft(3)]);
        assert_eq!(run.clone().trimmed(), Inlines::default());
        assert_eq!(run.lines(), Vec::<Inlines>::new());
    }
}
