//! The order in which levels can be resolved: what is built on comes first. Cycles are reported, never followed: of the
//! levels that build on one another in a circle, what is stated or configured is cut, and only the previous level stays.

use super::claim::{Bases, PerLevel};
use super::{Base, BaseBasis, Ladder, LevelRef};
use crate::text::Diagnostic;

/// All levels, every one behind what it builds on, and the bases without the cut ones.
///
/// A cut base keeps its name and loses its level, as one that was not found.
pub(super) fn order(ladder: &Ladder, mut bases: Bases, diagnostics: &mut Vec<Diagnostic>) -> (Vec<LevelRef>, Bases) {
    let mut circles = components(ladder, &bases);
    circles.retain(|component| component.len() > 1 || is_own_base(component[0], &bases));
    for circle in circles {
        diagnostics.extend(report(ladder, &circle, &bases));
        for level in &circle {
            let cut = bases[*level].iter_mut().filter(|base| closes(base, &circle));
            cut.for_each(|base| base.level = None);
        }
    }
    let order = components(ladder, &bases).into_iter().flatten().collect();
    (order, bases)
}

fn is_own_base(level: LevelRef, bases: &Bases) -> bool {
    bases[level].iter().any(|base| base.level == Some(level))
}

/// Whether the base is one of those that are cut; `circle` is sorted.
fn closes(base: &Base, circle: &[LevelRef]) -> bool {
    base.basis != BaseBasis::Default && base.level.is_some_and(|base| circle.binary_search(&base).is_ok())
}

fn report(ladder: &Ladder, circle: &[LevelRef], bases: &Bases) -> Option<Diagnostic> {
    let names: Vec<String> = circle.iter().map(|level| format!("`{}`", ladder.level(*level).heading)).collect();
    let of_circle = circle.iter().flat_map(|level| bases[*level].iter().map(|base| (*level, base)));
    let closing = of_circle.filter(|(_, base)| closes(base, circle));
    let mut places =
        closing.map(|(level, base)| base.evidence.as_ref().map_or(ladder.level(level).span, |evidence| evidence.span));
    let message = format!("{} build on one another", names.join(", "));
    let diagnostic = Diagnostic::error("builds-on-cycle", places.next()?, message)
        .help("let one of them build on a level outside the circle, or on nothing but its previous level");
    Some(places.fold(diagnostic, |diagnostic, place| diagnostic.also(place, "this is part of the circle")))
}

/// Strongly connected components, what is built on first (Tarjan 1972, without recursion: chains may be long).
fn components(ladder: &Ladder, bases: &Bases) -> Vec<Vec<LevelRef>> {
    let levels: Vec<LevelRef> = ladder.tracks().flat_map(|(track, _)| ladder.levels(track).map(|it| it.0)).collect();
    let mut count = 0..levels.len();
    let number = PerLevel::new(ladder, |_| count.next().expect("as many numbers as levels"));
    let below =
        |level: &LevelRef| bases[*level].iter().filter_map(|base| base.level).map(|base| number[base]).collect();
    let edges: Vec<Vec<usize>> = levels.iter().map(below).collect();
    let mut search = Search::new(edges);
    (0..levels.len()).for_each(|node| search.visit(node));
    let refs = |component: Vec<usize>| {
        let mut refs: Vec<LevelRef> = component.into_iter().map(|node| levels[node]).collect();
        refs.sort();
        refs
    };
    search.components.into_iter().map(refs).collect()
}

/// The state of the search: nodes are numbered as they are reached.
struct Search {
    edges: Vec<Vec<usize>>,
    reached: Vec<Option<usize>>,
    lowest: Vec<usize>,
    open: Vec<usize>,
    is_open: Vec<bool>,
    count: usize,
    components: Vec<Vec<usize>>,
}

impl Search {
    fn new(edges: Vec<Vec<usize>>) -> Self {
        let nodes = edges.len();
        Self {
            edges,
            reached: vec![None; nodes],
            lowest: vec![0; nodes],
            open: Vec::new(),
            is_open: vec![false; nodes],
            count: 0,
            components: Vec::new(),
        }
    }

    fn visit(&mut self, root: usize) {
        if self.reached[root].is_some() {
            return;
        }
        let mut path = vec![(root, 0)];
        self.enter(root);
        while let Some((node, edge)) = path.last_mut() {
            let node = *node;
            if let Some(next) = self.edges[node].get(*edge).copied() {
                *edge += 1;
                match self.reached[next] {
                    None => {
                        self.enter(next);
                        path.push((next, 0));
                    }
                    Some(reached) if self.is_open[next] => self.lowest[node] = self.lowest[node].min(reached),
                    Some(_) => {}
                }
            } else {
                path.pop();
                self.leave(node);
                if let Some((parent, _)) = path.last() {
                    self.lowest[*parent] = self.lowest[*parent].min(self.lowest[node]);
                }
            }
        }
    }

    fn enter(&mut self, node: usize) {
        self.reached[node] = Some(self.count);
        self.lowest[node] = self.count;
        self.count += 1;
        self.open.push(node);
        self.is_open[node] = true;
    }

    /// Closes a component where the node is the first that was reached of it.
    fn leave(&mut self, node: usize) {
        if self.reached[node] != Some(self.lowest[node]) {
            return;
        }
        let start = self.open.iter().rposition(|open| *open == node).unwrap_or(0);
        let component = self.open.split_off(start);
        component.iter().for_each(|node| self.is_open[*node] = false);
        self.components.push(component);
    }
}

#[cfg(test)]
mod tests {
    use crate::resolve::fixture::{bases, in_force, resolved, rules};

    #[test]
    fn a_circle_is_reported_once_and_cut_where_it_is_stated() {
        let (ladder, diagnostics) = resolved(
            "# A
            ## A1 = First | set=b/b2
            - a one
            ## A2 = Second
            - a two
            # B
            ## B1 = First | set=a/a2
            - b one
            ## B2 = Second
            - b two",
        );
        assert_eq!(rules(&diagnostics), ["builds-on-cycle"]);
        assert_eq!(bases(&ladder, "a/a1"), ["branch configured ? b/b2"]);
        assert_eq!(in_force(&ladder, "a/a2"), ["a two < a/a2", "a one < a/a1"]);
    }

    #[test]
    fn what_stands_above_a_circle_is_not_cut() {
        let (ladder, diagnostics) = resolved(
            "# A\n ## A1 = First\n - one\n ## A2 = Second | set=A3\n - two\n ## A3 = Third\n - three
            # B\n ## B1 = First | set=a/a3\n - b one",
        );
        assert_eq!(rules(&diagnostics), ["builds-on-cycle"]);
        assert_eq!(bases(&ladder, "b/b1"), ["branch configured a/a3"]);
    }
}
