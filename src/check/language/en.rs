//! English.

use super::{Language, Table};

pub static ENGLISH: Language = Language {
    common: Table::of("the, of, to, and, in, for, with, on, is, are, their, from, by, that, at, as, be"),
    joints: Table::of("and, as well as, as well, and/or"),
    adverbs: Table::of(
        "\
        also, then, actively, effectively, consistently, regularly, proactively, clearly, continuously, \
        independently",
    ),
    abilities: Table::of(
        "\
        can, could, might, is able to, are able to, be able to, able to, ability to, the ability to, \
        has the ability to, have the ability to, is capable of, capable of, has the potential to, knows how to",
    ),
    vague: Table::of(
        "\
        good, great, excellent, strong, solid, nice, appropriate, appropriately, adequate, adequately, \
        sufficient, sufficiently, reasonable, reasonably, suitable, proper, properly, effective, effectively, \
        efficient, efficiently, high quality, high-quality, timely, as needed, when needed, as necessary, \
        when necessary, where appropriate, as appropriate, when appropriate, various, significant, \
        significantly, well, often, sometimes, usually, generally, normally, typically, excels, exceptional, \
        outstanding, passionate, world class, world-class, best in class, rockstar, ninja",
    ),
    stressed: Table::of(
        "\
        a, all, also, and, any, are, as, at, be, but, by, do, does, each, end, for, from, get, go, have, how, \
        if, in, is, its, let, may, must, never, new, no, none, not, note, now, of, off, on, one, only, or, \
        other, our, out, own, see, shall, so, some, such, than, that, the, them, then, they, this, to, todo, \
        two, up, us, use, very, via, was, we, well, what, when, who, why, will, with, yes, you, your, plus, \
        least, more, most, just, both, over, team, role, level, core, soft, hard, tech, lead, low, high, main, \
        next, day, days, year, years, bad, best, work, help, part, time, self, ways, way, make, made, full, \
        many, much, less, need, needs, able, same, long, short, once, even, ever, after, above, below, under, \
        can",
    ),
    abbreviations: Table::of(
        "\
        AI, AKA, AM, API, APIS, AR, ASAP, AWS, B2B, B2C, BI, CAD, CD, CDN, CEO, CFO, CI, CIO, CLI, CMO, CMS, \
        COO, CPO, CPU, CRM, CRUD, CSS, CSV, CTO, CV, DB, DIY, DNS, EG, ERP, ETC, EU, EUR, FAQ, FTE, FTP, FYI, \
        GBP, GCP, GDPR, GIF, GIT, GNU, GPS, GPU, GUI, HQ, HR, HTML, HTTP, HTTPS, ID, IDE, IE, IOS, IP, ISO, IT, \
        JPEG, JS, JSON, JVM, KPI, LLM, MA, MBA, ML, MVP, NDA, NET, NGO, NLP, NPM, OK, OKR, OS, PC, PDF, PHD, \
        PHP, PM, PNG, QA, RAM, REST, RFC, ROI, RPC, SAAS, SDK, SEO, SLA, SMS, SQL, SSD, SSH, SSL, SVG, SVN, \
        TBA, TBC, TBD, TCP, TDD, TLS, TV, UDP, UI, UK, UML, UN, URI, URL, US, USA, USB, USD, UTC, UX, VAT, VP, \
        VPN, VR, WCAG, WIFI, WIP, WWW, XML, YAML, SOAP, AJAX, ASCII, UTF, GPL, MIT, BSD, IEEE, SPA, OOP, SOLID, \
        DRY, STEM, IBM, SAP, MAC, XP, OSS, PR, ORM, JIT, ACID, CVS, VCS, SCM, HIPAA, UNIX, README, TODO, JOIN, \
        UNION, SELECT, GROUP, ORDER, WHERE, INSERT, UPDATE, DELETE, CREATE, TABLE, INDEX, XYZ, NY, NYC, LA, SF, \
        CA, SVP, EVP, CS, MSC, BSC, BA, MS, BSA, DOM, MVC, MVVM, NOSQL, IAAS, PAAS, DSL, ADR, WYSIWYG, LGTM, \
        IDES, CLIS, LTS, GA, JPG, MP3, MP4, ZIP, TXT, DOC, PPT, XLS, USP, B, SOC, PCI, NIST, OWASP, CSRF, XSS, \
        CORS, JWT, SSO, LDAP, SAML, MFA, OTP, TLD, RSS, PWA, NFC, GSM, SIM, LED, LCD, HDMI, DRM, PIN, ATM, \
        IBAN, CCTV, PROD, DEV, QE, ITIL, NP, AVL, NATO, WHO, UNESCO, OECD, FBI, CIA, BBC, CNN",
    ),
};
