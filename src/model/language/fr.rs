//! French.

use super::Language;

pub static FRENCH: Language = Language {
    seniority: "\
        0: stagiaire; 0.5: alternant, apprenti; 1: débutant; 3: intermédiaire; 4: confirmé, confirmée, expérimenté, \
        expérimentée; 8: principale",
    proficiency: "\
        0.5: novice; 1: débutante, notions; 3.5: compétent; 4.5: maîtrise; 5: avancé, avancée; 7: experte; 8: maître",
    roles: "\
        développeur, développeuse, ingénieur, ingénieure, programmeur, concepteur, architecte, analyste, \
        administrateur, technicien, rédacteur, testeur, consultante, chargé, chef de projet, référent",
    management: "\
        6: référent technique, chef d'équipe, responsable d'équipe; 6.5: chef; 7: responsable; 8: directeur, \
        directrice; 10: directeur technique, dirigeant; 10.5: président",
    community: "1: contributeur, contributrice; 2: membre; 3.5: relecteur, relectrice; 6: mainteneur, mainteneuse",
    head_first: true,
    steps: "niveau, échelon, palier, rang, catégorie",
    tracks: "parcours, filière, rôle",
    fields: "",
    labels: "rôle, titre, poste, intitulé, nom",
    numbers: "un, deux, trois, quatre, cinq, six, sept, huit, neuf, dix",
    joints: "de, du, des, d'équipe, en, et, ou, à, pour, la, le, les",
    overlays: "avec",
    gender_endings: "e, euse, se, trice, rice, ne, ère",
    transitions: "vers, à",
    everybody: "tous les niveaux, tous niveaux, à tous les niveaux, tous, pour tous",
    prose: "\
        je, j'ai, nous, vous, ils, elle, il, est, sont, suis, ai, doit, peut, mon, notre, votre, comment, pourquoi, \
        quoi, quand, qui, quel, quelle, quels, quelles, une, ne, pas",
    description: "description, objectif",
    summary: "résumé, objectifs, expérience, expérience typique, salaire, introduction",
    examples: "exemple, exemples",
    licence: "licence",
    asides: "questions fréquentes, références, voir aussi, glossaire, annexe, avantages, \
        ce que nous offrons, nous offrons, postuler, comment postuler, à propos de nous",
    elsewhere: "\
        foire aux questions, comparaison, comparatif, sources, remerciements, crédits, annexes, liens, sommaire, \
        table des matières, présentation, aperçu, vue d'ensemble, contexte, périmètre, responsabilités, \
        responsabilité, attentes, exigences, compétences, compétence, comportements, savoir être, savoir faire, \
        connaissances, autonomie, influence, qualité, collaboration, communication, niveaux, rôles, rôle, parcours, \
        filière, filières, carrière, carrières, évolution, promotion, rémunération, évaluation, conclusion, grille, \
        critères, missions, mission",
    counted: "étape, partie, chapitre, section, figure, tableau, exemple, semaine, jour, mois, année",
    yes: "oui",
    not_applicable: "sans objet, s.o., s/o, non applicable, aucun, aucune",
    draft: "à définir, à venir, à compléter, à rédiger, en cours de rédaction, brouillon, bientôt",
    negations: "pas, jamais, sans, aucun",
    articles: "le, la, les, l, un, une, des, du, de, tous, toutes, d",
    generic: "\
        tous, toutes, tout, les, des, droits, devoirs, responsabilités, attentes, critères, compétences, exigences, \
        et, rôle, poste, niveau",
    claims: "
cumulative: niveau|niveaux|échelon|palier .. s'appuie|repose|inclut|comprend|englobe|reprend|s'ajoute|complète ... précédent|précédents|inférieur|inférieurs|antérieur|antérieurs
cumulative: niveaux|niveau|compétences|attentes|critères|exigences ... sont|est cumulatifs|cumulatives|cumulatif|cumulative|cumulables
cumulative: toutes|tous|ensemble ... niveau|niveaux|échelons|échelon précédent|précédents|inférieur|inférieurs
branch: branche|dérivé|bifurcation|embranchement .. de|du|depuis parcours|filière|voie {track}
branch: branche|dérivé|bifurcation|embranchement de|du|depuis {level}
previous: idem|même|mêmes|identique .. que|qu'un|à {level}
previous: en_plus_de|en_plus_des|outre .. {level}
previous: hérite de? {dimension} de|du {level}
overlay: responsabilités|attentes .. supplémentaires|additionnelles .. pour|d'un|du {role} qui|ayant|avec ... rôle|casquette|fonction",
};
