// SPDX-License-Identifier: EUPL-1.2
// Every kind of page of Kring with one or two addresses in the example network, what prepares them, and the
// template each shows. Addresses are the Dutch ones; pages.mjs finds the English ones in the route table.

const network = '/netwerken/ict-2018';
const meeting = '/bijeenkomsten/ict-2018-bijeenkomst-4';
const working = '/samenvattingen/ict-2018-samenvatting';
const published = '/publicaties/ict-2018-samenvatting';
const question = 'vraag-juridische-ruimte';

/// Template to pages: a page is an address, or {at, …}:
///   error: true       the form at that address as it comes back when it is sent empty
///   fill, press       what is typed first; the name of the button then pressed, "" for the first
///   forgotten: true   the session ends before the form is sent, and the visitor signs in again
///   file              a file with this name is chosen: a small PDF
///   as                the only person who goes there
/// In an address, {word} stands for something prepare() made.
export const pages = {
    home: ['/'],
    about: ['/hulp', '/toegankelijkheid', '/privacy', '/kwetsbaarheid-melden'],
    about_glossary: ['/woordenlijst'],
    my: ['/mijn'],
    search: ['/zoeken', '/zoeken?q=levensduur', '/zoeken?q=levensdur&soort=question', '/zoeken?q=qqqqxx'],
    form_page: [
        '/aanmelden',
        { at: '/aanmelden', error: true },
        '/aanmelden/link?t={sign_in_token}',
        '/uitnodiging?t={invitation_token}',
        '/beheer/mensen/nieuw',
        { at: '/beheer/mensen/nieuw', error: true },
    ],
    calendar_show: ['/agenda', '/agenda?netwerk=ict-2018'],
    today: ['/vandaag'],
    calendar_link: ['/mijn/agenda'],
    calendar_link_made: [{ at: '/mijn/agenda', press: '' }],
    message_page: ['/aanmelden/verder', '/status', '/aanmelden/link', '/uitnodiging', '/bestaat-niet'],
    account_security: ['/mijn/beveiliging', { at: '/mijn/beveiliging', error: true }],
    account_details: ['/mijn/gegevens'],
    letter_choices: ['/mijn/post'],
    letter_held: ['/mijn/post/antwoorden/{held}'],
    letter_stop: ['/post/uitschrijven/{stop}'],
    network_programme: ['/programmas/kci-2018'],
    network_form: [
        '/programmas/nieuw',
        { at: '/programmas/nieuw', error: true },
        '/programmas/kci-2018/bewerken',
        '/netwerken/nieuw',
        { at: '/netwerken/nieuw', error: true },
        `${network}/bewerken`,
        `${network}/reeksen/nieuw`,
        { at: `${network}/reeksen/nieuw`, error: true },
        `${network}/reeksen/1/bewerken`,
        '/bijeenkomsten/nieuw?reeks=ict-2018-reeks',
        `${meeting}/bewerken`,
        `${meeting}/afgelasting`,
        { at: `${meeting}/afgelasting`, error: true },
        '/bijeenkomsten/{full}/inschrijvingen/bewerken',
        { at: '/bijeenkomsten/{full}/inschrijvingen/bewerken', error: true },
    ],
    network_members: [`${network}/leden`],
    workshop_networks: ['/netwerken'],
    workshop_network: [network],
    workshop_series: [`${network}/reeksen/1`],
    workshop_show: [meeting, '/bijeenkomsten/ict-2018-bijeenkomst-1', '/bijeenkomsten/{full}', '/bijeenkomsten/{cancelled}'],
    workshop_participants: [`${meeting}/deelnemers`],
    registration_place: [
        '/bijeenkomsten/{full}/inschrijven',
        '/bijeenkomsten/{cancelled}/inschrijven',
        { at: '/bijeenkomsten/{full}/inschrijven', as: 'bram' },
        { at: '/bijeenkomsten/{full}/inschrijven', as: 'eva', error: true },
    ],
    registration_list: [
        '/bijeenkomsten/{full}/inschrijvingen',
        '/bijeenkomsten/{full}/inschrijvingen?stand=ended',
        `${meeting}/inschrijvingen`,
        { at: '/bijeenkomsten/{full}/inschrijvingen', as: 'femke', error: true },
    ],
    registration_one: [
        '/bijeenkomsten/{full}/inschrijvingen/1',
        '/bijeenkomsten/{full}/inschrijvingen/2',
        { at: '/bijeenkomsten/{full}/inschrijvingen/4', as: 'femke', error: true },
    ],
    speaker_guests: [
        `${meeting}/gastsprekers`,
        { at: '/bijeenkomsten/ict-2018-bijeenkomst-3/gastsprekers', as: 'femke', error: true },
        { at: '/bijeenkomsten/{full}/gastsprekers', as: 'femke' },
    ],
    speaker_talks: [`${meeting}/sprekers`, '/bijeenkomsten/ict-2018-bijeenkomst-1/sprekers'],
    // Sami came in with a guest's link as well.
    speaker_portal: [{ at: '/spreker/overzicht', as: 'sami' }],
    speaker_form: [
        { at: '/spreker?t={guest}', as: 'anna' },
        { at: '/spreker/verhaal', as: 'sami' },
        { at: '/spreker/toestemming', as: 'sami' },
        { at: '/spreker/toestemming', as: 'sami', error: true },
        { at: '/spreker/foto', as: 'sami' },
        { at: '/spreker/foto', as: 'sami', error: true },
        { at: '/spreker/presentatie', as: 'sami' },
        { at: '/spreker/presentatie', as: 'sami', error: true },
    ],
    speaker_received: [{ at: '/spreker/presentatie', as: 'sami', file: 'Praatje.pdf', press: '' }],
    speaker_passages: [{ at: '/spreker/passages', as: 'sami' }, { at: '/spreker/passages', as: 'sami', error: true }],
    workshop_session: ['/onderdelen/b4-tafels', '/onderdelen/b4-pitches'],
    workshop_session_form: [
        `${meeting}/onderdelen/nieuw`,
        { at: `${meeting}/onderdelen/nieuw`, error: true },
        '/onderdelen/b4-tafels/bewerken',
    ],
    question_list: ['/vragen', '/vragen?pagina=2', '/vragen?stand=accepted&volgorde=votes'],
    question_show: [`/vragen/${question}`, '/vragen/vraag-elkaar-terugvinden', '/vragen/{long}'],
    contribution_form: [
        '/vragen/nieuw',
        { at: '/vragen/nieuw', error: true },
        '/vragen/sleutel',
        { at: '/praktijk/nieuw', error: true },
        '/praktijk/nieuw',
        '/vragen/{long}/bewerken',
        '/praktijk/{case}/bewerken',
        '/antwoorden/{answer}/bewerken',
        { at: '/antwoorden/{answer}/bewerken', press: 'preview' },
        { at: '/antwoorden/antwoord-juridische-ruimte/veroudering', as: 'bram' },
        { at: '/antwoorden/antwoord-juridische-ruimte/veroudering', as: 'bram', error: true },
    ],
    record_list: ['/praktijk', '/leerpunten', '/leerpunten?pagina=2'],
    case_show: ['/praktijk/praktijk-iwr2021', '/praktijk/{case}'],
    lesson_show: ['/leerpunten/les-r-ladder', '/leerpunten/{lesson}'],
    lesson_form: [
        '/leerpunten/nieuw?from=praktijk-iwr2021',
        { at: '/leerpunten/nieuw', error: true },
        '/leerpunten/{lesson}/bewerken',
        { at: '/leerpunten/{lesson}/bewerken', press: 'preview' },
    ],
    tie: ['/keten/{lesson}/koppelingen', '/keten/les-r-ladder/koppelingen?q=refurbished'],
    admin_home: ['/beheer'],
    admin_people: ['/beheer/mensen', '/beheer/mensen?q=qqqqxx'],
    admin_person: ['/beheer/mensen/anna', '/beheer/mensen/beheer'],
    admin_organisations: ['/beheer/organisaties', { at: '/beheer/organisaties', error: true }],
    admin_organisation: ['/beheer/organisaties/gemeente-linderdam'],
    admin_journal: ['/beheer/logboek', '/beheer/logboek?wie=qqqqxx'],
    admin_mail: ['/beheer/post'],
    publication_list: ['/publicaties'],
    publication_show: [published, `${published}/1`, '/versies/{version}'],
    summary_show: [working],
    summary_form: [
        `${network}/samenvattingen/nieuw`,
        `${working}/bewerken`,
        `${working}/hoofdstukken/nieuw`,
        { at: `${working}/hoofdstukken/nieuw`, error: true },
        '/hoofdstukken/h-recht/bewerken',
        '/hoofdstukken/h-recht/stellingen/nieuw',
        '/stellingen/st-recht-2/bewerken',
    ],
    summary_sources: ['/stellingen/st-recht-2/bronnen', '/stellingen/st-recht-1/bronnen?q=accu'],
    summary_freeze: [
        `${working}/versies/nieuw`,
        { at: `${working}/versies/nieuw`, error: true },
    ],
    consent_show: ['/toestemming/{consent}', { at: '/toestemming/{consent}', error: true }],
    question_asked: [{ at: '/vragen/nieuw', fill: { title: 'Wie ziet dit?', anonymous: true }, press: '' }],
    carried: [{ at: '/vragen/nieuw', fill: { title: 'Waar blijft mijn tekst als ik weg was?' }, forgotten: true }],
};

/// What is no page: a feed, a file, plain text.
export const not_pages = [
    '/agenda.ics',
    '/netwerken/{netwerk}/agenda.ics',
    '/bijeenkomsten/{id}/agenda.ics',
    '/agenda/{sleutel}/kring.ics',
    '/gastsprekers/{id}/foto',
    '/gastsprekers/{id}/presentatie',
    '/spreker/foto/bestand',
    '/spreker/presentatie/bestand',
    '/publicaties.atom',
    '/publicaties/{id}/{nummer}/{bestand}',
    '/robots.txt',
    '/.well-known/security.txt',
];

// As long as a title may be, and a word that has no place to break.
const long = `Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft ${'lang '.repeat(20)}`;

// A guest speaker whose link sami has: with a talk, a name, and a passage of the summary to answer.
async function guestSpeaker(send, mails, keep) {
    await send('femke', `${meeting}/gastsprekers`, { session: 'b4-opening', guest: long.slice(0, 90), email: 'gerda@elders.example' });
    const token = await mails(/spreker\?t=([\w-]{43})/);
    keep('sami', 'kring-guest', token);
    await send('sami', '/spreker/verhaal', { talk_title: long.slice(0, 150), talk_about: `**${long}**`, biography: long });
    await send('sami', '/spreker/toestemming', { guest: long.slice(0, 90), job: 'Inkoper', naming: 'name', may_name: true });
    await send('eva', '/stellingen/st-recht-1/bronnen?q=Opening', { naming: 'none' });
    await send('femke', `${meeting}/gastsprekers`, {}, 'show');
    return token;
}

// A workshop to come that was cancelled, with anna registered.
async function cancelledWorkshop(send) {
    const day = new Date(Date.now() + 40 * 24 * 3600 * 1000).toISOString().slice(0, 10);
    const at = await send('femke', '/bijeenkomsten/nieuw?reeks=ict-2018-reeks', {
        title_nl: long.trim(),
        title_en: long.trim(),
        number: '8',
        audience: 'everyone',
        day,
    });
    await send('femke', `${at}/inschrijvingen/bewerken`, { room_places: '1', online_places: '1' });
    await send('anna', `${at}/inschrijven`, { pool: 'room' });
    await send('femke', `${at}/afgelasting`, { why_nl: long.trim() });
    return at.split('/').at(-1);
}

// A workshop with one place: anna has it, sami waits and is passed over, bram is offered a second one, and noor
// waits.
async function fullWorkshop(send) {
    const day = new Date(Date.now() + 60 * 24 * 3600 * 1000).toISOString().slice(0, 10);
    const at = await send('femke', '/bijeenkomsten/nieuw?reeks=ict-2018-reeks', {
        title_nl: long.trim(),
        title_en: long.trim(),
        number: '9',
        audience: 'network',
        day,
        starts: '13:00',
    });
    await send('femke', `${at}/inschrijvingen/bewerken`, { room_places: '1', online_places: '1' });
    await send('anna', `${at}/inschrijven`, { pool: 'room', diet: long, access: long });
    await send('sami', `${at}/inschrijven`, { pool: 'room' });
    await send('bram', `${at}/inschrijven`, { pool: 'room' });
    await send('femke', `${at}/inschrijvingen/2`, { reason: long });
    await send('femke', `${at}/inschrijvingen`, { person: 'noor', pool: 'room' });
    await send('femke', `${at}/inschrijvingen/bewerken`, { room_places: '2' });
    return at.split('/').at(-1);
}

/// Makes what the addresses need, with `send(person, address, fields)`, which sends a form and gives the path
/// it leads to, `keep(person, name, value)`, which gives them a cookie, `mails()`, the texts of all mail, and `receive(message)`, which takes mail that comes in. Gives the
/// words for the addresses.
export async function prepare({ send, mails, links, receive, keep }) {
    const last = (path) => path.split('#')[0].split('/').at(-1);
    const everyone = { audience: 'everyone' };
    const body = `${long}\n\n| ${'kolom | '.repeat(9)}\n|${'---|'.repeat(9)}\n| ${'woordje | '.repeat(9)}`;
    const made = {
        long: last(await send('anna', '/vragen/nieuw', { title: long.trim(), body, ...everyone })),
        case: last(
            await send('anna', '/praktijk/nieuw', {
                title: 'Beeldschermen uit de wijk',
                context: body,
                bought: long,
                approach: long,
                criteria_used: long,
                failed: long,
                again: long,
                co2_low: '1200',
                co2_high: '3400',
                co2_source: long,
                ...everyone,
            }),
        ),
        lesson: last(await send('anna', '/leerpunten/nieuw', { title: long.trim(), body, ...everyone })),
    };
    made.full = await fullWorkshop(send);
    made.cancelled = await cancelledWorkshop(send);
    const answered = await send('sami', `/vragen/${question}`, { body: `Mijn antwoord. ${body}` });
    made.answer = answered.split('#')[1];
    const statement = '/stellingen/st-recht-1/bronnen';
    await send('eva', `${statement}?q=Beeldschermen+uit+de+wijk`, { naming: 'name' });
    made.consent = last((await links('anna', '/mijn', '/toestemming/'))[0]);
    made.version = last((await links('anna', '/leerpunten/les-r-ladder', '/versies/'))[0]);
    await send('beheer', '/beheer/mensen/nieuw', { email: 'nieuw@linderdam.example', name: long.slice(0, 90) });
    await send('', '/aanmelden', { email: 'noor@kringloop.example' }, 'link');
    made.invitation_token = await mails(/uitnodiging\?t=([\w-]+)/);
    await send('anna', '/mijn/post', { 'network-ict-2018': 'everything' });
    await send('sami', `/vragen/${question}`, { body: 'Nog een antwoord, voor de post.' });
    made.stop = await mails(/post\/uitschrijven\/([\w.-]+)/);
    const reply = await mails(/<anna@linderdam\.example>[\s\S]*?Reply-To: <([^>]+)>/);
    receive(`Delivered-To: ${reply}\nFrom: anna@thuis.example\nMessage-ID: <1@thuis.example>\n\n${long}\n\n${body}\n`);
    made.held = last((await links('anna', '/mijn/post', '/mijn/post/antwoorden/'))[0]);
    made.guest = await guestSpeaker(send, mails, keep);
    made.sign_in_token = await mails(/aanmelden\/link\?t=([\w-]+)/);
    return made;
}
