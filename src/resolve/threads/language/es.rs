//! Spanish: words without content, and the commonest words of scale.

use super::{Language, Scale, stem};

pub const SPANISH: Language = Language {
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
