// SPDX-License-Identifier: EUPL-1.2
// What a walk is made of: people with browsers of their own, sentences that are steps, and what they expect.
import path from 'node:path';
import { openBrowser } from './gate.mjs';
import { mailsIn } from './mailbox.mjs';
import { phrasesOf } from './phrases.mjs';
import { email, startSite } from './site.mjs';
import { eventually, visitor } from './visitor.mjs';

const mailMsMax = 30_000;
const phoneWidth = 390;

/// The ways to walk: name to {language, javascript, keyboard}.
export const ways = {
    nl: { language: 'nl', javascript: true, keyboard: false },
    en: { language: 'en', javascript: true, keyboard: false },
    'nl-without-script': { language: 'nl', javascript: false, keyboard: false },
    'nl-by-keyboard': { language: 'nl', javascript: true, keyboard: true },
    'en-by-keyboard-without-script': { language: 'en', javascript: false, keyboard: true },
};

export class Journey {
    constructor(browser, site, walk, texts) {
        this.site = site;
        this.say = phrasesOf(walk.language);
        this.texts = texts;
        this.walk = walk;
        this.people = new Map();
        this.phones = new Set();
        this.open = (width) => visitor(browser, site, walk, this.say, width);
    }

    /// These people have the width of a phone from now on, in px; '' is somebody who has not signed in.
    onPhones(people) {
        this.phones = new Set(people);
    }

    /// Somebody signed in, in a browser of their own, at the start page.
    async as(person) {
        if (!this.people.has(person)) {
            const one = await this.open(this.#widthFor(person));
            await one.signIn(person);
            this.people.set(person, one);
        }
        return this.people.get(person);
    }

    /// Somebody who has not signed in.
    async nobody() {
        if (!this.people.has('')) this.people.set('', await this.open(this.#widthFor('')));
        return this.people.get('');
    }

    /// Everything that left by mail, to `to` (a person of the example, or an address) and with `subject` (a text
    /// that is in it) as far as they are given; see mailbox.mjs.
    mails(to = '', subject = '') {
        const address = to === '' || to.includes('@') ? to : email(to);
        return mailsIn(path.join(this.site.folder, 'mail')).filter(
            (mail) => (address === '' || mail.to === address) && mail.subject.includes(subject),
        );
    }

    /// The newest such mail, once it is there.
    async mail(to, subject) {
        const found = await eventually(() => this.mails(to, subject).at(-1), mailMsMax);
        if (found) return found;
        const others = this.mails(to).map((one) => one.subject);
        throw new Error(`no mail to ${to} about “${subject}”, but about ${others.join('; ')}`);
    }

    /// Everybody closes their browser.
    async leave() {
        for (const one of this.people.values()) await one.close();
        this.people.clear();
    }

    /// The house starts again at another moment, as libfaketime writes it: "2027-01-14 12:30:00", in Amsterdam.
    async wakeAt(moment) {
        await this.leave();
        await this.site.restart(moment);
    }

    #widthFor = (person) => (this.phones.has(person) ? phoneWidth : undefined);
}

/// Takes the walks by name; `steps`: sentence to function, each gets a Journey and may throw. A step that fails
/// ends its walk. Prints a line for each and the sum; the exit code says whether all passed. `together`: at the same
/// time, for walks that mostly wait; one after another when they have to share a database.
export async function takeWalks(names, steps, textsOf, { together = false } = {}) {
    const results = { passed: 0, failed: 0 };
    const browser = await openBrowser();
    const walk = (name) => take(browser, name, steps, textsOf, results);
    if (together && !process.env.KRING_WALK_DATABASE) await Promise.all(names.map(walk));
    else for (const name of names) await walk(name);
    await browser.close();
    console.log(`${results.passed} passed, ${results.failed} failed`);
    process.exitCode = results.failed === 0 ? 0 : 1;
}

async function take(browser, name, steps, textsOf, results) {
    const site = await startSite();
    const journey = new Journey(browser, site, ways[name], textsOf(ways[name].language));
    const begun = Date.now();
    const left = Object.entries(steps);
    try {
        while (left.length > 0) {
            const [[sentence, step]] = left;
            await step(journey);
            left.shift();
            results.passed += 1;
            console.log(`ok ${name}: ${sentence}`);
        }
    } catch (error) {
        results.failed += left.length;
        console.log(`not ok ${name}: ${left[0][0]}\n  # ${error.message}`);
        for (const [sentence] of left.slice(1)) console.log(`not ok ${name}: ${sentence} (not reached)`);
    }
    console.log(`# ${name}: ${Math.round((Date.now() - begun) / 1000)} s`);
    await journey.leave();
    await site.close();
}

export function equal(found, expected, what) {
    if (found !== expected) throw new Error(`${what}: expected ${show(expected)}, found ${show(found)}`);
}

export function includes(text, part, what) {
    if (!text.includes(part)) throw new Error(`${what}: ${show(part)} is not in ${show(text.slice(0, 600))}`);
}

export function excludes(text, part, what) {
    if (text.includes(part)) throw new Error(`${what}: ${show(part)} is in the text`);
}

export function matches(text, expression, what) {
    if (!expression.test(text)) throw new Error(`${what}: ${show(text)} is not like ${expression}`);
}

function show(value) {
    return JSON.stringify(value);
}
