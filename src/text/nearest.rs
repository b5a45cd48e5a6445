//! The word that someone probably meant: spelling distance over a list of valid words.

/// The candidate nearest to `word`, where one is near enough to be worth asking about. Case, hyphens and underscores
/// do not count; otherwise a third of the letters may differ (swapped neighbours count once).
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = folded(word);
    if word.len() > LONGEST {
        return None;
    }
    candidates
        .into_iter()
        .map(|candidate| (distance(&word, &folded(candidate)), candidate))
        .filter(|(distance, candidate)| *distance <= (word.len().max(candidate.chars().count()) / 3).max(1))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// No valid word is longer; the distance is quadratic.
const LONGEST: usize = 64;

fn folded(word: &str) -> Vec<char> {
    word.chars().filter(|character| !matches!(character, '-' | '_' | ' ')).flat_map(char::to_lowercase).collect()
}

/// Optimal string alignment distance (Damerau-Levenshtein without edits between swapped letters).
fn distance(a: &[char], b: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, to) in b.iter().enumerate() {
            let replaced = above[j] + usize::from(from != to);
            let mut best = replaced.min(above[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && a[i - 1] == *to && *from == b[j - 1] {
                best = best.min(before[j - 1] + 1);
            }
            row.push(best);
        }
        before = std::mem::replace(&mut above, row);
    }
    above[b.len()]
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn the_word_that_was_meant() {
        let keys = ["builds_on", "accumulates", "title", "rank", "licence", "levels"];
        let cases = [
            ("build_on", Some("builds_on")),
            ("Builds-On", Some("builds_on")),
            ("accumlates", Some("accumulates")),
            ("titel", Some("title")),
            ("license", Some("licence")),
            ("level", Some("levels")),
            ("colour", None),
            ("", None),
        ];
        for (word, expected) in cases {
            assert_eq!(nearest(word, keys), expected, "{word}");
        }
    }
}
