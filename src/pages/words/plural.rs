//! Which plural of a language a number takes: the cardinal rules of Unicode's CLDR (48), for whole numbers. Forms that only
//! fractions or round millions take are left out, because no count of ours is one.

/// Every form, by the name that CLDR gives it.
pub(super) const FORMS: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// Languages, the rule that they follow, and the forms that it knows. What is not named follows the last one.
const RULES: [(&[&str], Rule, &[&str]); 20] = [
    (
        &[
            "bm", "bo", "dz", "hnj", "id", "ig", "ii", "ja", "jbo", "jv", "kde", "kea", "km", "ko", "lkt", "lo", "ms",
            "my", "nqo", "osa", "sah", "ses", "sg", "su", "th", "to", "tpi", "vi", "wo", "yo", "yue", "zh",
        ],
        |_| "other",
        &["other"],
    ),
    (
        &[
            "ak", "am", "as", "bho", "bn", "csw", "doi", "fa", "ff", "fr", "gu", "guw", "hi", "hy", "kab", "kn", "ln",
            "mg", "nso", "pa", "pcm", "pt", "si", "ti", "wa", "zu",
        ],
        |n| if n <= 1 { "one" } else { "other" },
        &["one", "other"],
    ),
    (&["be", "ru", "uk"], |n| slavic(n).unwrap_or("many"), &["one", "few", "many"]),
    (&["bs", "hr", "sh", "sr"], |n| slavic(n).unwrap_or("other"), &["one", "few", "other"]),
    (
        &["pl"],
        |n| if n == 1 { "one" } else { slavic(n).filter(|it| *it == "few").unwrap_or("many") },
        &["one", "few", "many"],
    ),
    (&["cs", "sk"], |n| pick(n, &[(1, 1, "one"), (2, 4, "few")]), &["one", "few", "other"]),
    (&["lt"], lithuanian, &["one", "few", "other"]),
    (&["lv", "prg"], latvian, &["zero", "one", "other"]),
    (
        &["dsb", "hsb", "sl"],
        |n| pick(n % 100, &[(1, 1, "one"), (2, 2, "two"), (3, 4, "few")]),
        &["one", "two", "few", "other"],
    ),
    (&["mo", "ro"], romanian, &["one", "few", "other"]),
    (&["ar", "ars"], arabic, &["zero", "one", "two", "few", "many", "other"]),
    (
        &["he", "iw", "iu", "naq", "sat", "se", "sma", "smi", "smj", "smn", "sms"],
        |n| pick(n, &[(1, 1, "one"), (2, 2, "two")]),
        &["one", "two", "other"],
    ),
    (
        &["ga"],
        |n| pick(n, &[(1, 1, "one"), (2, 2, "two"), (3, 6, "few"), (7, 10, "many")]),
        &["one", "two", "few", "many", "other"],
    ),
    (&["gd"], gaelic, &["one", "two", "few", "other"]),
    (
        &["cy"],
        |n| pick(n, &[(0, 0, "zero"), (1, 1, "one"), (2, 2, "two"), (3, 3, "few"), (6, 6, "many")]),
        &["zero", "one", "two", "few", "many", "other"],
    ),
    (&["mt"], maltese, &["one", "two", "few", "many", "other"]),
    (&["is", "mk"], |n| if n % 10 == 1 && n % 100 != 11 { "one" } else { "other" }, &["one", "other"]),
    (&["lag", "ksh"], |n| pick(n, &[(0, 0, "zero"), (1, 1, "one")]), &["zero", "one", "other"]),
    (
        &["ceb", "fil", "tl"],
        |n| if n == 0 || n <= 3 || ![4, 6, 9].contains(&(n % 10)) { "one" } else { "other" },
        &["one", "other"],
    ),
    (&[], |n| if n == 1 { "one" } else { "other" }, &["one", "other"]),
];

type Rule = fn(usize) -> &'static str;

/// The form that a number takes in a language, a BCP 47 tag: `one`, `few` and so on.
pub fn category(language: &str, number: usize) -> &'static str {
    (rule(spoken(language)).0)(number)
}

/// The part of a tag that says how its language counts, as browsers know it too.
pub(super) fn spoken(tag: &str) -> &str {
    let language = tag.split(['-', '_']).next().unwrap_or(tag);
    let known = (2..=3).contains(&language.len()) && language.bytes().all(|letter| letter.is_ascii_alphabetic());
    match known {
        // European Portuguese counts as English does, and not as that of Brazil.
        true if tag.eq_ignore_ascii_case("pt-pt") => tag,
        true => language,
        false => "en",
    }
}

/// The forms that a language has for whole numbers.
pub(super) fn forms(language: &str) -> &'static [&'static str] {
    rule(spoken(language)).1
}

fn rule(language: &str) -> (Rule, &'static [&'static str]) {
    let (last, named) = RULES.split_last().expect("there is a last rule");
    let knows = |languages: &[&str]| languages.iter().any(|known| known.eq_ignore_ascii_case(language));
    let (_, rule, forms) = named.iter().find(|(languages, ..)| knows(languages)).unwrap_or(last);
    (*rule, forms)
}

/// The form of the first range that holds the number.
fn pick(n: usize, ranges: &[(usize, usize, &'static str)]) -> &'static str {
    ranges.iter().find(|(from, to, _)| (*from..=*to).contains(&n)).map_or("other", |(.., form)| form)
}

fn slavic(n: usize) -> Option<&'static str> {
    match (n % 10, n % 100) {
        (1, hundred) if hundred != 11 => Some("one"),
        (2..=4, hundred) if !(12..=14).contains(&hundred) => Some("few"),
        _ => None,
    }
}

fn lithuanian(n: usize) -> &'static str {
    match (n % 10, n % 100) {
        (_, 11..=19) | (0, _) => "other",
        (1, _) => "one",
        _ => "few",
    }
}

fn latvian(n: usize) -> &'static str {
    match (n % 10, n % 100) {
        (_, 11..=19) | (0, _) => "zero",
        (1, _) => "one",
        _ => "other",
    }
}

fn romanian(n: usize) -> &'static str {
    match (n, n % 100) {
        (1, _) => "one",
        (0, _) | (_, 1..=19) => "few",
        _ => "other",
    }
}

fn arabic(n: usize) -> &'static str {
    match (n, n % 100) {
        (0, _) => "zero",
        (1, _) => "one",
        (2, _) => "two",
        (_, 3..=10) => "few",
        (_, 11..=99) => "many",
        _ => "other",
    }
}

fn gaelic(n: usize) -> &'static str {
    match n {
        1 | 11 => "one",
        2 | 12 => "two",
        3..=19 => "few",
        _ => "other",
    }
}

fn maltese(n: usize) -> &'static str {
    match (n, n % 100) {
        (1, _) => "one",
        (2, _) => "two",
        (0, _) | (_, 3..=10) => "few",
        (_, 11..=19) => "many",
        _ => "other",
    }
}

#[cfg(test)]
mod tests {
    use super::{FORMS, RULES, category};

    #[test]
    fn numbers_take_the_form_of_their_language() {
        let check = |language: &str, numbers: &[usize], expected: &str| {
            let found: Vec<&str> = numbers.iter().map(|number| category(language, *number)).collect();
            assert_eq!(found.join(" "), expected, "{language}");
        };
        check("en", &[0, 1, 2], "other one other");
        check("de-AT", &[0, 1, 21], "other one other");
        check("fr", &[0, 1, 2], "one one other");
        check("pt-PT", &[0, 1], "other one");
        check("ja", &[0, 1], "other other");
        check("ru", &[0, 1, 2, 5, 11, 12, 21, 22, 111], "many one few many many many one few many");
        check("pl", &[0, 1, 2, 5, 12, 21, 22], "many one few many many many few");
        check("sr", &[1, 3, 5], "one few other");
        check("cs", &[0, 1, 4, 5], "other one few other");
        check("lt", &[0, 1, 2, 11, 21], "other one few other one");
        check("lv", &[0, 1, 2, 11], "zero one other zero");
        check("sl", &[1, 2, 3, 5, 101], "one two few other one");
        check("ro", &[0, 1, 2, 19, 20, 101], "few one few few other few");
        check("ar", &[0, 1, 2, 3, 11, 100], "zero one two few many other");
        check("he", &[1, 2, 3], "one two other");
        check("unheard-of", &[1, 2], "one other");
    }

    #[test]
    fn a_rule_gives_only_the_forms_that_it_names() {
        for (languages, rule, forms) in RULES {
            assert!(forms.iter().all(|form| FORMS.contains(form)), "{languages:?}");
            let given = (0..1000).map(rule).collect::<std::collections::BTreeSet<_>>();
            assert_eq!(given, forms.iter().copied().collect(), "{languages:?}");
        }
    }
}
