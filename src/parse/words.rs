//! A table of words of the interface: `name = "text"`, or `name = { one = "text", other = "text" }`. Which names there are
//! is not known here.

use super::fields::text;
use super::tables::{Broken, toml_data};
use super::{Data, Spanned};
use crate::text::{Diagnostic, FileId};

/// One word, or one form of it, as written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct WrittenWord {
    pub name: Spanned<String>,
    pub form: Option<Spanned<String>>,
    pub text: Spanned<String>,
}

/// Reads such a table. What is wrong is reported and left out; the rest holds.
pub fn words(source: &str, file: FileId) -> (Vec<WrittenWord>, Vec<Diagnostic>) {
    let (data, errors) = toml_data(source, 0..source.len(), file);
    let broken = |Broken { message, span }| {
        Diagnostic::error("broken-toml", span, format!("this table of words is not valid TOML: {message}"))
    };
    let mut out: Vec<Diagnostic> = errors.into_iter().map(broken).collect();
    let mut words = Vec::new();
    let Data::Map(table) = data else { return (words, out) };
    for entry in table.entries {
        let name = &entry.key;
        match &entry.value {
            Data::Map(forms) => words.extend(forms.entries.iter().filter_map(|form| {
                let text = text(&form.value, &form.key.value, &mut out)?;
                Some(WrittenWord { name: name.clone(), form: Some(form.key.clone()), text })
            })),
            one => words.extend(text(one, &name.value, &mut out).map(|text| WrittenWord {
                name: name.clone(),
                form: None,
                text,
            })),
        }
    }
    (words, out)
}

#[cfg(test)]
mod tests {
    use super::words;
    use crate::text::FileId;

    #[test]
    fn words_and_forms_are_read_with_their_places() {
        let source = "level = \"Niveau\"\n[more]\none = '{count} de plus'\nother = [1]\n";
        let (found, faults) = words(source, FileId(0));
        let told: Vec<String> = found
            .iter()
            .map(|it| {
                let form = it.form.as_ref().map_or("", |form| &source[form.span.range()]);
                format!("{} {form} {}", &source[it.name.span.range()], &source[it.text.span.range()])
            })
            .collect();
        assert_eq!(told, ["level  Niveau", "more one {count} de plus"]);
        assert_eq!(faults.iter().map(|fault| fault.rule).collect::<Vec<_>>(), ["wrong-type"]);
        assert_eq!(words("level = ", FileId(0)).1[0].rule, "broken-toml");
    }
}
