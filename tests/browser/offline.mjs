// SPDX-License-Identifier: EUPL-1.2
// A table's notes when the wifi drops: what was typed is kept, and sent once (assets/sending.js).
// Use: node tests/browser/offline.mjs
import { tablesWorkshop } from './page_workshops.mjs';
import { closePage, newPage, openBrowser } from './gate.mjs';
import { email, password, startSite } from './site.mjs';

const waiting = 'Bewaard op dit apparaat. Het wordt verstuurd zodra er verbinding is.';

async function signIn(browser, site, person, options = {}) {
    const page = await newPage(browser, { width: 390, ...options });
    await page.goto(`${site.address}/aanmelden`);
    await page.fill('main [name=email]', email(person));
    await page.fill('main [name=password]', password);
    await page.click('main form[novalidate] button[type=submit]');
    await page.waitForURL((url) => !url.pathname.endsWith('/aanmelden'));
    return page;
}

// As the pages' own send, with one signed-in page for each person.
function sender(browser, site) {
    const open = new Map();
    return async (person, address, fields, button = '') => {
        if (!open.has(person)) open.set(person, await signIn(browser, site, person, { js: false }));
        const page = open.get(person);
        await page.goto(site.address + address);
        for (const [name, value] of Object.entries(fields)) {
            const field = page.locator(`main [name="${name}"]`).first();
            const kind = await field.evaluate((element) => element.type);
            if (kind === 'radio') await page.check(`main [name="${name}"][value="${value}"]`);
            else if (kind.startsWith('select')) await field.selectOption(value);
            else await field.fill(value);
        }
        const first = Object.keys(fields)[0];
        const form = first ? `main form:has([name="${first}"])` : 'main form[novalidate]';
        await page.click(`${form} :is(${button ? `button[value="${button}"]` : 'button[type=submit]'}) >> nth=0`);
        return new URL(page.url()).pathname;
    };
}

const line = (page) => page.locator('.k-once').textContent();
const noted = (page) => page.locator('.k-prose').allInnerTexts();
const stored = (page) => page.evaluate(() => JSON.stringify(Object.entries(localStorage)));

async function said(page, text) {
    await page.waitForFunction((wanted) => document.querySelector('.k-once')?.textContent === wanted, text);
}

async function appears(page, text, times = 1) {
    await page.locator('.k-prose', { hasText: text }).first().waitFor({ timeout: 20_000 });
    await page.reload();
    const found = (await noted(page)).filter((one) => one.includes(text)).length;
    equal(found, times);
}

async function note(page, text) {
    await page.fill('[name=body]', text);
    await page.click('form[data-once] button[type=submit]');
}

const tests = {
    'what is noted without a connection is kept, said so, and sent once': async ({ page, context }) => {
        await context.setOffline(true);
        await note(page, 'Zonder verbinding genoteerd');
        await said(page, waiting);
        equal(await page.inputValue('[name=body]'), '');
        equal((await stored(page)).includes('Zonder verbinding genoteerd'), true);
        await context.setOffline(false);
        await appears(page, 'Zonder verbinding genoteerd');
        equal(await page.evaluate(() => localStorage.length), 0);
    },
    'two notes made without a connection arrive both, in order': async ({ page, context }) => {
        await context.setOffline(true);
        await note(page, 'Eerste van twee');
        await said(page, waiting);
        await note(page, 'Tweede van twee');
        await said(page, waiting);
        await context.setOffline(false);
        await appears(page, 'Tweede van twee');
        const texts = (await noted(page)).join(' ');
        equal(texts.indexOf('Eerste van twee') < texts.indexOf('Tweede van twee'), true);
    },
    'when the answer is lost after the server had it, it is there once': async ({ page, at }) => {
        let lost = 0;
        await page.route(at, async (route) => {
            if (route.request().method() !== 'POST' || lost > 0) return route.continue();
            lost += 1;
            await route.fetch();
            return route.abort('connectionreset');
        });
        await note(page, 'Antwoord kwijt');
        await appears(page, 'Antwoord kwijt');
        equal(lost, 1);
        await page.unroute(at);
    },
    'what waits survives that the page is closed': async ({ page, context, at }) => {
        await context.setOffline(true);
        await note(page, 'Telefoon viel uit');
        await said(page, waiting);
        const other = await context.newPage();
        await page.goto('about:blank');
        await context.setOffline(false);
        await other.goto(at);
        await appears(other, 'Telefoon viel uit');
        await other.close();
        await page.goto(at);
    },
    'what was typed and not sent is back on the page': async ({ page }) => {
        await page.fill('[name=body]', 'Nog niet klaar');
        await page.reload();
        equal(await page.inputValue('[name=body]'), 'Nog niet klaar');
        equal(await line(page), 'We hebben teruggezet wat je eerder typte.');
        await page.fill('[name=body]', '');
    },
    'what is refused comes back with what is wrong': async ({ page, at }) => {
        await note(page, 'x'.repeat(4001));
        await page.locator('.k-error-summary').waitFor();
        equal((await page.inputValue('[name=body]')).length, 4001);
        equal((await stored(page)).includes('xxxx'), false);
        await page.goto(at);
    },
    'signing out leaves nothing of it on the device': async ({ page, context, site }) => {
        await page.fill('[name=body]', 'Half');
        equal((await stored(page)).includes('Half'), true);
        await context.setOffline(false);
        await page.goto(`${site.address}/mijn`);
        await page.click('form[action="/afmelden"] button');
        await page.waitForURL((url) => url.pathname !== '/mijn');
        equal((await stored(page)).includes('Half'), false);
    },
    'without a script the browser says so itself, and Back has the text': async ({ browser, site, at }) => {
        const page = await signIn(browser, site, 'anna', { js: false });
        await page.goto(at);
        await page.fill('[name=body]', 'Zonder script');
        await page.context().setOffline(true);
        const failed = page.waitForEvent('requestfailed');
        await page.click('form[data-once] button[type=submit]', { noWaitAfter: true });
        await failed;
        await page.waitForURL(/^chrome-error:/);
        await page.context().setOffline(false);
        await page.goBack({ waitUntil: 'domcontentloaded' });
        equal(await page.inputValue('[name=body]'), 'Zonder script');
        await page.click('form[data-once] button[type=submit]');
        await appears(page, 'Zonder script');
        await closePage(page);
    },
};

function equal(found, expected) {
    if (found !== expected)
        throw new Error(`expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)}`);
}

async function main() {
    const site = await startSite();
    const browser = await openBrowser();
    const workshop = await tablesWorkshop(sender(browser, site));
    const at = `${site.address}${workshop}/tafels/1/notities/1`;
    const page = await signIn(browser, site, 'anna');
    await page.goto(at);
    let number = 0;
    let failed = 0;
    for (const [name, test] of Object.entries(tests)) {
        number += 1;
        try {
            await test({ browser, site, at, page, context: page.context() });
            console.log(`ok ${number} - ${name}`);
        } catch (error) {
            failed += 1;
            console.log(`not ok ${number} - ${name}\n  # ${error.message}`);
            await page.context().setOffline(false);
            await page.goto(at);
        }
    }
    await browser.close();
    await site.close();
    console.log(`1..${number}\n${number - failed} passed, ${failed} failed`);
    process.exitCode = failed === 0 ? 0 : 1;
}

await main();
