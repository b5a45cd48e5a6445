//! What is wrong with a site, with the sources it stands in: for the terminal and for the page in the browser.

use crate::render::Theme;
use crate::text::report::Report;
use crate::text::{Diagnostic, FileId, Severity, Source, Sources, Span};

use super::super::load::Loaded;
use super::super::theme::ThemeFiles;
use super::problem::{Problem, problems};

/// Findings and the sources that their places lie in.
#[derive(Clone, Debug, Default)]
pub struct Findings {
    pub sources: Sources,
    pub list: Vec<Diagnostic>,
}

impl Findings {
    /// Everything that is wrong with a site, with advice.
    pub fn of(loaded: &Loaded) -> Self {
        Self { sources: loaded.site.sources.clone(), list: loaded.advised() }
    }

    /// The errors in a site, which are known as soon as it is loaded.
    pub fn errors_of(loaded: &Loaded) -> Self {
        let errors = loaded.diagnostics.iter().filter(|finding| finding.severity == Severity::Error);
        Self { sources: loaded.site.sources.clone(), list: errors.cloned().collect() }
    }

    /// The errors, for the page.
    pub fn problems(&self, prefix: &str) -> Vec<Problem> {
        problems(&self.sources, prefix, &self.list)
    }

    /// Each finding but the notes, as the terminal shows it.
    pub fn printed(&self, prefix: &str) -> Vec<String> {
        let loud = self.list.iter().filter(|finding| finding.severity > Severity::Note);
        let one = |finding: &Diagnostic| Report::new(&self.sources, prefix, std::slice::from_ref(finding)).human();
        loud.map(one).collect()
    }

    /// What is wrong with a template, with the line of the file that the project laid over the default theme.
    /// `theme` is the path of the theme in the project.
    pub fn of_template(fault: Diagnostic, files: &ThemeFiles, theme: &str) -> Self {
        let placed = Theme::place(&fault).and_then(|place| {
            let text = std::str::from_utf8(files.get(place.file)?).ok()?;
            let source = Source::new(format!("{theme}/{}", place.file), text);
            let start = offset(&source, place.line, place.column);
            let end = source.line(place.line).end.max(start);
            let word = source.text()[start..end].find(|letter: char| !letter.is_alphanumeric() && letter != '_');
            let end = start + word.unwrap_or(end - start).max(usize::from(start < end));
            let end = (end..=source.text().len()).find(|at| source.text().is_char_boundary(*at)).unwrap_or(start);
            let message = place.message.to_owned();
            Some((source, message, Span::new(FileId(0), start, end)))
        });
        match placed {
            Some((source, message, span)) => {
                let fault = Diagnostic { message, span: Some(span), ..fault };
                Self { sources: Sources::new("", vec![source]), list: vec![fault] }
            }
            None => Self { sources: Sources::default(), list: vec![fault] },
        }
    }
}

/// The byte at which a 1-based line and column stand.
fn offset(source: &Source, line: u32, column: u32) -> usize {
    let whole = source.line(line);
    let text = &source.text()[whole.clone()];
    let column = column.saturating_sub(1) as usize;
    whole.start + text.char_indices().nth(column).map_or(text.len(), |(at, _)| at)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::Findings;
    use crate::render::Theme;

    #[test]
    fn a_fault_in_a_template_has_its_line() {
        let files = BTreeMap::from([("templates/level.html".to_owned(), b"<p>\n{% nonsense %}\n".to_vec())]);
        let fault = Theme::new(&files).expect_err("there is no such tag");
        let findings = Findings::of_template(fault, &files, "themes");
        let problem = &findings.problems("docs")[0];
        let place = problem.place.as_deref().unwrap_or_default();
        assert!(place.starts_with("docs/themes/templates/level.html:2:"), "{place}");
        let excerpt = problem.excerpt.as_ref().expect("the line is shown");
        assert_eq!(format!("{}{}{}", excerpt.before, excerpt.marked, excerpt.after), "{% nonsense %}");
        assert!(findings.printed("docs")[0].contains("{% nonsense %}"), "{:?}", findings.printed("docs"));
    }
}
