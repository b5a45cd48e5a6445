//! The small pieces that grown documents are made of: names of levels and dimensions, statements, and what people and
//! attackers put between them.

use super::chance::Chance;

const TITLES: [&str; 16] = [
    "Engineer",
    "Senior Baker",
    "Staff",
    "Principal Keeper",
    "Lead",
    "Junior Miller",
    "Director of Lamps",
    "Manager",
    "Trainee",
    "Старший мельник",
    "シニア",
    "高级工程师",
    "Ingénieure",
    "مهندس",
    "Fellow",
    "Associate",
];
const DIMENSIONS: [&str; 10] =
    ["Craft", "People", "Delivery", "Reach", "Technik", "Équipe", "Влияние", "影響", "Craft & Care", "N/A"];
const VERBS: [&str; 8] = ["Mends", "Explains", "Plans", "Carries", "Has", "Leads", "Knows", "Doubts"];
const THINGS: [&str; 12] = [
    "lamps",
    "two ovens",
    "the rota of one team",
    "many bridges",
    "3 years of experience",
    "40-60% of the time",
    "Größe",
    "水車",
    "ladders (SSE)",
    "co-workers’ maps",
    "a\u{a0}b",
    "AI/ML",
];
const SCOPES: [&str; 8] = [
    "for one team",
    "for two teams",
    "across the company",
    "alone",
    "with help",
    "every week",
    "in most cases",
    "for the industry",
];
const ODD: [&str; 44] = [
    "\\(SSE\\)",
    "&amp;",
    "&#x27;",
    "&copy",
    "&lt;script&gt;",
    "**",
    "__",
    "`",
    "``x``",
    "~~old~~",
    "LeadsÂ own",
    "itâ€™s",
    "\u{200b}",
    "\u{feff}",
    "\u{202e}abc",
    "<b>",
    "</li>",
    "<br>",
    "<br/>•",
    "<LI>",
    "<!-- note -->",
    "<script>pwned()</script>",
    "<img src=x onerror=pwned()>",
    "[x](javascript:pwned())",
    "[x](#l2)",
    "[other](b.md)",
    "[up](../README.md#craft)",
    "![map](map.png)",
    "<a name=\"here\"></a>",
    "{: .note}",
    "{% raw %}",
    "{{ page.title }}",
    "$x^2$",
    "<svg onload=pwned()>",
    "<https://example.org>",
    "a@example.org",
    "<details>",
    "</details>",
    "<table><tr><td>",
    "</td></tr></table>",
    "|",
    "\u{1F9D1}\u{200d}\u{1F680}",
    "\0",
    "e\u{301}",
];
const CLAIMS: [&str; 10] = [
    "Same as L2, but also:",
    "Everything in L1, plus:",
    "Builds on the previous level.",
    "N/A",
    "TBD",
    "This track is a branch from the Craft track.",
    "All of the above.",
    "Each level builds on the preceding one.",
    "Level 3 +",
    "Additional responsibilities for an Engineer who leads.",
];

/// The heading of a level; the same number gives names that belong together.
pub fn level(chance: &mut Chance, style: usize, rank: usize) -> String {
    const ROMAN: [&str; 8] = ["0", "I", "II", "III", "IV", "V", "VI", "VII"];
    let title = chance.of(&TITLES);
    match style % 12 {
        0 => format!("Level {rank}"),
        1 => format!("L{rank}: {title}"),
        2 => format!("TL{rank} - {title} {rank}"),
        3 => format!("T{rank}/L{rank} = {title}"),
        4 => format!("{title} {}", ROMAN[rank.min(7)]),
        5 => format!("{title} (IC{rank})"),
        6 => title.to_owned(),
        7 => format!("L{rank}.{} {title}", chance.below(4)),
        8 => format!("L{rank}-{} {title}", rank + 1),
        9 => format!("{rank}. {title}"),
        10 => format!("{title} → {}", chance.of(&TITLES)),
        _ => format!("Stufe {rank}"),
    }
}

pub fn dimension(chance: &mut Chance) -> &'static str {
    chance.of(&DIMENSIONS)
}

/// One line that could be judged, now and then with something odd in it.
pub fn statement(chance: &mut Chance) -> String {
    if chance.once_in(12) {
        return chance.of(&CLAIMS).to_owned();
    }
    let mut text = String::new();
    if chance.once_in(6) {
        text.push_str(chance.of(&["**Specializes**: ", "*Owns* - ", "Label: ", "`code` "]));
    }
    for part in [chance.of(&VERBS), chance.of(&THINGS), chance.of(&SCOPES)] {
        text.push_str(part);
        text.push(' ');
        if chance.once_in(15) {
            text.push_str(chance.of(&ODD));
            text.push(' ');
        }
    }
    text.pop();
    text.push_str(chance.of(&[".", "", ";", ":", " and more."]));
    text
}

/// A piece of text that is nothing by itself.
pub fn odd(chance: &mut Chance) -> &'static str {
    chance.of(&ODD)
}
