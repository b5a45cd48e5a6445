//! Dutch.

use super::{Language, Table};

pub static DUTCH: Language = Language {
    common: Table::of("de, het, een, van, en, voor, met, op, in, is, aan, te, zijn, dat, bij, naar, ze"),
    joints: Table::of("en, alsook, evenals, en/of"),
    adverbs: Table::of("ook, dan, actief, regelmatig"),
    abilities: Table::of("kan, kunnen, zou kunnen, is in staat, in staat om, heeft het vermogen, weet hoe"),
    vague: Table::of(
        "\
        goed, goede, passend, passende, voldoende, redelijk, redelijke, geschikt, geschikte, effectief, \
        efficiënt, sterk, sterke, uitstekend, uitstekende, vaak, soms, meestal, waar nodig, indien nodig",
    ),
    stressed: Table::of("de, het, een, en, of, niet, nooit, wel, geen, alle, voor, met, zonder"),
    abbreviations: Table::of("AVG, BTW, BV, HBO, MBO, NV, WO, ICT, MKB"),
};
