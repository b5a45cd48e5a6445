//! Why the rules hold what they hold, in words. In go what was seen and the words of a language; out comes a phrase without
//! a stop. Pages give the language of the reader, the export gives English.

use std::sync::Arc;

use super::words::{Part, Sentence, Slot, Word, Words};
use crate::resolve::threads::{Change, Edit, Scale, Seen};
use crate::resolve::{DimensionRef, Ladder, Reason};

/// Why a criterion of the ladder takes up another one.
pub(super) fn reason(words: &Words, ladder: &Ladder, reason: &Reason) -> String {
    let mut teller = Teller::new(words);
    match reason {
        Reason::Declared => teller.word(&words.why_declared),
        Reason::Grades { dimension, lower, upper } => teller.grades(ladder, *dimension, (*lower, *upper)),
        Reason::Place { statement, of } => teller.place(*statement, *of),
        Reason::Words(seen) => teller.seen(seen),
    }
    teller.out
}

/// Why levels are taken to restate the whole.
pub(super) fn restated(words: &Words, levels: usize, statements: usize) -> String {
    let count = |number: usize, counted: &Sentence| counted.with(&[(Slot::Count, &number.to_string())]);
    let levels = count(levels, words.levels_count.of(levels));
    let statements = count(statements, words.statements_count.of(statements));
    words.restated.with(&[(Slot::Levels, &levels), (Slot::Statements, &statements)])
}

/// A phrase that is being told.
struct Teller<'a> {
    words: &'a Words,
    /// What stands in front of a word of the documents, behind it, and between two of them.
    open: &'a str,
    close: &'a str,
    between: String,
    out: String,
}

impl<'a> Teller<'a> {
    fn new(words: &'a Words) -> Self {
        let (open, close) = words.why_word.around();
        let between = [close, words.comma.as_str(), open].concat();
        Self { words, open, close, between, out: String::with_capacity(192) }
    }

    fn word(&mut self, word: &Word) {
        self.out.push_str(word.as_str());
    }

    fn grades(&mut self, ladder: &Ladder, dimension: DimensionRef, (lower, upper): (usize, usize)) {
        let dimension = &ladder.dimensions[dimension.0];
        let name = |grade: usize| dimension.scale.as_ref().map_or("", |grades| grades[grade].name.as_str());
        let fillings =
            [(Slot::Dimension, dimension.title.as_str()), (Slot::From, name(lower)), (Slot::To, name(upper))];
        self.out.push_str(&self.words.why_grades.with(&fillings));
    }

    fn place(&mut self, statement: usize, of: usize) {
        let fillings = [(Slot::Count, &*statement.to_string()), (Slot::All, &of.to_string())];
        self.out.push_str(&self.words.why_place.with(&fillings));
    }

    fn seen(&mut self, seen: &Seen) {
        let words = self.words;
        match seen {
            Seen::Same => self.word(&words.why_same),
            Seen::Near(edits) if edits.is_empty() => self.word(&words.why_other_form),
            Seen::Near(edits) => self.sentence(&words.why_near, |teller, _| {
                teller.list(edits, &words.comma, Self::edit);
            }),
            // A matrix pairs what stands alone in its cell, whatever the words.
            Seen::Rise { common, changes } if common.is_empty() => self.list(changes, &words.why_then, Self::change),
            Seen::Rise { common, changes } => self.sentence(&words.why_raised, |teller, slot| match slot {
                Slot::Words => teller.named(common),
                _ => teller.list(changes, &words.why_then, Self::change),
            }),
        }
    }

    fn edit(&mut self, edit: &Edit) {
        let words = self.words;
        match edit {
            Edit::Replaced(from, to) => self.sentence(&words.why_replaced, |teller, slot| match slot {
                Slot::From => teller.named([from]),
                _ => teller.named([to]),
            }),
            Edit::Removed(word) => self.sentence(&words.why_removed, |teller, _| teller.named([word])),
            Edit::Added(word) => self.sentence(&words.why_added, |teller, _| teller.named([word])),
        }
    }

    fn change(&mut self, change: &Change) {
        let words = self.words;
        match change {
            Change::Step { scale, from, to } => self.step(*scale, from.as_ref(), to.as_ref()),
            Change::Number { from, to } => {
                let sentence = match (from.is_empty(), to.is_empty()) {
                    (true, _) => &words.why_number_come,
                    (false, true) => &words.why_number_gone,
                    (false, false) => &words.why_number,
                };
                self.sentence(sentence, |teller, slot| {
                    let numbers = if slot == Slot::From { from } else { to };
                    teller.list(numbers, &words.why_and, |teller, number| teller.out.push_str(number));
                });
            }
            Change::New(new) => self.sentence(&words.why_new, |teller, _| teller.named(new)),
            Change::Unlimited => self.word(&words.why_unlimited),
            Change::InPlace => self.word(&words.why_in_place),
        }
    }

    fn step(&mut self, scale: Scale, from: Option<&Arc<str>>, to: Option<&Arc<str>>) {
        let words = self.words;
        let sentence = match (from, to) {
            (Some(_), Some(_)) => &words.why_step,
            (Some(_), None) => &words.why_step_from,
            (None, Some(_)) => &words.why_step_to,
            (None, None) => return self.word(name(words, scale)),
        };
        self.sentence(sentence, |teller, slot| match slot {
            Slot::Step => teller.word(name(words, scale)),
            Slot::From => teller.named(from),
            _ => teller.named(to),
        });
    }

    /// Words of the documents. There are very many of them, so that they are written without a sentence for each.
    fn named<'w>(&mut self, words: impl IntoIterator<Item = &'w Arc<str>>) {
        let mut before = self.open;
        for word in words {
            self.out.push_str(before);
            self.out.push_str(word);
            before = &self.between;
        }
        self.out.push_str(self.close);
    }

    fn list<T>(&mut self, items: &[T], between: &Word, mut tell: impl FnMut(&mut Self, &T)) {
        for (index, item) in items.iter().enumerate() {
            if index > 0 {
                self.word(between);
            }
            tell(self, item);
        }
    }

    fn sentence(&mut self, sentence: &Sentence, mut fill: impl FnMut(&mut Self, Slot)) {
        for part in sentence.parts() {
            match part {
                Part::Words(words, _) => self.out.push_str(words),
                Part::Slot(slot) => fill(self, *slot),
            }
        }
    }
}

/// What a step up on a scale is called.
fn name(words: &Words, scale: Scale) -> &Word {
    match scale {
        Scale::Reach => &words.why_reach,
        Scale::Size => &words.why_size,
        Scale::Count => &words.why_count,
        Scale::Frequency => &words.why_frequency,
        Scale::Difficulty => &words.why_difficulty,
        Scale::Mastery => &words.why_mastery,
        Scale::Part => &words.why_part,
        Scale::Autonomy => &words.why_autonomy,
        Scale::Horizon => &words.why_horizon,
        Scale::Seniority => &words.why_seniority,
        Scale::Obligation => &words.why_obligation,
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{reason, restated};
    use crate::pages::words::Words;
    use crate::resolve::threads::{Change, Edit, Scale, Seen};
    use crate::resolve::{Dimension, DimensionRef, Grade, Ladder, Reason};
    use crate::text::{FileId, Inlines, Span};

    #[track_caller]
    fn check(why: &Reason, english: &str, german: &str) {
        let grade = |name: &str| Grade { name: name.to_owned(), text: Inlines::default() };
        let scale = Some(["Learns", "Uses"].map(grade).to_vec());
        let dimension = Dimension { id: "tools".to_owned(), title: "Tools".to_owned(), scale };
        let ladder = Ladder { dimensions: vec![dimension], ..Ladder::default() };
        assert_eq!(reason(Words::english(), &ladder, why), english);
        assert_eq!(reason(&german_words(), &ladder, why), german);
    }

    fn german_words() -> Words {
        Words::of(Some(("de", Span::new(FileId(0), 0, 0))), &[]).0
    }

    fn words<const N: usize>(words: [&str; N]) -> Vec<Arc<str>> {
        words.map(Arc::from).to_vec()
    }

    fn rise<const N: usize>(changes: [Change; N]) -> Reason {
        Reason::Words(Arc::new(Seen::Rise { common: words(["runs", "oven"]), changes: changes.to_vec() }))
    }

    #[test]
    fn what_is_known_without_comparing_words() {
        check(&Reason::Declared, "the author says so", "ausdrücklich so festgelegt");
        let grades = Reason::Grades { dimension: DimensionRef(0), lower: 0, upper: 1 };
        check(&grades, "Tools: Learns → Uses", "Tools: Learns → Uses");
        let place = Reason::Place { statement: 2, of: 5 };
        check(&place, "statement 2 of 5 at both levels", "Aussage 2 von 5 auf beiden Stufen");
    }

    #[test]
    fn repeats() {
        let check = |seen: Seen, english: &str, german: &str| check(&Reason::Words(Arc::new(seen)), english, german);
        check(Seen::Same, "the same words", "dieselben Worte");
        check(Seen::Near(Vec::new()), "the same words in another form", "dieselben Worte in anderer Form");
        let edits = vec![
            Edit::Replaced("oven".into(), "ovens".into()),
            Edit::Removed("flour".into()),
            Edit::Added("salt".into()),
        ];
        check(
            Seen::Near(edits),
            "nearly the same words: `oven` → `ovens`, without `flour`, with `salt`",
            "fast dieselben Worte: „oven“ → „ovens“, ohne „flour“, mit „salt“",
        );
    }

    #[test]
    fn raises() {
        let step = |scale, from: Option<&str>, to: Option<&str>| Change::Step {
            scale,
            from: from.map(Arc::from),
            to: to.map(Arc::from),
        };
        check(
            &rise([
                step(Scale::Reach, Some("team"), Some("company")),
                step(Scale::Autonomy, Some("guided"), None),
                step(Scale::Part, None, Some("leads")),
            ]),
            "both speak of `runs`, `oven`; wider reach (`team` → `company`); more independently (without `guided`); \
             larger part (`leads`)",
            "gemeinsam sind „runs“, „oven“; größere Reichweite („team“ → „company“); selbstständiger (ohne „guided“); \
             größerer Anteil („leads“)",
        );
        let number = |from: &[&str], to: &[&str]| {
            let words = |words: &[&str]| words.iter().map(|word| Arc::from(*word)).collect();
            Change::Number { from: words(from), to: words(to) }
        };
        check(
            &rise([number(&["1", "2"], &["3"]), number(&[], &["4"]), number(&["5"], &[])]),
            "both speak of `runs`, `oven`; another number (1 and 2 → 3); with a number (4); without a number (5)",
            "gemeinsam sind „runs“, „oven“; andere Zahl (1 und 2 → 3); mit Zahl (4); ohne Zahl (5)",
        );
        check(
            &rise([Change::New(words(["salt", "rye"])), Change::Unlimited]),
            "both speak of `runs`, `oven`; new: `salt`, `rye`; a limit is gone",
            "gemeinsam sind „runs“, „oven“; neu: „salt“, „rye“; eine Einschränkung fällt weg",
        );
        let alone = Reason::Words(Arc::new(Seen::Rise { common: Vec::new(), changes: vec![Change::Unlimited] }));
        check(&alone, "a limit is gone", "eine Einschränkung fällt weg");
    }

    #[test]
    fn levels_that_restate_the_whole() {
        assert_eq!(
            restated(Words::english(), 4, 5),
            "each of 4 levels has 5 labelled statements and repeats some of the level below word for word in the same place"
        );
        assert_eq!(
            restated(&german_words(), 4, 5),
            "jede von 4 Stufen hat 5 Aussagen mit Stichwort und wiederholt einige der Stufe darunter wörtlich an derselben \
             Stelle"
        );
    }
}
