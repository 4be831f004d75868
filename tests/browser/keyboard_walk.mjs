// SPDX-License-Identifier: EUPL-1.2
// Walks a page with the Tab key: every control is reached once, in the order of the document and of the eye,
// shows that it has the focus, and lets it go again; the skip link skips.
import { PNG } from 'pngjs';

const contrastMin = 3;
const pressesInOneFieldMax = 8; // a date has parts that each take a press
const marginPx = 8;

// Looks of focus that were seen to be visible before; saves a picture for each link of every page.
const seenVisible = new Set();

/// Findings [{rule, where, text}]. Leaves the focus somewhere else.
export async function keyboardWalk(page) {
    const findings = [];
    await begin(page);
    const expected = await page.evaluate(nameStops);
    const before = await fullPicture(page);
    const reached = [];
    let previous = null;
    let same = 0;
    for (let press = 0; press < expected.length * 2 + 40; press += 1) {
        await page.keyboard.press('Tab');
        const stop = await page.evaluate(describeFocus);
        if (!stop) break;
        same = stop.id === reached.at(-1) ? same + 1 : 0;
        if (same > pressesInOneFieldMax) {
            findings.push({
                rule: 'keyboard-trap',
                where: stop.where,
                text: 'Tab does not leave this element',
            });
            break;
        }
        if (same > 0) continue;
        if (reached.includes(stop.id)) break;
        reached.push(stop.id);
        if (previous && goesBack(previous.box, stop.box)) {
            findings.push({
                rule: 'visual-order',
                where: stop.where,
                text: `comes after what stands below it: ${previous.where}`,
            });
        }
        previous = stop;
        if (!(await isFocusVisible(page, stop, before))) {
            findings.push({ rule: 'focus-visible', where: stop.where, text: 'focus cannot be seen (3:1)' });
        }
    }
    findings.push(...compareOrder(expected, reached));
    findings.push(...(await skipLink(page)));
    return findings;
}

// Reading goes down, or to the top of a column on the right; never up on the same side.
function goesBack(from, to) {
    return to.y + to.height <= from.y && to.x <= from.x;
}

function compareOrder(expected, reached) {
    const findings = [];
    const wanted = expected.map(({ id }) => id);
    for (const { id, where } of expected) {
        if (!reached.includes(id))
            findings.push({ rule: 'not-reached', where, text: 'Tab does not come here' });
    }
    const inDocumentOrder = wanted.filter((id) => reached.includes(id));
    const at = inDocumentOrder.findIndex(
        (id, index) => id !== reached.filter((one) => wanted.includes(one))[index],
    );
    if (at >= 0) {
        const { where } = expected.find(({ id }) => id === inDocumentOrder[at]);
        findings.push({ rule: 'focus-order', where, text: 'Tab does not follow the order of the document' });
    }
    return findings;
}

// Puts the focus in front of everything.
async function begin(page) {
    await page.evaluate(() => {
        const start = document.createElement('span');
        start.tabIndex = -1;
        document.body.prepend(start);
        start.focus();
        start.remove();
        scrollTo(0, 0);
    });
}

// In the page: gives each place where Tab should stop a name, in the order of the document.
function nameStops() {
    const selector = 'a[href],button,input:not([type=hidden]),select,textarea,summary,[tabindex]';
    const stops = [...document.querySelectorAll(selector)].filter((element) => {
        if (
            element.tabIndex < 0 ||
            element.disabled ||
            !element.checkVisibility({ visibilityProperty: true })
        )
            return false;
        if (element.type !== 'radio') return true;
        const group = [...document.getElementsByName(element.name)].filter(
            (one) => one.form === element.form,
        );
        return element === (group.find((one) => one.checked) ?? group[0]);
    });
    window.kringStops = new Map(stops.map((element, index) => [element, index]));
    return stops.map((element, index) => ({
        id: index,
        where: element.outerHTML.replace(/\s+/g, ' ').slice(0, 120),
    }));
}

// In the page: the element with the focus, where it is and how its focus looks.
function describeFocus() {
    const element = document.activeElement;
    if (!element || element === document.body || element === document.documentElement) return null;
    const box = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    let behind = element.parentElement;
    while (behind && getComputedStyle(behind).backgroundColor === 'rgba(0, 0, 0, 0)')
        behind = behind.parentElement;
    const look = [
        element.tagName,
        element.type,
        element.className,
        style.outline,
        style.outlineOffset,
        style.boxShadow,
        style.backgroundColor,
        behind ? getComputedStyle(behind).backgroundColor : '',
    ].join('|');
    const where = element.outerHTML.replace(/\s+/g, ' ').slice(0, 120);
    return {
        id: window.kringStops.get(element) ?? where,
        where,
        look,
        box: { x: box.x + scrollX, y: box.y + scrollY, width: box.width, height: box.height },
    };
}

async function isFocusVisible(page, stop, before) {
    if (seenVisible.has(stop.look)) return true;
    const clip = clipped(stop.box, before);
    if (clip.width < 1 || clip.height < 1) return false;
    const after = PNG.sync.read(await page.screenshot({ clip, fullPage: true, caret: 'hide' }));
    let changed = 0;
    for (let y = 0; y < after.height; y += 1) {
        for (let x = 0; x < after.width; x += 1) {
            const old = luminance(before, x + clip.x, y + clip.y);
            const now = luminance(after, x, y);
            if ((Math.max(old, now) + 0.05) / (Math.min(old, now) + 0.05) >= contrastMin) changed += 1;
        }
    }
    // As much as a line of one pixel around it.
    const isVisible = changed >= 2 * (stop.box.width + stop.box.height);
    if (isVisible) seenVisible.add(stop.look);
    return isVisible;
}

function clipped(box, picture) {
    const x = Math.max(0, Math.floor(box.x) - marginPx);
    const y = Math.max(0, Math.floor(box.y) - marginPx);
    return {
        x,
        y,
        width: Math.min(picture.width - x, Math.ceil(box.width) + 2 * marginPx),
        height: Math.min(picture.height - y, Math.ceil(box.height) + 2 * marginPx),
    };
}

async function fullPicture(page) {
    return PNG.sync.read(await page.screenshot({ fullPage: true, caret: 'hide' }));
}

// Relative luminance by WCAG, 0 to 1.
function luminance(picture, x, y) {
    const at = (y * picture.width + x) * 4;
    const linear = (byte) => (byte <= 10 ? byte / 3294.6 : ((byte / 255 + 0.055) / 1.055) ** 2.4);
    return (
        0.2126 * linear(picture.data[at]) +
        0.7152 * linear(picture.data[at + 1]) +
        0.0722 * linear(picture.data[at + 2])
    );
}

async function skipLink(page) {
    await begin(page);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    const isPast = await page.evaluate(() => {
        const main = document.querySelector('main');
        const now = document.activeElement;
        if (!main || now === document.body)
            return Boolean(main) && !main.querySelector('a[href],button,input,select,textarea');
        return (
            main.contains(now) ||
            Boolean(main.compareDocumentPosition(now) & Node.DOCUMENT_POSITION_FOLLOWING)
        );
    });
    return isPast
        ? []
        : [{ rule: 'skip-link', where: '', text: 'the first Tab and Enter do not lead into the content' }];
}
