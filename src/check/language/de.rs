//! German.

use super::Language;

pub static GERMAN: Language = Language {
    common: "\
        der, die, das, und, für, mit, von, den, dem, im, ist, zu, auf, ein, eine, sich, bei, des",
    joints: "und, sowie, und/oder",
    adverbs: "auch, dann, aktiv, regelmäßig, selbständig, selbstständig",
    abilities: "\
        kann, können, könnte, ist in der Lage, ist fähig, hat die Fähigkeit, vermag, weiß wie",
    vague: "\
        gut, gute, guter, gutes, guten, sehr gut, sehr gute, angemessen, angemessene, angemessenen, \
        ausreichend, ausreichende, geeignet, geeignete, sinnvoll, stark, starke, effektiv, effizient, \
        hochwertig, hochwertige, teilweise, bei Bedarf, in der Regel, gegebenenfalls, exzellent, exzellente, \
        hervorragend, hervorragende",
    stressed: "\
        auch, der, die, das, ein, eine, für, ist, kein, keine, mit, nicht, nie, nur, oder, und, was, wer, wie, \
        wir, zwei",
    abbreviations: "AG, BWL, DIN, DSGVO, EDV, GF, GMBH, IHK, KG, KI, KMU, MWST, PKW, USW, VWL, ZB",
};
