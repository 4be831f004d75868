// SPDX-License-Identifier: EUPL-1.2
// A draft tender of anna's with bids and a signed sheet, for the pages about them.

import { long, network } from './page_places.mjs';

export const tender = '/aanbestedingen/voorbeeld-gewicht-zonder-gevolg';

/// `send` and `links` as in page_makers.mjs.
export async function draftTender(send, links, made) {
    const at = await send('anna', `${network}/aanbestedingen/nieuw`, {
        title: long.trim().slice(0, 190),
        subject: long,
        procedure: long,
        audience: 'organisation',
    });
    const own = at.replace('/simulator', '');
    made.tender = own.split('/').at(-1);
    for (const [name, price, points] of [['Kringloop', '98750,25', '80'], [long.slice(0, 110), '110000', '60']]) {
        const bid = { name, price, s1: points, r1: long, s2: points };
        await send('anna', `${own}/offertes/nieuw`, bid);
    }
    const bids = (await links('anna', `${own}/offertes`, `${own}/offertes/`)).filter((at) => at.endsWith('/beoordeling'));
    made.bid = bids[0].split('/').at(-2);
    await send('anna', `${own}/uitslag`, { confirm: true });
}

/// Template to pages, as in page_list.mjs.
export const tender_pages = {
    tender_list: ['/aanbestedingen', `${network}/aanbestedingen`],
    tender_show: [tender, { at: '/aanbestedingen/{tender}', as: 'anna' }],
    tender_simulator: [`${tender}/simulator`, { at: '/aanbestedingen/{tender}/simulator', as: 'anna' }],
    bid_list: [{ at: '/aanbestedingen/{tender}/offertes', as: 'anna' }],
    bid_assessors: [{ at: '/aanbestedingen/{tender}/beoordelaars', as: 'anna' }],
    bid_award: [
        { at: '/aanbestedingen/{tender}/uitslag', as: 'anna' },
        { at: '/aanbestedingen/{tender}/uitslag', as: 'anna', error: true },
    ],
    bid_sheet: [{ at: '/aanbestedingen/{tender}/staten/1', as: 'anna' }],
};

/// Forms, all shown by network_form.
export const tender_forms = [
    { at: `${network}/aanbestedingen/nieuw`, as: 'anna' },
    { at: `${network}/aanbestedingen/nieuw`, as: 'anna', error: true },
    ...['bewerken', 'criteria', 'formule', 'markt', 'verwachting', 'offertes/nieuw', 'offertes/{bid}'].map((step) => ({
        at: `/aanbestedingen/{tender}/${step}`,
        as: 'anna',
    })),
    { at: '/aanbestedingen/{tender}/offertes/{bid}/beoordeling', as: 'anna' },
    { at: '/aanbestedingen/{tender}/offertes/nieuw', as: 'anna', error: true },
];
