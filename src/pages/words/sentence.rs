//! A word, a sentence with places, and a sentence with a number.

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::{SLOTS, Slot, plural};
use crate::pages::html::Html;

/// Words without a place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Word {
    text: Box<str>,
    html: Html,
}

/// Words with places: `From {level}`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sentence {
    text: Box<str>,
    parts: Vec<Part>,
}

/// A sentence that has a form for each plural of its language.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Counted {
    language: Box<str>,
    other: Sentence,
    /// The forms besides `other`.
    forms: Vec<(&'static str, Sentence)>,
}

/// A part of a sentence; words also as they are written on a page.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(in crate::pages) enum Part {
    Words(Box<str>, Html),
    Slot(Slot),
}

impl Word {
    pub(super) fn new(text: &str) -> Self {
        Self { text: text.into(), html: Html::of(text) }
    }

    /// The words.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The words as they are written on a page.
    pub(in crate::pages) fn html(&self) -> &Html {
        &self.html
    }
}

impl Sentence {
    /// What stands in braces and is no place is part of the words.
    pub(super) fn new(text: &str) -> Self {
        let (mut parts, mut start) = (Vec::new(), 0);
        for (range, place) in places(text) {
            if let (Some(place), true) = (place, range.start >= start) {
                if range.start > start {
                    parts.push(Part::words(&text[start..range.start]));
                }
                parts.push(Part::Slot(place));
                start = range.end;
            }
        }
        if start < text.len() {
            parts.push(Part::words(&text[start..]));
        }
        Self { text: text.into(), parts }
    }

    pub(in crate::pages) fn parts(&self) -> &[Part] {
        &self.parts
    }

    /// What stands in front of its first place, and what behind it.
    pub(in crate::pages) fn around(&self) -> (&str, &str) {
        match self.parts.as_slice() {
            [Part::Words(before, _), Part::Slot(_), Part::Words(behind, _), ..] => (before, behind),
            [Part::Words(before, _), ..] => (before, ""),
            [Part::Slot(_), Part::Words(behind, _), ..] => ("", behind),
            [Part::Slot(_), ..] | [] => ("", ""),
        }
    }

    /// The sentence with something in each of its places.
    pub fn with(&self, fillings: &[(Slot, &str)]) -> String {
        let mut out = String::with_capacity(self.text.len() + 32);
        for part in &self.parts {
            match part {
                Part::Words(words, _) => out.push_str(words),
                Part::Slot(place) => {
                    let filling = fillings.iter().find(|(known, _)| known == place);
                    out.push_str(filling.map_or("", |(_, filling)| filling));
                }
            }
        }
        out
    }
}

impl Part {
    fn words(text: &str) -> Self {
        Self::Words(text.into(), Html::of(text))
    }
}

impl Counted {
    pub(super) fn new(language: &str, other: Sentence, forms: Vec<(&'static str, Sentence)>) -> Self {
        Self { language: plural::spoken(language).into(), other, forms }
    }

    /// The form for a number.
    pub fn of(&self, number: usize) -> &Sentence {
        let category = plural::category(&self.language, number);
        self.forms.iter().find(|(form, _)| *form == category).map_or(&self.other, |(_, sentence)| sentence)
    }
}

/// Everything in braces, with the place that it names.
pub(super) fn places(text: &str) -> impl Iterator<Item = (std::ops::Range<usize>, Option<Slot>)> {
    text.match_indices('{').filter_map(|(start, _)| {
        let end = start + text[start..].find('}')? + 1;
        let name = &text[start + 1..end - 1];
        Some((start..end, SLOTS.iter().find(|(known, _)| *known == name).map(|(_, place)| *place)))
    })
}

impl Serialize for Word {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }
}

impl Serialize for Sentence {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }
}

impl Serialize for Counted {
    /// The language, and each form under its name.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.forms.len() + 2))?;
        map.serialize_entry("language", &*self.language)?;
        for (form, sentence) in &self.forms {
            map.serialize_entry(form, sentence)?;
        }
        map.serialize_entry("other", &self.other)?;
        map.end()
    }
}
