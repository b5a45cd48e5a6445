//! Spanish.

use super::Language;

pub static SPANISH: Language = Language {
    common: "el, la, los, las, del, y, de, un, una, para, con, en, que, por, se, su, al",
    joints: "y, e, así como, y/o",
    adverbs: "también, luego, activamente, regularmente",
    abilities: "\
        puede, pueden, podría, es capaz de, son capaces de, capaz de, capacidad de, capacidad para, \
        tiene la capacidad de, sabe",
    vague: "\
        bueno, buena, buenos, buenas, buen, bien, adecuado, adecuada, adecuados, adecuadas, apropiado, \
        apropiada, suficiente, suficientes, razonable, eficaz, eficiente, eficientemente, efectivo, efectiva, \
        efectivamente, excelente, fuerte, sólido, sólida, a menudo, a veces, generalmente, cuando sea necesario",
    stressed: "\
        el, la, los, las, y, o, no, si, un, una, con, sin, para, por, muy, todo, todos, solo, nunca",
    abbreviations: "IA, IVA, PYME, RRHH, TI, TIC, SA, SL",
};
