//! Portuguese.

use super::Language;

pub static PORTUGUESE: Language = Language {
    seniority: "\
        0: estagiário, estagiária, estágio; 0.5: aprendiz; 1: auxiliar; 1.5: assistente; 3: pleno, plena; 4: \
        experiente; 6: líder",
    proficiency: "\
        0.5: novato; 1: iniciante, básico; 3: intermediário; 3.5: competente; 4.5: proficiente; 5: avançado; 7: \
        especialista; 8: mestre",
    roles: "\
        desenvolvedor, desenvolvedora, engenheiro, engenheira, programador, programadora, projetista, arquiteto, \
        arquiteta, analista, administrador, técnico, consultor, redator, testador",
    management: "\
        5.5: supervisor; 6: líder técnico, líder de equipe, coordenador, coordenadora; 7: gerente, gestor, gestora; \
        8: diretor, diretora; 9: vice presidente; 10.5: presidente",
    community: "1: contribuidor, contribuidora, colaborador, colaboradora; 2: membro; 3.5: revisor, revisora; 6: mantenedor, mantenedora",
    head_first: true,
    steps: "nível, grau, degrau, faixa, patamar",
    tracks: "carreira, trilha, papel",
    fields: "",
    labels: "papel, título, cargo, posição, nome",
    numbers: "um, dois, três, quatro, cinco, seis, sete, oito, nove, dez",
    joints: "de, do, da, em, e, ou, para",
    overlays: "com",
    gender_endings: "a, as, o, os, ra",
    transitions: "para",
    everybody: "todos os níveis, em todos os níveis, todos",
    prose: "\
        eu, nós, vocês, é, são, sou, tem, têm, deve, pode, nosso, nossa, como, por que, o que, quando, quem, uma, \
        não, os, as",
    description: "descrição, objetivo",
    summary: "resumo, objetivos, experiência, experiência típica, salário, escopo, introdução",
    examples: "exemplo, exemplos",
    licence: "licença",
    asides: "perguntas frequentes, referências, veja também, benefícios, o que oferecemos, oferecemos, \
        como se candidatar, sobre nós",
    elsewhere: "\
        dúvidas, comparação, comparativo, glossário, fontes, créditos, agradecimentos, anexo, anexos, links úteis, \
        sumário, índice, visão geral, contexto, responsabilidades, responsabilidade, atribuições, requisitos, \
        expectativas, habilidades, competências, competência, conhecimentos, conhecimento, comportamentos, \
        comportamento, impacto, liderança, comunicação, colaboração, autonomia, qualidade, níveis, papéis, papel, \
        cargos, carreira, carreiras, planos de carreira, trilha, trilhas, avaliação, promoção, conclusão, matriz, \
        critérios, processo, boas práticas, entregas",
    counted: "\
        passo, fase, etapa, parte, capítulo, seção, figura, tabela, exemplo, semana, dia, mês, ano",
    yes: "sim",
    not_applicable: "não se aplica, não aplicável, nenhum, nenhuma",
    draft: "a definir, em breve, em construção, pendente, rascunho, em elaboração",
    negations: "não, nunca, sem, nenhum",
    articles: "o, a, os, as, um, uma, de, do, da, todos, todas",
    generic: "\
        todos, todas, tudo, os, as, direitos, deveres, responsabilidades, expectativas, critérios, competências, \
        requisitos, e, papel, cargo, nível, de, do, da",
    claims: "
cumulative: nível|níveis|grau .. se_baseia|inclui|incluem|compreende|abrange|engloba|contém|soma|acumula ... anterior|anteriores|prévio|inferior|inferiores|abaixo
cumulative: níveis|competências|expectativas|critérios|requisitos|habilidades ... são|é cumulativos|cumulativas|acumulativos|acumulativas|cumulativo|acumuláveis
cumulative: todas|todos ... nível|níveis anterior|anteriores|inferior|inferiores|abaixo
branch: ramo|ramificação|derivação|bifurcação .. de|da|do trilha|carreira|caminho {track}
branch: ramo|ramificação|derivação de|da|do {level}
previous: igual|mesmo|mesma|mesmas|mesmos .. que|ao|do {level}
previous: além_de|além_do|além_da|além_das|além_dos .. {level}
previous: herda {dimension} de|do|da {level}
overlay: responsabilidades|expectativas adicionais .. para|de {role} que|com ... papel|função",
};
