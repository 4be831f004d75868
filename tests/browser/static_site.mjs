// SPDX-License-Identifier: EUPL-1.2
// Serves pages from memory on loopback, with the headers and compression of the real server.
import { createServer } from 'node:http';
import { gzipSync } from 'node:zlib';

const policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; " +
    "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
const types = { html: 'text/html', css: 'text/css', js: 'text/javascript', svg: 'image/svg+xml' };

/// `files`: Map of path ("/page.html") to text; may change while serving. Gives {address, close()}.
export async function serve(files) {
    const server = createServer((request, response) => {
        const path = new URL(request.url, 'http://localhost').pathname;
        const text = files.get(path);
        if (text === undefined) return response.writeHead(404).end();
        const type = types[path.split('.').at(-1)];
        response.writeHead(200, {
            'Content-Type': `${type}; charset=utf-8`,
            'Content-Encoding': 'gzip',
            'Content-Security-Policy': policy,
            'X-Content-Type-Options': 'nosniff',
            'Referrer-Policy': 'same-origin',
            'Cache-Control': 'no-store',
        });
        return response.end(gzipSync(text));
    });
    await new Promise((resolve) => {
        server.listen(0, '127.0.0.1', resolve);
    });
    return {
        address: `http://127.0.0.1:${server.address().port}`,
        close: () => {
            server.closeAllConnections();
            server.close();
        },
    };
}
