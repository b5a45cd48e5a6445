//! French.

use super::Language;

pub static FRENCH: Language = Language {
    common: "\
        le, la, les, des, du, et, de, un, une, pour, dans, sur, avec, est, aux, que, qui, ses",
    joints: "et, ainsi que, et/ou",
    adverbs: "aussi, puis, activement, régulièrement, efficacement",
    abilities: "\
        peut, peuvent, pourrait, sait, est capable de, est en mesure de, capable de, capacité à, \
        a la capacité de",
    vague: "\
        bon, bonne, bons, bonnes, bien, approprié, appropriée, appropriés, appropriées, adéquat, adéquate, \
        suffisant, suffisante, efficace, efficacement, pertinent, pertinente, si nécessaire, si besoin, \
        souvent, parfois, généralement, excellent, excellente, fort, forte, solide",
    stressed: "\
        le, la, les, et, ou, un, une, des, pas, ne, non, oui, tout, tous, plus, jamais, sans, avec, pour",
    abbreviations: "CDD, CDI, DRH, DSI, HT, IA, PME, RH, RGPD, SARL, SAS, SI, TTC, TVA",
};
