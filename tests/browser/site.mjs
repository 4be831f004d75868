// SPDX-License-Identifier: EUPL-1.2
// A running Kring with the example network in a folder of its own, for tests with a real browser.
//   KRING_PROGRAM         the program; else the newest build
//   KRING_WALK_DATABASE   address of an empty PostgreSQL database; else SQLite in the folder
import { execFileSync, spawn } from 'node:child_process';
import {
    cpSync,
    existsSync,
    mkdtempSync,
    openSync,
    readFileSync,
    readdirSync,
    rmSync,
    statSync,
    writeFileSync,
} from 'node:fs';
import { connect, createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const example = path.join(root, 'data/example/leernetwerk-ict-2018');
const startMsMax = 30_000;

export const password = 'Zeven-manden-vol-beeldschermen!';
export const people = ['anna', 'bram', 'sami', 'femke', 'eva', 'beheer'];

// Loading and hashing take seconds; with SQLite once is enough, and every site starts with a copy.
let loaded = null;

/// Serves the example, with the trial password for `people`, on a free port; `more`: settings on top.
/// Gives {address, folder, run(words, input), restart(moment), close()}; after restart() its clock stands at that
/// moment in Amsterdam, "2027-01-14 12:30:00", and goes on from there.
export async function startSite(more = []) {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'kring-walk-'));
    const port = await freePort();
    const address = `http://127.0.0.1:${port}`;
    const settings = [
        ['database', process.env.KRING_WALK_DATABASE ?? path.join(folder, 'kring.db')],
        ['mail_sink', path.join(folder, 'mail')],
        ['public_address', address],
        ['reply_address', 'antwoord@kring.example'],
        ['requests_per_second', '0'],
        ['posts_per_minute', '0'],
        ['anonymous_delay_minutes', '0'],
        ...more,
    ].flatMap(([name, value]) => [`--${name}`, value]);
    const options = { cwd: folder, env: environment(), encoding: 'utf8' };
    const run = (words, input = '') =>
        execFileSync(program(), [...settings, ...words], { ...options, input, stdio: 'pipe' });
    if (loaded) writeFileSync(path.join(folder, 'kring.db'), loaded);
    else load(folder, run);
    const logged = path.join(folder, 'log');
    const log = openSync(logged, 'a');
    const serve = async (env) => {
        const words = ['serve', '--port', String(port), ...settings];
        const child = spawn(program(), words, { ...options, env, stdio: ['ignore', log, log] });
        await answering(port, child, logged);
        return child;
    };
    let server = await serve(options.env);
    const stop = async () => {
        const ended = new Promise((resolve) => {
            server.once('exit', resolve);
        });
        if (server.exitCode === null && server.kill()) await ended;
    };
    const restart = async (moment) => {
        await stop();
        server = await serve({ ...options.env, ...clockAt(moment) });
    };
    const close = async () => {
        await stop();
        rmSync(folder, { recursive: true, force: true });
    };
    return { address, folder, run, restart, close };
}

function load(folder, run) {
    cpSync(example, path.join(folder, 'example'), { recursive: true });
    run(['load', path.join(folder, 'example')]);
    run(['factors', 'import', '--from-npm', root]);
    for (const person of people) run(['password', email(person)], `${password}\n`);
    if (!process.env.KRING_WALK_DATABASE) loaded = readFileSync(path.join(folder, 'kring.db'));
}

/// The address a person of the example signs in with.
export function email(person) {
    return /^email: (.*)$/m.exec(readFileSync(path.join(example, `people/${person}.md`), 'utf8'))[1];
}

/// The program under test.
export function program() {
    if (process.env.KRING_PROGRAM) return path.resolve(process.env.KRING_PROGRAM);
    const built = ['release', 'dev', 'asan']
        .map((preset) => path.join(root, 'build', preset, 'kring'))
        .filter((file) => existsSync(file))
        .sort((one, other) => statSync(other).mtimeMs - statSync(one).mtimeMs);
    if (built.length === 0) throw new Error('no build of kring found; run ./run or ./test first');
    return built[0];
}

/// Kring refuses settings that it does not know, such as KRING_PROGRAM.
export function environment() {
    const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('KRING_'));
    return Object.fromEntries(kept);
}

// libfaketime moves the clock of one process; how time passes for sockets and sleeps stays as it is.
function clockAt(moment) {
    const library = readdirSync('/usr/lib')
        .map((name) => path.join('/usr/lib', name, 'faketime/libfaketimeMT.so.1'))
        .find((file) => existsSync(file));
    if (!library) throw new Error('libfaketime is not there; ./test installs it');
    return { LD_PRELOAD: library, TZ: 'Europe/Amsterdam', FAKETIME: `@${moment}`, FAKETIME_DONT_FAKE_MONOTONIC: '1' };
}

function freePort() {
    return new Promise((resolve) => {
        const probe = createServer().listen(0, '127.0.0.1', () => {
            const { port } = probe.address();
            probe.close(() => resolve(port));
        });
    });
}

async function answering(port, server, log) {
    for (const end = Date.now() + startMsMax; Date.now() < end && server.exitCode === null; await sleep(50)) {
        if (await answers(port)) return;
    }
    throw new Error(`Kring did not start:\n${readFileSync(log, 'utf8').slice(-2000)}`);
}

function answers(port) {
    return new Promise((resolve) => {
        const socket = connect(port, '127.0.0.1');
        socket.once('connect', () => {
            socket.destroy();
            resolve(true);
        });
        socket.once('error', () => resolve(false));
    });
}
