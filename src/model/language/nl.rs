//! Dutch.

use super::Language;

pub static DUTCH: Language = Language {
    seniority: "0: stagiair; 0.5: leerling; 1: starter; 3: medior; 4: ervaren; 7: hoofd",
    proficiency: "1: beginnend, basis; 3: gemiddeld; 5: gevorderd, gevorderde; 6: deskundig; 8: meester",
    roles: "\
        ontwikkelaar, softwareontwikkelaar, ingenieur, programmeur, ontwerper, architect, adviseur, beheerder",
    management: "6: teamleider; 7: leidinggevende; 7.5: afdelingshoofd; 8: directeur; 10: bestuurder",
    community: "1: bijdrager; 2: lid; 3.5: beoordelaar; 6: beheerder",
    head_first: false,
    steps: "niveau, schaal, trede, rang",
    tracks: "loopbaan",
    fields: "",
    labels: "rol, titel, functie, naam",
    numbers: "een, twee, drie, vier, vijf, zes, zeven, acht, negen, tien",
    joints: "van, voor, en, of",
    overlays: "met",
    gender_endings: "ster",
    transitions: "naar",
    everybody: "alle niveaus, op alle niveaus, allen, iedereen",
    prose: "\
        ik, wij, jij, jullie, zij, is, zijn, heeft, hebben, moet, kan, ons, onze, hoe, waarom, wat, wanneer, wie, \
        het, niet",
    description: "beschrijving, doel",
    summary: "samenvatting, ervaring",
    examples: "voorbeeld, voorbeelden",
    licence: "licentie",
    asides: "veelgestelde vragen, bronnen, wat wij bieden, wat we bieden, solliciteren, over ons",
    elsewhere: "\
        vergelijking, woordenlijst, verwijzingen, dankwoord, bijlage, inhoud, inhoudsopgave, inleiding, overzicht, \
        achtergrond, doelen, reikwijdte, verantwoordelijkheden, verantwoordelijkheid, eisen, verwachtingen, \
        vaardigheden, competenties, kennis, gedrag, communicatie, samenwerking, kwaliteit, niveaus, rollen, rol, \
        loopbaan, loopbaanpad, beoordeling, promotie, salaris, conclusie",
    counted: "stap, fase, deel, hoofdstuk, figuur, tabel, voorbeeld, dag, maand, jaar",
    yes: "ja",
    not_applicable: "n.v.t., nvt, niet van toepassing, geen",
    draft: "volgt, nog te bepalen, nog te schrijven, nader te bepalen, concept, binnenkort",
    negations: "niet, geen, nooit, zonder",
    articles: "de, het, een, alle",
    generic: "\
        alle, alles, de, het, rechten, plichten, verantwoordelijkheden, verwachtingen, criteria, vaardigheden, \
        eisen, en, rol, niveau",
    claims: "
cumulative: niveau|niveaus|schaal .. bouwt|bouwen|omvat|omvatten|bevat ... vorige|voorgaande|lagere|onderliggende|eerdere
cumulative: niveaus|vaardigheden|verwachtingen|criteria|eisen ... zijn|is cumulatief
previous: zelfde|hetzelfde|dezelfde .. als {level}
previous: naast|bovenop .. {level} .. verantwoordelijkheden|verwachtingen|eisen|vaardigheden
previous: erft {dimension} van {level}",
};
