//! One order out of several partial ones: the levels of a ladder as each dimension lists some of them.

use std::collections::{HashMap, HashSet};

/// All names, each list's order kept where the lists agree: a name that is new stands behind the one before it in its
/// list. Linear in the number of names, but for the insertions of late names.
pub fn merged(lists: &[Vec<String>]) -> Vec<String> {
    let mut next: HashMap<Option<String>, Vec<String>> = HashMap::new();
    let mut known: HashSet<&str> = HashSet::new();
    for list in lists {
        let mut before: Option<String> = None;
        for name in list {
            if known.insert(name) {
                next.entry(before.clone()).or_default().push(name.clone());
            }
            before = Some(name.clone());
        }
    }
    walk(&mut next)
}

/// Walks the tree of "stands behind": the latest insertion stands nearest.
fn walk(next: &mut HashMap<Option<String>, Vec<String>>) -> Vec<String> {
    let mut out = Vec::new();
    let mut stack: Vec<String> = next.remove(&None).unwrap_or_default();
    while let Some(name) = stack.pop() {
        let behind = next.remove(&Some(name.clone())).unwrap_or_default();
        out.push(name);
        stack.extend(behind);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::merged;

    #[test]
    fn late_names_stand_behind_their_neighbours() {
        let list = |names: &str| names.split(' ').map(str::to_owned).collect::<Vec<_>>();
        for (lists, expected) in [
            (vec![list("a b c"), list("a b c")], "a b c"),
            (vec![list("a c"), list("a b c")], "a b c"),
            (vec![list("c d"), list("a b c d")], "a b c d"),
        ] {
            assert_eq!(merged(&lists).join(" "), expected, "{lists:?}");
        }
    }
}
