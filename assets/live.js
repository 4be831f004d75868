// SPDX-License-Identifier: EUPL-1.2
// Comfort for live pages; without it they refresh by themselves. Asks whether anything changed, replaces what
// did, lets the clock tick between two answers, and makes it heard for who wants that.
'use strict';
const live = document.querySelector('[data-live]');
const said = document.querySelector('[data-live-said]');
const sound = document.querySelector('[data-live-sound]');
const isStill = new URLSearchParams(location.search).has('stil');
let tag = live.dataset.tag;
let audio = null;
let clock = readClock();

// The server says how much is left; this clock only counts on from there.
function readClock() {
    const at = live.querySelector('[data-left]');
    if (!at) return null;
    return { at, left: Number(at.dataset.left), runs: at.dataset.runs === 'yes', since: performance.now() };
}
function inWords(left) {
    const seconds = left < 0 ? Math.floor(-left / 1000) : Math.ceil(left / 1000);
    const sign = left < 0 && seconds > 0 ? '-' : '';
    return `${sign}${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
let before = null;
function tick() {
    if (!clock?.runs) return;
    const left = clock.left - (performance.now() - clock.since);
    clock.at.querySelector('[data-clock]').textContent = inWords(left);
    if (before !== null && before > 10000 && left <= 10000) tell(clock.at.dataset.ten, 660, 0.2);
    if (before !== null && before > 0 && left <= 0) tell(clock.at.dataset.over, 440, 1);
    before = left;
}
function tell(words, pitch, seconds) {
    said.textContent = words;
    if (!audio) return;
    const tone = audio.createOscillator();
    const loudness = audio.createGain();
    tone.frequency.value = pitch;
    loudness.gain.setValueAtTime(0.4, audio.currentTime);
    loudness.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + seconds);
    tone.connect(loudness).connect(audio.destination);
    tone.start();
    tone.stop(audio.currentTime + seconds);
}
if (sound && 'AudioContext' in window) {
    sound.hidden = false;
    sound.addEventListener('click', () => {
        audio ??= new AudioContext();
        audio.resume();
        sound.textContent = sound.dataset.on;
    });
}
function replace(text) {
    const page = new DOMParser().parseFromString(text, 'text/html');
    const fresh = page.querySelector('[data-live]');
    if (!fresh) return location.reload();
    const focused = live.contains(document.activeElement) ? document.activeElement.id : '';
    live.replaceChildren(...fresh.childNodes);
    if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
    clock = readClock();
    before = null;
}
async function ask() {
    if (document.hidden) return;
    try {
        const answer = await fetch(location.pathname, { headers: { 'If-None-Match': tag }, cache: 'no-store' });
        if (answer.status !== 200 || answer.redirected) return;
        replace(await answer.text());
        tag = answer.headers.get('ETag') ?? '';
    } catch {
        // No connection for a moment: the next try is soon.
    }
}
// Not all phones at the same moment.
const every = 1000 * Number(live.dataset.live) * (0.9 + 0.2 * Math.random());
if (!isStill) setInterval(ask, every);
document.addEventListener('visibilitychange', () => document.hidden || isStill || ask());
setInterval(tick, 200);
