// SPDX-License-Identifier: EUPL-1.2
// Tests assets/kring.js: drafts are sent, kept on the device while there is no connection, and come back; the
// folded menu closes with Escape. Use: node tests/browser/script_test.mjs
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { closePage, newPage, openBrowser } from './gate.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const origin = 'http://kring.test';
const draftAddress = '/mijn/concepten/inschrijving';

// Answers for the site inside the browser. `drafts` collects what was sent; `answer` may change.
async function visit(browser, options = {}) {
    const page = await newPage(browser, { width: 390, ...options });
    const site = { page, drafts: [], answer: { status: 204 } };
    const sample = readFileSync(path.join(root, 'tests/browser/sample/page.html'), 'utf8');
    await page.clock.install();
    await page.route(`${origin}/**`, (route) => {
        const address = new URL(route.request().url()).pathname;
        if (address === '/page.html') return route.fulfill({ contentType: 'text/html', body: sample });
        if (address === '/kring.css') return route.fulfill({ contentType: 'text/css', body: '' });
        if (address === '/kring.js') return route.fulfill({ path: path.join(root, 'assets/kring.js') });
        if (address !== draftAddress) return route.fulfill({ status: 204 });
        if (site.answer === 'offline') return route.abort('internetdisconnected');
        site.drafts.push(new URLSearchParams(route.request().postData()));
        return route.fulfill(site.answer);
    });
    await page.goto(`${origin}/page.html`);
    return site;
}

const line = (page) => page.locator('.k-draft').textContent();
const typeWish = (page, text) => page.fill('#wens', text);
async function tenSeconds(page, until) {
    await page.clock.runFor(10_000);
    await page.waitForFunction(
        (wanted) => document.querySelector('.k-draft').textContent.includes(wanted),
        until,
    );
}

const tests = {
    'sends a changed form as a draft, with its token': async (browser) => {
        const { page, drafts } = await visit(browser);
        await typeWish(page, 'Telt een accu mee?');
        await tenSeconds(page, 'Concept bewaard om');
        equal(drafts.length, 1);
        equal(drafts[0].get('wens'), 'Telt een accu mee?');
        equal(drafts[0].get('csrf'), 'b1c7e0');
        return page;
    },
    'sends nothing while nothing changes': async (browser) => {
        const { page, drafts } = await visit(browser);
        await page.clock.runFor(60_000);
        equal(drafts.length, 0);
        return page;
    },
    'keeps what was typed on the device without a connection, and puts it back': async (browser) => {
        const site = await visit(browser);
        site.answer = 'offline';
        await typeWish(site.page, 'Onderweg getypt');
        await site.page.check('#anoniem');
        await tenSeconds(site.page, 'Geen verbinding');
        const stored = await site.page.evaluate(() => JSON.stringify(localStorage));
        equal(stored.includes('b1c7e0'), false);
        await site.page.reload();
        equal(await site.page.inputValue('#wens'), 'Onderweg getypt');
        equal(await site.page.isChecked('#anoniem'), true);
        equal(await line(site.page), 'We hebben teruggezet wat je eerder typte.');
        return site.page;
    },
    'forgets it on the device once the server has it': async (browser) => {
        const site = await visit(browser);
        site.answer = 'offline';
        await typeWish(site.page, 'Eerst hier');
        await tenSeconds(site.page, 'Geen verbinding');
        site.answer = { status: 204 };
        await tenSeconds(site.page, 'Concept bewaard om');
        equal(await site.page.evaluate(() => localStorage.length), 0);
        return site.page;
    },
    'keeps it on the device when the session has ended': async (browser) => {
        const site = await visit(browser);
        site.answer = { status: 303, headers: { Location: '/aanmelden' } };
        await typeWish(site.page, 'Sessie voorbij');
        await tenSeconds(site.page, 'Geen verbinding');
        equal(await site.page.evaluate(() => localStorage.length), 1);
        return site.page;
    },
    'keeps nothing on the device when the server declines the draft': async (browser) => {
        const site = await visit(browser);
        site.answer = { status: 400 };
        await typeWish(site.page, 'Anoniem');
        await site.page.clock.runFor(30_000);
        equal(await site.page.evaluate(() => localStorage.length), 0);
        return site.page;
    },
    'forgets what is older than a day': async (browser) => {
        const { page } = await visit(browser);
        await page.evaluate((place) => {
            const old = { at: Date.now() - 86_400_001, fields: [['wens', 'Van vorige week']] };
            localStorage.setItem(place, JSON.stringify(old));
        }, `kring ${draftAddress}`);
        await page.reload();
        equal(await page.inputValue('#wens'), '');
        equal(await page.evaluate(() => localStorage.length), 0);
        return page;
    },
    'closes the menu with Escape and gives the focus back': async (browser) => {
        const { page } = await visit(browser);
        await page.click('.k-unfold summary');
        await page.keyboard.press('Tab');
        await page.keyboard.press('Escape');
        equal(await page.evaluate(() => document.querySelector('.k-unfold').open), false);
        equal(await page.evaluate(() => document.activeElement.tagName), 'SUMMARY');
        return page;
    },
};

function equal(found, expected) {
    if (found !== expected)
        throw new Error(`expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)}`);
}

async function main() {
    const browser = await openBrowser();
    let number = 0;
    let failed = 0;
    for (const [name, test] of Object.entries(tests)) {
        number += 1;
        try {
            await closePage(await test(browser));
            console.log(`ok ${number} - ${name}`);
        } catch (error) {
            failed += 1;
            console.log(`not ok ${number} - ${name}\n  # ${error.message}`);
        }
    }
    await browser.close();
    console.log(`1..${number}\n${number - failed} passed, ${failed} failed`);
    process.exitCode = failed === 0 ? 0 : 1;
}

await main();
