//! A framework that nobody wrote, for measuring: tracks of 8 levels in groups of 12, 24 criteria a level in 4 dimensions,
//! with threads that rise from level to level, tracks that branch from others, and criteria that the tracks of a group
//! share. The same plan gives the same documents everywhere.

use std::fmt::Write as _;

const LEVELS_OF_TRACK: usize = 8;
const TRACKS_OF_GROUP: usize = 12;
const PER_DIMENSION: usize = 6;
const DIMENSIONS: [&str; 4] = ["Craft", "Delivery", "Collaboration", "Reach"];

const VERBS: [&str; 24] = [
    "Plans",
    "Reviews",
    "Documents",
    "Measures",
    "Simplifies",
    "Explains",
    "Prepares",
    "Repairs",
    "Questions",
    "Shapes",
    "Negotiates",
    "Rehearses",
    "Automates",
    "Observes",
    "Compares",
    "Translates",
    "Restores",
    "Budgets",
    "Forecasts",
    "Arranges",
    "Maintains",
    "Challenges",
    "Gathers",
    "Teaches",
];
const THINGS: [&str; 40] = [
    "release notes",
    "warehouse routes",
    "payment records",
    "interview questions",
    "load tests",
    "price tables",
    "customer letters",
    "network drawings",
    "security drills",
    "data contracts",
    "holiday rotas",
    "error budgets",
    "design sketches",
    "supplier visits",
    "training material",
    "migration steps",
    "meeting agendas",
    "audit trails",
    "field trials",
    "search rankings",
    "voice prompts",
    "sensor readings",
    "legal reviews",
    "shipping labels",
    "account limits",
    "weather models",
    "colour palettes",
    "build scripts",
    "support queues",
    "energy reports",
    "translation files",
    "fraud signals",
    "accessibility checks",
    "cache policies",
    "partner interfaces",
    "onboarding walks",
    "roadmap options",
    "archive formats",
    "recovery plans",
    "survey answers",
];
const MANNERS: [&str; 16] = [
    "before anyone has to ask",
    "with numbers that can be checked",
    "so that a newcomer can follow",
    "without slowing others down",
    "in the open",
    "from the first idea to the last release",
    "with the people who will use them",
    "and writes down what was left out",
    "against a budget agreed beforehand",
    "and returns to them a month later",
    "in words that outlast the project",
    "with one fallback for each",
    "while the cost of change is low",
    "and hands them over cleanly",
    "with the least machinery that works",
    "and says what would prove them wrong",
];
/// Lowest first; one thread climbs them.
const SCOPES: [&str; 8] = [
    "for a single task",
    "for one feature",
    "for one project",
    "for one team",
    "for two or more teams",
    "for a whole department",
    "for the whole company",
    "for the industry",
];
const PLACES: [&str; 10] =
    ["Harbour", "Orchard", "Foundry", "Meadow", "Quarry", "Lantern", "Granary", "Viaduct", "Orangery", "Windmill"];
/// The first ten groups are named by the place alone.
const SIDES: [&str; 12] =
    ["", "North ", "South ", "East ", "West ", "Old ", "New ", "Upper ", "Lower ", "Inner ", "Outer ", "Far "];
const CALLINGS: [&str; 13] = [
    "Weaver", "Pilot", "Surveyor", "Gardener", "Printer", "Mason", "Keeper", "Binder", "Ranger", "Smith", "Glazier",
    "Miller", "Cooper",
];
/// The first thirteen tracks of a group are named by the calling alone.
const BRANCHES: [&str; 6] = ["", "Bridge ", "Paper ", "River ", "Stone ", "Winter "];

/// What is to be written.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    pub tracks: usize,
    pub groups: usize,
    /// Words of a criterion, at least.
    pub words: usize,
    /// Another seed gives other words in the same places.
    pub seed: u64,
}

impl Plan {
    /// As many levels, or a few more, in groups of 12 tracks or a few more.
    pub fn of(levels: usize) -> Self {
        let tracks = levels.div_ceil(LEVELS_OF_TRACK).max(1);
        Self { tracks, groups: (tracks / TRACKS_OF_GROUP).max(1), words: 0, seed: 0 }
    }

    /// One group of 60 tracks.
    pub fn wide() -> Self {
        Self { tracks: 60, groups: 1, ..Self::of(0) }
    }

    /// Every criterion has 400 words.
    pub fn wordy(self) -> Self {
        Self { words: 400, ..self }
    }

    /// The documents, with their paths.
    pub fn documents(self) -> Vec<(String, String)> {
        (0..self.tracks).map(|track| (self.path(track), self.document(track))).collect()
    }

    fn path(self, track: usize) -> String {
        let slug = |name: &str| name.to_lowercase().replace(' ', "-");
        format!("{}/{}.md", slug(&self.group_name(track)), slug(&self.track_name(track)))
    }

    fn group_name(self, track: usize) -> String {
        let group = track % self.groups;
        format!("{}{}", SIDES[group / PLACES.len() % SIDES.len()], PLACES[group % PLACES.len()])
    }

    fn track_name(self, track: usize) -> String {
        let place = track / self.groups;
        let branch = BRANCHES[place / CALLINGS.len() % BRANCHES.len()];
        format!("{} {branch}{}", self.group_name(track), CALLINGS[place % CALLINGS.len()])
    }

    /// One track as a document.
    fn document(self, track: usize) -> String {
        let name = self.track_name(track);
        let mut out = format!("# {name}\n\n");
        let is_branch = track / self.groups % 4 == 3;
        if is_branch {
            let from = self.track_name(track - self.groups);
            let _ = writeln!(out, "The {name} track is a branch from the {from} track.\n");
        }
        out.push_str("Each level builds on the one before it.\n");
        let mut chance = Chance::new(self.seed + track as u64);
        let mut shared = Chance::new(self.seed + 10_000 + (track % self.groups) as u64);
        let mut threads: Vec<Vec<Thread>> = vec![Vec::new(); DIMENSIONS.len()];
        let first = if is_branch { 3 } else { 1 };
        for level in first..first + LEVELS_OF_TRACK {
            let _ = write!(out, "\n## L{level}: {name} {level}\n");
            for (dimension, threads) in DIMENSIONS.iter().zip(&mut threads) {
                let _ = write!(out, "\n### {dimension}\n\n");
                for place in 0..PER_DIMENSION {
                    let text = statement(place, threads, (&mut chance, &mut shared));
                    let _ = writeln!(out, "- {}", self.lengthened(text, &mut chance));
                }
            }
        }
        out
    }

    /// The statement, and as many sentences as are needed.
    fn lengthened(self, mut text: String, chance: &mut Chance) -> String {
        let mut words = text.split(' ').count();
        while words < self.words {
            let sentence = Thread::new(chance).text();
            words += sentence.split(' ').count();
            let _ = write!(text, " {sentence}");
        }
        text
    }
}

/// The next statement of a dimension: two places raise an earlier thread, one is shared in the group, the rest are new.
fn statement(place: usize, threads: &mut Vec<Thread>, (chance, shared): (&mut Chance, &mut Chance)) -> String {
    let from_group = Thread::new(shared);
    match place {
        0 | 1 if threads.len() > place => {
            let oldest = chance.below(threads.len());
            let mut thread = threads.swap_remove(oldest);
            thread.scope = (thread.scope + 1).min(SCOPES.len() - 1);
            let text = thread.text();
            threads.push(thread);
            text
        }
        2 => from_group.text(),
        _ => {
            let thread = Thread::new(chance);
            let text = thread.text();
            threads.push(thread);
            text
        }
    }
}

/// A statement that may come back with a wider scope.
#[derive(Clone)]
struct Thread {
    verb: &'static str,
    things: [&'static str; 2],
    manner: &'static str,
    scope: usize,
}

impl Thread {
    fn new(chance: &mut Chance) -> Self {
        Self {
            verb: VERBS[chance.below(VERBS.len())],
            things: [THINGS[chance.below(THINGS.len())], THINGS[chance.below(THINGS.len())]],
            manner: MANNERS[chance.below(MANNERS.len())],
            scope: chance.below(3),
        }
    }

    fn text(&self) -> String {
        let [one, other] = self.things;
        format!("{} {one} and {other} {} {}.", self.verb, SCOPES[self.scope], self.manner)
    }
}

/// Numbers that look random and are the same everywhere (splitmix64).
struct Chance(u64);

impl Chance {
    fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }

    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % bound as u64) as usize
    }
}
