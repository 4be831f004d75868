// SPDX-License-Identifier: EUPL-1.2
// Workshops in every stage of their life, for the tour of all pages: full, at tables, live, held, cancelled.
// `send` is that of prepare() in page_makers.mjs.
import { long, meeting, network } from './page_places.mjs';

// A guest speaker whose link sami has: with a talk, a name, and a passage of the summary to answer.
export async function guestSpeaker(send, mails, keep) {
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
export async function cancelledWorkshop(send) {
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
export async function fullWorkshop(send) {
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

/// A workshop with two tables in their first round: anna hosts the first, sami the second; each noted something.
/// `send` as in prepare().
export async function tablesWorkshop(send) {
    const day = new Date(Date.now() + 50 * 24 * 3600 * 1000).toISOString().slice(0, 10);
    const at = await send('femke', '/bijeenkomsten/nieuw?reeks=ict-2018-reeks', {
        title_nl: long.trim(),
        title_en: long.trim(),
        number: '11',
        audience: 'network',
        day,
    });
    await send('femke', `${at}/inschrijvingen/bewerken`, { room_places: '10', online_places: '0' });
    for (const person of ['anna', 'bram', 'sami', 'eva']) await send(person, `${at}/inschrijven`, { pool: 'room' });
    await send('femke', `${at}/tafels/opzet`, { tables: '2', rounds: '3', minutes: '15', mix: 'any' });
    await send('femke', `${at}/tafels/1/bewerken`, { host: 'anna' });
    await send('femke', `${at}/tafels/2/bewerken`, { host: 'sami' });
    await send('femke', `${at}/tafels/indeling`, {}, 'publish');
    await send('femke', `${at}/tafels/indeling`, {}, 'round');
    await send('anna', `${at}/tafels/1/notities/1`, { body: `${long}\n\n${long}` });
    await send('sami', `${at}/tafels/2/notities/1`, { body: 'Vraag om zeven jaar.' });
    return at;
}

// Topics being chosen for the first series and chosen for another one made after the template; and a message.
export async function planned(send, workshop) {
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
export async function newLiveWorkshop(send, number) {
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
export async function liveWorkshop(send) {
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
export async function pitchingWorkshop(send) {
    const at = await newLiveWorkshop(send, '6');
    await send('femke', `${at}/live/regie`, {}, 'begin');
    await send('femke', `${at}/live/pitches/nieuw`, { names: `Kringloop\nTweede Leven\n${long.slice(0, 110)}` });
    for (const wanted of ['start', 'next', 'start']) await send('femke', `${at}/live/regie`, {}, wanted);
    return at.split('/').at(-1);
}

// A workshop that was held, with what stays of it: commitments, an evaluation that was asked, a report in draft that
// anna checks, and one as fixed.
export async function heldWorkshop(send, made) {
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

/// A workshop of today for which three people are registered.
export async function workshopToday(send) {
    const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' }).format(new Date());
    const at = await send('femke', '/bijeenkomsten/nieuw?reeks=ict-2018-reeks', {
        title_nl: long.trim(),
        title_en: long.trim(),
        number: '57',
        audience: 'network',
        day,
    });
    await send('femke', `${at}/inschrijvingen/bewerken`, { room_places: '3', online_places: '1' });
    for (const person of ['anna', 'bram', 'sami']) await send(person, `${at}/inschrijven`, { pool: 'room' });
    return at.split('/').at(-1);
}
