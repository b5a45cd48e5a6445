//! Spanish.

use super::Language;

pub static SPANISH: Language = Language {
    seniority: "\
        0: becario, practicante, pasante; 0.5: aprendiz; 1: ayudante; 4: semi sénior, ssr, experimentado; 6: líder",
    proficiency: "\
        0.5: novato; 1: principiante, básico, inicial; 3: intermedio; 3.5: competente; 5: avanzado; 7: experto, \
        experta; 8: maestro",
    roles: "\
        desarrollador, desarrolladora, ingeniero, ingeniera, programador, programadora, diseñador, diseñadora, \
        arquitecto, arquitecta, analista, administrador, técnico, especialista, redactor, consultor",
    management: "\
        6: líder técnico, líder de equipo; 6.5: jefe, jefa; 7: gerente, responsable; 8: directora; 9: \
        vicepresidente; 10: director técnico; 10.5: presidente",
    community: "1: contribuidor, contribuidora, colaborador, colaboradora; 2: miembro; 3.5: revisor, revisora; 6: mantenedor, mantenedora",
    head_first: true,
    steps: "nivel, grado, escalón, rango, categoría, banda",
    tracks: "carrera, rol",
    fields: "",
    labels: "rol, título, puesto, cargo, nombre",
    numbers: "uno, dos, tres, cuatro, cinco, seis, siete, ocho, nueve, diez",
    joints: "de, del, en, y, o, para, la, el",
    overlays: "con",
    gender_endings: "a, as, o, os, ra",
    transitions: "a, hacia",
    everybody: "todos los niveles, en todos los niveles, todos",
    prose: "\
        yo, nosotros, ustedes, es, son, soy, tiene, tienen, debe, puede, nuestro, nuestra, cómo, por qué, qué, \
        cuándo, quién, una, un, no",
    description: "descripción, objetivo",
    summary: "resumen, objetivos, experiencia, experiencia típica, salario, alcance",
    examples: "ejemplo, ejemplos",
    licence: "licencia",
    asides: "preguntas frecuentes, referencias, véase también, glosario, recursos, beneficios, qué ofrecemos, \
        ofrecemos, cómo postular, sobre nosotros",
    elsewhere: "\
        comparación, comparativa, fuentes, créditos, agradecimientos, anexo, anexos, enlaces, índice, introducción, \
        contexto, responsabilidades, responsabilidad, funciones, requisitos, expectativas, habilidades, \
        competencias, competencia, conocimientos, comportamientos, impacto, liderazgo, comunicación, colaboración, \
        autonomía, calidad, niveles, roles, rol, carrera, carreras, plan de carrera, evaluación, promoción, \
        conclusión, matriz, criterios, proceso",
    counted: "paso, fase, parte, capítulo, sección, figura, tabla, ejemplo, semana, día, mes, año",
    yes: "sí",
    not_applicable: "no aplica, no corresponde, ninguno, ninguna",
    draft: "\
        por definir, pendiente, próximamente, en construcción, borrador, por determinar, sin definir",
    negations: "no, nunca, sin, ningún",
    articles: "el, la, los, las, un, una, de, del, todos, todas",
    generic: "\
        todos, todas, todo, los, las, derechos, deberes, responsabilidades, expectativas, criterios, competencias, \
        requisitos, y, rol, puesto, nivel, de, del",
    claims: "
cumulative: nivel|niveles|grado .. se_basa|incluye|incluyen|comprende|abarca|engloba|contiene|construye|añade|suma ... anterior|anteriores|previo|previos|inferior|inferiores
cumulative: niveles|competencias|expectativas|criterios|requisitos|habilidades ... son|es acumulativos|acumulativas|acumulables|acumulativo
cumulative: todas|todos ... nivel|niveles anterior|anteriores|inferior|inferiores|previos
branch: rama|ramificación|derivación|bifurcación .. de|del|desde carrera|trayectoria|camino|línea {track}
branch: rama|ramificación|derivación de|del|desde {level}
previous: igual|mismo|misma|mismas|mismos .. que {level}
previous: además_de|aparte_de .. {level}
previous: hereda {dimension} de|del {level}
overlay: responsabilidades|expectativas adicionales .. para|de {role} que|con ... rol|función",
};
