//! Tables of words: those in the program, and those of the project over them; and what is wrong with the latter.

use std::collections::BTreeMap;

use super::plural::{FORMS, forms};
use super::sentence::places;
use super::{BUILT_IN, Counted, ENGLISH, NAMES, Sentence, Word, is_english};
use crate::text::{Diagnostic, FileId, Span, nearest};

/// A table of a project: `themes/words/fr.toml`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct WordFile {
    pub file: FileId,
    /// The name of the file: a BCP 47 tag.
    pub language: String,
    /// In the order of the file.
    pub words: Vec<Given>,
}

/// One word of such a table, or one form of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Given {
    pub name: String,
    /// `one`, `few` and so on, where the author writes forms.
    pub form: Option<String>,
    /// The place of the name, or of the form.
    pub at: Span,
    pub text: String,
    pub text_at: Span,
}

/// What a word of the interface is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    Word,
    Sentence,
    Counted,
}

/// The tables in which a word is looked for, one after the other; the last one is English and has them all.
pub(super) struct Tables<'a>(Vec<Table<'a>>);

struct Table<'a> {
    language: &'a str,
    /// Name → form or nothing, and text.
    words: BTreeMap<&'a str, Vec<(&'a str, &'a str)>>,
}

impl<'a> Tables<'a> {
    /// The tables for a language: of `de-AT` those of `de-AT`, `de` and `en`, for each that of the project first.
    pub(super) fn of(language: &'a str, files: &'a [WordFile]) -> (Self, Vec<Diagnostic>) {
        let (mut tables, mut found) = (Vec::new(), Vec::new());
        let good: Vec<Vec<&Given>> = files.iter().map(|file| sound(file, &mut found)).collect();
        for tag in wider(language).chain((language != ENGLISH).then_some(ENGLISH)) {
            for (file, good) in files.iter().zip(&good).filter(|(file, _)| file.language.eq_ignore_ascii_case(tag)) {
                let word = |it: &'a Given| (it.name.as_str(), it.form.as_deref().unwrap_or(""), it.text.as_str());
                tables.push(Table::of(&file.language, good.iter().copied().map(word)));
            }
            let built_in = BUILT_IN.iter().filter(|(known, _)| known.eq_ignore_ascii_case(tag));
            tables.extend(built_in.map(|(language, words)| Table::of(language, words.iter().copied())));
        }
        (Self(tables), found)
    }

    pub(super) fn language(&self) -> &'a str {
        self.0.first().map_or(ENGLISH, |table| table.language)
    }

    pub(super) fn word(&self, name: &str) -> Word {
        Word::new(self.text(name))
    }

    pub(super) fn sentence(&self, name: &str) -> Sentence {
        Sentence::new(self.text(name))
    }

    pub(super) fn counted(&self, name: &str) -> Counted {
        let found = self.0.iter().find_map(|table| Some((table, table.rest(name)?)));
        let (table, other) = found.unwrap_or((&self.0[self.0.len() - 1], ""));
        let of = |form: &str| table.forms(name).find(|(known, _)| *known == form).map(|(_, text)| Sentence::new(text));
        let named = FORMS.iter().filter(|form| **form != "other").filter_map(|form| Some((*form, of(form)?)));
        Counted::new(table.language, Sentence::new(other), named.collect())
    }

    fn text(&self, name: &str) -> &'a str {
        let found = self.0.iter().find_map(|table| table.forms(name).next());
        found.map_or("", |(_, text)| text)
    }

    /// What a language that is not English does not say: each word, where somebody has begun to say them; else that
    /// nobody has.
    pub(super) fn missing(&self, (tag, span): (&str, Span), files: &[WordFile]) -> Vec<Diagnostic> {
        let own: Vec<&Table> = self.0.iter().filter(|table| !is_english(table.language)).collect();
        if is_english(tag) {
            return Vec::new();
        }
        if own.is_empty() {
            let message = format!("the interface has no words in `{}`; it speaks English", tag.escape_debug());
            let help = format!(
                "begin a table of them: an empty file `words/{tag}.toml` in the project's theme, such as \
                 `themes/words/{tag}.toml`; `check` then names each word that it lacks"
            );
            return vec![Diagnostic::note("no-words", span, message).help(help)];
        }
        let chain: Vec<&str> = wider(tag).collect();
        let file = files.iter().find(|file| chain.iter().any(|tag| file.language.eq_ignore_ascii_case(tag)));
        let at = file.map_or(span, |file| Span::new(file.file, 0, 0));
        let place = |name: &str| {
            let given = files.iter().flat_map(|file| &file.words).find(|given| given.name == name);
            given.map_or(at, |given| given.at)
        };
        NAMES.iter().flat_map(|(name, kind)| lacking(&own, (name, *kind), place(name))).collect()
    }
}

impl<'a> Table<'a> {
    fn of(language: &'a str, said: impl Iterator<Item = (&'a str, &'a str, &'a str)>) -> Self {
        let mut words: BTreeMap<&str, Vec<(&str, &str)>> = BTreeMap::new();
        said.for_each(|(name, form, text)| words.entry(name).or_default().push((form, text)));
        Self { language, words }
    }

    fn forms(&self, name: &str) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.words.get(name).into_iter().flatten().copied()
    }

    /// The form for the numbers that have none of their own: `other`, or a word without forms. Some languages have `many`
    /// instead, as far as whole numbers go.
    fn rest(&self, name: &str) -> Option<&'a str> {
        let of = |form| self.forms(name).find(|(known, _)| *known == form).map(|(_, text)| text);
        of("other").or_else(|| of("")).or_else(|| of("many"))
    }
}

/// A tag, and the tag without its last part, and so on.
fn wider(tag: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(tag), |tag| tag.rfind(['-', '_']).map(|end| &tag[..end]))
}

/// What no table says of one word.
fn lacking(tables: &[&Table], (name, kind): (&str, Kind), at: Span) -> Vec<Diagnostic> {
    let finding = |message: String, help: String| Diagnostic::warning("missing-word", at, message).help(help);
    let Some(table) = tables.iter().find(|table| table.rest(name).is_some()) else {
        let english = english(name).last().map_or("", |(_, text)| text);
        let said = match kind {
            Kind::Counted => "{ one = \"…\", other = \"…\" }",
            Kind::Word | Kind::Sentence => "\"…\"",
        };
        let message = format!("`{name}` is not said in this language; English is shown");
        return vec![finding(message, format!("write `{name} = {said}`; in English `{english}`"))];
    };
    let said: Vec<&str> = table.forms(name).map(|(form, _)| form).collect();
    let wanted = forms(table.language).iter().filter(|form| kind == Kind::Counted && !said.contains(form));
    let told = wanted.filter(|_| !said.contains(&"")).map(|form| {
        let message = format!("`{name}` has no form `{form}`, which `{}` needs for some numbers", table.language);
        finding(message, format!("write `{form} = \"…\"` beside the other forms"))
    });
    told.collect()
}

/// The words of a table that can be used; reports the others.
fn sound<'a>(file: &'a WordFile, out: &mut Vec<Diagnostic>) -> Vec<&'a Given> {
    let mut good = Vec::new();
    for given in &file.words {
        match fault(given) {
            Some(fault) => out.push(fault),
            None => good.push(given),
        }
    }
    good
}

fn fault(given: &Given) -> Option<Diagnostic> {
    let name = given.name.as_str();
    let Some((_, kind)) = NAMES.iter().find(|(known, _)| *known == name) else {
        let message = format!("`{}` is no word of the interface", name.escape_debug());
        return Some(unknown(given.at, message, (name, NAMES.iter().map(|(known, _)| *known))));
    };
    match (&given.form, kind) {
        (Some(form), Kind::Counted) if !FORMS.contains(&form.as_str()) => {
            let message = format!("`{}` is no form of a plural", form.escape_debug());
            return Some(unknown(given.at, message, (form, FORMS.iter().copied())));
        }
        (Some(_), Kind::Word | Kind::Sentence) => {
            let message = format!("`{name}` has no number, and so no forms");
            let help = format!("write `{name} = \"…\"`");
            return Some(Diagnostic::error("wrong-type", given.at, message).help(help));
        }
        (Some(_) | None, Kind::Word | Kind::Sentence | Kind::Counted) => {}
    }
    misplaced(given)
}

fn unknown<'n>(at: Span, message: String, (word, known): (&str, impl Iterator<Item = &'n str>)) -> Diagnostic {
    let help = match nearest(word, known) {
        Some(near) => format!("did you mean `{near}`?"),
        None => "remove it".to_owned(),
    };
    Diagnostic::error("unknown-key", at, message).help(help)
}

/// A place that the English word has and this one has not, or the other way round. A form for few numbers may say the
/// number in words.
fn misplaced(given: &Given) -> Option<Diagnostic> {
    let said: Vec<&str> = places(&given.text).map(|(range, _)| &given.text[range]).collect();
    let english = english(&given.name).last().map_or("", |(_, text)| text);
    let wanted: Vec<&str> = places(english).map(|(range, _)| &english[range]).collect();
    let in_words = matches!(given.form.as_deref(), Some("zero" | "one" | "two"));
    let may_lack = |place: &str| in_words && place == "{count}";
    let lost = wanted.iter().find(|place| !said.contains(place) && !may_lack(place));
    let strange = said.iter().find(|place| !wanted.contains(place));
    let (place, what) = match (strange, lost) {
        (Some(place), _) => (place, "is no place of"),
        (None, Some(place)) => (place, "is missing in"),
        (None, None) => return None,
    };
    let message = format!("`{}` {what} `{}`", place.escape_debug(), given.name);
    let help = format!("in English it is `{english}`");
    Some(Diagnostic::error("wrong-place", given.text_at, message).help(help))
}

fn english(name: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let table = BUILT_IN.iter().find(|(language, _)| *language == ENGLISH);
    let words = table.into_iter().flat_map(|(_, words)| words.iter());
    words.filter(move |(known, ..)| *known == name).map(|(_, form, text)| (*form, *text))
}
