//! Documents of any size in one layout each, made of the same few words. The same size gives the same bytes.

/// The name of a layout, and what writes its files with about so many bytes.
pub type Layout = (&'static str, fn(usize) -> Vec<(String, String)>);

/// Every layout.
pub const LAYOUTS: &[Layout] = &[
    ("levels", |size| sections(size, 9, |at| format!("\n## Level {at}\n"), bullet)),
    ("repeated-levels", |size| sections(size, size / 27_000, |at| format!("\n## Level {}\n", at % 9), bullet)),
    ("keyed-bullets", |size| {
        piece(size, "# Ladder\n", |at| head(at, 9, "\n## Area") + &format!("- L{}: {}\n", at % 9, line(at)))
    }),
    ("keyed-one-list", |size| piece(size, "# Ladder\n\n## Area\n\n", |at| format!("- L{}: {}\n", at % 9, line(at)))),
    ("wide-matrix", |size| file(matrix(size / (12 * 75), 12))),
    ("long-matrix", |size| file(matrix(4, size / 300))),
    ("level-rows", |size| {
        piece(size, "| Level | Area | Reach |\n|---|---|---|\n", |at| {
            format!("| Level {} | {} | {} |\n", at % 28, line(at), line(at + 1))
        })
    }),
    ("ticks", |size| {
        piece(size, "| Skill | Level 1 | Level 2 |\n|---|---|---|\n", |at| format!("| {} | x | |\n", line(at)))
    }),
    ("many-tables", |size| {
        piece(size, "# Ladder\n", |at| {
            format!("\n## Area {at}\n\n| Level 1 | Level 2 |\n|---|---|\n| {} | {} |\n", line(at), line(at + 1))
        })
    }),
    ("foreign-tables", |size| {
        piece(size, "# Ladder\n", |at| {
            format!(
                "\n## Area {at}\n\n| | L{} | M{} |\n|---|---|---|\n| a | {} | {} |\n",
                at % 29,
                at % 31,
                line(at),
                line(at + 1)
            )
        })
    }),
    ("spanning-rows", |size| {
        file(format!(
            "<table><tr><td>Area<td>Level 1<td>Level 2</tr>{}</table>",
            repeated(size, |at| format!(
                "<tr><td rowspan=3>A{at}<td>{}<td>{}</tr><tr><td>{}<td>b</tr>",
                line(at),
                line(at),
                line(at)
            ))
        ))
    }),
    ("headings", |size| {
        piece(size, "# Ladder\n", |at| format!("\n{} {}\n\n{}.\n", "#".repeat(2 + at % 4), line(at), words(at)))
    }),
    ("level-headings", |size| piece(size, "# Ladder\n", |at| format!("\n## Tester {at}\n\n- {}\n", line(at)))),
    ("dimension-headings", |size| {
        piece(size, "# Ladder\n", |at| {
            head(at, 5, "\n## Area") + &format!("\n### Level {}\n\n- {}\n", at % 5, line(at))
        })
    }),
    ("dimensions-below", |size| {
        piece(size, "# Ladder\n", |at| format!("\n## Level {}\n\n### Area {at}\n\n- {}\n", at % 9, line(at)))
    }),
    ("bold-dimensions", |size| {
        sections(size, 9, |at| format!("\n## Level {at}\n"), |at| format!("\n**Area {at}**\n\n- {}\n", line(at)))
    }),
    ("bold-levels", |size| piece(size, "", |at| format!("\n**Level {}**\n\n- {}\n", at % 9, line(at)))),
    ("line-levels", |size| piece(size, "", |at| format!("\nLevel {}\n\n- {}\n", at % 9, line(at)))),
    ("disclosures", |size| {
        piece(size, "", |at| {
            format!("\n<details><summary>Level {}</summary>\n\n- {}\n\n</details>\n", at % 9, line(at))
        })
    }),
    ("nested-bullets", |size| {
        sections(
            size,
            9,
            |at| format!("\n## Level {at}\n"),
            |at| format!("- Area {at}\n  - {}\n  - {}\n", line(at), line(at + 1)),
        )
    }),
    ("labels", |size| {
        sections(size, 9, |at| format!("\n## Level {at}\n"), |at| format!("- **Name {at}**: {}\n", line(at)))
    }),
    ("paragraphs", |size| sections(size, 9, |at| format!("\n## Level {at}\n"), |at| format!("\n{}.\n", line(at)))),
    ("front-matter", |size| {
        file(format!(
            "---\ntitle: Ladder\nareas:\n{}---\n",
            repeated(size, |at| head(at, 5, "  - name: Area")
                + if at % 5 == 0 { "    levels:\n" } else { "" }
                + &format!("      - level: {}\n        criteria:\n          - {}\n", at % 5, line(at)))
        ))
    }),
    ("prose", |size| piece(size, "# Page\n", |at| format!("\n{}. {}.\n", line(at), words(at)))),
    ("one-line", |size| file(repeated(size, |at| line(at) + " "))),
    ("stars", |size| file("*a ".repeat(size / 3))),
    ("links", |size| file("[a](b) ".repeat(size / 7))),
    ("link-list", |size| piece(size, "# Page\n\n", |at| format!("- [Level {at}](a{at}.md)\n"))),
    ("brackets", |size| file("[".repeat(size))),
    ("breaks", |size| file("word<br>".repeat(size / 8))),
    ("unclosed-div", |size| file("<div>".repeat(size / 5))),
    ("unclosed-b", |size| file("<b>x".repeat(size / 4))),
    ("unclosed-mixed", |size| file("<p><b><i>x".repeat(size / 10))),
    ("unclosed-li", |size| file("<ul>".to_owned() + &"<li>x ".repeat(size / 6))),
    ("unclosed-td", |size| file("<table><tr>".to_owned() + &"<td>x ".repeat(size / 6))),
    ("stray-td", |size| file("x</td>".repeat(size / 6))),
    ("deep-html-lists", |size| file("<ul><li>x".repeat(size / 9))),
    ("deep-disclosures", |size| file("<details><summary>x</summary>".repeat(size / 29))),
    ("definitions", |size| file("<dl>".to_owned() + &"<dt>x<dd>y".repeat(size / 10))),
    ("columns", |size| {
        let row = |cell: &str| format!("|{}\n", cell.repeat(10_000));
        file(row("a|") + &row("---|") + &row("x|").repeat(size / 20_000))
    }),
    ("two-columns", |size| file("| a | b |\n|---|---|\n".to_owned() + &"| x | y |\n".repeat(size / 10))),
    ("references", |size| {
        let definitions = repeated(size / 2, |at| format!("[a{at}]: b{at}\n"));
        file(definitions + "\n" + &repeated(size / 2, |at| format!("[a{at}] ")))
    }),
    ("bold-words", |size| file("**a** ".repeat(size / 6))),
    ("tags", |size| {
        let tag = |at: usize| ["IC", "EM", "TL", "PM", "QA", "DX", "UX"][at % 7];
        piece(size, "", |at| format!("\n## L{} {}{} - Tester\n\n- {}\n", at % 9, tag(at), tag(at / 7), line(at)))
    }),
    ("front-matter-list", |size| file(format!("---\na: [{}]\n---\n# Page\n", repeated(size, |at| format!("x{at}, "))))),
    ("deep-bullets", |size| file("- ".repeat(size / 1_000) + "x")),
    ("deep-quotes", |size| file("> ".repeat(size / 1_000) + "x")),
    ("footnotes", |size| piece(size, "", |at| format!("x[^{at}]\n\n[^{at}]: {}\n\n", line(at)))),
    ("mojibake", |size| piece(size, "", |at| format!("the teamâ€™s cafÃ© {}\n\n", line(at)))),
    ("directives", |size| file("{% x {{ y {: .z ".repeat(size / 16))),
    ("entities", |size| file("&eacute; &amp; &bogus; ".repeat(size / 23))),
    ("many-tracks", |size| files(size, 2_000, |at| (format!("g{}/role-{at}.md", at / 50), format!("# Role {at}\n\n")))),
    ("many-levels", |size| {
        files(size, 2_000, |at| (format!("t{}/l{}.md", at / 5, at % 5), format!("# Tester {}\n\n", at % 5)))
    }),
    ("many-pages", |size| files(size, 2_000, |at| (format!("p{at}.md"), format!("# Thing {at}\n\n")))),
    ("many-folders", |size| files(size, 2_000, |at| (format!("d{at}/a.md"), format!("# Role {at}\n\n")))),
];

const VERBS: [&str; 10] =
    ["Plans", "Writes", "Reviews", "Mends", "Explains", "Measures", "Designs", "Tests", "Ships", "Leads"];
const THINGS: [&str; 7] = ["small tools", "reports", "shared services", "tests", "clear plans", "budgets", "guides"];

/// A statement of about 60 bytes, another one at each place.
fn line(at: usize) -> String {
    let thing = |at: usize| THINGS[at % THINGS.len()];
    format!("{} {} and explains {} to {at} others", VERBS[at % 10], thing(at / 10), thing(at / 70))
}

fn words(at: usize) -> String {
    (0..5).map(|offset| THINGS[(at + offset) % THINGS.len()]).collect::<Vec<_>>().join(" ")
}

fn bullet(at: usize) -> String {
    format!("- {}\n", line(at))
}

/// A heading before every `step`th piece.
fn head(at: usize, step: usize, name: &str) -> String {
    if at.is_multiple_of(step) { format!("{name} {at}\n") } else { String::new() }
}

fn file(text: String) -> Vec<(String, String)> {
    vec![("a.md".to_owned(), text)]
}

/// Pieces up to a size.
fn repeated(size: usize, one: impl Fn(usize) -> String) -> String {
    let mut text = String::with_capacity(size + 1_000);
    for at in 0.. {
        if text.len() >= size {
            break;
        }
        text.push_str(&one(at));
    }
    text
}

fn piece(size: usize, start: &str, one: impl Fn(usize) -> String) -> Vec<(String, String)> {
    file(start.to_owned() + &repeated(size, one))
}

/// Sections of equal size, each under its heading.
fn sections(
    size: usize,
    count: usize,
    head: impl Fn(usize) -> String,
    piece: impl Fn(usize) -> String,
) -> Vec<(String, String)> {
    let section = |at: usize| head(at) + "\n" + &repeated(size / count, &piece);
    file("# Ladder\n".to_owned() + &(0..count).map(section).collect::<String>())
}

fn matrix(columns: usize, rows: usize) -> String {
    let names: Vec<String> = (0..columns).map(|column| format!("Level {}", column + 1)).collect();
    let mut text = format!("| Area | {} |\n|{}\n", names.join(" | "), "---|".repeat(columns + 1));
    for row in 0..rows {
        let cells: Vec<String> = (0..columns).map(|column| line(row * columns + column)).collect();
        text.push_str(&format!("| Area {row} | {} |\n", cells.join(" | ")));
    }
    text
}

/// Files of one ladder each.
fn files(size: usize, each: usize, start: impl Fn(usize) -> (String, String)) -> Vec<(String, String)> {
    let file = |at: usize| {
        let (path, title) = start(at);
        let is_level = path.contains("/l");
        let piece = |at: usize| {
            if is_level || !at.is_multiple_of(6) { bullet(at) } else { format!("\n## Level {}\n\n", at / 6 + 1) }
        };
        (path, title + &repeated(each, piece))
    };
    (0..size / each).map(file).collect()
}
