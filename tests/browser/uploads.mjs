// SPDX-License-Identifier: EUPL-1.2
// Every evil file through the real form in a real browser: what is refused is refused with its reason on the
// page and every word typed still there; what is accepted comes as an attachment, under a tame name, and
// runs nothing; a photo is shown as a picture. clamd is a stand-in that speaks its protocol.
//   node tests/browser/uploads.mjs
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { openBrowser } from './gate.mjs';
import { phrasesOf } from './phrases.mjs';
import { startSite } from './site.mjs';
import { eventually, visitor } from './visitor.mjs';

const script = fileURLToPath(new URL('../fixtures/evil_files.py', import.meta.url));
const say = phrasesOf('nl');
const alt = 'Vrouw met kort grijs haar, "lacht" <b>breed</b>';
const titles = { slides: say('speaker.task.slides'), photo: say('speaker.task.photo') };
const most = { kinds: { slides: 'pdf, odp, pptx', photo: 'jpg, png' }, megabytes: '25' };

let passed = 0;
let failed = 0;

/// One file sent, and what must come of it.
async function check(name, run) {
    try {
        await run();
        passed += 1;
    } catch (error) {
        failed += 1;
        console.log(`not ok ${name}: ${error.message.split('\n').slice(0, 3).join(' | ')}`);
    }
}

function holds(claim, words) {
    if (!claim) throw new Error(words);
}

/// Finds the EICAR test file in a stream, as clamd(8) tells it.
async function startScanner() {
    const server = createServer((socket) => {
        const parts = [];
        socket.on('error', () => {});
        socket.on('data', (part) => {
            parts.push(part);
            const sent = Buffer.concat(parts);
            if (sent.length < 14 || sent.readUInt32BE(sent.length - 4) !== 0) return;
            const isVirus = sent.includes('EICAR-STANDARD-ANTIVIRUS-TEST-FILE');
            socket.end(isVirus ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0');
        });
    });
    await new Promise((resolve) => {
        server.listen(0, '127.0.0.1', resolve);
    });
    return { address: `127.0.0.1:${server.address().port}`, close: () => server.close() };
}

/// The link in the letter to the guest.
async function linkFrom(folder) {
    const found = await eventually(() => {
        const box = path.join(folder, 'mail');
        for (const file of existsSync(box) ? readdirSync(box) : []) {
            const text = readFileSync(path.join(box, file), 'utf8')
                .replace(/=\r?\n/g, '')
                .replaceAll('=3D', '=');
            const link = /http\S+\/spreker\?t=[\w-]{43}/.exec(text);
            if (link) return link[0];
        }
        return false;
    }, 20_000);
    holds(found, 'the letter with the link came');
    return found;
}

/// Puts a file under a name of any kind in the form: not every name can be one on a disk.
async function choose(page, name, bytes) {
    const data = bytes.toString('base64');
    await page.locator('input[type=file]').evaluate(
        (input, given) => {
            const raw = Uint8Array.from(atob(given.data), (c) => c.charCodeAt(0));
            const chosen = new DataTransfer();
            chosen.items.add(new File([raw], given.name));
            input.files = chosen.files;
        },
        { name, data },
    );
}

async function send(page, site, one, bytes) {
    await page.goto(`${site.address}/spreker/${one.form === 'photo' ? 'foto' : 'presentatie'}`);
    if (one.form === 'photo') await page.locator('input[name=photo_alt]').fill(alt);
    await choose(page, one.name, bytes);
    const [response] = await Promise.all([
        page.waitForResponse((answer) => answer.request().method() === 'POST'),
        page.locator('main form.k-form button[type=submit]').first().click(),
    ]);
    await page.waitForLoadState('domcontentloaded');
    return response;
}

async function checkRefused(page, one, response) {
    holds(response.status() === 400, `answered ${response.status()}`);
    const reason = say(`upload.problem.${one.outcome}`)
        .replace('{kinds}', most.kinds[one.form])
        .replace('{most}', most.megabytes);
    const words = await page.locator('main').innerText();
    holds(words.includes(reason), `the page does not say “${reason}”`);
    if (one.form === 'photo') {
        holds((await page.locator('input[name=photo_alt]').inputValue()) === alt, 'what was typed is gone');
    }
}

/// Opens what was accepted in a page of its own, as somebody would who was sent the address.
async function checkServed(page, site, one) {
    const words = await page.locator('main').innerText();
    holds(words.includes(say('speaker.received.scanned')), `not accepted: ${words.slice(0, 200)}`);
    const isPhoto = one.form === 'photo';
    const address = `${site.address}/spreker/${isPhoto ? 'foto' : 'presentatie'}/bestand`;
    const answer = await page.context().request.get(address);
    const head = answer.headers();
    holds(head['content-security-policy'] === "sandbox; default-src 'none'", 'the policy is another');
    holds(head['x-content-type-options'] === 'nosniff', 'it may be sniffed');
    const body = await answer.body();
    holds(!/alert\(1\)|Verborgen|<html/.test(body.toString('latin1')), 'it holds what it should not');
    const opened = await page.context().newPage();
    const said = [];
    opened.on('dialog', (dialog) => {
        said.push(dialog.message());
        dialog.dismiss();
    });
    opened.on('console', (message) => said.push(message.text()));
    const download = opened.waitForEvent('download', { timeout: isPhoto ? 1 : 5000 }).catch(() => null);
    await opened.goto(address).catch(() => null);
    const file = await download;
    if (isPhoto) {
        holds(/^image\/(png|jpeg)$/.test(head['content-type']), `a photo of ${head['content-type']}`);
        await opened.goto(`${site.address}/spreker/foto`);
        const width = await opened.locator('img.k-portrait').evaluate((image) => image.naturalWidth);
        const shown = await opened.locator('img.k-portrait').getAttribute('alt');
        holds(width > 0 && shown === alt, 'the picture is not shown with its words');
    } else {
        holds(head['content-disposition'].startsWith('attachment; filename="'), 'it is no attachment');
        holds(file, 'the browser shows it instead of keeping it');
        holds(/^[\w.-]{1,90}\.(pdf|odp|pptx)$/.test(file.suggestedFilename()), file.suggestedFilename());
    }
    holds(said.length === 0 || isPhoto, `something spoke: ${said.join(' ')}`);
    await opened.close();
}

async function tryFile(page, site, folder, one) {
    const bytes = readFileSync(path.join(folder, one.file));
    const response = await send(page, site, one, bytes);
    if (one.outcome === 'accepted') await checkServed(page, site, one);
    else await checkRefused(page, one, response);
}

async function invite(browser, site) {
    const walk = { language: 'nl', javascript: true, keyboard: false };
    const leader = await visitor(browser, site, walk, say);
    await leader.signIn('femke');
    await leader.menu(say('menu.networks'));
    await leader.page.goto(`${site.address}/bijeenkomsten/${site.workshop}/gastsprekers`);
    await leader.type(say('speaker.field.guest'), 'Gerda Gast');
    await leader.type(say('speaker.field.email'), 'gerda@elders.example');
    await leader.press(say('speaker.invite.submit'));
    holds((await leader.words()).includes(say('flash.guest_invited')), 'the guest was invited');
    return leader;
}

/// What readers may have follows what the guest agrees to, at once.
async function checkConsent(browser, site, guest, leader) {
    const stranger = await visitor(browser, site, { language: 'nl', javascript: false, keyboard: false }, say);
    const talks = `${site.address}/bijeenkomsten/${site.workshop}/sprekers`;
    const agree = async (isPublic) => {
        await guest.page.goto(`${site.address}/spreker/toestemming`);
        await guest.page.locator('input[name=naming][value=name]').check();
        for (const name of ['may_name', 'may_publish']) {
            await guest.page.locator(`input[name=${name}]`).setChecked(isPublic);
        }
        await guest.press(say('speaker.save'));
    };
    await agree(true);
    await stranger.page.goto(talks);
    const slides = await stranger.page.locator('a.nl-button[href*="/presentatie"]').getAttribute('href');
    const photo = await stranger.page.locator('img.k-portrait').getAttribute('src');
    const status = async (who, address) =>
        (await who.page.context().request.get(site.address + address)).status();
    holds((await status(stranger, slides)) === 200, 'readers have the slides');
    holds((await status(stranger, photo)) === 200, 'readers see the photo');
    await agree(false);
    holds((await status(stranger, slides)) === 404, 'the slides are closed at once');
    holds((await status(stranger, photo)) === 404, 'the photo is closed at once');
    holds((await status(leader, slides)) === 200, 'those who run the workshop still have them');
    await stranger.close();
}

async function main() {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'kring-evil-'));
    execFileSync('/usr/bin/python3', [script, folder], { stdio: 'inherit' });
    const cases = JSON.parse(readFileSync(path.join(folder, 'cases.json'), 'utf8'));
    const scanner = await startScanner();
    const site = await startSite([['virus_scanner', scanner.address]]);
    const browser = await openBrowser();
    try {
        site.workshop = 'ict-2018-bijeenkomst-4';
        const leader = await invite(browser, site);
        const link = await linkFrom(site.folder);
        const guest = await visitor(browser, site, { language: 'nl', javascript: true, keyboard: false }, say);
        await guest.page.goto(link);
        await guest.press(say('speaker.link.submit'));
        const seen = await guest.words();
        holds(seen.includes(say('speaker.portal.tasks')), `the guest came in: ${guest.path()} ${seen.slice(0, 300)}`);
        for (const one of cases) {
            if (!titles[one.form]) continue; // no form takes these; the unit tests do
            await check(one.file, () => tryFile(guest.page, site, folder, one));
        }
        await check('consent', () => checkConsent(browser, site, guest, leader));
    } finally {
        await browser.close();
        await site.close();
        scanner.close();
        rmSync(folder, { recursive: true, force: true });
    }
    console.log(`${passed} passed, ${failed} failed`);
    process.exitCode = failed === 0 ? 0 : 1;
}

await main();
