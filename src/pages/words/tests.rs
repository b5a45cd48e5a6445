//! Tables of words: what they hold, what they fall back to, and what is wrong with them.

use std::collections::BTreeMap;

use super::sentence::places;
use super::{BUILT_IN, ENGLISH, Given, Kind, NAMES, Slot, WordFile, Words};
use crate::text::{FileId, Source, Span};

/// A table of a project: a line for each word, `name = text` or `name.form = text`.
fn table(language: &str, text: &str) -> WordFile {
    let mut start = 0;
    let words = text.split_inclusive('\n').map(|line| {
        let (name, said) = line.trim_end().split_once(" = ").expect("a line holds a word");
        let span = |from: usize, length: usize| Span::new(FileId(0), start + from, start + from + length);
        let (at, text_at) = (span(0, name.len()), span(name.len() + 3, said.len()));
        start += line.len();
        let (name, form) = name.split_once('.').map_or((name, None), |(name, form)| (name, Some(form.to_owned())));
        Given { name: name.to_owned(), form, at, text: said.to_owned(), text_at }
    });
    WordFile { file: FileId(0), language: language.to_owned(), words: words.collect() }
}

fn here() -> Span {
    Span::new(FileId(0), 0, 0)
}

/// What is said of a table of the language of the site, with its place and its help.
fn told(language: &str, text: &str) -> Vec<String> {
    let source = Source::new("words", text);
    let (_, found) = Words::of(Some((language, here())), &[table(language, text)]);
    let line = |it: &crate::text::Diagnostic| {
        let (line, column) = source.line_and_column(it.span.expect("it has a place").start);
        format!("{line}:{column} {}: {} | {}", it.rule, it.message, it.help.as_deref().unwrap_or_default())
    };
    found.iter().map(line).collect()
}

#[test]
fn every_table_in_the_program_has_every_word_with_its_places_and_forms() {
    for (language, words) in BUILT_IN {
        let given = words.iter().map(|(name, form, text)| Given {
            name: (*name).to_owned(),
            form: (!form.is_empty()).then(|| (*form).to_owned()),
            at: here(),
            text: (*text).to_owned(),
            text_at: here(),
        });
        // As if it were a project's, so that it is judged; without the one in the program, which would stand in.
        let file = WordFile { file: FileId(0), language: format!("{language}x"), words: given.collect() };
        let (_, found) = Words::of(Some((&format!("{language}x"), here())), &[file]);
        assert_eq!(found, [], "{language}");
        let names: Vec<&str> = words.iter().map(|(name, ..)| *name).collect();
        let mut once = names.clone();
        once.dedup();
        assert_eq!(
            once.len(),
            once.iter().collect::<std::collections::BTreeSet<_>>().len(),
            "{language} says one twice"
        );
    }
}

#[test]
fn a_word_is_found_in_the_nearest_table_that_has_it() {
    let files =
        [table("de-AT", "level = Grad\n"), table("de", "criteria_count.one = eins\ncriteria_count.other = {count}\n")];
    let (words, found) = Words::of(Some(("de-at", here())), &files);
    assert_eq!(found, []);
    assert_eq!((words.level.as_str(), words.track.as_str()), ("Grad", "Laufbahn"));
    let criteria = |number: usize| words.criteria_count.of(number).with(&[(Slot::Count, &number.to_string())]);
    assert_eq!((criteria(1), criteria(2)), ("eins".to_owned(), "2".to_owned()));
}

#[test]
fn numbers_follow_the_language_that_says_them() {
    let polish =
        "levels_count.one = {count} poziom\nlevels_count.few = {count} poziomy\nlevels_count.many = {count} poziomów\n";
    let files = [table("pl", polish)];
    let (words, _) = Words::of(Some(("pl", here())), &files);
    let levels = |number: usize| words.levels_count.of(number).with(&[(Slot::Count, &number.to_string())]);
    assert_eq!([1, 3, 5, 22].map(levels), ["1 poziom", "3 poziomy", "5 poziomów", "22 poziomy"]);
    let tracks = |number: usize| words.tracks_count.of(number).with(&[(Slot::Count, &number.to_string())]);
    assert_eq!([1, 3].map(tracks), ["1 track", "3 tracks"], "what is said in English counts as English does");
}

#[test]
fn what_is_wrong_with_a_table_is_told_at_its_place() {
    let found = told(
        "de",
        "levle = x\nfrom_level = x\nas_at = {levle} {level}\nmore.ones = x\nlevel.one = x\nmore.one = x\nmore.other = x\n",
    );
    assert_eq!(
        found,
        [
            "1:1 unknown-key: `levle` is no word of the interface | did you mean `level`?",
            "2:14 wrong-place: `{level}` is missing in `from_level` | in English it is `From {level}`",
            "3:9 wrong-place: `{levle}` is no place of `as_at` | in English it is `As at {level}`",
            "4:1 unknown-key: `ones` is no form of a plural | did you mean `one`?",
            "5:1 wrong-type: `level` has no number, and so no forms | write `level = \"…\"`",
            "7:14 wrong-place: `{count}` is missing in `more` | in English it is `{count} more`",
        ]
    );
}

#[test]
fn what_a_language_lacks_is_told_word_by_word() {
    let found = told("fr", "level = Niveau\nmore.other = {count} de plus\n");
    assert_eq!(found.len(), NAMES.len() - 1);
    assert!(found.contains(
        &"1:1 missing-word: `track` is not said in this language; English is shown | write `track = \"…\"`; in English \
          `Track`"
            .to_owned()
    ));
    let form = "2:1 missing-word: `more` has no form `one`, which `fr` needs for some numbers | write `one = \"…\"` beside \
                the other forms";
    assert!(found.contains(&form.to_owned()));
    assert_eq!(told("en-GB", "level = Grade\n"), [] as [&str; 0], "English falls back to English");
    let (_, none) = Words::of(Some(("tlh", here())), &[]);
    assert_eq!(none.iter().map(|it| it.rule).collect::<Vec<_>>(), ["no-words"]);
}

#[test]
fn a_place_stands_once_in_a_sentence() {
    for (language, words) in BUILT_IN {
        for (name, _, text) in *words {
            let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
            places(text).for_each(|(range, _)| *counts.entry(&text[range]).or_default() += 1);
            assert!(counts.values().all(|count| *count == 1), "{language}: {name}");
        }
    }
    assert!(NAMES.iter().any(|(_, kind)| *kind == Kind::Counted) && ENGLISH == "en");
}
