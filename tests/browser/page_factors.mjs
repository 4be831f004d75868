// SPDX-License-Identifier: EUPL-1.2
// A figure of one's own, with texts as long as they may be.
import { long } from './page_places.mjs';

/// `send` as in page_makers.mjs.
export async function ownFigure(send) {
    await send('beheer', '/beheer/kengetallen/nieuw', {
        name: long.slice(0, 200),
        quantity: 'embodied',
        device_class: 'laptop',
        value: '250,5',
        low: '200',
        high: '400',
        year: '2025',
        source: long.slice(0, 290),
        url: 'https://example.org/meting',
        licence: 'own',
        certainty: 'unverified',
        note: long,
    });
}
