// SPDX-License-Identifier: EUPL-1.2
// Every kind of page of Kring with one or two addresses in the example network, what prepares them, and the
// template each shows. Addresses are the Dutch ones; pages.mjs finds the English ones in the route table.

const network = '/netwerken/ict-2018';
const meeting = '/bijeenkomsten/ict-2018-bijeenkomst-4';
const working = '/samenvattingen/ict-2018-samenvatting';
const published = '/publicaties/ict-2018-samenvatting';
const question = 'vraag-juridische-ruimte';

// As long as a title may be, and a word that has no place to break.
const long = `Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft ${'lang '.repeat(20)}`;

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
        `${network}/reeksen/opzet`,
        { at: `${network}/reeksen/opzet?van=vier&eerste=2027-01-16&weken=4`, error: true },
        `${network}/reeksen/1/onderwerpen/nieuw`,
        { at: `${network}/reeksen/1/onderwerpen/nieuw`, error: true },
        { at: `${network}/reeksen/1/onderwerpen/ronde`, as: 'femke', error: true },
        `${meeting}/kopie`,
        { at: `${meeting}/kopie`, error: true },
        { at: '/bijeenkomsten/{full}/berichten/nieuw', as: 'femke', error: true },
        '/bijeenkomsten/nieuw?reeks=ict-2018-reeks',
        `${meeting}/bewerken`,
        `${meeting}/afgelasting`,
        { at: `${meeting}/afgelasting`, error: true },
        '/bijeenkomsten/{past}/afspraken/nieuw',
        { at: '/bijeenkomsten/{past}/afspraken/nieuw', error: true },
        { at: '/afspraken/{commitment}/bewerken', as: 'anna' },
        { at: '/afspraken/{commitment}/klaar', as: 'anna' },
        { at: '/afspraken/{commitment}/klaar', as: 'anna', error: true },
        { at: '/afspraken/{commitment}/vervallen', as: 'anna' },
        { at: '/bijeenkomsten/{past}/verslag/bewerken', as: 'femke' },
        { at: '/bijeenkomsten/{past}/verslag/vaststelling', as: 'femke' },
        '/bijeenkomsten/{full}/inschrijvingen/bewerken',
        { at: '/bijeenkomsten/{full}/inschrijvingen/bewerken', error: true },
        '/bijeenkomsten/{tables}/tafels/opzet',
        { at: '/bijeenkomsten/{tables}/tafels/opzet', as: 'femke', error: true },
        '/bijeenkomsten/{tables}/tafels/1',
        '/bijeenkomsten/{tables}/tafels/notities/{note}',
        { at: '/bijeenkomsten/{tables}/tafels/notities/{note}', as: 'anna', error: true },
    ],
    breakout_own: ['/bijeenkomsten/{tables}/tafels'],
    breakout_room: ['/bijeenkomsten/{tables}/tafels/zaal', '/bijeenkomsten/{tables}/tafels/zaal?rondes=alle'],
    breakout_plan: ['/bijeenkomsten/{tables}/tafels/indeling', '/bijeenkomsten/{full}/tafels/indeling'],
    breakout_notes: [
        '/bijeenkomsten/{tables}/tafels/1/notities/1',
        { at: '/bijeenkomsten/{tables}/tafels/1/notities/1', as: 'anna', error: true },
    ],
    breakout_plenary: [
        '/bijeenkomsten/{tables}/tafels/oogst',
        { at: '/bijeenkomsten/{tables}/tafels/oogst', as: 'femke', error: true },
        '/bijeenkomsten/{live}/live/stellingen/nieuw',
        { at: '/bijeenkomsten/{live}/live/stellingen/nieuw', error: true },
        '/bijeenkomsten/{live}/live/pitches/nieuw',
        { at: '/bijeenkomsten/{live}/live/pitches/nieuw', error: true },
        '/bijeenkomsten/{live}/live/vragen/bewerken?vraag={live_question}',
    ],
    network_members: [`${network}/leden`],
    topic_round: [`${network}/reeksen/1/onderwerpen`, `${network}/reeksen/{outline}/onderwerpen`],
    preparation_overview: ['/bijeenkomsten/{full}/voorbereiding', `${meeting}/voorbereiding`],
    preparation_messages: ['/bijeenkomsten/{full}/berichten', `${network}/reeksen/1/berichten`],
    preparation_check: [
        { at: '/bijeenkomsten/{full}/berichten/nieuw?soort=uitnodiging', as: 'femke', press: '' },
    ],
    preparation_message: ['/berichten/{message}'],
    preparation_discuss: ['/bijeenkomsten/{full}/bespreken', `${meeting}/bespreken`],
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
    attendance_list: [
        { at: '/bijeenkomsten/{today}/aanwezigheid', as: 'femke' },
        { at: '/bijeenkomsten/{today}/aanwezigheid', as: 'femke', error: true },
        { at: '/bijeenkomsten/{full}/aanwezigheid', as: 'femke' },
    ],
    attendance_code: [
        { at: '/bijeenkomsten/{today}/code', as: 'anna' },
        { at: '/bijeenkomsten/{today}/aanwezigheid/scherm', as: 'femke' },
        { at: '/bijeenkomsten/{full}/aanwezigheid/scherm', as: 'femke' },
    ],
    attendance_check_in: [
        { at: '/i', as: 'anna' },
        { at: '/i', as: 'anna', error: true },
    ],
    attendance_paper: [{ at: '/bijeenkomsten/{today}/aanwezigheid/papier', as: 'femke' }],
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
    live_show: [
        '/bijeenkomsten/{live}/live',
        '/bijeenkomsten/{pitching}/live',
        `${meeting}/live`,
        { at: '/bijeenkomsten/{live}/live?stil=ja', as: 'femke' },
    ],
    live_screen: ['/bijeenkomsten/{live}/live/scherm', '/bijeenkomsten/{pitching}/live/scherm'],
    live_direction: ['/bijeenkomsten/{live}/live/regie', '/bijeenkomsten/{pitching}/live/regie', `${meeting}/live/regie`],
    live_ask: [
        '/bijeenkomsten/{live}/live/vragen/nieuw',
        { at: '/bijeenkomsten/{live}/live/vragen/nieuw', error: true },
    ],
    live_asked: [
        {
            at: '/bijeenkomsten/{live}/live/vragen/nieuw',
            as: 'anna',
            fill: { title: long.trim(), anonymous: 'yes' },
            press: '',
        },
    ],
    speaker_guests: [
        `${meeting}/gastsprekers`,
        { at: `${meeting}/gastsprekers`, as: 'femke', error: true },
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
    commitment_list: ['/bijeenkomsten/{past}/afspraken', `${network}/reeksen/1/afspraken`, `${meeting}/afspraken`],
    commitment_show: ['/afspraken/{commitment}', '/afspraken/{done}'],
    evaluation_form: [
        { at: '/bijeenkomsten/{past}/evaluatie', as: 'anna' },
        { at: '/bijeenkomsten/{past}/evaluatie', as: 'anna', error: true },
    ],
    evaluation_ask: [{ at: `${meeting}/evaluatie/verzoek`, as: 'femke' }],
    evaluation_results: [{ at: '/bijeenkomsten/{past}/evaluatie/uitkomsten', as: 'femke' }],
    report_draft: ['/bijeenkomsten/{past}/verslag'],
    report_ask: [
        { at: '/bijeenkomsten/{past}/verslag/verzoek', as: 'femke' },
        { at: '/bijeenkomsten/{past}/verslag/verzoek', as: 'femke', error: true },
    ],
    report_check: [{ at: '/bijeenkomsten/{past}/verslag/controle', as: 'anna' }],
    report_show: ['/verslagen/{report}'],
    carried: [{ at: '/vragen/nieuw', fill: { title: 'Waar blijft mijn tekst als ik weg was?' }, forgotten: true }],
};

/// What is no page: a feed, a file, plain text.
export const not_pages = [
    '/agenda.ics',
    '/netwerken/{netwerk}/agenda.ics',
    '/bijeenkomsten/{id}/agenda.ics',
    '/agenda/{sleutel}/kring.ics',
    '/bijeenkomsten/{id}/evaluatie/antwoorden.csv',
    '/bijeenkomsten/{id}/evaluatie/antwoorden.ods',
    '/gastsprekers/{id}/foto',
    '/gastsprekers/{id}/presentatie',
    '/spreker/foto/bestand',
    '/spreker/presentatie/bestand',
    '/publicaties.atom',
    '/publicaties/{id}/{nummer}/{bestand}',
    '/robots.txt',
    '/.well-known/security.txt',
];

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

/// A workshop with two tables in their first round: anna hosts the first, sami the second; each noted something. `send` as in prepare().
export async function tablesWorkshop(send) {
    const day = new Date(Date.now() + 50 * 24 * 3600 * 1000).toISOString().slice(0, 10);
    const at = await send('femke', '/bijeenkomsten/nieuw?reeks=ict-2018-reeks', {
        title_nl: long.trim(),
        title_en: long.trim(),
        number: '9',
        audience: 'network',
        day,
    });
    await send('femke', `${at}/inschrijvingen/bewerken`, { room_places: '10', online_places: '0' });
    for (const person of ['anna', 'bram', 'sami', 'eva']) await send(person, `${at}/inschrijven`, { pool: 'room' });
    await send('femke', `${at}/tafels/opzet`, { tables: '2', rounds: '3', minutes: '15', mix: 'any' });
    await send('femke', `${at}/tafels/1`, { host: 'anna' });
    await send('femke', `${at}/tafels/2`, { host: 'sami' });
    await send('femke', `${at}/tafels/indeling`, {}, 'publish');
    await send('femke', `${at}/tafels/indeling`, {}, 'round');
    await send('anna', `${at}/tafels/1/notities/1`, { body: `${long}\n\n${long}` });
    await send('sami', `${at}/tafels/2/notities/1`, { body: 'Vraag om zeven jaar.' });
    return at;
}

// Topics being chosen for the first series and chosen for another one made after the template; and a message.
async function planned(send, workshop) {
    const day = new Date(Date.now() + 30 * 24 * 3600 * 1000).toISOString().slice(0, 10);
    const series = await send('femke', `${network}/reeksen/opzet?van=vier&eerste=${day}&weken=6`, {
        name_nl: long.trim(),
        name_en: long.trim(),
    });
    for (const at of [`${network}/reeksen/1`, series]) {
        await send('femke', `${at}/onderwerpen/ronde`, { votes_each: '2', day, clock: '17:00' });
        await send('anna', `${at}/onderwerpen/nieuw`, { title: long.trim(), because: long, theme: 'criteria' });
        await send('bram', `${at}/onderwerpen/nieuw`, { title: 'Wat mag er?', because: long });
    }
    await send('femke', `${series}/onderwerpen`, {}, 'close');
    const message = await send('femke', `${workshop}/berichten/nieuw`, {
        subject_nl: long.slice(0, 110),
        body_nl: long,
    });
    return { outline: series.split('/').at(-1), message: message.split('/').at(-1) };
}

// A workshop of today that is live: with questions, a statement of which the result is shown, and one open; or
// with somebody who pitches.
async function newLiveWorkshop(send, number) {
    const at = await send('femke', '/bijeenkomsten/nieuw?reeks=ict-2018-reeks', {
        title_nl: long.trim(),
        title_en: long.trim(),
        number,
        audience: 'network',
        day: new Date(Date.now() + 24 * 3600 * 1000).toISOString().slice(0, 10),
        starts: '13:00',
    });
    await send('femke', `${at}/inschrijvingen/bewerken`, { room_places: '20' });
    return at;
}
async function liveWorkshop(send) {
    const at = await newLiveWorkshop(send, '7');
    const people = ['anna', 'bram', 'sami', 'eva', 'femke'];
    for (const person of people) await send(person, `${at}/inschrijven`, { pool: 'room' });
    await send('femke', `${at}/live/regie`, {}, 'begin');
    await send('anna', `${at}/live/vragen/nieuw`, { title: 'Wie neemt het afval terug?' });
    await send('sami', `${at}/live/vragen/nieuw`, { title: long.trim() });
    const text = { text_nl: `${long.trim()}.`, text_en: `${long.trim()}.` };
    await send('femke', `${at}/live/stellingen/nieuw`, text);
    await send('femke', `${at}/live/regie`, {}, 'open');
    for (const person of people) await send(person, `${at}/live`, {}, person === 'eva' ? 'disagree' : 'agree');
    for (const wanted of ['close', 'show', 'repeat', 'open']) await send('femke', `${at}/live/regie`, {}, wanted);
    return at.split('/').at(-1);
}
async function pitchingWorkshop(send) {
    const at = await newLiveWorkshop(send, '6');
    await send('femke', `${at}/live/regie`, {}, 'begin');
    await send('femke', `${at}/live/pitches/nieuw`, { names: `Kringloop\nTweede Leven\n${long.slice(0, 110)}` });
    for (const wanted of ['start', 'next', 'start']) await send('femke', `${at}/live/regie`, {}, wanted);
    return at.split('/').at(-1);
}

// A workshop that was held, with what stays of it: commitments, an evaluation that was asked, a report in draft that
// anna checks, and one as fixed.
async function heldWorkshop(send, made) {
    const day = (days) => new Date(Date.now() + days * 24 * 3600 * 1000).toISOString().slice(0, 10);
    const last = (path) => path.split('?')[0].split('/').at(-1);
    const at = await send('femke', '/bijeenkomsten/nieuw?reeks=ict-2018-reeks', {
        title_nl: `Geweest: ${long.trim()}`.slice(0, 190),
        title_en: long.trim(),
        number: '10',
        audience: 'network',
        day: day(5),
    });
    made.past = at.split('/').at(-1);
    await send('femke', `${at}/inschrijvingen/bewerken`, { room_places: '9', online_places: '0' });
    await send('anna', `${at}/inschrijven`, { pool: 'room' });
    await send('sami', `${at}/inschrijven`, { pool: 'room' });
    await send('femke', `${at}/bewerken`, { day: day(-20) });
    const promise = { due_on: day(90), body: `${long}\n\n* een\n* twee`, audience: 'workshop' };
    made.commitment = last(await send('anna', `${at}/afspraken/nieuw`, { ...promise, what: long.trim() }));
    made.done = last(await send('anna', `${at}/afspraken/nieuw`, { ...promise, what: 'Reparatie vragen' }));
    await send('anna', `/afspraken/${made.done}/klaar`, { result: long });
    await send('femke', `${at}/evaluatie/verzoek`, {});
    await send('sami', `${at}/evaluatie`, { learned: long, better: long, useful: '4', keeps_name: true });
    await send('femke', `${at}/verslag/bewerken`, { introduction: long, remark_agenda: long });
    await send('femke', `${at}/verslag/verzoek`, { part: 'agenda', person: 'anna' });
    made.report = last(await send('femke', `${at}/verslag/vaststelling`, { audience: 'network' }));
}

// A workshop today: anna is there, noor left early, sami is expected, bram walked in, and so did a guest.
async function workshopToday(send) {
    const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' }).format(new Date());
    const at = await send('femke', '/bijeenkomsten/nieuw?reeks=ict-2018-reeks', {
        title_nl: long.trim(),
        title_en: long.trim(),
        number: '57',
        audience: 'network',
        day,
    });
    await send('femke', `${at}/inschrijvingen/bewerken`, { room_places: '3', online_places: '1' });
    for (const person of ['anna', 'noor', 'sami']) await send(person, `${at}/inschrijven`, { pool: 'room' });
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
    const tables = await tablesWorkshop(send);
    made.tables = last(tables);
    made.note = last((await links('anna', `${tables}/tafels/1/notities/1`, `${tables}/tafels/notities/`))[0]);
    made.today = await workshopToday(send);
    made.cancelled = await cancelledWorkshop(send);
    Object.assign(made, await planned(send, `/bijeenkomsten/${made.full}`));
    made.live = await liveWorkshop(send);
    made.pitching = await pitchingWorkshop(send);
    made.live_question = last((await links('femke', `/bijeenkomsten/${made.live}/live`, '/vragen/'))[0]);
    await heldWorkshop(send, made);
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
