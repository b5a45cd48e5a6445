//! Russian: words without content, and the commonest words of scale.

use super::{Language, Scale, stem};

pub const RUSSIAN: Language = Language {
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
