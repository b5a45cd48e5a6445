//! Dutch.

use super::Language;

pub static DUTCH: Language = Language {
    common: "de, het, een, van, en, voor, met, op, in, is, aan, te, zijn, dat, bij, naar, ze",
    joints: "en, alsook, evenals, en/of",
    adverbs: "ook, dan, actief, regelmatig",
    abilities: "kan, kunnen, zou kunnen, is in staat, in staat om, heeft het vermogen, weet hoe",
    vague: "\
        goed, goede, passend, passende, voldoende, redelijk, redelijke, geschikt, geschikte, effectief, \
        efficiënt, sterk, sterke, uitstekend, uitstekende, vaak, soms, meestal, waar nodig, indien nodig",
    stressed: "de, het, een, en, of, niet, nooit, wel, geen, alle, voor, met, zonder",
    abbreviations: "AVG, BTW, BV, HBO, MBO, NV, WO, ICT, MKB",
};
