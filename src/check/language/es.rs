//! Spanish.

use super::{Language, Table};

pub static SPANISH: Language = Language {
    common: Table::of("el, la, los, las, del, y, de, un, una, para, con, en, que, por, se, su, al"),
    joints: Table::of("y, e, así como, y/o"),
    adverbs: Table::of("también, luego, activamente, regularmente"),
    abilities: Table::of(
        "\
        puede, pueden, podría, es capaz de, son capaces de, capaz de, capacidad de, capacidad para, \
        tiene la capacidad de, sabe",
    ),
    vague: Table::of(
        "\
        bueno, buena, buenos, buenas, buen, bien, adecuado, adecuada, adecuados, adecuadas, apropiado, \
        apropiada, suficiente, suficientes, razonable, eficaz, eficiente, eficientemente, efectivo, efectiva, \
        efectivamente, excelente, fuerte, sólido, sólida, a menudo, a veces, generalmente, cuando sea necesario",
    ),
    stressed: Table::of(
        "\
        el, la, los, las, y, o, no, si, un, una, con, sin, para, por, muy, todo, todos, solo, nunca",
    ),
    abbreviations: Table::of("IA, IVA, PYME, RRHH, TI, TIC, SA, SL"),
};
