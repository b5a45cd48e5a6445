//! French.

use super::{Language, Table};

pub static FRENCH: Language = Language {
    common: Table::of(
        "\
        le, la, les, des, du, et, de, un, une, pour, dans, sur, avec, est, aux, que, qui, ses",
    ),
    joints: Table::of("et, ainsi que, et/ou"),
    adverbs: Table::of("aussi, puis, activement, régulièrement, efficacement"),
    abilities: Table::of(
        "\
        peut, peuvent, pourrait, sait, est capable de, est en mesure de, capable de, capacité à, \
        a la capacité de",
    ),
    vague: Table::of(
        "\
        bon, bonne, bons, bonnes, bien, approprié, appropriée, appropriés, appropriées, adéquat, adéquate, \
        suffisant, suffisante, efficace, efficacement, pertinent, pertinente, si nécessaire, si besoin, \
        souvent, parfois, généralement, excellent, excellente, fort, forte, solide",
    ),
    stressed: Table::of(
        "\
        le, la, les, et, ou, un, une, des, pas, ne, non, oui, tout, tous, plus, jamais, sans, avec, pour",
    ),
    abbreviations: Table::of("CDD, CDI, DRH, DSI, HT, IA, PME, RH, RGPD, SARL, SAS, SI, TTC, TVA"),
};
