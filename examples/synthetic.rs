//! Writes a framework that nobody wrote, for measuring. The same arguments give the same bytes.
//!
//! ```sh
//! cargo run --release --example synthetic -- FOLDER              # 1,000 levels, 24 criteria each
//! cargo run --release --example synthetic -- FOLDER 10000        # as many levels
//! cargo run --release --example synthetic -- FOLDER wide         # one group of 60 tracks
//! cargo run --release --example synthetic -- FOLDER 100 wordy    # 400 words a criterion
//! cargo run --release --example synthetic -- FOLDER seed=7       # other words
//! ```

#![allow(clippy::disallowed_methods, clippy::disallowed_macros, reason = "a tool that writes files")]

#[path = "../bench/framework.rs"]
mod framework;

use std::path::Path;

use framework::Plan;

fn main() -> std::io::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().unwrap_or_else(|| "synthetic".to_owned());
    let plan = arguments.try_fold(Plan::of(1000), |plan, word| amended(plan, &word));
    let Some(plan) = plan else {
        eprintln!("usage: synthetic FOLDER [LEVELS] [wide] [wordy] [seed=NUMBER]");
        std::process::exit(2);
    };
    let documents = plan.documents();
    for (path, text) in &documents {
        let file = Path::new(&folder).join(path);
        std::fs::create_dir_all(file.parent().unwrap_or(Path::new(&folder)))?;
        std::fs::write(file, text)?;
    }
    let bytes: usize = documents.iter().map(|(_, text)| text.len()).sum();
    println!("{} tracks, {:.1} MB in `{folder}`", documents.len(), bytes as f64 / 1e6);
    Ok(())
}

/// The plan with one argument more; `None` where that says nothing.
fn amended(plan: Plan, word: &str) -> Option<Plan> {
    match (word, word.strip_prefix("seed=")) {
        ("wide", _) => Some(Plan { words: plan.words, seed: plan.seed, ..Plan::wide() }),
        ("wordy", _) => Some(plan.wordy()),
        (_, Some(seed)) => seed.parse().ok().map(|seed| Plan { seed, ..plan }),
        _ => word.parse().ok().map(|levels| Plan { words: plan.words, seed: plan.seed, ..Plan::of(levels) }),
    }
}
