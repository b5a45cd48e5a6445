//! English: complete enough to carry the method.

use super::{Language, Scale, stem};

pub const ENGLISH: Language = Language {
    stops: "a an the teh hte adn taht thier wiht date and or but nor of to in on at by for from with into onto over under upon about as than then so \
            that this these those it its is are was were be been being am do does did done doing has have had having \
            their there they them he she his her him you your \
            yours we our us i me my who whom which what when where while how why if whether also both either such etc \
            e g eg ie i via per any other others own able up out off only just very more most well too within through \
            during between among using used use uses based including include includes like make makes making get gets",
    duties: "will would shall should can could may might must not no never need needs required cannot without",
    scales: &[
        (Scale::Reach, 0, "self themselves himself herself yourself oneself individually personal"),
        (Scale::Reach, 1, "pair peer colleague teammate coworker"),
        (Scale::Reach, 3, "team squad pod crew immediate"),
        (
            Scale::Reach,
            5,
            "group chapter guild tribe department discipline division pillar adjacent neighbouring neighboring",
        ),
        (
            Scale::Reach,
            7,
            "organization organisation org company companywide enterprise corporate firm global globally",
        ),
        (Scale::Reach, 8, "industry industrywide community public worldwide external externally"),
        (Scale::Size, 1, "subtask ticket chore"),
        (Scale::Size, 2, "task story issue"),
        (Scale::Size, 3, "feature component module"),
        (Scale::Size, 4, "epic subsystem"),
        (Scale::Size, 5, "project service initiative"),
        (Scale::Size, 6, "system product platform"),
        (Scale::Size, 7, "program programme portfolio ecosystem"),
        (Scale::Count, 1, "one single"),
        (Scale::Count, 2, "couple two"),
        (Scale::Count, 3, "few some several three"),
        (Scale::Count, 4, "multiple many numerous various cross across beyond"),
        (Scale::Count, 6, "all every whole entire entirety broad broadly broader wide widely wider"),
        (Scale::Frequency, 0, "rarely seldom"),
        (Scale::Frequency, 1, "occasional occasionally sometimes"),
        (Scale::Frequency, 4, "often regular regularly frequent frequently periodically usually typically generally"),
        (
            Scale::Frequency,
            6,
            "always consistent consistently continuous continuously constantly systematically routinely",
        ),
        (
            Scale::Difficulty,
            1,
            "trivial simple simpler small smaller minor straightforward easy defined low basic routine",
        ),
        (Scale::Difficulty, 3, "medium moderate moderately intermediate mid"),
        (
            Scale::Difficulty,
            5,
            "large larger big bigger complex complexity complicated difficult challenging hard harder significant major",
        ),
        (
            Scale::Difficulty,
            7,
            "critical ambiguous ambiguity undefined novel strategic strategically largest hardest toughest",
        ),
        (Scale::Mastery, 0, "become becoming begin beginning start starting"),
        (
            Scale::Mastery,
            1,
            "limited beginner novice fundamental foundational familiar familiarity awareness aware partial partially",
        ),
        (Scale::Mastery, 3, "adequate sufficient reasonable"),
        (Scale::Mastery, 5, "good solid competent proficient proficiency effective effectively capable"),
        (
            Scale::Mastery,
            7,
            "strong deep deeply thorough thoroughly advanced excellent extensive comprehensive great highly high",
        ),
        (
            Scale::Mastery,
            9,
            "expert expertise mastery master exceptional exceptionally authority outstanding unparalleled",
        ),
        (Scale::Part, 1, "learn observe follow shadow receive learning"),
        (Scale::Part, 2, "assist help support participate attend understand"),
        (Scale::Part, 3, "contribute suggest input propose involved"),
        (Scale::Part, 6, "coordinate facilitate mentor coach guide manage influence teach"),
        (
            Scale::Part,
            8,
            "lead drive own owner ownership define set establish direct champion oversee responsible accountable \
                          responsibility accountability shape",
        ),
        (Scale::Autonomy, 1, "guidance supervision supervised oversight instructed prompted assigned assistance"),
        (Scale::Autonomy, 3, "minimal minimum little"),
        (
            Scale::Autonomy,
            6,
            "independent independently autonomous autonomously autonomy unsupervised proactive proactively",
        ),
        (Scale::Horizon, 1, "day daily"),
        (Scale::Horizon, 2, "week weekly sprint"),
        (Scale::Horizon, 4, "month monthly quarter quarterly"),
        (Scale::Horizon, 6, "annual annually yearly"),
        (Scale::Obligation, 3, "should"),
        (Scale::Obligation, 5, "must shall required"),
        (Scale::Seniority, 1, "intern junior newcomer newer"),
        (Scale::Seniority, 5, "senior"),
        (Scale::Seniority, 7, "principal staff director head executive executives board vp"),
    ],
    numbers: &[
        ("two", "2"),
        ("three", "3"),
        ("four", "4"),
        ("five", "5"),
        ("six", "6"),
        ("seven", "7"),
        ("eight", "8"),
        ("nine", "9"),
        ("ten", "10"),
        ("twelve", "12"),
    ],
    one: Some("one"),
    caution: 0.0,
    stem: stem::english,
    inflection: stem::inflection,
    is_participle: |word| word.ends_with("ed") || word.ends_with("ing"),
};
