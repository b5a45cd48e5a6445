//! The files of a new site: a small framework with two tracks, a branch and a scale, settings that explain themselves,
//! and the workflow that publishes it all.

use super::New;
use super::survey::Survey;

const SETTINGS: &str = include_str!("starter/site.toml");
const WORKFLOW: &str = include_str!("starter/workflow.yml");

/// Path below the folder of the documents → text.
const DOCUMENTS: [(&str, &str); 3] = [
    ("README.md", include_str!("starter/content/README.md")),
    ("engineering/engineer.md", include_str!("starter/content/engineering/engineer.md")),
    ("engineering/engineering-lead.md", include_str!("starter/content/engineering/engineering-lead.md")),
];

/// What a folder may lack. A framework is made only where there is no document at all.
pub fn files(survey: &Survey) -> Vec<New> {
    let mut files = Vec::new();
    if !survey.is_project {
        files.push(new("site.toml", settings(survey)));
    }
    if !survey.has_documents() {
        let folder = if survey.root.is_empty() { String::new() } else { format!("{}/", survey.root) };
        files.extend(DOCUMENTS.map(|(path, text)| new(&format!("{folder}{path}"), text.to_owned())));
    }
    files.push(new(".gitignore", "/public/\n".to_owned()));
    files
}

/// The workflow of a repository that is published from a branch; `folder` is the project from its top.
pub fn workflow(branch: &str, folder: &str) -> String {
    let folder = if folder.is_empty() { "." } else { folder };
    let quoted = format!("'{}'", folder.replace('\'', r"'\''"));
    let plain = folder.chars().all(|c| c.is_ascii_alphanumeric() || "-_./".contains(c));
    WORKFLOW
        .replace("{branch}", branch)
        .replace("{version}", env!("CARGO_PKG_VERSION"))
        .replace("{folder}", if plain { folder } else { &quoted })
}

fn settings(survey: &Survey) -> String {
    let (title, example) = match survey.has_documents() {
        true => ("# title = \"Career ladders\"", "engineering/tech-lead.md"),
        false => ("title = \"Career ladders\"", "engineering/engineer.md"),
    };
    let content = match survey.root.as_str() {
        "content" => "# content = \"content\"".to_owned(),
        _ => "content = \".\"".to_owned(),
    };
    SETTINGS.replace("{title}", title).replace("{content}", &content).replace("{example}", example)
}

fn new(path: &str, text: String) -> New {
    New { path: path.to_owned(), text }
}
