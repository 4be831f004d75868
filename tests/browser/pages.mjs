// SPDX-License-Identifier: EUPL-1.2
// Takes every kind of page of Kring through the gate, for every role and in both languages: accessibility,
// valid HTML, our own rules, the keyboard, reflow, weight. By default axe looks at two widths for a visitor and
// an editor and at one for the others, and the keyboard goes over each page once. Fails also when a route or a
// template was left out.   node tests/browser/pages.mjs [--full] [--only TEMPLATE,…]
//   --full: axe at three widths for everyone      --only: these templates alone, and no word on what is left out
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { complaints } from './browser.mjs';
import { checkPage, closePage, inWords, newPage, openBrowser, weigh } from './gate.mjs';
import { not_pages, pages } from './page_list.mjs';
import { prepare } from './page_makers.mjs';
import { email, password, program, startSite } from './site.mjs';

const source = fileURLToPath(new URL('../../src', import.meta.url));
const roles = ['', 'anna', 'sami', 'femke', 'eva', 'beheer', 'bram'];
const languages = ['nl', 'en'];
const isFull = process.argv.includes('--full');
const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1].split(',') : null;

const routes = execFileSync(program(), ['routes'], { encoding: 'utf8', env: {} })
    .split('\n')
    .map((line) => line.split('\t'))
    .filter(([method]) => method === 'GET')
    .map(([, nl, en]) => ({ nl, en: en || nl, visited: not_pages.includes(nl) }));

// The address in the language, by the route it belongs to.
function translated(address, language) {
    const [way, query] = address.split('?');
    const parts = way.split('/');
    const isOf = ({ nl }) => {
        const wanted = nl.split('/');
        return (
            wanted.length === parts.length &&
            wanted.every((word, index) => word.startsWith('{') || word === parts[index])
        );
    };
    // Fixed words before parts: /vragen/nieuw is not a question.
    const [route] = routes.filter(isOf).sort((one, other) => count(one.nl, '{') - count(other.nl, '{'));
    if (!route) return address;
    route.visited = true;
    if (language === 'nl') return address;
    const words = route.nl.split('/').flatMap((word, index) => (word.startsWith('{') ? [parts[index]] : []));
    const english = route.en.replace(/\{\w+\}/g, () => words.shift());
    return query === undefined ? english : `${english}?${query}`;
}

function count(text, letter) {
    return text.split(letter).length - 1;
}

// The names of templates that are given to desk::show.
function templatesInSource() {
    const files = readdirSync(source, { recursive: true }).map((name) => name.toString());
    const templates = new Set(files.filter((name) => name.endsWith('.html')).map((name) => path.parse(name).name));
    const shown = new Set();
    for (const file of files.filter((name) => name.endsWith('.cpp'))) {
        const statements = readFileSync(path.join(source, file), 'utf8').split(';');
        for (const statement of statements.filter((one) => one.includes('desk::show(')))
            for (const [, name] of statement.matchAll(/"([a-z_]+)"/g)) if (templates.has(name)) shown.add(name);
    }
    return [...shown];
}

class Tour {
    constructor(browser, site) {
        this.browser = browser;
        this.site = site;
        this.cookies = new Map();
        this.pages = new Map();
        this.findings = new Map();
        this.weights = new Map();
        this.open = new Map();
        this.closedSeen = new Set();
        this.walked = new Set();
        this.counts = { pages: 0, closed: 0, axe: 0, keyboard: 0, bytes: 0 };
    }

    async signIn(person) {
        const page = await newPage(this.browser);
        if (person) await this.#enter(page, person, '/aanmelden');
        this.cookies.set(person, await page.context().storageState());
        await closePage(page);
    }

    async #enter(page, person, address) {
        if (address) await page.goto(this.site.address + address);
        await page.fill('main [name=email]', email(person));
        await page.fill('main [name=password]', password);
        await press(page, '');
    }

    /// Fills in the form at the address by the names of its fields and sends it; gives where it leads.
    async send(person, address, fields, button = '') {
        const page = await newPage(this.browser, { storageState: this.cookies.get(person) });
        await page.goto(this.site.address + address);
        await fill(page, fields);
        await press(page, button, Object.keys(fields)[0]);
        if (await page.locator('input[name=seen_similar]').count()) await press(page, '');
        if (await page.locator('input[name=shown]').count()) await press(page, '', 'shown');
        const refused = await page.locator('.k-error-summary').allInnerTexts();
        if (refused.length > 0) throw new Error(`${address} is refused: ${refused}`);
        const { pathname, hash } = new URL(page.url());
        await closePage(page);
        return pathname + hash;
    }

    /// Gives somebody a cookie besides that of their session.
    keep(person, name, value) {
        const { hostname } = new URL(this.site.address);
        const more = { name, value, domain: hostname, path: '/', expires: -1, httpOnly: true, secure: false, sameSite: 'Lax' };
        this.cookies.get(person).cookies.push(more);
    }

    /// The addresses of links on a page that begin with some text.
    async links(person, address, begin) {
        const page = await newPage(this.browser, { storageState: this.cookies.get(person) });
        await page.goto(this.site.address + address);
        const found = await page
            .locator(`main a[href^="${begin}"]`)
            .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
        await closePage(page);
        return found;
    }

    /// What an expression catches in the newest mail that has it, once that has been sent.
    async mails(expression) {
        const folder = path.join(this.site.folder, 'mail');
        for (let tries = 0; tries < 100; tries += 1) {
            const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.eml')) : [];
            for (const name of names) {
                const text = readFileSync(path.join(folder, name), 'utf8').replace(/=\r?\n/g, '').replace(/=3D/g, '=');
                const [, caught] = expression.exec(text) ?? [];
                if (caught) return caught;
            }
            await new Promise((resolve) => setTimeout(resolve, 200));
        }
        throw new Error(`no mail with ${expression}`);
    }

    async look({ role, language, template, entry }) {
        const address = this.site.address + translated(entry.at, language);
        const status = await this.#status(address, role);
        const what = `${role} ${language} ${status}`;
        // To whom a page is closed, the answer is the same every time; one of each is enough.
        if (template !== 'message_page' && status >= 400) {
            this.counts.closed += 1;
            if (this.closedSeen.has(what) && !isFull) return;
            this.closedSeen.add(what);
        }
        const page = await this.#pageFor(role, language, entry);
        const name = [template, role || 'nobody', language, entry.at, ...(entry.error ? ['with errors'] : [])].join(' ');
        const response = await page.goto(address);
        if (this.#isElsewhere(page, entry)) this.counts.closed += 1;
        else if (template !== 'message_page' && status >= 400) await this.#gate(page, name, { role, language });
        else {
            const last = (await this.#act(page, entry, role)) ?? response;
            await this.#check(page, name, { role, language, template, entry, status: last.status() });
        }
        if (entry.forgotten) await closePage(page);
    }

    // The answer to who has this role, without a browser.
    async #status(address, role) {
        const cookie = this.cookies.get(role).cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
        return (await fetch(address, { headers: { cookie } })).status;
    }

    // One page for each role and language, without a cache, so that every visit weighs as the first.
    async #pageFor(role, language, entry) {
        const key = `${role} ${language}`;
        if (!entry.forgotten && this.pages.has(key)) return this.pages.get(key);
        const page = await newPage(this.browser, { storageState: this.cookies.get(role), language });
        page.setDefaultTimeout(10_000);
        const session = await page.context().newCDPSession(page);
        await session.send('Network.enable');
        await session.send('Network.setCacheDisabled', { cacheDisabled: true });
        if (!entry.forgotten) this.pages.set(key, page);
        return page;
    }

    // At the door, asked to sign in; or inside already, with nothing to do at the door.
    #isElsewhere(page, entry) {
        const { pathname } = new URL(page.url());
        const isAtDoor = /\/(aanmelden|sign-in)$/.test(pathname);
        return isAtDoor !== (entry.at === '/aanmelden') && (isAtDoor || /^\/(en)?$/.test(pathname));
    }

    async #act(page, entry, role) {
        if (!entry.error && entry.press === undefined && !entry.forgotten) return null;
        await fill(page, entry.fill ?? {});
        if (entry.error) await empty(page);
        if (entry.file) await page.setInputFiles('input[type=file]', pdf(entry.file));
        if (entry.forgotten) await page.context().clearCookies();
        let response = await press(page, entry.press ?? '');
        if (await page.locator('input[name=seen_similar]').count()) response = await press(page, '');
        if (entry.forgotten) response = await this.#enter(page, role, '');
        if (entry.error && (await page.locator('.k-error-summary').count()) === 0) return null;
        return response;
    }

    async #check(page, name, { role, language, template, entry, status }) {
        const key = JSON.stringify(entry);
        if (entry.error && (await page.locator('.k-error-summary').count()) === 0)
            this.add({ page: name, part: 'pages', rule: 'no-error', where: '', text: `no error summary (${status})` });
        this.open.set(key, template);
        const isFirst = !this.walked.has(key);
        this.walked.add(key);
        const { bytes } = weigh(page);
        const heaviest = this.weights.get(entry.at);
        if (!heaviest || heaviest.bytes < bytes) this.weights.set(entry.at, { bytes, role, language });
        this.counts.bytes += bytes;
        await this.#gate(page, name, { role, language, isFirst });
    }

    async #gate(page, name, { role, language, isFirst = false }) {
        this.counts.pages += 1;
        for (const text of complaints(page))
            if (!/status of 4\d\d/.test(text)) this.add({ page: name, part: 'console', rule: 'console', where: '', text });
        const { skip, widths } = planOf({ isMain: isMain(role), isFirst });
        this.counts.axe += skip.includes('axe') ? 0 : widths.length;
        this.counts.keyboard += skip.includes('keyboard') ? 0 : 1;
        for (const finding of await checkPage(page, name, { skip, widths })) this.add(finding);
    }

    add(finding) {
        const key = [finding.page.split(' ')[0], finding.part, finding.rule, finding.where].join(' ');
        const found = this.findings.get(key) ?? { finding, times: 0 };
        if (found.times === 0) console.log(`not ok ${inWords(finding)}`);
        this.findings.set(key, { ...found, times: found.times + 1 });
    }
}

// Whose pages are looked at in both languages and at two widths.
function isMain(role) {
    return role === '' || role === 'eva';
}

// What the gate does: everything where a page comes by first; for a visitor and an editor axe at two widths and
// reflow; for the others axe at one width. They see pages in Dutch alone, but for their very own.
function planOf({ isMain: isOfMain, isFirst }) {
    if (isFull) return { skip: isFirst ? ['console'] : ['console', 'keyboard'], widths: [320, 390, 1280] };
    if (isFirst) return { skip: ['console'], widths: [390, 1280] };
    if (isOfMain) return { skip: ['console', 'keyboard'], widths: [390, 1280] };
    return { skip: ['console', 'keyboard', 'reflow'], widths: [390] };
}

async function fill(page, fields) {
    for (const [name, value] of Object.entries(fields)) {
        const field = page.locator(`main [name="${name}"]`).first();
        const kind = await field.evaluate((element) => element.type ?? element.tagName);
        if (kind === 'radio') await page.check(`main [name="${name}"][value="${value}"]`);
        else if (kind === 'checkbox') await field.check();
        else if (kind.startsWith('select')) await field.selectOption(value);
        else await field.fill(value);
    }
}

// One empty page.
function pdf(name) {
    const objects = ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R] /Count 1 >>', '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>'];
    let text = '%PDF-1.7\n';
    const places = objects.map((body, at) => {
        const place = text.length;
        text += `${at + 1} 0 obj\n${body}\nendobj\n`;
        return `${String(place).padStart(10, '0')} 00000 n \n`;
    });
    const begin = text.length;
    text += `xref\n0 4\n0000000000 65535 f \n${places.join('')}trailer\n<< /Size 4 /Root 1 0 R /Info << /Author (Gerda) >> >>\nstartxref\n${begin}\n%%EOF\n`;
    return { name, mimeType: 'application/pdf', buffer: Buffer.from(text) };
}

async function empty(page) {
    for (const field of await page.locator('main form[novalidate] :is(textarea, input:not([type]), [type=text], [type=email], [type=number])').all())
        if (await field.isVisible()) await field.fill('');
}

// Gives the response of the page that comes; a redirect's own is not the last. `field` tells which form is meant.
async function press(page, button, field) {
    const form = field ? `main form:has([name="${field}"])` : 'main form[novalidate]';
    const which = button ? `button[value="${button}"], button[name="${button}"]` : 'button[type=submit]';
    const isLast = (response) => response.request().isNavigationRequest() && response.status() !== 303;
    const [response] = await Promise.all([
        page.waitForResponse(isLast),
        page.waitForEvent('domcontentloaded'),
        page.locator(`${form} :is(${which})`).first().click(),
    ]);
    return response;
}

function* jobs(made) {
    const filled = (at) => at.replace(/\{(\w+)\}/g, (_, name) => made[name]);
    for (const [template, list] of Object.entries(pages)) {
        if (only && !only.includes(template)) continue;
        for (const one of list) {
            const entry = typeof one === 'string' ? { at: filled(one) } : { ...one, at: filled(one.at) };
            const whose = entry.as ? [entry.as] : roles.filter((role) => role !== 'bram' || isFull);
            for (const role of whose) {
                const spoken = isFull || isMain(role) || entry.as ? languages : languages.slice(0, 1);
                for (const language of spoken) yield { role, language, template, entry };
            }
        }
    }
}

// What nobody came by.
function left(tour, all) {
    const lacks = [];
    const templates = new Set(tour.open.values());
    if (!only) {
        for (const { nl, visited } of routes) if (!visited) lacks.push(`no page of ${nl} was visited`);
        for (const name of templatesInSource()) if (!templates.has(name)) lacks.push(`template ${name} was not seen`);
    }
    for (const { entry, template } of all)
        if (!tour.open.has(JSON.stringify(entry))) lacks.push(`${template}: nobody could open ${JSON.stringify(entry)}`);
    return lacks;
}

function report(tour, all, seconds) {
    const lacks = left(tour, all);
    for (const line of new Set(lacks)) console.log(`not ok ${line}`);
    const heaviest = [...tour.weights].sort(([, one], [, other]) => other.bytes - one.bytes);
    console.log('\nBytes over the line on a first visit, the ten heaviest:');
    for (const [at, { bytes, role, language }] of heaviest.slice(0, 10))
        console.log(`  ${String(bytes).padStart(6)}  ${at} (${role || 'nobody'}, ${language})`);
    const { counts } = tour;
    const templates = new Set(tour.open.values()).size;
    console.log(`\n${tour.open.size} pages from ${templates} templates × ${roles.length} roles × 2 languages:`);
    console.log(`  ${counts.pages} times through the gate, ${counts.closed} times rightly closed,`);
    console.log(`  ${counts.axe} runs of axe besides those for the other colour scheme, ${counts.keyboard} walks by key,`);
    console.log(`  ${Math.round(counts.bytes / 1000)} kB in all, 0 bytes of JavaScript required; ${seconds} s`);
    const failed = tour.findings.size + new Set(lacks).size;
    console.log(`${counts.pages} passed, ${failed} failed`);
    process.exitCode = failed === 0 ? 0 : 1;
}

async function main() {
    const begun = Date.now();
    const site = await startSite();
    const browser = await openBrowser();
    const tour = new Tour(browser, site);
    try {
        for (const role of roles) await tour.signIn(role);
        const made = await prepare({
            send: (...given) => tour.send(...given),
            links: (...given) => tour.links(...given),
            mails: (...given) => tour.mails(...given),
            keep: (...given) => tour.keep(...given),
            receive: (message) => site.run(['receive'], message),
        });
        const all = [...jobs(made)];
        const work = async (role) => {
            for (const job of all.filter((one) => one.role === role)) {
                try {
                    await tour.look(job);
                } catch (error) {
                    const page = `${job.template} ${job.role} ${job.language} ${JSON.stringify(job.entry)}`;
                    tour.add({ page, part: 'pages', rule: 'visit', where: page, text: error.message.split('\n')[0] });
                }
            }
        };
        // Each role has its own pages; as many at once as there are processors.
        const left = [...roles];
        const worker = async () => {
            for (let role = left.shift(); role !== undefined; role = left.shift()) await work(role);
        };
        await Promise.all(os.cpus().slice(0, 4).map(worker));
        report(tour, all, Math.round((Date.now() - begun) / 1000));
    } finally {
        await browser.close();
        await site.close();
    }
}

await main();
