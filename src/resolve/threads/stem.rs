//! Light stemming: words of one family get one stem. It need not be a word; it must be the same for *reliable*,
//! *reliably* and *reliability*.
//!
//! English loses its inflections and then the commonest derivations, longest first, never below a stem of four letters
//! (the idea of Lovins 1968 and Porter 1980, cut down to what short statements need). Any other language is cut to its
//! first six letters, which finds nearly as much as a real stemmer does in the alphabetic languages of Europe
//! (McNamee, Nicholas, Mayfield: Addressing morphological variation in alphabetic languages, SIGIR 2009).

/// How far a word of an unknown language is kept, in letters.
const PREFIX: usize = 6;

/// Endings that are cut, each with what takes its place. The first that fits and leaves four letters wins.
const DERIVATIONS: [(&str, &str); 44] = [
    ("izations", "iz"),
    ("isations", "iz"),
    ("ization", "iz"),
    ("isation", "iz"),
    ("ational", "at"),
    ("abilities", "abl"),
    ("ibilities", "ibl"),
    ("ability", "abl"),
    ("ibility", "ibl"),
    ("iveness", "iv"),
    ("fulness", "ful"),
    ("ations", "at"),
    ("ation", "at"),
    ("ators", "at"),
    ("ator", "at"),
    ("ating", "at"),
    ("ated", "at"),
    ("ates", "at"),
    ("ate", "at"),
    ("ably", "abl"),
    ("ibly", "ibl"),
    ("able", "abl"),
    ("ible", "ibl"),
    ("ising", "iz"),
    ("izing", "iz"),
    ("ises", "iz"),
    ("izes", "iz"),
    ("ised", "iz"),
    ("ized", "iz"),
    ("ise", "iz"),
    ("ize", "iz"),
    ("ments", ""),
    ("ment", ""),
    ("nesses", ""),
    ("ness", ""),
    ("ships", ""),
    ("ship", ""),
    ("ively", "iv"),
    ("ities", ""),
    ("ity", ""),
    ("ally", ""),
    ("ions", ""),
    ("ion", ""),
    ("ly", ""),
];

/// The stem of a lower-case English word.
pub fn english(word: &str) -> String {
    if !word.is_ascii() {
        return prefix(word);
    }
    let derived = DERIVATIONS.iter().find_map(|(ending, instead)| cut(word, ending).map(|stem| stem + instead));
    let stem = derived.unwrap_or_else(|| inflected(word));
    stem.strip_suffix('e').filter(|stem| stem.len() >= 3).map_or(stem.clone(), str::to_owned)
}

/// A lower-case English word without plural, past, participle and silent end.
pub fn inflection(word: &str) -> String {
    let cut = inflected(word);
    cut.strip_suffix('e').map_or(cut.clone(), str::to_owned)
}

/// The first letters of a word.
pub fn prefix(word: &str) -> String {
    word.chars().take(PREFIX).collect()
}

/// Without plural, past and participle.
fn inflected(word: &str) -> String {
    if let Some(stem) = word.strip_suffix("ies").filter(|stem| stem.len() >= 3) {
        return format!("{stem}y");
    }
    for ending in ["ings", "ing", "ed"] {
        if let Some(stem) = word.strip_suffix(ending).filter(|stem| stem.len() >= 3 && has_vowel(stem)) {
            return undoubled(stem).to_owned();
        }
    }
    for ending in ["sses", "shes", "ches", "xes"] {
        if word.ends_with(ending) {
            return word[..word.len() - 2].to_owned();
        }
    }
    let plural = word.len() > 3 && word.ends_with('s') && !["ss", "us", "is"].iter().any(|end| word.ends_with(end));
    if plural { word[..word.len() - 1].to_owned() } else { word.to_owned() }
}

fn cut(word: &str, ending: &str) -> Option<String> {
    word.strip_suffix(ending).filter(|stem| stem.len() >= 4 && has_vowel(stem)).map(str::to_owned)
}

fn has_vowel(stem: &str) -> bool {
    stem.bytes().any(|letter| b"aeiouy".contains(&letter))
}

/// `plann` → `plan`; `call` and `pass` keep both letters.
fn undoubled(stem: &str) -> &str {
    let bytes = stem.as_bytes();
    let doubled = bytes.len() > 3 && bytes[bytes.len() - 1] == bytes[bytes.len() - 2];
    if doubled && !b"lsz".contains(&bytes[bytes.len() - 1]) { &stem[..stem.len() - 1] } else { stem }
}

#[cfg(test)]
mod tests {
    use super::{english, prefix};

    #[test]
    fn families_share_a_stem() {
        for family in [
            vec!["reliable", "reliably", "reliability"],
            vec!["plan", "plans", "planned", "planning"],
            vec!["estimate", "estimates", "estimating", "estimation"],
            vec!["organize", "organise", "organization", "organizations", "organizing"],
            vec!["story", "stories"],
            vec!["deliver", "delivers", "delivering"],
            vec!["develop", "developing", "development"],
            vec!["coach", "coaches", "coaching"],
            vec!["scope", "scopes", "scoping"],
            vec!["consistent", "consistently"],
        ] {
            let stems: Vec<String> = family.iter().map(|word| english(word)).collect();
            assert!(stems.windows(2).all(|pair| pair[0] == pair[1]), "{family:?} {stems:?}");
        }
    }

    #[test]
    fn families_stay_apart() {
        for (one, other) in [("team", "term"), ("product", "process"), ("community", "communicate"), ("lead", "learn")]
        {
            assert_ne!(english(one), english(other));
        }
    }

    #[test]
    fn other_languages_are_cut_at_letters() {
        assert_eq!(prefix("développement"), "dévelo");
        assert_eq!(prefix("команды"), "команд");
    }
}
