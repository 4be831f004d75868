// SPDX-License-Identifier: EUPL-1.2
// Opens Chromium, and pages of which everything they load and complain about is remembered.
import { chromium } from 'playwright-core';

const flags = [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
];

const records = new WeakMap();

/// The browser of $CHROMIUM, or Debian's.
export function openBrowser() {
    return chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: flags });
}

/// A page in a context of its own: no cookies, nothing cached. `js: false` for a browser without script.
export async function newPage(browser, options = {}) {
    const {
        js = true,
        width = 1280,
        height = 900,
        language = 'nl',
        colorScheme = 'light',
        storageState,
    } = options;
    const context = await browser.newContext({
        javaScriptEnabled: js,
        viewport: { width, height },
        locale: language,
        colorScheme,
        reducedMotion: 'reduce',
        timezoneId: 'Europe/Amsterdam',
        storageState,
    });
    const page = await context.newPage();
    await remember(page);
    return page;
}

/// Closes a page made by newPage, with its context.
export async function closePage(page) {
    await page.context().close();
}

/// What the page's last navigation brought over the line, headers included.
/// Gives {bytes, requests: [{address, bytes}]}; a first visit when the page was new.
export function weigh(page) {
    const requests = [...records.get(page).loaded.values()].filter(({ bytes }) => bytes > 0);
    return { bytes: requests.reduce((sum, { bytes }) => sum + bytes, 0), requests };
}

/// What the page complained of since its last navigation: errors and warnings on the console, what the
/// content security policy refused, what did not load.
export function complaints(page) {
    return [...records.get(page).complaints];
}

/// The HTML of the last document as it was sent, before any script.
export async function sourceOf(page) {
    const source = await records.get(page).source;
    return source ?? page.content();
}

async function remember(page) {
    const record = { loaded: new Map(), complaints: [], source: undefined };
    records.set(page, record);
    page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) record.complaints.push(message.text());
    });
    page.on('pageerror', (error) => record.complaints.push(`script: ${error.message}`));
    page.on('requestfailed', (request) => {
        // A download and a click that leads away end a request without any fault.
        const why = request.failure()?.errorText ?? '';
        if (!why.includes('ERR_ABORTED')) record.complaints.push(`not loaded: ${request.url()} ${why}`);
    });
    page.on('response', (response) => {
        const request = response.request();
        if (!request.isNavigationRequest() || request.frame() !== page.mainFrame()) return;
        record.source = response.text().catch(() => undefined);
    });
    await countBytes(page, record);
}

async function countBytes(page, record) {
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    session.on('Network.requestWillBeSent', ({ requestId, request, type, redirectResponse, loaderId }) => {
        const isDocument = type === 'Document' && requestId === loaderId;
        if (isDocument && !redirectResponse) {
            record.loaded.clear();
            record.complaints.length = 0;
        }
        const before = redirectResponse ? redirectResponse.encodedDataLength : 0;
        record.loaded.set(requestId, { address: request.url, bytes: before });
    });
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
        const request = record.loaded.get(requestId);
        if (request) request.bytes += encodedDataLength;
    });
}
