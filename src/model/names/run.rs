//! Names that stand beside one another: what each says alone is weighed by what its siblings say.
//!
//! A bare number or an unknown word with a number is a level where its siblings count on; a plain role is one where a
//! sibling puts seniority before the same role; and where most siblings are numbered steps, a plain role is none.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::cut::Cut;
use super::elsewhere::is_cut_elsewhere;
use super::evidence::evidence;
use super::number;
use super::read::{leads_on, read_cut, transition};
use super::settle::settle;
use super::unknown_role::add_seniored_siblings;
use super::weigh::weigh;
use super::{LevelName, NameKind};
use crate::model::Rank;
use crate::text::parallel;

/// How names of one run read together.
#[derive(Clone, PartialEq, Debug)]
pub struct RunReading {
    /// One for each name of the run, in order; `None` where it names no level.
    pub levels: Vec<Option<Box<RunLevel>>>,
    /// From 0 to 1: how sure it is that these are the levels of a ladder.
    pub confidence: f32,
    /// Which way the levels run, as the document has them.
    pub direction: Direction,
    /// How many tracks are interleaved or follow one another; 1 where nothing tells several apart.
    pub tracks: Vec<Option<String>>,
    /// Why, in a few words each.
    pub evidence: Vec<String>,
}

/// A level as its run settles it.
#[derive(Clone, PartialEq, Debug)]
pub struct RunLevel {
    pub code: Option<String>,
    pub aliases: Vec<String>,
    pub title: String,
    pub rank: Option<Rank>,
    pub kind: NameKind,
    pub strength: f32,
    pub overlay_on: Option<String>,
    /// How far up its words stand; see [`LevelName::standing`].
    pub standing: Option<f32>,
    /// The role without number and words of standing, folded; empty where nothing else is said.
    pub role: String,
    /// It holds for everybody and is no step.
    pub is_base_layer: bool,
    /// Index into [`RunReading::tracks`].
    pub track: usize,
}

/// Which way a ladder runs in its document.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Direction {
    Ascending,
    Descending,
    /// Nothing tells: no ranks and no words of standing, or as many ups as downs.
    Unknown,
}

/// What a name must reach, after its siblings were heard, to be a level.
const THRESHOLD: f32 = 0.35;
/// Most words of a name of which siblings may say something.
const LONG: usize = 8;
/// From how many names on it pays to look at them on all cores.
const MANY: usize = 500;

/// What a name says, shared by all runs in which it stands.
pub(super) type Read = Option<Arc<LevelName>>;

/// A name as it was looked at alone.
pub(super) struct Looked {
    /// What siblings may still say something of.
    pub cut: Option<Cut>,
    pub read: Read,
    /// Whether it surely names no level.
    pub is_elsewhere: bool,
}

impl Looked {
    fn at(name: &str) -> Self {
        let cut = Cut::new(name);
        let read = cut.as_ref().and_then(read_cut).map(Arc::new);
        let is_elsewhere = cut.as_ref().is_none_or(|cut| is_cut_elsewhere(cut, read.as_deref()));
        Self { cut: cut.filter(is_worth_keeping), read, is_elsewhere }
    }
}

/// Siblings say nothing of long names, but where these lead from one level to another.
fn is_worth_keeping(cut: &Cut) -> bool {
    cut.words().len() <= LONG || leads_on(cut)
}

/// Reads names that stand beside one another: headings of one depth, cells of one row or column, names of files.
pub fn run<S: AsRef<str>>(names: &[S]) -> RunReading {
    Reader::default().run(names)
}

/// Reads several runs of names, and a name that comes back in them only once.
#[derive(Default)]
pub struct Reader {
    places: HashMap<String, usize>,
    looked: Vec<Looked>,
}

impl Reader {
    /// The same as [`run()`].
    pub fn run<S: AsRef<str>>(&mut self, names: &[S]) -> RunReading {
        let mut new = Vec::new();
        let places: Vec<usize> = names.iter().map(|name| self.place(name.as_ref(), &mut new)).collect();
        let all =
            if new.len() < MANY { new.into_iter().map(Looked::at).collect() } else { parallel::map(new, Looked::at) };
        self.looked.extend(all);
        let looked: Vec<&Looked> = places.into_iter().map(|place| &self.looked[place]).collect();
        run_of(&looked)
    }

    /// What a name of an earlier run says alone.
    pub fn read(&self, name: &str) -> Option<&LevelName> {
        self.places.get(name).and_then(|place| self.looked[*place].read.as_deref())
    }

    /// Whether a name of an earlier run surely names no level.
    pub fn is_elsewhere(&self, name: &str) -> bool {
        self.places.get(name).is_some_and(|place| self.looked[*place].is_elsewhere)
    }

    fn place<'a>(&mut self, name: &'a str, new: &mut Vec<&'a str>) -> usize {
        if let Some(place) = self.places.get(name) {
            return *place;
        }
        new.push(name);
        self.places.insert(name.to_owned(), self.places.len());
        self.places.len() - 1
    }
}

fn run_of(names: &[&Looked]) -> RunReading {
    let mut read: Vec<Read> = names.iter().map(|name| name.read.clone()).collect();
    add_transitions(names, &mut read);
    add_counting_siblings(names, &mut read);
    add_seniored_siblings(names, &mut read);
    weigh(&mut read);
    let read: Vec<_> = read.into_iter().map(|name| name.filter(|name| name.strength >= THRESHOLD)).collect();
    let unknown = read.iter().zip(names).filter(|(read, name)| read.is_none() && !name.is_elsewhere).count();
    let settled = settle(&read);
    RunReading {
        confidence: confidence(&read, unknown),
        evidence: evidence(&read, settled.direction),
        levels: settled.levels,
        direction: settled.direction,
        tracks: settled.tracks,
    }
}

/// The mean strength, less where many siblings say nothing, or where there are few.
fn confidence(read: &[Read], unknown: usize) -> f32 {
    let count = read.iter().flatten().count();
    if count == 0 {
        return 0.0;
    }
    let mean = read.iter().flatten().map(|name| name.strength).sum::<f32>() / count as f32;
    let covered = (count as f32 / (count + unknown) as f32).sqrt();
    let size = match count {
        1 => 0.6,
        2 => 0.85,
        _ => 1.0,
    };
    (mean * covered * size).min(1.0)
}

/// `T1 → T2`, `T2 → T3`: where no sister names a level alone, a step on the way up stands for the level it leads to.
fn add_transitions(names: &[&Looked], read: &mut [Read]) {
    if read.iter().flatten().any(|name| name.strength >= THRESHOLD) {
        return;
    }
    let steps: Vec<(usize, LevelName, LevelName)> = names
        .iter()
        .enumerate()
        .filter_map(|(index, name)| name.cut.as_ref().and_then(transition).map(|(from, to)| (index, from, to)))
        .collect();
    let goes_on = |pair: &[(usize, LevelName, LevelName)]| pair[0].2.whole == pair[1].1.whole;
    if steps.len() < 2 || !steps.windows(2).all(goes_on) {
        return;
    }
    for (index, _, to) in steps {
        read[index] = Some(Arc::new(to));
    }
}

/// `Sprout 1`, `Sprout 2`: unknown words before numbers that count on.
fn add_counting_siblings(names: &[&Looked], read: &mut [Read]) {
    let mut frames: BTreeMap<String, Vec<(usize, f64)>> = BTreeMap::new();
    for (index, name) in names.iter().enumerate().filter(|(index, name)| read[*index].is_none() && !name.is_elsewhere) {
        if let Some((stem, number)) = name.cut.as_ref().and_then(counted) {
            frames.entry(stem).or_default().push((index, number));
        }
    }
    for (stem, members) in frames {
        if members.len() < 2 || !counts_on(members.iter().map(|member| member.1)) {
            continue;
        }
        for (index, number) in members {
            let whole = names[index].cut.as_ref().map(|cut| cut.whole.clone()).unwrap_or_default();
            read[index] = Some(Arc::new(sibling(whole, stem.clone(), number)));
        }
    }
}

/// Words and a number after them, where no word says that something else is counted.
fn counted(cut: &Cut) -> Option<(String, f64)> {
    let words = cut.words();
    let (last, stem) = words.split_last().filter(|(_, stem)| (1..=3).contains(&stem.len()))?;
    let text = &cut.whole[last.at.clone()];
    let number = number::decimal(text).or_else(|| number::roman(text))?;
    let other = stem.iter().any(|token| token.meaning().counted || token.meaning().prose || token.meaning().elsewhere);
    let stem = stem.iter().map(|token| token.folded()).collect::<Vec<_>>().join(" ");
    (!other).then_some((stem, number))
}

fn sibling(whole: String, stem: String, number: f64) -> LevelName {
    LevelName {
        codes: Vec::new(),
        aliases: Vec::new(),
        title: whole.clone(),
        rank: Some(Rank(number)),
        standing: None,
        kind: NameKind::Sibling,
        strength: 0.55,
        tag: None,
        overlay_on: None,
        whole,
        stem,
    }
}

/// Whether numbers go strictly up or strictly down.
pub(super) fn counts_on(numbers: impl Iterator<Item = f64> + Clone) -> bool {
    let pairs = || numbers.clone().zip(numbers.clone().skip(1));
    pairs().all(|(a, b)| a < b) || pairs().all(|(a, b)| a > b)
}

#[cfg(test)]
mod tests {
    use super::{Direction, run};

    /// Names, then for each `code|aliases|title|rank` or `-`, and the direction.
    type Case = (&'static [&'static str], &'static [&'static str], Direction);

    const RUNS: &[Case] = &[
        (
            &["B4/K4 = Senior Tester", "B5/K5 = Staff Tester", "K6 Principal Tester", "Credit"],
            &["K4|B4|Senior Tester|4", "K5|B5|Staff Tester|5", "K6||Principal Tester|6", "-"],
            Direction::Ascending,
        ),
        (
            &["Tester", "Tester II", "Senior Tester", "Background"],
            &["||Tester|", "||Tester II|2", "||Senior Tester|", "-"],
            Direction::Ascending,
        ),
        (
            &["Tester I", "Tester II", "Senior Tester I", "Senior Tester II"],
            &["||Tester I|", "||Tester II|", "||Senior Tester I|", "||Senior Tester II|"],
            Direction::Ascending,
        ),
        (&["Senior", "Pleno", "Estagiário"], &["||Senior|", "||Pleno|", "||Estagiário|"], Direction::Descending),
        (
            &["Junior", "Tester", "Senior", "GuildLead"],
            &["||Junior|", "||Tester|", "||Senior|", "||GuildLead|"],
            Direction::Ascending,
        ),
        (
            &["Sprout 1", "Sprout 2", "Sprout 3"],
            &["||Sprout 1|1", "||Sprout 2|2", "||Sprout 3|3"],
            Direction::Ascending,
        ),
        (&["Step 1", "Step 2"], &["-", "-"], Direction::Unknown),
        (&["T1 → T2", "T2 → T3"], &["T2||T2|2", "T3||T3|3"], Direction::Ascending),
        (&["Junior → Senior", "Lead"], &["-", "||Lead|"], Direction::Unknown),
        (&["1", "2", "3/4"], &["||1|1", "||2|2", "||3/4|3"], Direction::Ascending),
        (&["Tester", "Level 1", "Level 2"], &["-", "||Level 1|1", "||Level 2|2"], Direction::Ascending),
        (
            &["Tester (Level 1)", "Tester (Level 2)"],
            &["|Level 1|Tester (Level 1)|1", "|Level 2|Tester (Level 2)|2"],
            Direction::Ascending,
        ),
    ];

    #[test]
    fn runs_settle_their_names() {
        for (names, expected, direction) in RUNS {
            let reading = run(names);
            let found: Vec<String> = reading
                .levels
                .iter()
                .map(|level| {
                    level.as_ref().map_or("-".to_owned(), |level| {
                        let rank = level.rank.map_or(String::new(), |rank| rank.0.to_string());
                        let code = level.code.clone().unwrap_or_default();
                        format!("{code}|{}|{}|{rank}", level.aliases.join(" "), level.title)
                    })
                })
                .collect();
            assert_eq!(found, *expected, "{names:?}");
            assert_eq!(reading.direction, *direction, "{names:?}");
        }
    }

    #[test]
    fn tracks_in_one_run_are_told_apart() {
        let cases: [(&[&str], &[usize]); 5] = [
            (
                &["P1 Tester", "P2 Principal Tester", "M1 Manager", "M2 Manager", "E3 Director", "E4 VP"],
                &[0, 0, 1, 1, 1, 1],
            ),
            (&["L4 IC - Tester", "L4 EM - Tester", "L5 IC - Tester", "L5 EM - Tester"], &[0, 1, 0, 1]),
            (&["IC1", "IC2", "M1", "M2"], &[0, 0, 1, 1]),
            (&["Tester 1", "Tester 2", "Head of Test 1", "Head of Test 2"], &[0, 0, 0, 0]),
            (&["E1 Tester", "E2 Tester", "S3 Senior Tester", "S4 Senior Tester"], &[0, 0, 0, 0]),
        ];
        for (names, tracks) in cases {
            let found: Vec<usize> = run(names).levels.iter().flatten().map(|level| level.track).collect();
            assert_eq!(found, tracks, "{names:?}");
        }
    }

    #[test]
    fn confidence_follows_the_evidence() {
        let ladder = run(&["L1 - Tester", "L2 - Senior Tester", "L3 - Staff Tester"]).confidence;
        let titles = run(&["Junior", "Senior", "Garden"]).confidence;
        let nothing = run(&["Purpose", "Garden", "History"]).confidence;
        assert!(ladder > 0.9 && titles < 0.6 && titles > 0.2 && nothing == 0.0, "{ladder} {titles} {nothing}");
    }
}
