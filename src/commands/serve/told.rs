//! What the terminal has been told, so that it is not told at every save.

use std::collections::BTreeSet;

use super::super::terminal::say;

/// Findings that stand on the terminal and still hold.
#[derive(Debug, Default)]
pub struct Told {
    lines: BTreeSet<String>,
}

impl Told {
    /// Tells what is new among everything that holds now, and that all is well again where it is.
    pub fn tell(&mut self, lines: Vec<String>) {
        say(&self.news(lines));
    }

    /// Tells something more that holds, if it was not told.
    pub fn more(&mut self, lines: Vec<String>) {
        let all = self.lines.iter().cloned().chain(lines).collect();
        self.tell(all);
    }

    fn news(&mut self, lines: Vec<String>) -> String {
        let mut out = String::new();
        let mut now = BTreeSet::new();
        for line in lines {
            if now.insert(line.clone()) && !self.lines.contains(&line) {
                out.push_str(&line);
            }
        }
        if now.is_empty() && !self.lines.is_empty() {
            out.push_str("all is well again\n");
        }
        self.lines = now;
        out
    }
}

#[cfg(test)]
mod tests {
    use super::Told;

    #[test]
    fn nothing_is_told_twice() {
        let mut told = Told::default();
        let lines = |words: &[&str]| words.iter().map(|word| format!("{word}\n")).collect::<Vec<_>>();
        for (now, expected) in [
            (&["a", "b"][..], "a\nb\n"),
            (&["a", "b"], ""),
            (&["b", "c"], "c\n"),
            (&[], "all is well again\n"),
            (&[], ""),
            (&["a"], "a\n"),
        ] {
            assert_eq!(told.news(lines(now)), expected);
        }
    }
}
