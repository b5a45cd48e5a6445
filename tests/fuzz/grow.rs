//! Documents grown from the shapes in which people keep ladders, with odd things in odd places.

use super::chance::Chance;
use super::words::{dimension, level, odd, statement};

/// A site of a few documents, each with its path.
pub fn site(chance: &mut Chance) -> Vec<(String, String)> {
    let paths = ["a.md", "b.md", "README.md", "people/c.md", "people/d.txt", "people/e.html"];
    let count = if chance.once_in(3) { chance.between(2, 4) } else { 1 };
    let first = chance.below(paths.len());
    (0..count).map(|index| (paths[(first + index) % paths.len()].to_owned(), document(chance))).collect()
}

fn document(chance: &mut Chance) -> String {
    let mut out = String::new();
    if chance.once_in(8) {
        out.push_str(&front_matter(chance));
    }
    if !chance.once_in(4) {
        out.push_str(&format!("# {}\n\n", dimension(chance)));
    }
    for _ in 0..chance.between(1, 2) {
        if chance.once_in(3) {
            out.push_str(&format!("{}\n\n", statement(chance)));
        }
        out.push_str(&ladder(chance));
        if chance.once_in(5) {
            out.push_str(&format!("\n{}\n\n", odd(chance)));
        }
    }
    if chance.once_in(10) { out.replace('\n', "\r\n") } else { out }
}

fn ladder(chance: &mut Chance) -> String {
    let shape = chance.below(9);
    let (style, levels) = (chance.below(12), chance.between(1, 5));
    let names: Vec<String> = (1..=levels).map(|rank| level(chance, style, rank)).collect();
    let dimensions: Vec<&str> = (0..chance.between(1, 3)).map(|_| dimension(chance)).collect();
    let mut out = String::new();
    match shape {
        0 => level_headings(chance, &names, &dimensions, &mut out),
        1 => dimension_headings(chance, &names, &dimensions, &mut out),
        2 => keyed(chance, &names, &dimensions, &mut out),
        3 => markdown_table(chance, &names, &dimensions, &mut out),
        4 => html_table(chance, &names, &dimensions, &mut out),
        5 => html_lists(chance, &names, &mut out),
        6 => plain(chance, &names, &mut out),
        7 => details(chance, &names, &mut out),
        _ => outer_bullets(chance, &names, &dimensions, &mut out),
    }
    out
}

fn bullets(chance: &mut Chance, out: &mut String) {
    let mark = chance.of(&["-", "*", "+", "1.", "•"]);
    for _ in 0..chance.below(4) {
        let depth = if chance.once_in(6) { chance.between(1, 3) } else { 0 };
        out.push_str(&format!("{}{mark} {}\n", "  ".repeat(depth), statement(chance)));
        if chance.once_in(12) {
            out.push_str("continued here\n");
        }
    }
    out.push('\n');
}

fn level_headings(chance: &mut Chance, names: &[String], dimensions: &[&str], out: &mut String) {
    let depth = chance.between(1, 4);
    for name in names {
        match chance.below(8) {
            0 => out.push_str(&format!("{name}\n-----\n\n")),
            1 => out.push_str(&format!("**{name}**\n\n")),
            _ => out.push_str(&format!("{} {name}\n\n", "#".repeat(depth))),
        }
        if chance.once_in(2) {
            for dimension in dimensions {
                match chance.below(3) {
                    0 => out.push_str(&format!("{} {dimension}\n\n", "#".repeat(depth + 1))),
                    1 => out.push_str(&format!("**{dimension}**\n\n")),
                    _ => out.push_str(&format!("{dimension}:\n\n")),
                }
                bullets(chance, out);
            }
        } else {
            bullets(chance, out);
        }
    }
}

fn dimension_headings(chance: &mut Chance, names: &[String], dimensions: &[&str], out: &mut String) {
    for dimension in dimensions {
        out.push_str(&format!("## {dimension}\n\n"));
        for name in names {
            out.push_str(&format!("### {name}\n\n"));
            bullets(chance, out);
        }
    }
}

fn keyed(chance: &mut Chance, names: &[String], dimensions: &[&str], out: &mut String) {
    for dimension in dimensions {
        out.push_str(&format!("## {dimension}\n\n"));
        for name in names {
            out.push_str(&format!("- {name}: {}\n", statement(chance)));
        }
        out.push('\n');
    }
}

fn markdown_table(chance: &mut Chance, names: &[String], dimensions: &[&str], out: &mut String) {
    let (columns, rows): (Vec<&str>, Vec<&str>) = match chance.once_in(2) {
        true => (names.iter().map(String::as_str).collect(), dimensions.to_vec()),
        false => (dimensions.to_vec(), names.iter().map(String::as_str).collect()),
    };
    out.push_str(&format!("| | {} |\n|---|{}\n", columns.join(" | "), "---|".repeat(columns.len())));
    for row in rows {
        let cells = columns.iter().map(|_| statement(chance).replace('|', "\\|")).collect::<Vec<_>>();
        out.push_str(&format!("| {row} | {} |\n", cells.join(" | ")));
    }
    out.push('\n');
}

fn html_table(chance: &mut Chance, names: &[String], dimensions: &[&str], out: &mut String) {
    out.push_str(chance.of(&["<table>\n<tr><td></td>", "<TABLE><thead><th></th>", "<table><tbody>\n<tr><th></th>"]));
    names.iter().for_each(|name| out.push_str(&format!("<td>{name}</td>")));
    out.push_str(chance.of(&["</tr>\n", "\n", "</thead>\n"]));
    for dimension in dimensions {
        let span = chance.of(&["", " rowspan=2", " colspan=3", " rowspan=\"0\"", " colspan=99999"]);
        out.push_str(&format!("<tr><th{span}>{dimension}</th>"));
        for _ in names {
            let cell = statement(chance);
            match chance.below(4) {
                0 => out.push_str(&format!("<td><ul><li>{cell}</li><li>{}</ul></td>", statement(chance))),
                1 => out.push_str(&format!("<td>• {cell}<br>• {}</td>", statement(chance))),
                2 => out.push_str(&format!("<td>{cell}")),
                _ => out.push_str(&format!("<td>{cell}</td>")),
            }
        }
        out.push_str("</tr>\n");
    }
    out.push_str(chance.of(&["</table>\n\n", "\n\n", "</tbody></table>\n"]));
}

fn html_lists(chance: &mut Chance, names: &[String], out: &mut String) {
    for name in names {
        out.push_str(&format!("<h3>{name}</h3>\n  <ul>\n"));
        for _ in 0..chance.below(4) {
            out.push_str(&format!("    <li>{}{}\n", statement(chance), chance.of(&["</li>", "</LI>", "", "<li>"])));
        }
        out.push_str(chance.of(&["  </ul>\n\n", "</ol>\n", "\n\n"]));
    }
}

fn plain(chance: &mut Chance, names: &[String], out: &mut String) {
    for name in names {
        out.push_str(&format!("{name}\n"));
        for _ in 0..chance.below(4) {
            out.push_str(&format!("• {}\n", statement(chance)));
        }
    }
    out.push('\n');
}

fn details(chance: &mut Chance, names: &[String], out: &mut String) {
    for name in names {
        out.push_str(&format!("<details><summary>{name}</summary>\n\n"));
        bullets(chance, out);
        out.push_str(chance.of(&["</details>\n\n", "</DETAILS>\n", "\n"]));
    }
}

fn outer_bullets(chance: &mut Chance, names: &[String], dimensions: &[&str], out: &mut String) {
    for name in names {
        out.push_str(&format!("## {name}\n\n"));
        for dimension in dimensions {
            out.push_str(&format!("- {dimension}\n  - {}\n  - {}\n", statement(chance), statement(chance)));
        }
        out.push('\n');
    }
}

fn front_matter(chance: &mut Chance) -> String {
    const LINES: [&str; 14] = [
        "title: Lamps",
        "ladder:",
        "  is: track",
        "  is: level",
        "  is: nothing",
        "  code: TL5",
        "  rank: 5",
        "  dimensions: [Craft, People]",
        "  accumulates: replacing",
        "  builds_on: craft/l2",
        "  levels: { \"Level 1\": { rank: 9 } }",
        "  - x",
        "other: [1, {a: b}]",
        "  builds_on: {}",
    ];
    let lines: Vec<&str> = (0..chance.between(1, 6)).map(|_| chance.of(&LINES)).collect();
    format!("---\n{}\n{}\n", lines.join("\n"), chance.of(&["---", "...", ""]))
}
