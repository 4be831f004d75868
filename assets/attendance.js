// SPDX-License-Identifier: EUPL-1.2
// Comfort only; both pages are whole without it. Ticking without loading the page anew, kept on this device
// while there is no connection; and the code behind the # of a scanned address, sent in the body of a form.
'use strict';
const list = document.querySelector('[data-tick]');
if (list) tick(list);
const taking = document.querySelector('[data-check-in] form');
if (taking && location.hash.length > 1) {
    taking.elements.code.value = decodeURIComponent(location.hash.slice(1));
    history.replaceState(null, '', location.pathname);
    taking.requestSubmit();
}

function tick(shown) {
    const place = `kring ${location.pathname}`;
    const read = () => JSON.parse(localStorage.getItem(place) ?? '[]').filter((one) => Date.now() - one.at < 864e5);
    const write = (queue) =>
        queue.length ? localStorage.setItem(place, JSON.stringify(queue)) : localStorage.removeItem(place);
    let isSending = false;

    function say() {
        const waiting = read();
        shown.querySelector('[role=status]').textContent = waiting.length
            ? `${shown.dataset.waiting} (${waiting.length})`
            : '';
    }
    // What was pressed last has its place in the page again, so that the keyboard goes on from there.
    function show(text) {
        const focused = document.activeElement?.closest('li')?.id;
        const fresh = new DOMParser().parseFromString(text, 'text/html').querySelector('[data-tick]');
        if (!fresh) return location.reload();
        shown.replaceChildren(...fresh.childNodes);
        if (focused) document.getElementById(focused)?.querySelector('button')?.focus({ preventScroll: true });
    }
    async function send() {
        if (isSending) return;
        isSending = true;
        try {
            for (let [next] = read(); next; [next] = read()) {
                const body = new URLSearchParams(next.fields);
                body.set('csrf', shown.querySelector('[name=csrf]').value);
                const answer = await fetch(next.action, { method: 'POST', body });
                if (answer.status >= 500 || answer.status === 429) break;
                write(read().slice(1));
                if (!answer.ok) location.reload();
                else show(await answer.text());
            }
        } catch {
            // No connection: it stays where it is, in its order.
        }
        isSending = false;
        say();
    }
    shown.addEventListener('submit', (event) => {
        event.preventDefault();
        const data = new FormData(event.target);
        if (event.submitter?.name) data.append(event.submitter.name, event.submitter.value);
        data.delete('csrf');
        write([...read(), { at: Date.now(), action: event.target.action, fields: [...data] }]);
        say();
        send();
    });
    addEventListener('online', send);
    setInterval(() => read().length && send(), 5e3);
    if (read().length) send();
}
