// SPDX-License-Identifier: EUPL-1.2
// The gate every page must pass. axe alone sees half of what goes wrong, so there are six parts: axe, an HTML
// validator, rules of our own, a walk with the keyboard, reflow, and weight with a silent console.
// gate_selftest.mjs proves that it finds planted faults. Use:
//   const browser = await openBrowser();
//   const page = await newPage(browser, {language: 'en'});
//   await page.goto(address);
//   const findings = await checkPage(page, 'question');   // [] when all is well
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { FileSystemConfigLoader, HtmlValidate } from 'html-validate';
import { complaints, sourceOf, weigh } from './browser.mjs';
import { keyboardWalk } from './keyboard_walk.mjs';
import { ownRules } from './page_rules.mjs';

export { closePage, newPage, openBrowser, weigh } from './browser.mjs';

export const weightBytesMax = 50_000;
const allWidths = [320, 390, 1280];
const axeTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const config = JSON.parse(readFileSync(new URL('html_validate.json', import.meta.url), 'utf8'));
const validator = new HtmlValidate(new FileSystemConfigLoader(config));

/// Everything wrong with the page that is open: [{page, part, rule, where, text}]; `name` stands for it.
/// Needs a page with script, for our checks are script; gives back its size and scheme, not its focus.
/// `skip`: parts to leave out, of those in `parts`; `widths`: in px, those at which axe looks.
export async function checkPage(page, name, { skip = [], widths = allWidths } = {}) {
    const size = page.viewportSize();
    const findings = [];
    for (const [part, check] of Object.entries(parts)) {
        if (skip.includes(part)) continue;
        for (const finding of await check(page, widths)) findings.push({ page: name, part, ...finding });
        await page.setViewportSize(size);
    }
    return findings;
}

/// A finding in one line.
export function inWords({ page, part, rule, where, text }) {
    return `${page}: ${part}/${rule}: ${text}${where ? ` at ${where}` : ''}`;
}

// Weight and console first, before the checks themselves stir the page.
const parts = {
    weight: checkWeight,
    console: checkConsole,
    html: checkHtml,
    own: ownRules,
    axe: checkAxe,
    reflow: checkReflow,
    keyboard: keyboardWalk,
};

function checkWeight(page) {
    const { bytes, requests } = weigh(page);
    if (bytes <= weightBytesMax) return [];
    const heaviest = requests.sort((one, other) => other.bytes - one.bytes)[0];
    return [{ rule: 'weight', where: heaviest.address, text: `${bytes} bytes, at most ${weightBytesMax}` }];
}

function checkConsole(page) {
    return complaints(page).map((text) => ({ rule: 'console', where: '', text }));
}

async function checkHtml(page) {
    const report = await validator.validateString(await sourceOf(page));
    return report.results
        .flatMap(({ messages }) => messages)
        .map(({ ruleId, message, line, column }) => ({
            rule: ruleId,
            where: `line ${line}, column ${column}`,
            text: message,
        }));
}

// At each width everything, and once more the colours of the other scheme, light or dark.
async function checkAxe(page, widths) {
    await page.evaluate(axeSource);
    const found = new Map();
    const run = async (options, what) => {
        const { violations } = await page.evaluate((given) => window.axe.run(document, given), options);
        for (const { id, help, nodes } of violations) {
            for (const { target } of nodes) {
                const key = `${id} ${target.join(' ')}`;
                if (!found.has(key))
                    found.set(key, { rule: id, where: target.join(' '), text: `${help} (${what})` });
            }
        }
    };
    for (const width of widths) {
        await page.setViewportSize({ width, height: 900 });
        await run({ runOnly: axeTags, resultTypes: ['violations'] }, `${width} px`);
    }
    const scheme = await page.evaluate(() =>
        matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
    );
    await page.emulateMedia({ colorScheme: scheme === 'dark' ? 'light' : 'dark' });
    await run({ runOnly: ['color-contrast'], resultTypes: ['violations'] }, 'other colour scheme');
    await page.emulateMedia({ colorScheme: scheme });
    return [...found.values()];
}

// No sideways scrolling: at phone widths, which also stand for 400 % zoom, and with text of 200 %.
async function checkReflow(page) {
    const findings = [];
    const measure = async (width, what) => {
        await page.setViewportSize({ width, height: 900 });
        const { overflow, where } = await page.evaluate(() => {
            const limit = document.documentElement.clientWidth;
            const widest = [...document.querySelectorAll('body *')].find(
                (element) =>
                    element.getBoundingClientRect().right > limit + 1 && element.children.length === 0,
            );
            return {
                overflow: document.documentElement.scrollWidth - limit,
                where: widest?.outerHTML.slice(0, 120) ?? '',
            };
        });
        if (overflow > 0)
            findings.push({ rule: 'overflow', where, text: `${overflow} px too wide at ${what}` });
    };
    for (const width of allWidths) await measure(width, `${width} px`);
    await page.evaluate(() => {
        document.documentElement.style.fontSize = '200%';
    });
    await measure(1280, '1280 px with text of 200 %');
    await page.evaluate(() => {
        document.documentElement.style.removeProperty('font-size');
    });
    return findings;
}
