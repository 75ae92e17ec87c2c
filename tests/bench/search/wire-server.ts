import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.txt': 'text/plain; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** An answer of the server. */
export interface Answer {
  readonly path: string;
  /** Its bytes over the wire, those of its head included. */
  readonly bytes: number;
}

/** The bytes of an answer's head, as browsers count them. */
const headBytes = 300;

/**
 * Serves a built site as a good host does: texts in Brotli, compressed files unchanged, only assets cacheable. `answers`
 * lists what it has sent: browsers leave out what a page finds in the memory of the one before it.
 */
export async function serveOverWire(
  dir: string,
): Promise<{ readonly url: string; readonly answers: readonly Answer[]; close(): Promise<void> }> {
  const packed = new Map<string, Buffer>();
  const answers: Answer[] = [];
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://host/');
    const file = path.join(dir, decodeURIComponent(pathname.endsWith('/') ? `${pathname}index.html` : pathname));
    if (!existsSync(file)) return void response.writeHead(404).end();
    const type = types[path.extname(file)] ?? 'application/octet-stream';
    const isText = /^(?:text|application\/json|image\/svg)/u.test(type);
    const raw = await readFile(file);
    const body = isText ? (packed.get(file) ?? brotliCompressSync(raw)) : raw;
    if (isText) packed.set(file, body);
    response.writeHead(200, {
      'Content-Type': type,
      'Content-Length': body.length,
      'Cache-Control': /\/(?:assets|fragment|index|filter|words)\//u.test(pathname)
        ? 'max-age=31536000, immutable'
        : 'no-cache',
      ...(isText ? { 'Content-Encoding': 'br' } : {}),
    });
    response.end(body);
    answers.push({ path: pathname, bytes: body.length + headBytes });
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}/`,
    answers,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
