// SPDX-License-Identifier: EUPL-1.2
// Tests the gate itself: it must find nothing in a clean page, and each planted fault with the part meant for
// it. Eleven of them are the faults of which axe alone finds six. Use: node tests/browser/gate_selftest.mjs
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkPage, closePage, inWords, newPage, openBrowser } from './gate.mjs';
import { serve } from './static_site.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const cssLink = '<link rel="stylesheet" href="/kring.css">';

// What is changed in the page (from, to), what stands in an extra stylesheet or script, and who must see it.
const faults = [
    {
        name: 'a field without a label',
        from: /<label[^>]*for="email">[\s\S]*?<\/label>/,
        to: '',
        seen: 'axe/label',
    },
    { name: 'a page without a language', from: '<html lang="nl"', to: '<html', seen: 'axe/html-has-lang' },
    {
        name: 'text with too little contrast',
        css: '.k-meta { color: #8a9aa0 !important }',
        seen: 'axe/color-contrast',
    },
    {
        name: 'a heading level skipped',
        from: /<h2([^>]*id="series")>([^<]*)<\/h2>/,
        to: '<h4$1>$2</h4>',
        seen: 'axe/heading-order',
    },
    { name: 'an empty button', from: '>Bewaar als concept<', to: '><', seen: 'axe/button-name' },
    {
        name: 'a tabindex above 0',
        from: '<input class="utrecht-textbox utrecht-textbox--html-input" id="site-search"',
        to: '<input tabindex="3" class="utrecht-textbox utrecht-textbox--html-input" id="site-search"',
        seen: 'own/tabindex',
    },
    { name: 'an id used twice', from: 'id="key"', to: 'id="places"', seen: 'html/no-dup-id' },
    {
        name: 'a focus nobody sees',
        css: '.k-plain a:focus-visible { outline: 0 !important; box-shadow: none !important }',
        seen: 'keyboard/focus-visible',
    },
    {
        name: 'a div as a button',
        from: /<button([^>]*value="1")>([^<]*)<\/button>/,
        to: '<div class="nl-button nl-button--secondary">$2</div>',
        seen: 'own/false-button',
    },
    {
        name: 'a link that says "klik hier"',
        from: '>Stel de eerste vraag<',
        to: '>Klik hier<',
        seen: 'own/empty-words',
    },
    {
        name: 'a description no field refers to',
        from: /\s+aria-describedby="wens-description"/,
        to: '',
        seen: 'own/description-unlinked',
    },

    {
        name: 'a form without a submit button',
        from: /<button type="submit" aria-pressed[\s\S]*?<\/button>/,
        to: '',
        seen: 'own/form-submit',
    },
    {
        name: 'a posting form without token',
        from: 'name="csrf" value="b1c7e0"',
        to: 'name="other" value=""',
        seen: 'own/form-csrf',
    },
    {
        name: 'radio buttons without a legend',
        from: /<legend[\s\S]*?<\/legend>/,
        to: '',
        seen: 'own/radio-legend',
    },
    {
        name: 'a style in the page',
        from: '<main id="inhoud"',
        to: '<main style="margin: 0" id="inhoud"',
        seen: 'html/no-inline-style',
    },
    {
        name: 'a page too wide for a phone',
        css: '.k-columns { min-inline-size: 30rem }',
        seen: 'reflow/overflow',
    },
    {
        name: 'a skip link that leads nowhere',
        from: 'href="#inhoud"',
        to: 'href="#content"',
        seen: 'keyboard/skip-link',
    },
    {
        name: 'a script that shuffles the focus',
        seen: 'keyboard/focus-order',
        script:
            'const brand = document.querySelector(".k-brand"); let jumped = false;' +
            'const button = document.querySelector(".k-search button");' +
            'brand.onfocus = () => { if (!jumped) { jumped = true; button.focus(); } };' +
            '[...document.links].at(-1).onkeydown = (event) => { event.preventDefault(); brand.focus(); };',
    },
    {
        name: 'a column moved to the front for the eye only',
        css: '.k-aside { order: -1 }',
        seen: 'keyboard/visual-order',
    },
    {
        name: 'a keyboard trap',
        seen: 'keyboard/keyboard-trap',
        script: 'document.getElementById("email").onkeydown = (event) => { event.preventDefault(); };',
    },
    {
        name: 'a control the Tab key skips',
        seen: 'keyboard/not-reached',
        script: 'document.getElementById("rol").onfocus = () => { document.getElementById("dag").focus(); };',
    },
    { name: 'a complaint on the console', script: 'console.error("broken");', seen: 'console/console' },
    {
        name: 'a script in the page',
        from: '</body>',
        to: '<script>window.x = 1</script></body>',
        seen: 'console/console',
    },
    {
        name: 'a page too heavy',
        from: '</main>',
        to: () => `<!-- ${noise(60_000)} --></main>`,
        seen: 'weight/weight',
    },
    {
        name: 'a dark scheme without contrast',
        css: '@media (prefers-color-scheme: dark) { .k-meta { color: #345 !important } }',
        seen: 'axe/color-contrast',
    },
];

// Text that does not compress away; always the same.
function noise(length) {
    let state = 1;
    const next = () => {
        state = (state * 48271) % 2147483647;
        return state;
    };
    return Array.from(
        { length },
        () => 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'[next() % 62],
    ).join('');
}

function stylesheet() {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'kring-css-'));
    execFileSync('node', [path.join(root, 'scripts/build_css.mjs'), folder]);
    const css = readFileSync(path.join(folder, 'assets/kring.css'), 'utf8');
    rmSync(folder, { recursive: true });
    return css;
}

function withFault(clean, { name, from, to, css, script }) {
    let html = clean;
    if (from) html = html.replace(from, to);
    if (css) html = html.replace(cssLink, `${cssLink}\n<link rel="stylesheet" href="/fault.css">`);
    if (script) html = html.replace('</body>', '<script src="/fault.js"></script>\n</body>');
    if (html === clean) throw new Error(`"${name}" changes nothing in the sample page`);
    return html;
}

async function findingsIn(browser, site) {
    const page = await newPage(browser);
    await page.goto(`${site.address}/page.html`);
    const findings = await checkPage(page, 'sample');
    await closePage(page);
    return findings;
}

async function main() {
    const clean = readFileSync(path.join(root, 'tests/browser/sample/page.html'), 'utf8');
    const files = new Map([
        ['/page.html', clean],
        ['/kring.css', stylesheet()],
    ]);
    for (const name of ['kring.js', 'kring.svg'])
        files.set(`/${name}`, readFileSync(path.join(root, 'assets', name), 'utf8'));
    const site = await serve(files);
    const browser = await openBrowser();
    let passed = 0;
    let number = 0;
    const report = (isOk, name, details) => {
        number += 1;
        if (isOk) passed += 1;
        console.log(`${isOk ? 'ok' : 'not ok'} ${number} - ${name}`);
        if (!isOk) for (const finding of details) console.log(`  # ${inWords(finding)}`);
    };

    const inClean = await findingsIn(browser, site);
    report(inClean.length === 0, 'finds nothing in the clean page', inClean);
    for (const fault of faults) {
        files.set('/page.html', withFault(clean, fault));
        files.set('/fault.css', fault.css ?? '');
        files.set('/fault.js', fault.script ?? '');
        const findings = await findingsIn(browser, site);
        const isSeen = findings.some(({ part, rule }) => `${part}/${rule}` === fault.seen);
        report(isSeen, `finds ${fault.name}`, findings);
    }
    await browser.close();
    site.close();
    console.log(`1..${number}`);
    console.log(`${passed} passed, ${number - passed} failed`);
    process.exitCode = passed === number ? 0 : 1;
}

await main();
