// SPDX-License-Identifier: EUPL-1.2
// Somebody at a browser, who finds everything by role and accessible name: with a pointer, or with nothing
// but the keys. Whoever tells them what to do does not see which.
import { setTimeout as sleep } from 'node:timers/promises';
import { newPage } from './gate.mjs';
import { email, password } from './site.mjs';

const pressesMax = 3000;
const changeMsMax = 3000;
const deskWidth = 1280;

/// Opens a browser of their own for one person, `width` px wide. `walk`: {language, javascript, keyboard}.
export async function visitor(browser, site, walk, say, width = deskWidth) {
    const page = await newPage(browser, { js: walk.javascript, language: walk.language, width });
    return visitorAt(page, site, walk, say);
}

async function visitorAt(page, site, walk, say) {
    page.setDefaultTimeout(15_000);
    const hands = walk.keyboard ? await keys(page, walk.language) : pointer(page);
    return new Visitor(page, hands, site, walk, say);
}

class Visitor {
    constructor(page, hands, site, walk, say) {
        this.page = page;
        this.hands = hands;
        this.say = say;
        this.site = site;
        this.walk = walk;
        this.start = walk.language === 'en' ? '/en' : '/';
        this.hasScript = false;
        page.on('request', (request) => {
            if (request.resourceType() === 'script') this.hasScript = true;
        });
    }

    /// Types an address in the address bar; without one that of the start page.
    async visit(path = this.start) {
        await this.page.goto(this.site.address + path);
    }

    /// A second window of the same browser, on the same page.
    async another() {
        const page = await this.page.context().newPage();
        await page.goto(this.page.url());
        return visitorAt(page, this.site, this.walk, this.say);
    }

    async signIn(person, secret = password) {
        await this.visit();
        await this.menu(this.say('menu.sign_in'));
        await this.type(this.say('sign_in.email'), email(person));
        await this.type(this.say('sign_in.password'), secret);
        await this.press(this.say('sign_in.submit'));
    }

    /// Follows a link of the page's head, one in its content, or presses a button, and waits for the page
    /// that comes next.
    async menu(name) {
        await this.#unfold();
        await this.#leave('link', name, 'header');
    }
    follow = (name, region = 'main') => this.#leave('link', name, region);
    press = (name) => this.#leave('button', name, 'main');

    /// Presses a button that may change the page in its place.
    push = (name) => this.hands.activate('button', this.#named(name), 'main');

    /// Waits until these words are on the page; says whether they came.
    sees = (text, selector = 'main', msMax = changeMsMax) =>
        eventually(async () => (await this.words(selector).catch(() => '')).includes(text), msMax);

    /// Follows a link within the page.
    async jump(name) {
        await this.hands.activate('link', this.#named(name), 'main');
        await sleep(100);
    }

    type = (label, text) => this.hands.type(this.#named(label), text);
    tick = (label) => this.hands.tick(this.#named(label));
    choose = (legend, label) => this.hands.choose(this.#named(legend), this.#named(label));
    select = (label, option) => this.hands.select(this.#named(label), this.#named(option));

    /// Follows a link to a file. Gives {name, bytes, type}: what came, and the content type it came with.
    async download(name, region = 'main') {
        // Not the icon of the page, which may come late.
        const isFile = (response) => response.request().isNavigationRequest();
        const answered = this.page.context().waitForEvent('response', isFile);
        const begun = this.page.waitForEvent('download');
        await this.hands.activate('link', this.#named(name), region);
        const [response, file] = [await answered, await begun];
        const parts = [];
        for await (const part of await file.createReadStream()) parts.push(part);
        const type = response.headers()['content-type'] ?? '';
        return { name: file.suggestedFilename(), bytes: Buffer.concat(parts), type };
    }

    /// Chooses a file of these bytes; `label` is that of its field.
    upload = (label, name, type, bytes) =>
        this.hands.upload(this.#named(label), { name, mimeType: type, buffer: bytes });

    /// The window gets another width, in px.
    resize = (width) => this.page.setViewportSize({ width, height: 900 });

    /// The words of the content, white space in one.
    async words(selector = 'main') {
        const texts = await this.page.locator(selector).allInnerTexts();
        return texts.join(' ').replace(/\s+/g, ' ');
    }

    value = (label) => this.page.getByRole('textbox', { name: this.#named(label) }).first().inputValue();
    has = (role, name) => this.page.locator('main').getByRole(role, { name: this.#named(name) }).count();
    path = () => new URL(this.page.url()).pathname;
    close = () => this.page.context().close();

    async #leave(role, name, region) {
        const arrived = this.page.waitForEvent('domcontentloaded');
        arrived.catch(() => {});
        try {
            await this.hands.activate(role, this.#named(name), region);
            await arrived;
            await this.#fits();
        } catch (error) {
            throw new Error(`${role} “${name}” on ${this.path()}: ${error.message.split('\n')[0]}`);
        }
    }

    // On a phone the menu is folded.
    async #unfold() {
        const summary = this.page.locator('header .k-unfold > summary');
        if (!(await summary.isVisible())) return;
        if (await summary.evaluate((element) => !element.parentElement.open)) await summary.press('Enter');
    }

    // On a phone nothing sticks out: nobody scrolls sideways.
    async #fits() {
        const tooWide = await this.page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        if (tooWide > 0) throw new Error(`the page that came, ${this.path()}, is ${tooWide} px too wide`);
    }

    // A regular expression is taken as it is. An optional field has a remark in its label; what only a screen
    // reader reads of a name stands apart from the rest.
    #named(name) {
        if (name instanceof RegExp) return name;
        const remark = escaped(this.say('html.field.optional'));
        const words = escaped(name).replace(/\s+/g, '\\s+').replaceAll(':', '\\s*:');
        return new RegExp(`^\\s*${words}(\\s+${remark})?\\s*$`);
    }
}

function escaped(text) {
    return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function pointer(page) {
    const field = (role, name) => page.locator('main').getByRole(role, { name }).first();
    return {
        activate: (role, name, region) => page.locator(region).getByRole(role, { name }).first().click(),
        type: (name, text) => page.locator('main').getByLabel(name).first().fill(text),
        tick: (name) => field('checkbox', name).check(),
        choose: (group, name) => field('group', group).getByRole('radio', { name }).check(),
        upload: (name, file) => page.locator('main').getByLabel(name).first().setInputFiles(file),
        async select(name, option) {
            const labels = await field('combobox', name).locator('option').allInnerTexts();
            await field('combobox', name).selectOption({ label: labels.find((label) => option.test(label)) });
        },
    };
}

const textRoles = ['textbox', 'searchbox', 'spinbutton'];
const partedRoles = ['Date', 'InputTime'];

// A day ("2027-01-14") or time ("13:00") as one types it in the parts of its field: by the habits of the language.
function asParts(text, language) {
    const [hour, minute] = text.split(':');
    if (minute) return language === 'en' ? clockOfTwelve(Number(hour), minute) : hour + minute;
    const [year, month, day] = text.split('-');
    return language === 'en' ? month + day + year : day + month + year;
}

function clockOfTwelve(hour, minute) {
    return `${String(hour % 12 || 12).padStart(2, '0')}${minute}${hour < 12 ? 'AM' : 'PM'}`;
}

// Nothing but Tab, arrows, Space, Enter and letters. What has the focus is read from the accessibility tree,
// as a screen reader would.
async function keys(page, language) {
    const session = await page.context().newCDPSession(page);
    const press = (key) => page.keyboard.press(key);
    // Heard from the start: the browser asks for a file only where it knows that somebody listens.
    page.on('filechooser', () => {});

    async function focused() {
        const { result } = await session.send('Runtime.evaluate', { expression: 'document.activeElement' });
        const ask = { objectId: result.objectId, fetchRelatives: false };
        const { nodes } = await session.send('Accessibility.getPartialAXTree', ask);
        const [node] = nodes;
        const property = (name) => node.properties?.find((one) => one.name === name)?.value.value;
        return {
            role: node.role?.value ?? '',
            name: node.name?.value ?? '',
            checked: property('checked') === 'true',
            value: node.value?.value ?? '',
        };
    }

    // innerText of the legend: the group's name is not in the radio button's own node.
    const legend = () =>
        page.evaluate(
            () => document.activeElement.closest('fieldset')?.querySelector('legend')?.innerText ?? '',
        );
    const isIn = (region) =>
        page.evaluate((name) => Boolean(document.activeElement.closest(name)), region);

    async function tabTo(what, isIt) {
        for (let presses = 0; presses < pressesMax; presses += 1) {
            await press('Tab');
            const now = await focused();
            if (await isIt(now)) return now;
        }
        throw new Error(`Tab does not come to ${what}`);
    }

    const to = (roles, name, region = 'main') =>
        tabTo(
            `${roles} ${name}`,
            async (now) => roles.includes(now.role) && name.test(now.name) && isIn(region),
        );

    async function until(what, isIt, key) {
        for (let presses = 0; presses < 100; presses += 1) {
            if (isIt(await focused())) return;
            await press(key);
        }
        throw new Error(`the arrows do not come to ${what}`);
    }

    return {
        async activate(role, name, region) {
            await to([role], name, region);
            await press('Enter');
        },
        async type(name, text) {
            const { role } = await to([...textRoles, ...partedRoles], name);
            if (partedRoles.includes(role)) return page.keyboard.type(asParts(text, language));
            await press('Control+A');
            return text === '' ? press('Delete') : page.keyboard.type(text);
        },
        async upload(name, file) {
            await to(['button'], name);
            const opened = page.waitForEvent('filechooser');
            await press('Enter');
            await (await opened).setFiles(file);
        },
        async tick(name) {
            const now = await to(['checkbox'], name);
            if (!now.checked) await press('Space');
        },
        async choose(group, name) {
            const isOfGroup = async (now) => now.role === 'radio' && group.test(await legend());
            await tabTo(`the group ${group}`, isOfGroup);
            await until(name, (now) => name.test(now.name), 'ArrowDown');
            if (!(await focused()).checked) await press('Space');
        },
        async select(name, option) {
            await to(['combobox'], name);
            await press('Home');
            await until(option, (now) => option.test(now.value), 'ArrowDown');
        },
    };
}

/// Asks again until the answer is not false, at most `msMax`; gives the answer.
export async function eventually(ask, msMax = changeMsMax) {
    for (const end = Date.now() + msMax; ; await sleep(500)) {
        const answer = await ask();
        if (answer || Date.now() > end) return answer;
    }
}
