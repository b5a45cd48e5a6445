//! The smallest site that still breaks the same law.

use super::judge::{Asked, fault};

/// How many smaller sites are tried.
const TRIES: usize = 3_000;

/// Cuts documents, lines and characters as long as the fault stays of the same kind (its words up to the first colon).
pub fn smallest(mut site: Vec<(String, String)>, asked: Asked) -> Vec<(String, String)> {
    let Some(kind) = fault(&site, asked).map(|fault| kind(&fault).to_owned()) else { return site };
    let mut tries = 0;
    let mut still = |site: &[(String, String)]| {
        tries += 1;
        tries < TRIES && !site.is_empty() && fault(site, asked).is_some_and(|found| kind_is(&found, &kind))
    };
    let mut at = 0;
    while at < site.len() {
        let mut fewer = site.clone();
        fewer.remove(at);
        if still(&fewer) { site = fewer } else { at += 1 }
    }
    for at in 0..site.len() {
        for cut in [lines, characters] {
            let mut pieces = cut(&site[at].1);
            let mut size = pieces.len().div_ceil(2);
            while size > 0 {
                let mut start = 0;
                while start < pieces.len() {
                    let mut fewer = pieces.clone();
                    fewer.drain(start..(start + size).min(pieces.len()));
                    site[at].1 = fewer.concat();
                    if still(&site) { pieces = fewer } else { start += size }
                }
                size = if size == 1 { 0 } else { size.div_ceil(2) };
            }
            site[at].1 = pieces.concat();
        }
    }
    site
}

fn lines(text: &str) -> Vec<String> {
    text.split_inclusive('\n').map(str::to_owned).collect()
}

fn characters(text: &str) -> Vec<String> {
    text.chars().map(String::from).collect()
}

fn kind(fault: &str) -> &str {
    fault.split(':').next().unwrap_or(fault)
}

fn kind_is(fault: &str, wanted: &str) -> bool {
    kind(fault) == wanted
}
