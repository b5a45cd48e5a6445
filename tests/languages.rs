//! No word of the interface stands on a page but those of its table: sites are made in a language that nobody speaks, in
//! which every word is marked, and all that is left when the marked ones are gone must be the author's.
//!
//! The strongest proof is a ladder that has no Latin letter: each one on its pages is then a word that the table lacks.

#![allow(clippy::disallowed_methods, reason = "tests read files")]

mod support;

use std::collections::BTreeMap;

use html5gum::{Token, Tokenizer};
use ladder_site::pages::{self, Forge, Given, Page, Repository, Settings, Site, WordFile, Words};
use ladder_site::parse;
use ladder_site::render::{Theme, render};
use ladder_site::text::{FileId, Span};
use support::memory::{Made, made};
use support::site::documents;
use support::{read, root};

/// Around every word of the language that nobody speaks.
const MARKS: (char, char) = ('⟦', '⟧');

/// Attributes whose values people read or hear.
const READ: [&str; 6] = ["aria-label", "title", "alt", "placeholder", "label", "data-of"];

/// The English table with every word in marks.
fn marked() -> Words {
    let at = Span::new(FileId(0), 0, 0);
    let (english, faults) = parse::words(&read("themes/default/words/en.toml"), FileId(0));
    assert_eq!(faults, []);
    let given = english.into_iter().map(|word| Given {
        name: word.name.value,
        form: word.form.map(|form| form.value),
        at,
        text: mark(&word.text.value),
        text_at: at,
    });
    let table = WordFile { file: FileId(0), language: "qaa".to_owned(), words: given.collect() };
    let (words, found) = Words::of(Some(("qaa", at)), &[table]);
    assert_eq!(found, []);
    words
}

/// `From {level}` → `⟦From ⟧{level}`.
fn mark(text: &str) -> String {
    let piece = |part: &str| match part.split_once('}') {
        Some((slot, rest)) => format!("{{{slot}}}{}", framed(rest)),
        None => framed(part),
    };
    text.split('{').map(piece).collect()
}

fn framed(words: &str) -> String {
    if words.is_empty() { String::new() } else { format!("{}{words}{}", MARKS.0, MARKS.1) }
}

/// Every page of a site that speaks so.
fn pages_of(made: Made) -> BTreeMap<String, String> {
    pages_in("qaa", marked(), made)
}

fn pages_in(language: &str, words: Words, made: Made) -> BTreeMap<String, String> {
    let repository = Repository {
        url: "https://example.org/1".to_owned(),
        forge: Forge::GitHub,
        branch: Some("1".to_owned()),
        folder: String::new(),
    };
    let changed = made.sources.iter().map(|(_, source)| (source.path().to_owned(), "2026-11-21".to_owned())).collect();
    let language = Some(language.to_owned());
    let settings = Settings { words, language, repository: Some(repository), changed, ..Settings::default() };
    let theme = Theme::new(&BTreeMap::new()).expect("the default theme can be read").speaking(&settings.words);
    let site = Site::new(made.ladder, settings, made.sources);
    let page = |route: pages::Route| match pages::page(&site, &route) {
        Page::View(view) => {
            let bytes = render(&theme, &view).expect("the default theme shows every page");
            Some((route.path(&site.ladder), String::from_utf8(bytes).expect("a page is UTF-8")))
        }
        Page::Export | Page::Data(..) | Page::Text(_) | Page::Copy(_) => None,
    };
    pages::routes(&site).into_iter().filter_map(page).collect()
}

/// What people read on a page, piece by piece, without what is marked.
fn unmarked(html: &str) -> Vec<String> {
    let (mut pieces, mut open) = (Vec::new(), String::new());
    let mut inside_script = false;
    for token in Tokenizer::new(html).filter_map(Result::ok) {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        match token {
            Token::StartTag(tag) => {
                pieces.push(std::mem::take(&mut open));
                inside_script = text(&tag.name) == "script";
                let read = tag.attributes.iter().filter(|(name, _)| READ.contains(&text(name).as_str()));
                pieces.extend(read.map(|(_, value)| text(value)));
            }
            Token::EndTag(_) => {
                inside_script = false;
                pieces.push(std::mem::take(&mut open));
            }
            Token::String(words) if !inside_script => open.push_str(&text(&words)),
            Token::String(_) | Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    pieces.push(open);
    pieces.iter().map(|piece| without_marks(piece)).filter(|piece| !piece.trim().is_empty()).collect()
}

fn without_marks(piece: &str) -> String {
    let mut out = String::new();
    let mut rest = piece;
    while let Some((before, marked)) = rest.split_once(MARKS.0) {
        out.push_str(before);
        out.push('\n');
        rest = marked.split_once(MARKS.1).map_or("", |(_, after)| after);
    }
    out + rest
}

#[track_caller]
fn none(faults: &[String]) {
    let shown: Vec<_> = faults.iter().take(40).map(String::as_str).collect();
    assert!(faults.is_empty(), "{} faults, among them\n{}", faults.len(), shown.join("\n"));
}

/// Words of some text, in lower case, in a row.
fn row(text: &str) -> String {
    let words = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    format!(" {} ", words.map(str::to_lowercase).collect::<Vec<_>>().join(" "))
}

/// Cells of a table that was copied as plain text have no blank between them.
fn apart(text: &str) -> String {
    let mut out = String::new();
    for letter in text.chars() {
        if letter.is_uppercase() || letter.is_numeric() {
            out.push(' ');
        }
        out.push(letter);
    }
    out
}

/// A page tells the version of its words by eight digits.
fn is_mark_of_version(word: &str) -> bool {
    word.len() == 8 && word.bytes().all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f'))
}

/// A code and a title are each the author's, and stand side by side.
fn is_name(part: &str, known: &str) -> bool {
    part.trim().split_once(' ').is_some_and(|(code, title)| known.contains(&row(code)) && known.contains(&row(title)))
}

/// What speaks for a link, say: no language is told less than another.
#[test]
fn pages_say_in_any_language_what_they_say_in_english() {
    let documents = LADDERS.map(|(path, text)| (path.to_owned(), text.to_owned()));
    let demo = support::site::documents(root());
    for documents in [&documents[..], &demo] {
        let english = pages_in("en", Words::default(), made(documents));
        let marked = pages_of(made(documents));
        assert!(english.keys().eq(marked.keys()));
        for (path, html) in marked {
            // Marks stand in addresses too.
            let html = html.replace([MARKS.0, MARKS.1], "").replace("%E2%9F%A6", "").replace("%E2%9F%A7", "");
            let mut lines = told(&html).zip(told(&english[&path]));
            assert_eq!(lines.find(|(marked, english)| marked != english), None, "{path}");
            assert_eq!(told(&html).count(), told(&english[&path]).count(), "{path}");
        }
    }
}

/// The lines of a page but for that which names its language.
fn told(html: &str) -> impl Iterator<Item = &str> {
    html.lines().filter(|line| !line.starts_with("<html "))
}

#[test]
fn what_nobody_named_has_a_name_in_the_language_of_the_site() {
    let file = |dimension: &str| {
        let text =
            format!("# {dimension}\n\n## Junior\n\n- Learns {dimension}.\n\n## Senior\n\n- Teaches {dimension}.\n");
        (format!("{dimension}.md"), text)
    };
    let one = ["sewing", "cutting", "selling"].map(file);
    let two = [1, 2].map(|at| (LADDERS[at].0.to_owned(), LADDERS[at].1.to_owned()));
    for (documents, name) in [(&one[..], "Career ladder"), (&two[..], "Career ladders")] {
        let pages = pages_of(made(documents));
        let heading = format!(">{}</", framed(name));
        assert!(pages["index.html"].contains(&heading), "{}", pages["index.html"]);
        for (path, html) in pages {
            let unmarked = unmarked(&html).into_iter().find(|piece| piece.contains("Career ladder"));
            assert_eq!(unmarked, None, "{path}");
        }
    }
}

#[test]
fn what_is_not_marked_stands_in_the_documents_of_the_demo() {
    let documents = documents(root());
    let known =
        |(path, text): &(String, String)| row(&[path, "\n", &text.replace('Â', ""), "\n", &apart(text)].concat());
    let known: String = documents.iter().map(known).collect();
    let mut faults = Vec::new();
    for (path, html) in pages_of(made(&documents)) {
        for piece in unmarked(&html) {
            let parts = piece.split(|letter: char| !(letter.is_alphanumeric() || " '’-".contains(letter)));
            let strange = |part: &&str| {
                let is_word = part.contains(char::is_alphabetic) && !is_mark_of_version(part);
                is_word && !known.contains(&row(part)) && !is_name(part, &known)
            };
            faults.extend(parts.filter(strange).map(|part| format!("{path}: `{part}` of `{piece}`")));
        }
    }
    none(&faults);
}

/// A ladder without a Latin letter, of all that pages speak of.
const LADDERS: [(&str, &str); 5] = [
    ("README.md", "# Пекарня\n\nКак мы растём.\n\n## Вопросы\n\nСпросите мастера.\n"),
    (
        "пекари/пекарь.md",
        "---\nladder:\n  is: track\n  levels:\n    \"Уровень 3\": { state: draft, aliases: [\"П3\"] }\n    \"Уровень 4\": { state: \
         not-applicable }\n  scales: { \"Хлеб\": [\"Месит\", \"Печёт\"], \"Печь\": [\"Топит\", \"Чинит\"], \"Гости\": [\"Видит\", \
         \"Знает\"] }\n---\n# Пекарь\n\nО пекаре.\n\n## Уровень 1\n\n**Опыт:** 1 год\n\n### Хлеб\n\n- **Месит**: тесто для одного \
         магазина.\n- Моет пол пекарни каждый вечер.\n\n### Печь\n\n- **Топит**: большую печь утром.\n\n### Гости\n\n- \
         **Видит**: каждого гостя.\n\n## Уровень 2\n\n### Хлеб\n\n- **Печёт**: хлеб для нескольких магазинов.\n- Моет пол \
         пекарни каждый вечер.\n\n### Печь\n\n- **Чинит**: большую печь утром.\n\n### Гости\n\n- **Знает**: каждого \
         гостя.\n\n## Уровень 3\n\n### Хлеб\n\n- Учит двух пекарей печь ржаной хлеб.\n\n## Уровень 4\n\nНет\n",
    ),
    (
        "пекари/кондитер.md",
        "---\nladder:\n  is: track\n  builds_on: Пекарь\n  accumulates: cumulative\n---\n# Кондитер\n\n## Уровень 2\n\n### Хлеб\n\n- Моет \
         пол пекарни каждый вечер.\n- Украшает торты для трёх свадеб.\n\n## Уровень 3\n\n### Хлеб\n\n- Украшает торты для пяти \
         свадеб.\n\n### Мёд\n\n- Собирает мёд.\n",
    ),
    (
        "пекари/мельник.md",
        "---\nladder:\n  is: track\n  builds_on: Никто\n  accumulates: replacing\n  licence: \"Свободно\"\n---\n# Мельник\n\n## Уровень \
         1\n\n- Моет пол пекарни каждый вечер.\n- Мелет зерно.\n\n## Уровень 2\n\n- Мелет зерно.\n- Носит мешки.\n",
    ),
    ("правила.md", "# Правила\n\nПриходить вовремя.\n"),
];

#[test]
fn pages_of_a_ladder_without_latin_letters_have_none() {
    let documents = LADDERS.map(|(path, text)| (path.to_owned(), text.to_owned()));
    let pages = pages_of(made(&documents));
    assert!(pages.len() > 20, "{:?}", pages.keys());
    let mut faults = Vec::new();
    for (path, html) in &pages {
        for piece in unmarked(html) {
            // The names of documents end so, and the author's own settings are shown as he wrote them.
            let rest = piece.replace(".md", "");
            let is_quoted = documents.iter().any(|(_, text)| text.contains(piece.trim()));
            let words = rest.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !is_mark_of_version(word));
            let latin = words.filter(|word| word.contains(|letter: char| letter.is_ascii_alphabetic())).count();
            if latin > 0 && !is_quoted {
                faults.push(format!("{path}: `{}`", piece.trim()));
            }
        }
    }
    none(&faults);
}

/// The whole program: the language of `site.toml`, and a word of the project's own over those of the program.
#[test]
fn a_project_speaks_its_language_and_its_own_words() {
    let project = tempfile::tempdir().expect("a temporary folder");
    let write = |path: &str, text: &str| {
        let file = project.path().join(path);
        std::fs::create_dir_all(file.parent().expect("a file has a parent")).expect("a folder is made");
        std::fs::write(file, text).expect("a file is written");
    };
    write("site.toml", "title = \"Backstube\"\nlanguage = \"de-AT\"\n");
    write("content/bäcker.md", "# Bäcker\n\n## Stufe 1\n\n- Wiegt Mehl.\n\n## Stufe 2\n\n- Plant die Nacht.\n");
    write("themes/words/de-AT.toml", "levels_count = { one = \"{count} Grad\", other = \"{count} Grade\" }\n");
    let (printed, code) = support::export::run(&["build"], project.path());
    assert_eq!(code, 0, "{printed}");
    let page = |path: &str| std::fs::read_to_string(project.path().join("public").join(path)).expect("it was written");
    let home = page("index.html");
    assert!(home.contains("Zum Inhalt springen") && home.contains("1 Laufbahn, 2 Grade, 2 Kriterien."), "{home}");
    assert!(page("search/index.js").contains("{count} Treffer"));
    assert!(!project.path().join("public/assets/theme/words").exists(), "tables of words are not served");
}

/// Words that no page of these ladders shows: those of scripts, forms for numbers that do not occur, and rare reasons, of
/// which the unit tests show all.
const UNSEEN: usize = 50;

#[test]
fn nearly_every_word_is_proved() {
    let documents = LADDERS.map(|(path, text)| (path.to_owned(), text.to_owned()));
    let mut all: String = pages_of(made(&documents)).into_values().collect();
    all.extend(pages_of(made(&support::site::documents(root()))).into_values());
    let (english, _) = parse::words(&read("themes/default/words/en.toml"), FileId(0));
    let is_unseen = |word: &&parse::WrittenWord| {
        let marked = mark(&word.text.value);
        let mut pieces = marked.split(['{', '}']).filter(|piece| piece.starts_with(MARKS.0));
        !pieces.all(|piece| all.contains(piece))
    };
    let unseen: Vec<&str> = english.iter().filter(is_unseen).map(|word| word.name.value.as_str()).collect();
    assert!(unseen.len() <= UNSEEN, "{} of {}: {unseen:?}", unseen.len(), english.len());
}
