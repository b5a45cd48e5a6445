//! English.

use super::Language;

pub static ENGLISH: Language = Language {
    seniority: "\
        0: intern, internship, student; 0.5: trainee, apprentice, cadet, freshman; 1: graduate, grad, new grad, sophomore; 1.5: entry, \
        entry level, assistant; 2: junior, jr, associate; 3: journeyman, journeywoman, journeyperson, middle, mid, mid level, midlevel, intermediate, regular, medior; \
        4: semi senior, semisenior, advanced, experienced; 4.5: craftsman, craftswoman, \
        craftsperson; 5: senior, sr; 6: lead, leading; 6.5: group; 7: staff; 8: \
        principal; 9: distinguished, executive; 10: fellow",
    proficiency: "\
        0: unaware; 0.5: novice, newcomer, newbie; 1: beginner, basic, foundational, learner, learning, aware, awareness; \
        1.5: emerging; 2: developing, advanced beginner, elementary; 2.5: working; 3: practicing, practising, intermediate, \
        practitioner; 3.5: competent; 4: independent, established; 4.5: proficient, skilled; 5: advanced; 7: expert; \
        8: mastery, master, exemplary; 8.5: guru, authority; 9: thought leader, visionary",
    roles: "\
        engineer, eng, developer, dev, programmer, coder, designer, architect, analyst, administrator, admin, \
        sysadmin, scientist, researcher, writer, editor, tester, consultant, specialist, technician, operator, \
        producer, recruiter, marketer, accountant, strategist, representative, rep, sdr, bdr, sre, sde, swe, sdet, \
        qa, ic, individual contributor, contributor, advocate, evangelist, agent, associate, apprentice, intern, \
        trainee, fellow, lead, generalist, partner, coordinator, officer, statistician, teacher, librarian, nurse, \
        planner, buyer, clerk, paralegal, counsel, lawyer, attorney, auditor, controller, underwriter, actuary, economist, \
        professor, lecturer, instructor, tutor, postdoc, curator, archivist, translator, copywriter, journalist, \
        animator, illustrator, videographer, moderator, ambassador, organizer, organiser, surveyor, electrician, mechanic, \
        technologist, physicist, chemist, biologist, pharmacist, physician, therapist, dispatcher, merchandiser, secretary, \
        scrum master, product owner, member of technical staff, mts, pm, apm, tpm, po, project manager, product manager, program manager, programme manager, account \
        manager, account executive, success manager",
    management: "\
        5.5: supervisor; 6: tech lead, technical lead, techlead, team lead, teamlead, team leader, squad lead; 6.5: \
        chapter lead, group lead, manager, mgr; 8: director, head; 9: vice president, vp; 9.5: svp; 9.7: evp; 10: \
        president, cto, cpo, cio, coo, cfo, chief; 10.5: ceo, founder",
    community: "\
        0.5: participant, volunteer; 1: contributor; 2: member; 3: triager; 3.5: reviewer; 4: committer, collaborator, \
        merger; 4.5: approver; 5: code owner; 6: maintainer; 7: owner",
    head_first: false,
    steps: "level, lvl, lv, grade, band, tier, stage, rung, rank, class, milestone",
    tracks: "track, ladder, path, career, role, framework, progression, pathway",
    fields: "backend, frontend, fullstack, mobile, ios, android, web, devops, sre, qa, embedded, firmware",
    labels: "role, title, position, job title, job level, name, job role, rank, designation",
    numbers: "one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve",
    joints: "of, for, and, or, in, at, aka, equivalent",
    overlays: "with, plus",
    gender_endings: "",
    transitions: "to",
    everybody: "\
        all levels, any level, every level, at all levels, all engineers, all roles, everyone, everybody, common to \
        all levels, applies to all levels, all, core expectations, baseline",
    prose: "\
        i, i'm, i'll, we, you, they, he, she, it, is, are, am, was, be, has, have, do, does, can, should, must, \
        will, may, my, our, your, their, this, that, these, those, the, a, an, how, why, what, when, who, where, \
        which, vs, versus, not, if, from, by, on, as, than, between, becoming, about",
    description: "description, objective, purpose",
    summary: "\
        summary, overview, objectives, mission, about, scope, scope impact, scope and impact, typical experience, \
        experience, years of experience, background, also known as, title, titles, job grade, pay grade, salary, salary band, salary range, typical salary, typical salary range, pay band, \
        compensation, years of experience required, typical years of experience, reports to, introduction, in short, \
        in a nutshell, in brief, at a glance, tldr, role overview, role summary, position overview, position summary, \
        job summary, level overview, level summary",
    examples: "example, examples, eg, for example, for instance",
    licence: "licence, license, credit, credits, copyright, attribution",
    asides: "\
        faq, faqs, frequently asked questions, references, resources, further reading, \
        additional reading, suggested reading, recommended reading, reading list, learning resources, \
        additional resources, see also, other pages, note, notes, \
        appendix, glossary, changelog, compare, related, links, sources, acknowledgements, acknowledgments, \
        inspiration, contributing, feedback, benefits, perks, perks and benefits, benefits and perks, \
        work perks and benefits, salary and location, salary and benefits, salary work perks and benefits, \
        compensation and benefits, what we offer, how to apply, applying, apply, about us, equal opportunities",
    elsewhere: "\
        questions, comparison, reference, other ladders, reading, contents, table of contents, toc, index, \
        navigation, intro, motivation, goals, goal, principles, philosophy, values, how to use, how it works, usage, \
        how to contribute, rules, roadmap, process, promotion, promotions, pay, responsibilities, responsibility, \
        requirements, requirement, expectations, expectation, skills, skill, competencies, competency, competences, \
        competence, behaviours, behaviors, behaviour, behavior, attributes, qualities, criteria, qualifications, \
        track         record, impact, knowledge, technology, system, people, influence, leadership, communication, \
        collaboration, delivery, execution, ownership, culture, mentoring, mentorship, coaching, strategy, quality, \
        teamwork, craft, autonomy, complexity, definition, definitions, levels, level, grades, roles, role, tracks, \
        track, axes, axis, dimensions, dimension, ladder, ladders, framework, matrix, pathway, pathways, path, \
        paths, career path, career paths, progression, career, careers, development, growth, growth factors, scale, \
        rubric, dashboard, assessment, self assessment, evaluation, conclusion, next steps, comments, category, \
        area, areas, topic, topics, guide, guidelines, template, plan, team, teams, department, should have, \
        is expected to, expected to, must have, nice to have",
    counted: "\
        step, phase, part, chapter, section, figure, table, example, exercise, task, week, day, month, year, \
        quarter, version, option, question, item, note, page, appendix, sprint, module, lesson, rule, principle, \
        goal, objective, top, article, point, case",
    yes: "yes, y",
    not_applicable: "n/a, na, not applicable, none, does not apply, not available",
    draft: "\
        tbd, tba, tbc, todo, to do, wip, forthcoming, coming soon, to be defined, to be determined, to be written, \
        to be added, to be announced, to be confirmed, to be decided, work in progress, in progress, not yet \
        defined, not yet written, not yet finalized, not yet finalised, not finalized, not finalised, under \
        construction, draft, placeholder, haven't yet defined, haven't yet finalized, haven't finalized, not defined \
        yet, yet to be defined, yet to be written, is still being written",
    negations: "not, never, without, neither, nor, cannot, isn't, aren't, don't, doesn't, won't",
    articles: "\
        the, a, an, our, your, this, that, any, every, each, all, of, additional, another, previous, full",
    generic: "\
        all, everything, criteria, criterion, expectations, responsibilities, skills, qualities, requirements, \
        rights, duties, competencies, of, the, and, its, attributes, knowledge, role, roles, level, position, \
        definition, description, track, as, well, from, at, for, expected, listed, in",
    claims: "
cumulative: level|levels|grade|grades|stage|rung|position|seniority|step .. builds|build|built|expands|extends on|upon|off ... preceding|previous|prior|earlier|last|lower|below|beneath|before
cumulative: level|levels|grades|steps|stages build|builds|built on|upon each_other|one_another|the_one_before|the_last
cumulative: level|levels|competency|competencies|competence|mastery|skill|skills|knowledge|expectations|criteria|requirements|responsibilities|behaviours|behaviors|attributes|ladder|framework|grades|scale|they|these ... is|are|be always? cumulative|additive
cumulative: all|every|each|exhibit|show|possess|possesses|demonstrate|meet|have|retain|retains|know ... levels|level|roles|grades|ones|one below|beneath|lower_than|before|prior_to|preceding
cumulative: level|levels|grade|grades|stage|step .. includes|include|comprises|comprise|contains|contain|encompasses|encompass|incorporates|incorporate|assumes|assume|implies|inherits|inherit|subsumes|covers ... previous|preceding|lower|earlier|prior|below|before
cumulative: expectations|criteria|requirements|responsibilities|skills|levels|level .. add|adds|added|additional to|upon ... earlier|previous|preceding|lower|prior level|levels|one|ones|grade|grades|step|steps
cumulative: must|should|needs|need|expected|has|have .. also|still .. meet|meets|satisfy|fulfil|fulfill|exhibit|exhibits|demonstrate|show .. all|every|the? .. for|of|from|in|at {level}
cumulative: also exhibits|meets|demonstrates|has|shows|fulfils|satisfies .. all .. of|from|for {level}
cumulative: must|should|needs|need|expected|has|have .. also|still .. meet|satisfy|fulfil|fulfill|exhibit|demonstrate|show .. {level} expectations|criteria|requirements|skills|standards
cumulative: retain|keep|maintain|continue|continues|retains .. skills|characteristics|expectations|responsibilities|criteria|behaviours|behaviors|qualities|competencies|requirements ... earlier|previous|preceding|lower|prior level|levels|grade|grades|stage|stages|one|ones
cumulative: in_addition_to|on_top_of|as_well_as|plus|beyond ... of|from|at|in|for? .. previous|preceding|lower|earlier|prior level|levels|grade|grades|step
cumulative: everything .. from|in|of|at|required|expected .. previous|preceding|lower|earlier|prior level|levels|grade|grades
replacing: level|levels|description|descriptions .. is|are|stands|stand self_contained|standalone|stand_alone|complete_in_itself|alone
replacing: level|levels .. replaces|replace|supersedes|supersede .. previous|preceding|lower|earlier|prior|one|ones
replacing: level|levels|expectations|criteria .. are|is not_cumulative|non_cumulative
branch: branch|offshoot|fork|spin_off|variant off? of|from|out_of {track} track|path|ladder|stream|family
branch: branches|branching|branched|forks|forked|splits|split|diverges off? from|off|out_of {track} track|path|ladder|stream|family
branch: branch|offshoot|fork|spin_off|variant off? of|from|out_of {level}
branch: branches|branching|branched|forks|forked|splits|split|diverges off? from|off|out_of {level}
overlay: additional|extra|further|added responsibilities|expectations|duties|requirements|criteria for|of|on {role} who|that|with|when|taking|acting|serving|wearing ... role|roles|hat|responsibility|position|duties|lead
overlay: role|hat|duties worn|taken|assumed|performed|held .. by|on_top_of|alongside|in_addition_to {role}
previous: same .. as|like|of {level}
previous: building|builds|build|built|expands|expanding|extends|extending on|upon|from? {level} role|position|level|definition|expectations|criteria|description|responsibilities|requirements|skills
previous: building|builds|expanding|extending on|upon {level}
previous: encompass|encompasses|embody|embodies|fulfil|fulfils|fulfill|fulfills|include|includes|meet|meets|exhibit|exhibits|possess|have|has .. all|everything|every ... of|in|from|for|listed_in {level}
previous: inherits|inherit|inheriting|inherited {dimension} from|of {level}
previous: inherits|inherit from {level}
previous: in_addition_to|on_top_of|as_well_as|beyond .. skills|expectations|responsibilities|requirements|criteria|qualities|duties|competencies|everything .. from|of|for|at|in {level}
previous: in_addition_to|on_top_of .. {level} expectations|responsibilities|requirements|criteria|skills|role|duties
previous: all|everything of|from|in|at|for .. {level} plus|and|as_well_as",
};
