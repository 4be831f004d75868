// SPDX-License-Identifier: EUPL-1.2
// What the addresses of page_list.mjs need to be there.
import { ownFigure } from './page_factors.mjs';
import { long, network, question } from './page_places.mjs';
import { draftTender } from './page_tenders.mjs';
import {
    cancelledWorkshop,
    fullWorkshop,
    guestSpeaker,
    heldWorkshop,
    liveWorkshop,
    pitchingWorkshop,
    planned,
    tablesWorkshop,
    workshopToday,
} from './page_workshops.mjs';

// One that everyone reads, a draft, and one that takes so long that it is still being computed.
async function scenarios(send) {
    const fleet = { device_1: 'laptop', count_1: '1000', device_2: 'desktop', count_2: '200' };
    const make = (title) => send('anna', '/rekenhulp/nieuw', { title, ...fleet });
    const shared = await make('Laptops en desktops');
    await send('anna', `${shared}/bewerken`, { title: 'Laptops en desktops', audience: 'everyone' });
    const waiting = await make('Een miljoen trekkingen');
    await send('anna', `${waiting}/aannames`, { draws: '1000000' });
    const last = (path) => path.split('/').at(-1);
    return { scenario: last(shared), draft_scenario: last(await make('Concept')), long_scenario: last(waiting) };
}

/// Makes what the addresses need, with `send(person, address, fields)`, which sends a form and gives the path
/// it leads to, `keep(person, name, value)`, which gives them a cookie, `mails()`, the texts of all mail, and
/// `receive(message)`, which takes mail that comes in. Gives the words for the addresses.
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
    await draftTender(send, links, made);
    const answered = await send('sami', `/vragen/${question}`, { body: `Mijn antwoord. ${body}` });
    made.answer = answered.split('#')[1];
    const statement = '/stellingen/st-recht-1/bronnen';
    await send('eva', `${statement}?q=Beeldschermen+uit+de+wijk`, { naming: 'name' });
    made.consent = last((await links('anna', '/mijn', '/toestemming/'))[0]);
    made.version = last((await links('anna', '/leerpunten/les-r-ladder', '/versies/'))[0]);
    await send('beheer', '/beheer/mensen/nieuw', { email: 'nieuw@linderdam.example', name: long.slice(0, 90) });
    await send('', '/aanmelden', { email: 'noor@kringloop.example' }, 'link');
    made.invitation_token = await mails(/uitnodiging\?t=([\w-]+)/);
    await ownFigure(send);
    await send('anna', '/mijn/post', { 'network-ict-2018': 'everything' });
    await send('sami', `/vragen/${question}`, { body: 'Nog een antwoord, voor de post.' });
    made.stop = await mails(/post\/uitschrijven\/([\w.-]+)/);
    const reply = await mails(/<anna@linderdam\.example>[\s\S]*?Reply-To: <([^>]+)>/);
    receive(`Delivered-To: ${reply}\nFrom: anna@thuis.example\nMessage-ID: <1@thuis.example>\n\n${long}\n\n${body}\n`);
    made.held = last((await links('anna', '/mijn/post', '/mijn/post/antwoorden/'))[0]);
    made.guest = await guestSpeaker(send, mails, keep);
    made.sign_in_token = await mails(/aanmelden\/link\?t=([\w-]+)/);
    Object.assign(made, await scenarios(send));
    return made;
}
