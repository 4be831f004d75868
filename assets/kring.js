// SPDX-License-Identifier: EUPL-1.2
// Comfort only; every page is whole without it. Keeps forms with a draft address every ten seconds, keeps
// what was typed on this device while there is no connection and until sign-out, and closes the folded menu.
'use strict';
const menu = document.querySelector('.k-unfold');
document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !menu?.open) return;
    menu.open = false;
    menu.firstElementChild.focus();
});
document.addEventListener('click', (event) => {
    if (menu && !event.target.closest('.utrecht-page-header')) menu.open = false;
});
document.addEventListener('submit', (event) => {
    if (!/\/(afmelden|sign-out)$/.test(event.target.action)) return;
    Object.keys(localStorage).forEach((name) => name.startsWith('kring ') && localStorage.removeItem(name));
});
document.querySelector('.k-error-summary')?.focus();
document.querySelectorAll('form[data-draft]:not([data-draft=""])').forEach(keep);

function keep(form) {
    const address = form.dataset.draft;
    const place = `kring ${address}`;
    const line = form.querySelector('.k-draft');
    const typed = () => new URLSearchParams(new FormData(form));
    let kept = typed().toString();

    // A device may be shared: what it keeps lives for a day at most, and goes once the server has it.
    const forget = () => localStorage.removeItem(place);
    function keepHere() {
        const fields = [...typed()].filter(
            ([name]) => !['hidden', 'password'].includes(form.elements[name]?.type),
        );
        localStorage.setItem(place, JSON.stringify({ at: Date.now(), fields }));
        line.textContent = line.dataset.offline;
    }
    function restore() {
        const left = JSON.parse(localStorage.getItem(place));
        if (!left || Date.now() - left.at > 864e5) return forget();
        for (const [name, value] of left.fields) {
            const field = form.elements[name];
            if (field?.type === 'checkbox') field.checked = true;
            else if (field) field.value = value;
        }
        line.textContent = line.dataset.restored;
    }
    async function save() {
        const now = typed().toString();
        if (now === kept) return;
        try {
            const answer = await fetch(address, { method: 'POST', body: typed(), redirect: 'manual' });
            // These refuse the draft itself; others (signed out, too busy) may take it later.
            if ([400, 404, 409].includes(answer.status)) return;
            if (!answer.ok) return keepHere();
        } catch {
            return keepHere();
        }
        kept = now;
        forget();
        const time = new Date().toLocaleTimeString(document.documentElement.lang, { timeStyle: 'short' });
        line.textContent = `${line.dataset.kept} ${time}`;
    }
    restore();
    setInterval(save, 1e4);
    document.addEventListener('visibilitychange', () => document.hidden && save());
    form.addEventListener('submit', () => (navigator.onLine ? forget() : keepHere()));
}
