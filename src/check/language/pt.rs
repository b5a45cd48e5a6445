//! Portuguese.

use super::Language;

pub static PORTUGUESE: Language = Language {
    common: "\
        o, a, os, as, do, da, dos, das, e, de, um, uma, para, com, em, que, por, não, no, na, ao",
    joints: "e, bem como, assim como, e/ou",
    adverbs: "também, ativamente, regularmente, constantemente",
    abilities: "\
        pode, podem, poderia, consegue, é capaz de, são capazes de, capaz de, capacidade de, \
        tem a capacidade de, sabe",
    vague: "\
        bom, boa, bons, boas, bem, adequado, adequada, adequados, adequadas, apropriado, apropriada, \
        suficiente, suficientes, razoável, eficaz, eficiente, eficientemente, efetivo, efetiva, excelente, \
        forte, sólido, sólida, frequentemente, às vezes, geralmente, quando necessário",
    stressed: "\
        o, a, os, as, e, ou, não, sim, um, uma, com, sem, para, por, muito, todo, todos, só, nunca, deve",
    abbreviations: "CLT, CNPJ, CPF, IA, LGPD, PJ, RH, TI, TIC, TCC",
};
