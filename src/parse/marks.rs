//! Marks inside marks of their own kind (`<b>one <b>two</b></b>`) show nothing, and a document that closes none of its
//! marks would have more of them around each paragraph. Takes what opens and closes, says what of it counts.

use super::token::{Element, TABLE_PARTS};

/// Marks that go on behind the end of a paragraph, as browsers have it; links never lie in links.
const MARKS: [&str; 4] = ["em", "strong", "s", "code"];

/// The marks that are open.
pub struct Marks {
    /// Of the document, and of each table that is open, whose cells begin without marks of their own.
    frames: Vec<Frame>,
}

/// Per mark: how many are open inside one another; only the outermost counts.
type Frame = [usize; MARKS.len()];

impl Marks {
    /// None is open.
    pub fn new() -> Self {
        Self { frames: vec![Frame::default()] }
    }

    /// Whether an element counts that opens.
    pub fn opens(&mut self, element: &Element) -> bool {
        let name = element.name();
        if *element == Element::Table {
            self.frames.push(Frame::default());
        }
        self.begin_cell(name);
        self.open(name).is_none_or(|open| {
            *open += 1;
            *open == 1
        })
    }

    /// Whether an end tag counts.
    pub fn closes(&mut self, name: &str) -> bool {
        if name == "table" && self.frames.len() > 1 {
            self.frames.pop();
            return true;
        }
        self.begin_cell(name);
        self.open(name).is_none_or(|open| {
            *open = open.saturating_sub(1);
            *open == 0
        })
    }

    /// What was open in a cell is not open in the next.
    fn begin_cell(&mut self, name: &str) {
        if TABLE_PARTS.contains(&name)
            && let Some(frame) = self.frames.last_mut()
        {
            *frame = Frame::default();
        }
    }

    fn open(&mut self, name: &str) -> Option<&mut usize> {
        let mark = MARKS.iter().position(|mark| *mark == name)?;
        self.frames.last_mut().map(|frame| &mut frame[mark])
    }
}

#[cfg(test)]
mod tests {
    use crate::parse::printed::check;

    #[test]
    fn the_same_mark_twice_shows_once() {
        check(
            "a.html",
            "<p><b>one <b>two</b> three</b> four<p><b>five<p><b>six</b> seven</b> eight<table><tr><td><b>a<td>b<td><b>c</b>d</table>",
            "
            p *one two three* four @1:4
            p *five* @1:39
            p *six seven* eight @1:52
            table @1:75
              row @1:82
                td @1:86
                  p *a* @1:90
                td @1:94
                  p b @1:98
                td @1:99
                  p *c*d @1:103
            ",
        );
    }
}
