//! The filter with which templates put something into the places of a sentence: `{{ words.from_level | fill(level=name) }}`.
//! A word with a number takes the form for `count`, or for `n` where the count is written otherwise.

use tera::value::Key;
use tera::{Error, Kwargs, State, TeraResult, Value};

use crate::pages::category;

/// Fills a sentence. What is not marked as safe is escaped; the result is safe.
pub(super) fn fill(sentence: &Value, fillings: Kwargs, state: &State) -> TeraResult<Value> {
    let mut rest = form(sentence, &fillings)?;
    let mut out = String::with_capacity(rest.len() + 64);
    while let Some((words, name, after)) = next(rest) {
        out.push_str(&state.escape(words)?);
        match fillings.get::<&Value>(name)? {
            Some(filling) => out.push_str(&state.escape_if_needed(filling)?),
            None => return Err(Error::message(format!("nothing is given for the place `{name}` of `{rest}`"))),
        }
        rest = after;
    }
    out.push_str(&state.escape(rest)?);
    Ok(Value::safe_string(&out))
}

/// What stands before the next place, the name of the place, what stands after it.
fn next(sentence: &str) -> Option<(&str, &str, &str)> {
    let (words, place) = sentence.split_once('{')?;
    let (name, after) = place.split_once('}')?;
    Some((words, name, after))
}

/// The form of a sentence for the number that is given.
fn form<'s>(sentence: &'s Value, fillings: &Kwargs) -> TeraResult<&'s str> {
    if let Some(text) = sentence.as_str() {
        return Ok(text);
    }
    let (Some(forms), Some(language)) = (sentence.as_map(), sentence.get_from_path("language")) else {
        return Err(Error::message("`fill` takes a word of the interface"));
    };
    let number = fillings.get::<usize>("n")?.map_or_else(|| fillings.must_get::<usize>("count"), Ok)?;
    let form = category(language.as_str().unwrap_or_default(), number);
    let found = ["other", form].map(|form| forms.get(&Key::Str(form)).and_then(Value::as_str));
    let [other, named] = found;
    named.or(other).ok_or_else(|| Error::message("a word has no form for a number"))
}
