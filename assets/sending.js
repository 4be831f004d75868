// SPDX-License-Identifier: EUPL-1.2
// For forms that must not be lost when the connection is gone for a minute. What is typed stays on this device;
// what is sent waits here with a key of its own until the server says that it has it, and is sent again until
// then. The server takes each key once. Without this script the form is sent as any other.
'use strict';
document.querySelectorAll('form[data-once]').forEach(sendOnce);

function sendOnce(form) {
    const day = 864e5;
    const place = (what) => `kring ${what} ${form.dataset.once} ${form.getAttribute('action')}`;
    const line = form.querySelector('.k-once');
    const say = (what) => (line.textContent = what ? line.dataset[what] : '');
    const token = () => form.elements.csrf.value;
    const fieldsOf = (from) => [...from].filter(([name]) => name !== 'csrf');
    let isSending = false;

    function read(what) {
        const left = JSON.parse(localStorage.getItem(place(what)) ?? '[]');
        return left.filter((one) => Date.now() - one.at < day);
    }
    function write(what, all) {
        if (all.length > 0) localStorage.setItem(place(what), JSON.stringify(all));
        else localStorage.removeItem(place(what));
    }
    const freshKey = () =>
        [...crypto.getRandomValues(new Uint8Array(16))].map((n) => n.toString(16).padStart(2, '0')).join('');

    function putBack(fields) {
        for (const [name, value] of fields) {
            const field = form.elements[name];
            if (field && field.type !== 'hidden') field.value = value;
        }
    }
    // What is refused, or asks to sign in first, the server shows with what was typed: an ordinary form then.
    function sendAsForm(fields) {
        putBack(fields);
        form.submit();
    }
    const forget = (key) => write('waiting', read('waiting').filter((one) => one.key !== key));

    async function sendOne({ key, fields }) {
        const body = new URLSearchParams(fields);
        body.set('csrf', token());
        body.set('submission', key);
        body.set('by_script', 'yes');
        const signal = AbortSignal.timeout(1e4);
        const answer = await fetch(form.action, { method: 'POST', body, redirect: 'manual', signal });
        if (answer.status === 204) return forget(key);
        if (answer.status === 429 || answer.status >= 500 || answer.status === 0) throw new Error('later');
        forget(key);
        sendAsForm(fields);
        return new Promise(() => {});
    }

    function showAnew() {
        sessionStorage.setItem(place('sent'), 'yes');
        location.replace(location.pathname + location.search);
    }

    async function sendAll() {
        if (isSending || read('waiting').length === 0) return;
        isSending = true;
        say('sending');
        try {
            for (const one of read('waiting')) await sendOne(one);
            if (read('waiting').length === 0) showAnew();
        } catch {
            say('waiting');
        }
        isSending = false;
    }

    form.addEventListener('submit', (event) => {
        if (event.submitter?.name) return;
        event.preventDefault();
        const fields = fieldsOf(new FormData(form));
        write('waiting', [...read('waiting'), { key: freshKey(), at: Date.now(), fields }]);
        write('typed', []);
        form.reset();
        sendAll().then(() => read('waiting').length > 0 && say('waiting'));
    });
    form.addEventListener('input', () => {
        write('typed', [{ at: Date.now(), fields: fieldsOf(new FormData(form)) }]);
    });
    // A device may be shared: what is left of yesterday goes.
    for (const what of ['waiting', 'typed']) write(what, read(what));
    if (sessionStorage.getItem(place('sent'))) say('sent');
    sessionStorage.removeItem(place('sent'));
    const [typed] = read('typed');
    if (typed && !document.querySelector('.k-error-summary')) {
        putBack(typed.fields);
        say('restored');
    }
    addEventListener('online', sendAll);
    setInterval(sendAll, 5e3);
    sendAll();
}
