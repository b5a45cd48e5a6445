//! What the prose says about how levels build on one another: "a branch of the delivery track", "same as Tester II, but
//! also", "each level includes those below".
//!
//! In goes running text, out come claims with the sentence that makes them and its place. Sentences are matched by words
//! with small gaps against the patterns of every language (`model::language`), so that word order within a
//! clause, emphasis, quotes and spacing do not matter. Names stay as written. It refuses to know to which level or track
//! a claim applies, and whether what it names exists: the first is the shape's to say, the second `resolve`'s.
//!
//! A pattern is a kind and words, all in order: `a|b` one of these words, `a_b` two words, `a?` may be missing,
//! `..` up to five words between, `...` up to twelve, `{level}` a name that reads as a level or is a link,
//! `{role}` the same or capitals that stand for a name,
//! `{track}` any name, `{dimension}` a name, or words for all that is asked. A negation among the words voids it.

mod base;
mod flat;
mod pattern;
mod sentence;

pub use base::full_name;

use super::{BaseKind, Evidence, Mode};
use crate::text::{Inline, Inlines};
use flat::Flat;
use pattern::{Found, find};
use sentence::sentences;

/// A statement about inheritance.
#[derive(Clone, PartialEq, Debug)]
pub struct Claim {
    pub says: Says,
    /// The sentence, and its place.
    pub evidence: Evidence,
}

/// What is stated. Beside the definition of a scale, `Accumulates(Cumulative)` says that its grades are inclusive.
#[derive(Clone, PartialEq, Debug)]
pub enum Says {
    Accumulates(Mode),
    BuildsOn(Named),
}

/// What something builds on, as written.
#[derive(Clone, PartialEq, Debug)]
pub struct Named {
    pub name: String,
    /// The target of the link that names it.
    pub link: Option<String>,
    /// `Previous` where the sentence leaves open whether the level is on the same track.
    pub kind: BaseKind,
    /// Only this dimension; `None` for all.
    pub dimension: Option<String>,
}

/// Bytes of the shortest claim (`T2 +`). Tables are full of what is shorter.
const SHORTEST: usize = 4;

/// Every claim that a run of text makes, in order, none twice.
pub fn claims(content: &Inlines) -> Vec<Claim> {
    if let [Inline::Text(text)] = content.0.as_slice()
        && text.text.len() < SHORTEST
    {
        return Vec::new();
    }
    let flat = Flat::new(content);
    let mut claims: Vec<Claim> = base::plus_line(&flat).into_iter().collect();
    for sentence in sentences(&flat.text) {
        let evidence =
            Evidence { text: flat.text[sentence.at.clone()].to_owned(), span: flat.span(sentence.at.clone()) };
        let found = find(&flat, &sentence);
        let general = found.iter().any(|found| matches!(found, Found::Accumulates(_)));
        for found in found {
            let says = match found {
                Found::Accumulates(mode) => Says::Accumulates(mode),
                // "An L5 must also meet the criteria for an L4" is an example of a rule.
                Found::BuildsOn(named) if general && named.kind == BaseKind::Previous => continue,
                Found::BuildsOn(named) => Says::BuildsOn(named),
            };
            if !claims.iter().any(|claim| claim.evidence == evidence && is_same(&claim.says, &says)) {
                claims.push(Claim { says, evidence: evidence.clone() });
            }
        }
    }
    claims
}

/// Whether two claims of one sentence are one: the same base counts once, as its most special pattern has it.
fn is_same(one: &Says, other: &Says) -> bool {
    match (one, other) {
        (Says::BuildsOn(one), Says::BuildsOn(other)) => one.name == other.name && one.link == other.link,
        _ => one == other,
    }
}

#[cfg(test)]
mod tests {
    use super::{Mode, Says, claims, full_name};
    use crate::text::{FileId, Inline, Inlines, Link, Span, Text};

    fn plain(text: &str) -> Inlines {
        let span = Span::new(FileId(0), 100, 100 + text.len());
        Inlines(vec![Inline::Text(Text { text: text.to_owned(), span })])
    }

    fn said(content: &Inlines) -> Vec<String> {
        let say = |says: Says| match says {
            Says::Accumulates(Mode::Cumulative) => "cumulative".to_owned(),
            Says::Accumulates(Mode::Replacing) => "replacing".to_owned(),
            Says::BuildsOn(named) => {
                let dimension = named.dimension.map_or(String::new(), |dimension| format!(" in {dimension}"));
                let link = named.link.map_or(String::new(), |link| format!(" at {link}"));
                format!("{:?} {}{link}{dimension}", named.kind, named.name).to_lowercase()
            }
        };
        claims(content).into_iter().map(|claim| say(claim.says)).collect()
    }

    #[test]
    fn sentences_that_claim() {
        let cases: &[(&str, &str)] = &[
            ("Every grade builds upon what the previous grade asks for.", "cumulative"),
            ("The levels are always cumulative.", "cumulative"),
            ("Testers should show all the skills of the levels below theirs.", "cumulative"),
            ("Every step includes the ones before it, as well as all that is required at lower grades.", "cumulative"),
            ("What we write for a level adds to what earlier levels say.", "cumulative"),
            ("Criteria of a level add to those of the earlier levels.", "cumulative"),
            ("A T4 must also satisfy every criterion for a T3.", "cumulative"),
            ("Someone at level 4 should also meet the level 3 criteria.", "cumulative"),
            ("Keep showing the behaviours we asked for at earlier levels.", "cumulative"),
            ("You retain the skills that were required at earlier levels.", "cumulative"),
            ("Levels build on each other.", "cumulative"),
            ("Each level is self-contained.", "replacing"),
            ("Jede Stufe baut auf der vorherigen auf.", "cumulative"),
            ("Die Stufen sind kumulativ.", "cumulative"),
            ("Chaque niveau inclut les attentes du niveau précédent.", "cumulative"),
            ("Cada nivel incluye lo exigido en los niveles anteriores.", "cumulative"),
            ("Os níveis são cumulativos.", "cumulative"),
            ("Каждый уровень включает требования предыдущих уровней.", "cumulative"),
            ("各レベルは前のレベルの要件をすべて含みます。", "cumulative"),
            ("每个级别都包含之前级别的要求。", "cumulative"),
            ("Ogni livello include i livelli precedenti.", "cumulative"),
            ("Elk niveau omvat de lagere niveaus.", "cumulative"),
            ("Test leads are on a branch of the testing/quality track.", "branch testing/quality"),
            ("This path branches off from the Senior Tester level.", "branch senior tester"),
            ("These are additional duties for a DA who takes on a mentor role.", "overlay da"),
            ("Same as “Tester II”, but also:", "previous tester ii"),
            ("Building on the Senior Tester role, you plan releases.", "previous senior tester"),
            ("I meet everything listed in the T4 Test Lead definition, and more.", "previous t4 test lead"),
            ("Inherits «Planning» from Test Lead", "previous test lead in planning"),
            ("Inherits «goals, plans and budgets» from Test Lead.", "previous test lead in goals, plans and budgets"),
            ("Inherits all duties of Junior.", "previous junior"),
            ("In addition to the responsibilities of a Senior Tester, they coach.", "previous senior tester"),
            ("Junior Tester +", "previous junior tester"),
            ("Наследует все права Junior.", "previous junior"),
            ("Hereda las responsabilidades de Analista Junior.", "previous analista junior"),
        ];
        let wrong: Vec<String> = cases
            .iter()
            .map(|(text, expected)| (text, said(&plain(text)).join("; "), expected))
            .filter(|(_, found, expected)| found != *expected)
            .map(|(text, found, expected)| format!("{text}: {found}, not {expected}"))
            .collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    #[test]
    fn sentences_that_claim_nothing() {
        let cases = [
            "Builds on the work of other testers.",
            "Levels are not cumulative with bonuses.",
            "In addition to testing, you write plans.",
            "Has the same goals as the team.",
            "Creates a branch from the main line of code.",
            "The branches of Senior Tester are these:",
            "Like a T4, this role differs from the levels before it.",
            "Inherits legacy code from other teams.",
            "Builds tools that sit on top of the platform.",
            "Takes additional responsibilities in support of the team.",
            "C +",
            "",
        ];
        for text in cases {
            assert_eq!(said(&plain(text)), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn a_link_names_the_base_and_the_sentence_keeps_its_place() {
        let text = |text: &str, start| {
            let span = Span::new(FileId(0), start, start + text.len());
            Inline::Text(Text { text: text.to_owned(), span })
        };
        let link = |name: &str, start: usize, target: &str| {
            let span = Span::new(FileId(0), start - 1, start + name.len() + 9);
            Inline::Link(Box::new(Link { target: target.to_owned(), content: Inlines(vec![text(name, start)]), span }))
        };
        let content = Inlines(vec![
            text("First. Inherits all rights of ", 10),
            link("tester", 41, "../t.md"),
            text(" and ", 57),
            link("our guild", 63, "g.md"),
            text(". Last.", 80),
        ]);
        assert_eq!(said(&content), ["previous tester at ../t.md", "previous our guild at g.md"]);
        let evidence = &claims(&content)[0].evidence;
        assert_eq!(evidence.text, "Inherits all rights of tester and our guild.");
        assert_eq!(evidence.span, Span::new(FileId(0), 17, 81));
    }

    #[test]
    fn letters_are_spelled_out_by_the_heading() {
        assert_eq!(full_name("DA", "Data Analyst (DA) with Mentor Role"), "Data Analyst (DA)");
        assert_eq!(full_name("DA", "Data Analyst with Mentor Role"), "DA");
    }
}
