// SPDX-License-Identifier: EUPL-1.2
// Comfort only; every page is whole without it. Keeps forms with a draft address every ten seconds, keeps
// what was typed on this device while there is no connection, and closes the folded menu.
'use strict';
const menu = document.querySelector('.k-unfold');
const summary = document.querySelector('.k-error-summary');
if (summary && document.activeElement !== summary) summary.focus();

if (menu) {
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !menu.open) return;
    menu.open = false;
    menu.firstElementChild.focus();
  });
  document.addEventListener('click', (event) => {
    if (!event.target.closest('.utrecht-page-header')) menu.open = false;
  });
}

for (const form of document.querySelectorAll('form[data-draft]:not([data-draft=""])')) keep(form);

function keep(form) {
  const address = form.dataset.draft;
  const place = `kring-draft ${address}`;
  const line = form.querySelector('.k-draft');
  const typed = () => new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === 'string'));
  const own = () => [...typed()].filter(([name]) => form.elements[name] && form.elements[name].type !== 'hidden'
    && form.elements[name].type !== 'password');
  const keep_here = () => localStorage.setItem(place, JSON.stringify({ at: Date.now(), fields: own() }));
  let kept = typed().toString();

  // The device may be shared: what it keeps is older than a day at most, and goes once the server has it.
  try {
    const left = JSON.parse(localStorage.getItem(place));
    if (left && Date.now() - left.at < 864e5) {
      for (const [name, value] of left.fields) {
        const field = form.elements[name];
        if (field && field.type === 'checkbox') field.checked = true;
        else if (field) field.value = value;
      }
      line.textContent = line.dataset.restored;
    }
  } catch { localStorage.removeItem(place); }

  async function save() {
    const now = typed().toString();
    if (now === kept) return;
    try {
      const answer = await fetch(address, { method: 'POST', body: typed(), redirect: 'manual', keepalive: true });
      if (!answer.ok) throw new Error(answer.status);
      kept = now;
      localStorage.removeItem(place);
      const time = new Date().toLocaleTimeString(document.documentElement.lang, { hour: '2-digit', minute: '2-digit' });
      line.textContent = `${line.dataset.kept} ${time}`;
    } catch {
      keep_here();
      line.textContent = line.dataset.offline;
    }
  }
  setInterval(save, 1e4);
  document.addEventListener('visibilitychange', () => { if (document.hidden) save(); });
  form.addEventListener('submit', () => (navigator.onLine ? localStorage.removeItem(place) : keep_here()));
}
