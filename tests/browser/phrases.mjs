// SPDX-License-Identifier: EUPL-1.2
// The words of the interface, read from locale/*.po, so that a test finds a button by its phrase key in both
// languages and keeps working when somebody improves the wording.
import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('../../locale/', import.meta.url);

/// A function say(key, values) for "nl" or "en"; `values.count` chooses between one and more. Throws when
/// there is no such phrase.
export function phrasesOf(language) {
    const phrases = new Map();
    for (const name of readdirSync(folder)) {
        if (name.endsWith(`.${language}.po`)) read(readFileSync(new URL(name, folder), 'utf8'), phrases);
    }
    return (key, values = {}) => {
        const forms = phrases.get(key);
        if (!forms) throw new Error(`no phrase "${key}" in ${language}`);
        const text = forms.length > 1 && Number(values.count) !== 1 ? forms[1] : forms[0];
        return text.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
    };
}

function read(text, phrases) {
    let key = '';
    let forms = null;
    for (const line of text.split('\n')) {
        const [, word, quoted] = /^(msgid_plural|msgid|msgstr(?:\[\d\])?)? *(".*")$/.exec(line) ?? [];
        if (quoted === undefined) continue;
        const value = JSON.parse(quoted);
        if (word === 'msgid') {
            key = value;
            forms = null;
        } else if (word?.startsWith('msgstr')) {
            if (!forms) phrases.set(key, (forms = []));
            forms.push(value);
        } else if (!word && forms) {
            forms[forms.length - 1] += value;
        } else if (!word) {
            key += value;
        }
    }
}
