//! Italian.

use super::Language;

pub static ITALIAN: Language = Language {
    common: "\
        il, lo, la, i, gli, le, del, della, e, di, un, una, per, con, in, che, nel, dei, al",
    joints: "e, ed, nonché, e/o",
    adverbs: "anche, poi, attivamente, regolarmente",
    abilities: "\
        può, possono, potrebbe, è in grado di, è capace di, in grado di, capace di, capacità di, \
        ha la capacità di, sa",
    vague: "\
        buono, buona, buoni, buone, bene, adeguato, adeguata, adeguati, appropriato, appropriata, sufficiente, \
        sufficienti, ragionevole, efficace, efficiente, eccellente, forte, solido, solida, spesso, talvolta, \
        generalmente, se necessario",
    stressed: "\
        il, lo, la, i, gli, le, e, o, non, si, no, un, una, con, senza, per, mai, solo, tutti",
    abbreviations: "IA, IVA, PMI, SRL, SPA, RU",
};
