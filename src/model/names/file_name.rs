//! Names of files: `L3-Senior-Engineer.md` reads as `L3 Senior Engineer`.

/// The words of a file name: folders and endings gone, an ordinal in front dropped, hyphens and underscores as spaces.
pub fn from_file_name(path: &str) -> String {
    let file = path.rsplit(['/', '\\']).next().unwrap_or(path);
    let stem = without_endings(file);
    let ordinal = stem.find(|character: char| !character.is_ascii_digit()).filter(|at| (1..=3).contains(at));
    let rest = ordinal.map_or("", |at| stem[at..].trim_start_matches(['-', '_', '.', ' ', ')']));
    let named =
        rest.chars().next().is_some_and(char::is_alphabetic) && ordinal.is_some_and(|at| stem.len() - at > rest.len());
    let stem = if named { rest } else { stem };
    stem.split(['-', '_', ' ', '+']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Drops endings of letters, as many as there are (`matrix.html.md`); `L1.0` keeps its fraction.
fn without_endings(file: &str) -> &str {
    let mut stem = file;
    while let Some((before, ending)) = stem.rsplit_once('.') {
        let is_ending = (2..=8).contains(&ending.len()) && ending.bytes().all(|byte| byte.is_ascii_lowercase());
        if before.is_empty() || !is_ending {
            break;
        }
        stem = before;
    }
    stem
}

#[cfg(test)]
mod tests {
    use super::from_file_name;

    #[test]
    fn file_names_read_as_words() {
        let cases = [
            ("tracks/L1.0-Graduate-Tester.md", "L1.0 Graduate Tester"),
            ("engineer_ii.md", "engineer ii"),
            ("02. design.md", "design"),
            ("page.html.md", "page"),
            ("3.md", "3"),
            ("senior.markdown", "senior"),
        ];
        for (path, expected) in cases {
            assert_eq!(from_file_name(path), expected, "{path}");
        }
    }
}
