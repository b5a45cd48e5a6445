//! Italian.

use super::{Language, Table};

pub static ITALIAN: Language = Language {
    common: Table::of(
        "\
        il, lo, la, i, gli, le, del, della, e, di, un, una, per, con, in, che, nel, dei, al",
    ),
    joints: Table::of("e, ed, nonché, e/o"),
    adverbs: Table::of("anche, poi, attivamente, regolarmente"),
    abilities: Table::of(
        "\
        può, possono, potrebbe, è in grado di, è capace di, in grado di, capace di, capacità di, \
        ha la capacità di, sa",
    ),
    vague: Table::of(
        "\
        buono, buona, buoni, buone, bene, adeguato, adeguata, adeguati, appropriato, appropriata, sufficiente, \
        sufficienti, ragionevole, efficace, efficiente, eccellente, forte, solido, solida, spesso, talvolta, \
        generalmente, se necessario",
    ),
    stressed: Table::of(
        "\
        il, lo, la, i, gli, le, e, o, non, si, no, un, una, con, senza, per, mai, solo, tutti",
    ),
    abbreviations: Table::of("IA, IVA, PMI, SRL, SPA, RU"),
};
