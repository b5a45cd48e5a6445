//! German.

use super::Language;

pub static GERMAN: Language = Language {
    seniority: "\
        0: praktikant, werkstudent; 0.5: auszubildende, auszubildender, azubi; 1: berufseinsteiger, einsteiger; 1.5: \
        nachwuchs; 4: erfahren, erfahrene, erfahrener; 6.5: leitender, leitende, führender; 7: chef",
    proficiency: "\
        0.5: novize, neuling; 1: anfänger, grundlagen, grundkenntnisse, lernend, lernender; 2: fortgeschrittener \
        anfänger; 3: kenner, fortgeschritten, fortgeschrittene, fortgeschrittener; 4: könner, kompetent, \
        kompetenter; 4.5: versiert, gewandt; 7: experte, expertin; 8: meister",
    roles: "\
        entwickler, entwicklerin, softwareentwickler, ingenieur, ingenieurin, programmierer, programmiererin, \
        architekt, architektin, gestalter, tester, testerin, analytiker, berater, beraterin, spezialist, \
        spezialistin, fachkraft, redakteur, sachbearbeiter, administratorin",
    management: "\
        6: teamleiter, teamleiterin, teamleitung; 6.5: gruppenleiter; 7: leiter, leiterin, leitung, führungskraft; \
        7.5: abteilungsleiter, abteilungsleitung; 8: bereichsleiter, bereichsleitung; 10: geschäftsführer; 10.5: \
        vorstand",
    community: "1: mitwirkender, mitwirkende; 2: mitglied; 3.5: prüfer, prüferin; 6: betreuer, betreuerin",
    head_first: false,
    steps: "stufe, niveaustufe, karrierestufe, ebene, rang, gehaltsstufe, entgeltgruppe",
    tracks: "laufbahn, karriere, rolle",
    fields: "",
    labels: "rolle, titel, position, bezeichnung, name",
    numbers: "eins, zwei, drei, vier, fünf, sechs, sieben, acht, neun, zehn",
    joints: "für, und, oder, im, der, des, von, bzw",
    overlays: "mit",
    gender_endings: "in, innen, r, n, m",
    transitions: "zu, zum, zur",
    everybody: "alle stufen, alle ebenen, alle level, auf allen stufen, alle, für alle",
    prose: "\
        ich, wir, du, ihr, sie, es, ist, sind, hat, haben, kann, soll, muss, wird, mein, unser, unsere, wie, warum, \
        was, wann, wer, wo, die, das, ein, eine, nicht, gegenüber",
    description: "beschreibung, ziel, zweck",
    summary: "zusammenfassung, überblick, erfahrung, typische erfahrung, gehalt",
    examples: "beispiel, beispiele",
    licence: "lizenz",
    asides: "häufige fragen, quellen, siehe auch, glossar, anhang, benefits, was wir bieten, wir bieten, \
        über uns, bewerbung, gehalt und benefits",
    elsewhere: "\
        fragen, vergleich, verweise, literatur, danksagung, hinweise, hinweis, inhalt, inhaltsverzeichnis, \
        einleitung, einführung, übersicht, hintergrund, ziele, anwendung, verwendung, nutzung, umfang, \
        verantwortung, verantwortlichkeiten, aufgaben, anforderungen, erwartungen, fähigkeiten, kompetenzen, \
        kompetenz, kenntnisse, wissen, verhalten, wirkung, führung, kommunikation, zusammenarbeit, qualität, stufen, \
        ebenen, rollen, rolle, laufbahn, laufbahnen, karriere, karrierepfad, karrierepfade, bewertung, \
        selbsteinschätzung, beförderung, vergütung, fazit, ausblick, kompetenzraster, kriterium, kriterien, gewicht, \
        technik, einfluss, prozess, menschen",
    counted: "\
        schritt, teil, kapitel, abschnitt, abbildung, tabelle, woche, tag, monat, jahr, aufgabe, frage",
    yes: "ja",
    not_applicable: "entfällt, nicht zutreffend, nicht anwendbar, keine, k.a., keine angabe",
    draft: "\
        in arbeit, folgt, noch offen, noch nicht definiert, noch nicht festgelegt, wird ergänzt, entwurf",
    negations: "nicht, kein, keine, nie, ohne",
    articles: "der, die, das, den, dem, des, ein, eine, einer, einem, eines, alle",
    generic: "\
        alle, alles, aufgaben, rechte, pflichten, anforderungen, erwartungen, kompetenzen, fähigkeiten, der, die, \
        das, und, rolle, stufe, position, ebene",
    claims: "
cumulative: stufe|ebene|level|stufen|ebenen|rolle .. baut|bauen|setzt ... vorherigen|vorhergehenden|vorangehenden|vorigen|unteren|darunter|darunterliegenden|niedrigeren
cumulative: stufen|ebenen|level|levels bauen aufeinander
cumulative: stufen|ebenen|level|levels|kompetenzen|anforderungen|erwartungen|kriterien ... sind|ist|gelten kumulativ|aufbauend|additiv
cumulative: stufe|ebene|level|stufen|rolle .. umfasst|beinhaltet|enthält|schließt|umfassen ... vorherigen|vorhergehenden|vorangehenden|unteren|niedrigeren|früheren|darunter
cumulative: alle|sämtliche .. anforderungen|kriterien|fähigkeiten|erwartungen|kompetenzen ... vorherigen|vorhergehenden|unteren|niedrigeren|früheren stufe|stufen|ebene|ebenen|level|levels
branch: abzweigung|zweig|zweigt|abzweig .. von|vom|aus {track} pfad|laufbahn|track|karrierepfad
previous: wie {level} .. zusätzlich|aber|und_außerdem|sowie
previous: baut|aufbauend .. auf {level}
previous: zusätzlich_zu .. {level}
previous: erbt {dimension} von|vom {level}
overlay: zusätzliche|weitere aufgaben|verantwortung|anforderungen|erwartungen .. für {role} mit|die|der|in ... rolle|aufgabe|funktion",
};
