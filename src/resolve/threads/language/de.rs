//! German: words without content, and the commonest words of scale.

use super::{Language, Scale, stem};

pub const GERMAN: Language = Language {
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
