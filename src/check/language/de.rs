//! German.

use super::{Language, Table};

pub static GERMAN: Language = Language {
    common: Table::of(
        "\
        der, die, das, und, für, mit, von, den, dem, im, ist, zu, auf, ein, eine, sich, bei, des",
    ),
    joints: Table::of("und, sowie, und/oder"),
    adverbs: Table::of("auch, dann, aktiv, regelmäßig, selbständig, selbstständig"),
    abilities: Table::of(
        "\
        kann, können, könnte, ist in der Lage, ist fähig, hat die Fähigkeit, vermag, weiß wie",
    ),
    vague: Table::of(
        "\
        gut, gute, guter, gutes, guten, sehr gut, sehr gute, angemessen, angemessene, angemessenen, \
        ausreichend, ausreichende, geeignet, geeignete, sinnvoll, stark, starke, effektiv, effizient, \
        hochwertig, hochwertige, teilweise, bei Bedarf, in der Regel, gegebenenfalls, exzellent, exzellente, \
        hervorragend, hervorragende",
    ),
    stressed: Table::of(
        "\
        auch, der, die, das, ein, eine, für, ist, kein, keine, mit, nicht, nie, nur, oder, und, was, wer, wie, \
        wir, zwei",
    ),
    abbreviations: Table::of("AG, BWL, DIN, DSGVO, EDV, GF, GMBH, IHK, KG, KI, KMU, MWST, PKW, USW, VWL, ZB"),
};
