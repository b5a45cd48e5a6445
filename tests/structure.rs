//! The plan of the house, held by reading `src`: who may import whom, who may touch the world, which module owns which
//! crate, how long a file may grow. The stage table and the crate table are those of `ARCHITECTURE.md`, so that the
//! document cannot drift from the code. Every message says what to do.

mod support;

use std::collections::{BTreeMap, BTreeSet};

/// No file of the program is longer.
const LINES: usize = 400;

/// Where the world may be touched.
const EDGES: [&str; 3] = ["io", "commands", "main"];

/// What touches it.
const WORLD: [&str; 9] = [
    "std::fs",
    "std::env",
    "std::net",
    "std::process",
    "std::thread",
    "Instant::now",
    "SystemTime",
    "println!",
    "eprintln!",
];

/// Crates that are vocabulary rather than machinery: their derives may stand on any type.
const VOCABULARY: [&str; 1] = ["serde"];

/// One file of the program, without its comments and the contents of its strings.
struct Module {
    path: String,
    stage: String,
    lines: usize,
    product: String,
    tests: String,
}

#[test]
fn a_stage_imports_only_the_stage_before_it_and_text() {
    let stages = stage_table();
    let mut faults = Vec::new();
    for module in modules() {
        let Some(allowed) = stages.get(&module.stage) else { continue };
        for import in imports(&module.product) {
            if import != module.stage && stages.contains_key(&import) && !allowed.contains(&import) {
                faults.push(format!(
                    "{}: `{}` imports `{import}`, and may import only {}; take the value as an argument, or have an \
                     earlier stage hand it on",
                    module.path,
                    module.stage,
                    quoted(allowed),
                ));
            }
        }
        let earlier = all_before(&module.stage, &stages);
        for import in imports(&module.tests) {
            if import != module.stage && stages.contains_key(&import) && !earlier.contains(&import) {
                faults.push(format!("{}: the tests import the later stage `{import}`; test it there", module.path));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_module_is_in_the_stage_table() {
    let stages = stage_table();
    for module in modules() {
        let known = stages.contains_key(&module.stage) || ["lib", "main"].contains(&module.stage.as_str());
        assert!(
            known,
            "{}: `{}` is in no row of the stage table of ARCHITECTURE.md; add one",
            module.path, module.stage
        );
    }
}

#[test]
fn only_the_edges_touch_the_world() {
    for module in modules().iter().filter(|module| !EDGES.contains(&module.stage.as_str())) {
        for word in WORLD {
            let line = module.product.lines().position(|line| holds_word(line, word));
            assert!(
                line.is_none(),
                "{}:{}: `{word}` outside {EDGES:?}; let `commands` read it and pass the value in",
                module.path,
                line.unwrap_or_default() + 1,
            );
        }
    }
}

#[test]
fn each_external_crate_has_one_owner() {
    let owners = crate_table();
    let mut faults = Vec::new();
    for name in dependencies().iter().filter(|name| !VOCABULARY.contains(&name.as_str())) {
        let Some(owner) = owners.get(name) else {
            faults.push(format!("`{name}` has no row in the crate table of ARCHITECTURE.md; say who owns it and why"));
            continue;
        };
        let word = format!("{}::", name.replace('-', "_"));
        for module in modules().iter().filter(|module| !is_below(&module.path, owner)) {
            if module.product.lines().any(|line| holds_word(line, &word)) {
                faults.push(format!(
                    "{}: uses `{name}`, which `{owner}` owns; call `{owner}`, or move the call there",
                    module.path
                ));
            }
        }
    }
    for name in owners.keys().filter(|name| !dependencies().contains(*name)) {
        faults.push(format!("ARCHITECTURE.md names an owner for `{name}`, which is no dependency; remove the row"));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn no_file_is_too_long() {
    for module in modules() {
        assert!(
            module.lines <= LINES,
            "{}: {} lines, the limit is {LINES}; find the second noun in it and give that a file of its own",
            module.path,
            module.lines,
        );
    }
}

#[test]
fn nothing_is_imported_by_glob() {
    for module in modules() {
        let code = format!("{}\n{}", module.product, module.tests);
        for statement in code.split(';').map(str::trim_start) {
            let last_line_starts_use = statement.lines().any(|line| {
                let line = line.trim_start().trim_start_matches("pub ").trim_start_matches("pub(crate) ");
                line.starts_with("use ")
            });
            assert!(
                !(last_line_starts_use && statement.trim_end().ends_with("::*")),
                "{}: a glob import; name what you use",
                module.path
            );
        }
    }
}

/// Every file of `src`, read.
fn modules() -> Vec<Module> {
    let paths = support::files(&support::root().join("src"), &["rs"]);
    let for_tests: BTreeSet<String> = paths.iter().flat_map(|path| modules_for_tests(path)).collect();
    let read = |path: String| {
        let text = support::read(&format!("src/{path}"));
        let code = code_only(&text);
        let is_test_file = for_tests.iter().any(|owner| is_below(&path, owner));
        let (product, tests) = match code.find("#[cfg(test)]\nmod tests {") {
            _ if is_test_file => (String::new(), code),
            Some(at) => (code[..at].to_owned(), code[at..].to_owned()),
            None => (code, String::new()),
        };
        let stage = path.split('/').next().unwrap_or_default().trim_end_matches(".rs").to_owned();
        Module { lines: text.lines().count(), path: format!("src/{path}"), stage, product, tests }
    };
    paths.into_iter().map(read).collect()
}

/// The modules that a file declares behind `#[cfg(test)]`, as paths without their ending.
fn modules_for_tests(path: &str) -> Vec<String> {
    let folder = path.trim_end_matches("mod.rs").trim_end_matches(".rs").trim_end_matches('/').to_owned();
    let text = support::read(&format!("src/{path}"));
    let declared = text.split("#[cfg(test)]").skip(1).filter_map(|rest| {
        let line = rest.trim_start().lines().next()?.strip_suffix(';')?;
        line.rsplit_once("mod ").map(|(_, name)| format!("{folder}/{name}"))
    });
    declared.collect()
}

/// The stages that a file names through `crate::…`.
fn imports(code: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (at, _) in code.match_indices("crate::") {
        if code[..at].ends_with(|before: char| before.is_alphanumeric() || before == '_') {
            continue;
        }
        let rest = &code[at + "crate::".len()..];
        match rest.strip_prefix('{') {
            Some(group) => found.extend(group_heads(group)),
            None => found.extend(identifier(rest)),
        }
    }
    found
}

/// The first names of `a::b, c::{d, e}}`.
fn group_heads(group: &str) -> Vec<String> {
    let (mut depth, mut heads, mut start) = (1, Vec::new(), 0);
    for (at, character) in group.char_indices() {
        match character {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 || (depth == 1 && character == ',') {
            heads.extend(identifier(group[start..at].trim_start()));
            start = at + 1;
        }
        if depth == 0 {
            break;
        }
    }
    heads
}

fn identifier(text: &str) -> Option<String> {
    let name: String = text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
    (!name.is_empty()).then_some(name)
}

/// Stage → what it may import, from the table of `ARCHITECTURE.md` whose head begins with `| stage |`.
fn stage_table() -> BTreeMap<String, BTreeSet<String>> {
    let rows = table("stage");
    let words = |cell: &str| cell.split('`').skip(1).step_by(2).map(str::to_owned).collect::<BTreeSet<_>>();
    let mut stages: BTreeMap<_, _> =
        rows.iter().filter_map(|row| Some((words(&row[0]).pop_first()?, words(row.last()?)))).collect();
    let every_stage: BTreeSet<_> = stages.keys().cloned().collect();
    if let Some(commands) = stages.get_mut("commands") {
        commands.extend(every_stage);
    }
    assert!(!stages.is_empty(), "ARCHITECTURE.md has no stage table");
    stages
}

/// Crate → the path of the module that owns it, from the table whose head begins with `| crate |`.
fn crate_table() -> BTreeMap<String, String> {
    let word = |cell: &str| cell.split('`').nth(1).unwrap_or_default().to_owned();
    table("crate").iter().map(|row| (word(&row[0]), word(&row[1]))).collect()
}

/// The rows of the Markdown table of `ARCHITECTURE.md` whose first head cell is `head`.
fn table(head: &str) -> Vec<Vec<String>> {
    let text = support::read("ARCHITECTURE.md");
    let cells = |line: &str| line.trim().trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect();
    let starts = |line: &&str| !line.starts_with(&format!("| {head} |"));
    text.lines().skip_while(starts).skip(2).take_while(|line| line.starts_with('|')).map(cells).collect()
}

/// The names under `[dependencies]`.
fn dependencies() -> BTreeSet<String> {
    let manifest = support::read("Cargo.toml");
    let section = manifest.split("[dependencies]").nth(1).unwrap_or_default();
    let section = section.split("\n[").next().unwrap_or_default();
    section.lines().filter_map(|line| line.split_once('=')).map(|(name, _)| name.trim().to_owned()).collect()
}

/// Every stage that comes before one, over all steps.
fn all_before(stage: &str, stages: &BTreeMap<String, BTreeSet<String>>) -> BTreeSet<String> {
    let (mut found, mut open) = (BTreeSet::new(), vec![stage.to_owned()]);
    while let Some(name) = open.pop() {
        for before in stages.get(&name).into_iter().flatten() {
            if found.insert(before.clone()) {
                open.push(before.clone());
            }
        }
    }
    found
}

/// `owner` is `src/parse/html` (a folder or file without its ending), `src/parse` or a file.
fn is_below(path: &str, owner: &str) -> bool {
    path == owner || path.strip_prefix(owner).is_some_and(|rest| rest == ".rs" || rest.starts_with('/'))
}

fn holds_word(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        !before.is_some_and(|c| c.is_alphanumeric() || c == '_')
    })
}

fn quoted(names: &BTreeSet<String>) -> String {
    let names: Vec<_> = names.iter().map(|name| format!("`{name}`")).collect();
    if names.is_empty() { "itself".to_owned() } else { names.join(" and ") }
}

/// The source with comments and the contents of strings blanked; lines stay where they are.
fn code_only(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    let mut rest = source;
    while let Some(first) = rest.chars().next() {
        let length = skipped(rest).unwrap_or(0);
        if length > 0 {
            out.extend(rest[..length].chars().filter(|c| *c == '\n'));
            rest = &rest[length..];
        } else {
            out.push(first);
            rest = &rest[first.len_utf8()..];
        }
    }
    out
}

/// The length of the comment, string or character that starts here.
fn skipped(code: &str) -> Option<usize> {
    if code.starts_with("//") {
        return Some(code.find('\n').unwrap_or(code.len()));
    }
    if code.starts_with("/*") {
        return Some(code.find("*/").map_or(code.len(), |at| at + 2));
    }
    if let Some(raw) = code.strip_prefix('r') {
        let hashes = raw.bytes().take_while(|byte| *byte == b'#').count();
        if raw[hashes..].starts_with('"') {
            let end = format!("\"{}", "#".repeat(hashes));
            let body = 1 + hashes + 1;
            return Some(code[body..].find(&end).map_or(code.len(), |at| body + at + end.len()));
        }
    }
    if let Some(character) = code.strip_prefix('\'') {
        let escaped = character.starts_with('\\');
        let close = character.char_indices().skip(if escaped { 2 } else { 1 }).find(|(_, c)| *c == '\'')?.0;
        let is_character = escaped && close < 12 || character[..close].chars().count() == 1;
        return is_character.then_some(close + 2);
    }
    code.starts_with('"').then(|| string_length(code))
}

fn string_length(code: &str) -> usize {
    let mut escaped = false;
    for (at, character) in code.char_indices().skip(1) {
        match character {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    code.len()
}

#[test]
fn the_reader_of_code_is_right() {
    let code = code_only(
        "let a = \"crate::io\"; // crate::io\nlet b = '\"'; let c: &'a str = r#\"crate::io\"#; crate::text::x",
    );
    assert_eq!(imports(&code).into_iter().collect::<Vec<_>>(), ["text"]);
    let group = "use crate::{model::{A, B}, text::Span,\n  parse};";
    assert_eq!(imports(group).into_iter().collect::<Vec<_>>(), ["model", "parse", "text"]);
}
