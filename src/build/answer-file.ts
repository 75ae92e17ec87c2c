import { open, type FileHandle } from 'node:fs/promises';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { getFileHeaders } from '../hosts/file-rules.ts';
import { toMediaType } from '../hosts/server-site.ts';
import { isFresh, parseRange, toParts, type ByteRange } from './file-request.ts';

/** What this server answers; everything else is refused. */
const allowedMethods = 'GET, HEAD, OPTIONS';

/** A file that stays open until it is sent: what a build does to its name in the meantime changes nothing. */
interface OpenFile {
  readonly sitePath: string;
  readonly handle: FileHandle;
  readonly sizeBytes: number;
  readonly modifiedMs: number;
}

/** What to answer from. */
export interface ServedSite {
  /** Absolute path of the built site. */
  readonly dir: string;
  /** Base path of the site, with slashes at both ends. */
  readonly base: string;
}

/**
 * Answers a request with a file of a built site as it is at this moment: folders by their index, 404.html for the rest, with the headers that
 * `_headers` promises.
 */
export function answerRequest(request: IncomingMessage, response: ServerResponse, site: ServedSite): void {
  // A reader who has gone, or a disk that gives up half-way: this answer ends, the server does not.
  answer(request, response, site).catch(() => {
    if (response.headersSent) response.destroy();
    else response.writeHead(500, { 'Content-Type': 'text/plain; charset=utf-8' }).end('The file cannot be read.\n');
  });
}

async function answer(request: IncomingMessage, response: ServerResponse, { dir, base }: ServedSite): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(request.method === 'OPTIONS' ? 204 : 405, { Allow: allowedMethods }).end();
    return;
  }
  const { pathname, query } = toAddress(request.url ?? '/');
  const redirect = (location: string) => response.writeHead(302, { Location: `${location}${query}` }).end();
  if (base !== '/' && (pathname === '/' || pathname === base.slice(0, -1))) return void redirect(base);
  const parts = pathname.startsWith(base) ? toParts(pathname.slice(base.length - 1)) : undefined;
  const file = parts && (await openFile(dir, parts));
  if (file === 'folder') redirect(`${pathname}/`);
  else if (file) await sendFile(request, response, file);
  else await sendMissing(request, response, dir);
}

/** Splits what is asked for; proxies ask with the whole address. */
function toAddress(target: string): { readonly pathname: string; readonly query: string } {
  const [, pathname = '', query = ''] = /^(?:https?:\/\/[^/?]*)?([^?]*)(.*)$/isu.exec(target) ?? [];
  return { pathname: pathname === '' ? '/' : pathname, query };
}

/** Opens the file at an address; `folder` where a slash is missing at its end. */
async function openFile(dir: string, parts: readonly string[]): Promise<OpenFile | 'folder' | undefined> {
  const names = parts.at(-1) === '' ? [...parts.slice(0, -1), 'index.html'] : parts;
  try {
    const handle = await open(path.join(dir, ...names));
    const stats = await handle.stat();
    if (stats.isFile()) {
      return { sitePath: `/${parts.join('/')}`, handle, sizeBytes: stats.size, modifiedMs: stats.mtimeMs };
    }
    await handle.close();
    return stats.isDirectory() ? 'folder' : undefined;
  } catch (error) {
    if (error instanceof Error && 'code' in error && missing.has(String(error.code))) return undefined;
    throw error;
  }
}

/** What the system says where there is no file to be read. */
const missing = new Set(['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'EACCES', 'EPERM', 'ELOOP', 'EINVAL']);

async function sendFile(request: IncomingMessage, response: ServerResponse, file: OpenFile): Promise<void> {
  const { sitePath, handle, sizeBytes, modifiedMs } = file;
  const etag = `"${Math.floor(modifiedMs).toString(36)}-${sizeBytes.toString(36)}"`;
  const headers = {
    ...getFileHeaders(sitePath),
    ETag: etag,
    'Last-Modified': new Date(modifiedMs).toUTCString(),
    'Accept-Ranges': 'bytes',
  };
  if (isFresh(request.headers, { etag, modifiedMs })) {
    response.writeHead(304, headers).end();
    await handle.close();
    return;
  }
  const type = { 'Content-Type': toMediaType(sitePath), ...headers };
  const isOther = ![undefined, etag].includes(request.headers['if-range']?.toString());
  const range = request.method === 'HEAD' || isOther ? undefined : parseRange(request.headers.range, sizeBytes);
  if (range === 'none') {
    response.writeHead(416, { ...type, 'Content-Range': `bytes */${sizeBytes}`, 'Content-Length': 0 }).end();
    await handle.close();
    return;
  }
  const bytes = range ?? { start: 0, end: sizeBytes - 1 };
  const partial = range && { 'Content-Range': `bytes ${range.start}-${range.end}/${sizeBytes}` };
  await sendBytes(request, response, { handle, bytes, status: range ? 206 : 200, headers: { ...type, ...partial } });
}

/** Answers with the page for what is not there, or in words where the site has none. */
async function sendMissing(request: IncomingMessage, response: ServerResponse, dir: string): Promise<void> {
  const page = await openFile(dir, ['404.html']);
  const headers = { ...getFileHeaders('/404.html'), 'Content-Type': 'text/html; charset=utf-8' };
  if (page && page !== 'folder') {
    const bytes = { start: 0, end: page.sizeBytes - 1 };
    await sendBytes(request, response, { handle: page.handle, bytes, status: 404, headers });
  } else response.writeHead(404, { ...headers, 'Content-Type': 'text/plain; charset=utf-8' }).end('Not found\n');
}

interface Sending {
  readonly handle: FileHandle;
  readonly bytes: ByteRange;
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
}

async function sendBytes(request: IncomingMessage, response: ServerResponse, sending: Sending): Promise<void> {
  const { handle, bytes, status, headers } = sending;
  const length = bytes.end - bytes.start + 1;
  response.writeHead(status, { ...headers, 'Content-Length': length });
  if (request.method === 'HEAD' || length === 0) {
    response.end();
    await handle.close();
    return;
  }
  const stream = handle.createReadStream(bytes);
  await pipeline(stream, response, { end: false });
  // A file that became shorter on the way cannot keep its promise: a closed connection says so.
  if (stream.bytesRead < length) response.destroy();
  else response.end();
}
