//! French: words without content, and the commonest words of scale.

use super::{Language, Scale, stem};

pub const FRENCH: Language = Language {
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
