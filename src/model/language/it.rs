//! Italian.

use super::Language;

pub static ITALIAN: Language = Language {
    seniority: "0: stagista, tirocinante; 0.5: apprendista; 1: neolaureato; 3: intermedio; 7: esperto",
    proficiency: "1: principiante, base; 3.5: competente; 5: avanzato; 7: esperta; 8: maestro",
    roles: "\
        sviluppatore, sviluppatrice, ingegnere, programmatore, progettista, architetto, analista, sistemista, \
        tecnico, specialista, consulente",
    management: "\
        6: capo squadra; 6.5: capo; 7: responsabile; 8: direttore, direttrice; 8.5: dirigente; 10.5: presidente",
    community: "1: contributore, contributrice; 2: membro; 3.5: revisore; 6: manutentore",
    head_first: true,
    steps: "livello, grado, fascia, scaglione",
    tracks: "percorso, ruolo",
    fields: "",
    labels: "ruolo, titolo, posizione, nome",
    numbers: "uno, due, tre, quattro, cinque, sei, sette, otto, nove, dieci",
    joints: "di, del, della, e, o, per, in",
    overlays: "con",
    gender_endings: "a, trice, e",
    transitions: "a, verso",
    everybody: "tutti i livelli, a tutti i livelli, tutti",
    prose: "\
        io, noi, voi, è, sono, ha, hanno, deve, può, come, perché, cosa, quando, chi, una, un, non",
    description: "descrizione, obiettivo",
    summary: "riassunto, esperienza, stipendio",
    examples: "esempio, esempi",
    licence: "licenza",
    asides: "domande frequenti, riferimenti, benefit, cosa offriamo, come candidarsi",
    elsewhere: "\
        confronto, glossario, fonti, crediti, ringraziamenti, allegati, indice, introduzione, panoramica, contesto, \
        obiettivi, ambito, responsabilità, requisiti, aspettative, competenze, competenza, abilità, conoscenze, \
        comportamenti, impatto, comunicazione, collaborazione, autonomia, qualità, livelli, ruoli, ruolo, carriera, \
        percorso, percorsi, valutazione, promozione, conclusione, criteri",
    counted: "\
        passo, fase, parte, capitolo, sezione, figura, tabella, esempio, settimana, giorno, mese, anno",
    yes: "",
    not_applicable: "non applicabile, nessuno, nessuna",
    draft: "da definire, in arrivo, in costruzione, bozza, da completare",
    negations: "non, mai, senza",
    articles: "il, lo, la, i, gli, le, un, una, di, del, della, tutti, tutte",
    generic: "\
        tutti, tutte, tutto, i, le, gli, diritti, doveri, responsabilità, aspettative, criteri, competenze, \
        requisiti, e, ruolo, livello",
    claims: "
cumulative: livello|livelli .. si_basa|include|includono|comprende|contiene ... precedente|precedenti|inferiore|inferiori
cumulative: livelli|competenze|aspettative|criteri|requisiti ... sono cumulativi|cumulative
previous: come|stesso|stessa|stesse|stessi .. che|di|del {level} .. ma|più|inoltre
previous: oltre_a|oltre_al|oltre_alle .. {level}
previous: eredita {dimension} da|dal {level}",
};
