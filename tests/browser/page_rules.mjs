// SPDX-License-Identifier: EUPL-1.2
// Rules of our own that neither axe nor the HTML validator knows.

// Says where the link leads only to who sees its surroundings.
const emptyWords = [
    'klik hier',
    'hier',
    'lees meer',
    'meer',
    'meer info',
    'link',
    'deze link',
    'click here',
    'here',
    'read more',
    'more',
    'this link',
    'submit',
    'ok',
];

/// Findings [{rule, where, text}] in the page as it stands.
export function ownRules(page) {
    return page.evaluate(inspect, emptyWords);
}

// Runs in the page, so it may use nothing from outside.
function inspect(emptyWords) {
    const findings = [];
    const all = (selector) => [...document.querySelectorAll(selector)];
    const words = (element) => element.textContent.replace(/\s+/g, ' ').trim();
    const where = (element) => element.outerHTML.replace(/\s+/g, ' ').slice(0, 120);
    const report = (rule, element, text) =>
        findings.push({ rule, where: element ? where(element) : '', text });
    const interactive = 'a[href],button,input,select,textarea,summary,label,option,[role=region]';

    const describedBy = all('[aria-describedby]').flatMap((e) =>
        e.getAttribute('aria-describedby').split(/\s+/),
    );
    for (const element of all('[id$="-description"],[id$="-error"]')) {
        if (!describedBy.includes(element.id))
            report('description-unlinked', element, 'no field refers to this description');
    }
    for (const id of describedBy) {
        if (!document.getElementById(id))
            report('description-missing', null, `aria-describedby names "${id}", which is absent`);
    }
    for (const element of all('*')) {
        for (const { name } of element.attributes) {
            if (name.startsWith('on')) report('inline-script', element, `attribute ${name}`);
        }
        if (element.matches('[role=button]')) report('false-button', element, 'role=button; use a button');
        if (element.tabIndex > 0) report('tabindex', element, 'tabindex above 0');
        const isPointer =
            getComputedStyle(element).cursor === 'pointer' &&
            (!element.parentElement || getComputedStyle(element.parentElement).cursor !== 'pointer');
        if (isPointer && !element.closest(interactive))
            report('false-button', element, 'looks clickable, but is no control');
        if (element.matches('.nl-button:not(a[href],button)'))
            report('false-button', element, 'looks like a button, but is none');
    }
    for (const element of all('a[href],button')) {
        if (emptyWords.includes(words(element).toLowerCase()))
            report('empty-words', element, `"${words(element)}" says nothing`);
    }
    for (const radio of all('input[type=radio]')) {
        const legend = radio.closest('fieldset')?.querySelector('legend');
        if (!legend || !words(legend))
            report('radio-legend', radio, 'radio buttons need a fieldset with a legend');
    }
    for (const form of all('form')) {
        if (!form.querySelector('button[type=submit],button:not([type]),input[type=submit]')) {
            report('form-submit', form, 'a form without a submit button');
        }
        // Unsubscribing in one click (RFC 8058) asks no more than the secret in its address.
        const isOneClick = form.elements['List-Unsubscribe']?.value === 'One-Click';
        if (form.method === 'post' && !form.elements.csrf?.value && !isOneClick)
            report('form-csrf', form, 'a posting form without csrf token');
    }
    const headings = all('h1').length;
    if (headings !== 1) report('one-h1', null, `${headings} headings of level 1`);
    if (!document.title.includes(' – '))
        report('title', null, `title "${document.title}" lacks the site's name`);
    const skip = document.querySelector('body a[href]');
    const target = skip && document.getElementById(skip.getAttribute('href').slice(1));
    if (!target || !target.matches('main')) report('skip-link', skip, 'the first link must lead to <main>');
    return findings;
}
