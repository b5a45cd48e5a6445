//! Portuguese: words without content, and the commonest words of scale.

use super::{Language, Scale, stem};

pub const PORTUGUESE: Language = Language {
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
