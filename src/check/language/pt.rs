//! Portuguese.

use super::{Language, Table};

pub static PORTUGUESE: Language = Language {
    common: Table::of(
        "\
        o, a, os, as, do, da, dos, das, e, de, um, uma, para, com, em, que, por, não, no, na, ao",
    ),
    joints: Table::of("e, bem como, assim como, e/ou"),
    adverbs: Table::of("também, ativamente, regularmente, constantemente"),
    abilities: Table::of(
        "\
        pode, podem, poderia, consegue, é capaz de, são capazes de, capaz de, capacidade de, \
        tem a capacidade de, sabe",
    ),
    vague: Table::of(
        "\
        bom, boa, bons, boas, bem, adequado, adequada, adequados, adequadas, apropriado, apropriada, \
        suficiente, suficientes, razoável, eficaz, eficiente, eficientemente, efetivo, efetiva, excelente, \
        forte, sólido, sólida, frequentemente, às vezes, geralmente, quando necessário",
    ),
    stressed: Table::of(
        "\
        o, a, os, as, e, ou, não, sim, um, uma, com, sem, para, por, muito, todo, todos, só, nunca, deve",
    ),
    abbreviations: Table::of("CLT, CNPJ, CPF, IA, LGPD, PJ, RH, TI, TIC, TCC"),
};
