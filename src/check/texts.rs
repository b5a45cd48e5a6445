//! Every text of a ladder, as plain lines: what explains a word wherever it stands.

use crate::resolve::{Ladder, Section};
use crate::text::{Block, Run, runs};

/// The names of tracks, levels, dimensions, grades, groups and pages.
pub fn titles(ladder: &Ladder) -> Vec<String> {
    let mut titles = vec![ladder.title.plain().to_owned()];
    titles.extend(ladder.groups.iter().map(|group| group.title.plain().to_owned()));
    titles.extend(ladder.pages.iter().map(|page| page.title.clone()));
    for dimension in &ladder.dimensions {
        titles.push(dimension.title.clone());
        titles.extend(dimension.scale.iter().flatten().map(|grade| grade.name.clone()));
    }
    for track in &ladder.tracks {
        titles.push(track.title.plain().to_owned());
        for level in &track.levels {
            titles.extend([level.heading.clone(), level.title.clone()]);
            titles.extend(level.code.iter().chain(&level.aliases).cloned());
            titles.extend(level.facts.iter().map(|fact| fact.name.clone()));
        }
    }
    titles
}

/// Everything else that is written: criteria, examples, guidance, facts, summaries, pages.
pub fn prose(ladder: &Ladder) -> Vec<String> {
    let mut prose = Vec::new();
    of_sections(&ladder.guidance, &mut prose);
    ladder.groups.iter().for_each(|group| of_sections(&group.guidance, &mut prose));
    ladder.pages.iter().for_each(|page| of_sections(&page.sections, &mut prose));
    for track in &ladder.tracks {
        prose.extend(track.summary.clone());
        of_sections(&track.guidance, &mut prose);
        for level in &track.levels {
            of_blocks(&level.summary, &mut prose);
            of_sections(&level.guidance, &mut prose);
            prose.extend(level.facts.iter().map(|fact| fact.value.plain()));
            for criterion in &level.criteria {
                prose.extend(criterion.lead.as_ref().map(|lead| lead.plain()));
                prose.push(criterion.text.plain());
                of_blocks(&criterion.examples, &mut prose);
            }
        }
    }
    let grades = ladder.dimensions.iter().flat_map(|dimension| dimension.scale.iter().flatten());
    prose.extend(grades.map(|grade| grade.text.plain()));
    prose
}

fn of_sections(sections: &[Section], prose: &mut Vec<String>) {
    for section in sections {
        prose.extend(section.heading.as_ref().map(|heading| heading.plain()));
        of_blocks(&section.blocks, prose);
    }
}

fn of_blocks(blocks: &[Block], prose: &mut Vec<String>) {
    prose.extend(runs(blocks).into_iter().map(|run| match run {
        Run::Inlines(inlines) => inlines.plain(),
        Run::Code(text, _) => text.to_owned(),
    }));
}
