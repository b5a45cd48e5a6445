//! Words that head parts of a ladder which are neither level nor dimension, in every language the reader knows: one
//! table per meaning. A heading has a meaning where it is, or starts with, one of the words.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::wording::key;

/// What a heading inside or beside a ladder announces, where its words alone tell.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Announces {
    /// What a level is, not what it asks for: description, objective, scope, typical experience.
    Summary,
    /// Illustrations.
    Examples,
    /// Questions, credits, references, other pages: prose that belongs to no level.
    Prose,
    /// Where it may be used, and by whom it was made.
    Licence,
}

const SUMMARY: &[&str] = &[
    "description",
    "summary",
    "overview",
    "objective",
    "objectives",
    "purpose",
    "mission",
    "about",
    "scope",
    "scope impact",
    "scope and impact",
    "typical experience",
    "experience",
    "years of experience",
    "background",
    "also known as",
    "title",
    "titles",
    "salary",
    "compensation",
    "introduction",
    "beschreibung",
    "zusammenfassung",
    "überblick",
    "ziel",
    "zweck",
    "erfahrung",
    "typische erfahrung",
    "gehalt",
    "résumé",
    "objectif",
    "objectifs",
    "expérience",
    "expérience typique",
    "salaire",
    "introduction",
    "descripción",
    "resumen",
    "objetivo",
    "objetivos",
    "experiencia",
    "experiencia típica",
    "salario",
    "alcance",
    "descrição",
    "resumo",
    "experiência",
    "experiência típica",
    "salário",
    "escopo",
    "introdução",
    "descrizione",
    "riassunto",
    "obiettivo",
    "esperienza",
    "stipendio",
    "beschrijving",
    "samenvatting",
    "doel",
    "ervaring",
    "описание",
    "цель",
    "цели",
    "опыт",
    "зарплата",
    "кратко",
    "概要",
    "説明",
    "目的",
    "経験",
    "経験年数",
    "描述",
    "概述",
    "目标",
    "经验",
];

/// Words that announce a description also where more words follow them.
const DESCRIPTION: &[&str] = &[
    "description",
    "objective",
    "purpose",
    "beschreibung",
    "ziel",
    "zweck",
    "objectif",
    "descripción",
    "objetivo",
    "descrição",
    "descrizione",
    "obiettivo",
    "beschrijving",
    "doel",
    "описание",
    "цель",
];

const EXAMPLES: &[&str] = &[
    "example",
    "examples",
    "eg",
    "for example",
    "for instance",
    "beispiel",
    "beispiele",
    "exemple",
    "exemples",
    "ejemplo",
    "ejemplos",
    "exemplo",
    "exemplos",
    "esempio",
    "esempi",
    "voorbeeld",
    "voorbeelden",
    "пример",
    "примеры",
    "例",
    "具体例",
    "示例",
    "例子",
];

const PROSE: &[&str] = &[
    "faq",
    "faqs",
    "frequently asked questions",
    "references",
    "resources",
    "further reading",
    "see also",
    "other pages",
    "notes",
    "appendix",
    "glossary",
    "changelog",
    "compare",
    "related",
    "links",
    "sources",
    "acknowledgements",
    "acknowledgments",
    "inspiration",
    "contributing",
    "feedback",
    "häufige fragen",
    "quellen",
    "siehe auch",
    "glossar",
    "anhang",
    "questions fréquentes",
    "références",
    "voir aussi",
    "glossaire",
    "annexe",
    "preguntas frecuentes",
    "referencias",
    "véase también",
    "glosario",
    "recursos",
    "perguntas frequentes",
    "referências",
    "veja também",
    "domande frequenti",
    "riferimenti",
    "veelgestelde vragen",
    "bronnen",
    "вопросы и ответы",
    "ссылки",
    "источники",
    "см также",
    "よくある質問",
    "参考",
    "参考資料",
    "常见问题",
    "参考资料",
];

const LICENCE: &[&str] = &[
    "licence",
    "license",
    "credit",
    "credits",
    "copyright",
    "attribution",
    "lizenz",
    "licencia",
    "licença",
    "licenza",
    "licentie",
    "лицензия",
    "авторство",
    "ライセンス",
    "许可",
    "许可证",
];

/// What the words of a heading announce.
pub fn announces(heading: &str) -> Option<Announces> {
    let found = key(heading);
    let first = heading.split(|character: char| !character.is_alphanumeric()).find(|word| !word.is_empty()).map(key);
    let starts = |words: &HashSet<String>| first.as_ref().is_some_and(|first| words.contains(first));
    match &*KEYS {
        [summary, .., description] if summary.contains(&found) || starts(description) => Some(Announces::Summary),
        [_, examples, ..] if starts(examples) => Some(Announces::Examples),
        [_, _, licence, ..] if licence.contains(&found) || starts(licence) => Some(Announces::Licence),
        [_, _, _, prose, _] if prose.contains(&found) => Some(Announces::Prose),
        _ => None,
    }
}

/// The keys of the tables, made once: this is asked of every heading and lead-in.
static KEYS: LazyLock<[HashSet<String>; 5]> = LazyLock::new(|| {
    [SUMMARY, EXAMPLES, LICENCE, PROSE, DESCRIPTION].map(|words| words.iter().map(|word| key(word)).collect())
});

/// Names of licences, as people write them into a sentence; letters and digits only, lower case.
const LICENCES: &[&str] = &[
    "creativecommons",
    "ccby",
    "cc0",
    "mitlicense",
    "mitlicence",
    "apachelicense",
    "apache20",
    "gpl",
    "publicdomain",
    "sharealike",
    "allrightsreserved",
];

/// Whether a text names a licence.
pub fn names_licence(text: &str) -> bool {
    let found = key(text);
    LICENCES.iter().any(|name| found.contains(name))
}
