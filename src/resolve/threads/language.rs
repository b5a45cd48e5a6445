//! The words of each language that the comparison knows: the one place to extend.
//!
//! English is complete enough to carry the method. The other tables are short: words without content and the commonest
//! words of scale, found by their first letters. A language without a table is compared by its bare words and numbers.
//! All words come from general dictionaries of function words and of degree; none was taken from a ladder.

use super::scale::Scale;
use super::stem;

/// A language: its words that carry no meaning of their own, its words on scales, its numbers.
#[derive(Debug)]
pub struct Language {
    /// With their commonest misspellings.
    pub stops: &'static str,
    /// Words of obligation and negation.
    pub duties: &'static str,
    /// Words of one rank of one scale; inflected forms need not be listed where they share the stem.
    pub scales: &'static [(Scale, u8, &'static str)],
    pub numbers: &'static [(&'static str, &'static str)],
    /// The word that counts a single thing where it is no article besides.
    pub one: Option<&'static str>,
    /// How much surer a raise must be than in English, as the words of scale are fewer and the stems coarser.
    pub caution: f32,
    pub stem: fn(&str) -> String,
    /// The form under which words of scale are found: plural and participle cut off, but no derivation.
    pub inflection: fn(&str) -> String,
    /// Whether a listed word is the participle of a verb that means something else: *defined* tasks are easy, to
    /// *define* is a large part. Such words are found as they are listed only.
    pub is_participle: fn(&str) -> bool,
}

/// Every language with a table; the first is taken where no other fits better.
pub const LANGUAGES: [&Language; 6] = [&ENGLISH, &SPANISH, &PORTUGUESE, &FRENCH, &GERMAN, &RUSSIAN];

const ENGLISH: Language = Language {
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

const SPANISH: Language = Language {
    stops: "el la los las un una unos unas lo al del de a en y e o u que se su sus con por para como más este esta estos \
            estas ese esa es son ser estar está están ha han haber tiene tener muy también sobre entre desde hasta cuando \
            donde quien cual le les me mi nos te tu",
    duties: "no sin nunca debe deben puede pueden",
    scales: &[
        (Scale::Reach, 3, "equipo equipos"),
        (Scale::Reach, 5, "área departamento"),
        (Scale::Reach, 7, "empresa compañía organización organizacional"),
        (Scale::Reach, 8, "industria comunidad"),
        (Scale::Size, 2, "tarea tareas"),
        (Scale::Size, 5, "proyecto proyectos"),
        (Scale::Size, 6, "sistema sistemas plataforma"),
        (Scale::Count, 3, "algunos algunas varios varias"),
        (Scale::Count, 4, "múltiples muchos muchas"),
        (Scale::Count, 6, "todo toda todos todas"),
        (Scale::Difficulty, 1, "simple simples pequeño pequeños pequeñas básico básica"),
        (Scale::Difficulty, 3, "mediano mediana medianos"),
        (Scale::Difficulty, 5, "grande grandes complejo compleja complejos complejas"),
        (Scale::Difficulty, 7, "crítico crítica estratégico estratégica"),
        (Scale::Mastery, 5, "buen buena bueno"),
        (Scale::Mastery, 7, "profundo profunda avanzado avanzada avanzadas excelente excelentes superior superiores"),
        (Scale::Mastery, 9, "experto experta dominio"),
        (Scale::Part, 1, "aprender aprende"),
        (Scale::Part, 2, "ayudar apoyar participar seguir"),
        (Scale::Part, 3, "contribuir"),
        (Scale::Part, 8, "liderar lidera definir define dirigir"),
        (Scale::Autonomy, 1, "supervisión ayuda"),
        (Scale::Autonomy, 6, "autonomía autónomo autónoma independiente independientemente"),
    ],
    numbers: &[],
    one: None,
    caution: 0.8,
    stem: stem::prefix,
    inflection: stem::prefix,
    is_participle: |_| false,
};

const PORTUGUESE: Language = Language {
    stops: "o a os as um uma uns umas ao aos à às do da dos das de em no na nos nas e ou que se seu sua seus suas com por \
            para como mais este esta esse essa é são ser estar está ter tem foi muito também sobre entre desde até quando \
            onde quem qual lhe me meu nos te teu pelo pela",
    duties: "não sem nunca deve devem pode podem",
    scales: &[
        (Scale::Reach, 3, "time times equipe equipes squad"),
        (Scale::Reach, 5, "área áreas departamento"),
        (Scale::Reach, 7, "empresa companhia organização organizacional"),
        (Scale::Reach, 8, "indústria comunidade mercado"),
        (Scale::Size, 2, "tarefa tarefas"),
        (Scale::Size, 3, "funcionalidade"),
        (Scale::Size, 5, "projeto projetos"),
        (Scale::Size, 6, "sistema sistemas plataforma produto"),
        (Scale::Count, 3, "alguns algumas vários várias"),
        (Scale::Count, 4, "múltiplos múltiplas muitos muitas"),
        (Scale::Count, 6, "todo toda todos todas"),
        (Scale::Difficulty, 1, "simples pequeno pequenos pequenas básico básicos básica"),
        (Scale::Difficulty, 3, "médio média"),
        (Scale::Difficulty, 5, "grande grandes complexo complexa complexos complexas"),
        (Scale::Difficulty, 7, "crítico crítica estratégico estratégica"),
        (Scale::Mastery, 5, "boa bom bons"),
        (Scale::Mastery, 7, "profundo profunda avançado avançada excelente amplo ampla"),
        (Scale::Mastery, 9, "domínio especialista referência"),
        (Scale::Part, 1, "aprender aprende"),
        (Scale::Part, 2, "ajudar ajuda apoiar participar participa"),
        (Scale::Part, 3, "contribuir contribui"),
        (Scale::Part, 8, "liderar lidera definir define conduzir"),
        (Scale::Autonomy, 1, "supervisão"),
        (Scale::Autonomy, 6, "autonomia autônomo autônoma independente"),
    ],
    numbers: &[],
    one: None,
    caution: 0.8,
    stem: stem::prefix,
    inflection: stem::prefix,
    is_participle: |_| false,
};

const FRENCH: Language = Language {
    stops: "le la les l un une des du de d à au aux en et ou où que qui se sa son ses avec par pour comme plus ce cet cette \
            ces est sont être avoir a ont il elle ils elles je tu nous vous leur leurs sur dans entre depuis très aussi \
            quand dont mes mon ma ton ta",
    duties: "ne pas sans jamais doit doivent peut peuvent",
    scales: &[
        (Scale::Reach, 3, "équipe équipes"),
        (Scale::Reach, 5, "département service"),
        (Scale::Reach, 7, "entreprise société organisation"),
        (Scale::Reach, 8, "industrie communauté"),
        (Scale::Size, 2, "tâche tâches"),
        (Scale::Size, 5, "projet projets"),
        (Scale::Size, 6, "système systèmes plateforme produit"),
        (Scale::Count, 3, "quelques certains certaines"),
        (Scale::Count, 4, "plusieurs nombreux nombreuses"),
        (Scale::Count, 6, "tout toute tous toutes ensemble"),
        (Scale::Difficulty, 1, "simple simples petit petite petites"),
        (Scale::Difficulty, 5, "grand grande complexe complexes difficile"),
        (Scale::Difficulty, 7, "critique stratégique"),
        (Scale::Mastery, 1, "notions bases"),
        (Scale::Mastery, 5, "bon bonne bonnes"),
        (Scale::Mastery, 7, "approfondi approfondie avancé avancée excellent excellente"),
        (Scale::Mastery, 9, "expert experte maîtrise"),
        (Scale::Part, 1, "apprendre apprend"),
        (Scale::Part, 2, "aider aide participer participe assister"),
        (Scale::Part, 3, "contribuer contribue"),
        (Scale::Part, 8, "diriger définir définit piloter"),
        (Scale::Autonomy, 1, "supervision"),
        (Scale::Autonomy, 6, "autonomie autonome indépendant"),
    ],
    numbers: &[("deux", "2"), ("trois", "3"), ("quatre", "4"), ("cinq", "5")],
    one: None,
    caution: 0.8,
    stem: stem::prefix,
    inflection: stem::prefix,
    is_participle: |_| false,
};

const GERMAN: Language = Language {
    stops: "der die das den dem des ein eine einen einem einer eines und oder in im an am auf aus bei mit nach von vom zu zum \
            zur für als auch wie ist sind sein hat haben wird werden er sie es ich du wir ihr sich seine ihre über unter \
            zwischen durch um so dass wenn diese dieser dieses sehr",
    duties: "nicht kein keine ohne nie muss müssen soll sollen kann können darf",
    scales: &[
        (Scale::Reach, 3, "team teams"),
        (Scale::Reach, 5, "abteilung bereich"),
        (Scale::Reach, 7, "unternehmen firma organisation"),
        (Scale::Reach, 8, "branche öffentlichkeit"),
        (Scale::Size, 2, "aufgabe aufgaben"),
        (Scale::Size, 5, "projekt projekte"),
        (Scale::Size, 6, "system systeme plattform produkt"),
        (Scale::Count, 3, "einige"),
        (Scale::Count, 4, "mehrere viele verschiedene"),
        (Scale::Count, 6, "alle alles gesamte ganze"),
        (Scale::Difficulty, 1, "einfach einfache einfachen kleine kleinen"),
        (Scale::Difficulty, 5, "große großen komplex komplexe komplexen schwierige"),
        (Scale::Difficulty, 7, "kritische strategische"),
        (Scale::Mastery, 1, "grundkenntnisse grundlagen"),
        (Scale::Mastery, 5, "gut gute guten"),
        (Scale::Mastery, 7, "tiefe umfassende fortgeschrittene vertiefte"),
        (Scale::Mastery, 9, "experte expertin expertise"),
        (Scale::Part, 1, "lernen lernt"),
        (Scale::Part, 2, "hilft unterstützt unterstützen"),
        (Scale::Part, 8, "leitet leiten definiert verantwortet verantwortung führt"),
        (Scale::Autonomy, 1, "anleitung aufsicht hilfe"),
        (Scale::Autonomy, 6, "selbstständig selbständig eigenständig"),
    ],
    numbers: &[("zwei", "2"), ("drei", "3"), ("vier", "4"), ("fünf", "5")],
    one: None,
    caution: 0.8,
    stem: stem::prefix,
    inflection: stem::prefix,
    is_participle: |_| false,
};

const RUSSIAN: Language = Language {
    stops: "и в во на с со по к ко о об от до из за для при у а но или что как это этот эта эти его ее её их он она они мы вы \
            я ты себя свой свои своей своего своих который которые которых также так же ли бы быть есть если чтобы то",
    duties: "не без никогда должен должна должны может могут нет",
    scales: &[
        (Scale::Reach, 3, "команда команды командой"),
        (Scale::Reach, 5, "отдел отдела"),
        (Scale::Reach, 7, "компания компании организация"),
        (Scale::Reach, 8, "индустрия сообщество"),
        (Scale::Size, 2, "задача задачи"),
        (Scale::Size, 5, "проект проекта"),
        (Scale::Size, 6, "система системы платформа продукт"),
        (Scale::Count, 3, "некоторые"),
        (Scale::Count, 4, "несколько многие много"),
        (Scale::Count, 6, "все всех весь всей"),
        (Scale::Difficulty, 1, "простые простых небольшие"),
        (Scale::Difficulty, 3, "средние средней"),
        (Scale::Difficulty, 5, "сложные сложных большие крупные"),
        (Scale::Difficulty, 7, "критические стратегические"),
        (Scale::Mastery, 5, "хорошо хорошее"),
        (Scale::Mastery, 7, "глубокое глубоко отлично"),
        (Scale::Mastery, 9, "эксперт экспертное"),
        (Scale::Part, 2, "помогает участвует"),
        (Scale::Part, 8, "руководит отвечает определяет"),
        (Scale::Autonomy, 6, "самостоятельно"),
    ],
    numbers: &[("два", "2"), ("три", "3"), ("четыре", "4"), ("пять", "5")],
    one: None,
    caution: 0.8,
    stem: stem::prefix,
    inflection: stem::prefix,
    is_participle: |_| false,
};
