//! The criteria of a site as a table for spreadsheets: comma-separated values as RFC 4180 has them, a row to a
//! criterion.

use crate::pages::Site;
use crate::resolve::{Criterion, CriterionRef, Level, RelationKind, Track};

const HEADER: [&str; 16] = [
    "track",
    "track_title",
    "level",
    "code",
    "level_title",
    "rank",
    "dimension",
    "label",
    "criterion",
    "text",
    "relation",
    "of",
    "basis",
    "file",
    "line",
    "column",
];

/// The table of a site.
pub fn csv(site: &Site) -> String {
    let mut out = row(HEADER.map(str::to_owned));
    for track in &site.ladder.tracks {
        for level in &track.levels {
            let rows = level.criteria.iter().map(|criterion| row(cells(site, (track, level), criterion)));
            out.extend(rows);
        }
    }
    out
}

fn cells(site: &Site, (track, level): (&Track, &Level), criterion: &Criterion) -> [String; 16] {
    let ladder = &site.ladder;
    let place = site.sources.locate(criterion.span);
    let words = |text: &Option<String>| text.clone().unwrap_or_default();
    let relation = match criterion.relation.kind {
        RelationKind::Adds => "adds",
        RelationKind::Repeats => "repeats",
        RelationKind::Raises => "raises",
    };
    let of = criterion.relation.of.map(|of: CriterionRef| ladder.criterion(of).id.clone());
    [
        track.id.clone(),
        track.title.plain().to_owned(),
        level.id.clone(),
        words(&level.code),
        level.title.clone(),
        level.rank.map(|rank| rank.0.to_string()).unwrap_or_default(),
        criterion.dimension.map(|at| ladder.dimensions[at.0].title.clone()).unwrap_or_default(),
        words(&criterion.label),
        criterion.id.clone(),
        criterion.text.plain(),
        relation.to_owned(),
        of.unwrap_or_default(),
        criterion.relation.basis.map(super::export::word).unwrap_or_default(),
        place.path.to_owned(),
        place.line.to_string(),
        place.column.to_string(),
    ]
}

fn row(cells: [String; 16]) -> String {
    cells.map(|cell| quoted(&cell)).join(",") + "\r\n"
}

fn quoted(cell: &str) -> String {
    match cell.contains(['"', ',', '\n', '\r']) {
        true => format!("\"{}\"", cell.replace('"', "\"\"")),
        false => cell.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn cells_are_quoted_where_they_must_be() {
        for (cell, expected) in
            [("plain", "plain"), ("a, b", "\"a, b\""), ("say \"so\"", "\"say \"\"so\"\"\""), ("", "")]
        {
            assert_eq!(quoted(cell), expected);
        }
    }
}
