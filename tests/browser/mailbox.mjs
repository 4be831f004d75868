// SPDX-License-Identifier: EUPL-1.2
// Reads what left by mail: the messages in the folder of the mail sink, each whole and decoded (RFC 2045,
// RFC 2047).
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/// Every message in the folder, oldest first: {to, subject, headers (Map, names in small letters), text,
/// parts: [{type, name, text}]}; `text` is the plain one.
export function mailsIn(folder) {
    if (!existsSync(folder)) return [];
    return readdirSync(folder)
        .filter((name) => name.endsWith('.eml'))
        .map((name) => path.join(folder, name))
        .map((file) => ({ file, at: statSync(file).mtimeMs }))
        .sort((one, other) => one.at - other.at)
        .map(({ file }) => mailOf(readFileSync(file, 'latin1')));
}

/// One message of its bytes, as latin1.
export function mailOf(raw) {
    const parts = partsOf(raw);
    const { headers } = split(raw);
    const plain = parts.find(({ type }) => type === 'text/plain');
    return {
        to: /[\w.+-]+@[\w.-]+/.exec(headers.get('to') ?? '')?.[0] ?? '',
        subject: wordsOf(headers.get('subject') ?? ''),
        headers,
        text: plain?.text ?? '',
        parts,
    };
}

// The addresses in a text.
function linksIn(text) {
    return text.match(/https?:\/\/[^\s<>"]+/g) ?? [];
}

/// The path, with what follows it, of the link in a mail that has `part` in its address.
export function linkTo(mail, part) {
    const link = linksIn(mail.text).find((one) => one.includes(part));
    if (!link) throw new Error(`no link to ${part} in: ${mail.text}`);
    const { pathname, search } = new URL(link);
    return pathname + search;
}

function partsOf(raw) {
    const { headers, body } = split(raw);
    const kind = headers.get('content-type') ?? 'text/plain';
    const boundary = /boundary="?([^";]+)"?/i.exec(kind)?.[1];
    if (boundary) {
        const pieces = body.split(new RegExp(`(?:^|\r?\n)--${escaped(boundary)}(?:--)?[ \t]*(?:\r?\n|$)`));
        return pieces.slice(1, -1).flatMap(partsOf);
    }
    const bytes = decoded(body, (headers.get('content-transfer-encoding') ?? '7bit').toLowerCase());
    const name = /(?:file)?name="?([^";]+)"?/i.exec(`${headers.get('content-disposition') ?? ''};${kind}`)?.[1];
    return [{ type: kind.split(';')[0].trim().toLowerCase(), name: name ?? '', text: bytes.toString('utf8') }];
}

function split(raw) {
    const [, head, body] = /^([\s\S]*?)\r?\n\r?\n([\s\S]*)$/.exec(raw) ?? [null, raw, ''];
    const lines = head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
    const headers = new Map(
        lines.map((line) => {
            const [, name, value] = /^([\w-]+):\s*(.*)$/.exec(line) ?? [null, '', ''];
            return [name.toLowerCase(), value];
        }),
    );
    return { headers, body };
}

function decoded(body, encoding) {
    if (encoding === 'base64') return Buffer.from(body, 'base64');
    if (encoding !== 'quoted-printable') return Buffer.from(body, 'latin1');
    return quotedBytes(body.replace(/[ \t]*=\r?\n/g, ''));
}

function quotedBytes(text) {
    const bytes = text.replace(/=([0-9A-F]{2})/gi, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
    return Buffer.from(bytes, 'latin1');
}

// White space between two encoded words is none.
function wordsOf(value) {
    const joined = value.replace(/\?=\s+=\?/g, '?==?');
    const words = joined.replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind, text) =>
        (kind.toLowerCase() === 'b'
            ? Buffer.from(text, 'base64')
            : quotedBytes(text.replaceAll('_', ' '))
        ).toString('latin1'),
    );
    return Buffer.from(words, 'latin1').toString('utf8');
}

function escaped(text) {
    return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
