import { open, type FileHandle } from 'node:fs/promises';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Face } from '../core/face.ts';
import { hasCode } from '../core/failure.ts';
import { getFileHeaders } from '../hosts/file-rules.ts';
import { toMediaType } from '../hosts/server-site.ts';
import { isFresh, parseRange, toParts, type ByteRange } from './file-request.ts';

/** The methods that this server answers. Everything else is refused. */
const allowedMethods = 'GET, HEAD, OPTIONS';

/** A file that stays open until it is sent, so that a build may replace it meanwhile. */
interface OpenFile {
  readonly sitePath: string;
  readonly handle: FileHandle;
  readonly sizeBytes: number;
  readonly modifiedMs: number;
  readonly face: Face | undefined;
  /** Whether it is sent in place of a missing file. */
  readonly isMissing?: boolean;
}

/** The site to serve. */
export interface ServedSite {
  /** Absolute path of the built site. */
  readonly dir: string;
  /** Base path of the site, with slashes at both ends. */
  readonly base: string;
  /** The newsroom's face, if it is not ours. */
  readonly face?: Face | undefined;
}

/**
 * Answers a request with a file of a built site: a folder by its index, 404.html for anything missing, with the headers
 * of `_headers`. The files are read at that moment.
 */
export function answerRequest(request: IncomingMessage, response: ServerResponse, site: ServedSite): void {
  // If the reader disconnects or the disk fails half-way, this answer ends but the server does not.
  answer(request, response, site).catch(() => {
    if (response.headersSent) response.destroy();
    else response.writeHead(500, { 'Content-Type': 'text/plain; charset=utf-8' }).end('The file cannot be read.\n');
  });
}

async function answer(request: IncomingMessage, response: ServerResponse, site: ServedSite): Promise<void> {
  const { base } = site;
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(request.method === 'OPTIONS' ? 204 : 405, { Allow: allowedMethods }).end();
    return;
  }
  const { pathname, query } = toAddress(request.url ?? '/');
  const redirect = (location: string) => response.writeHead(302, { Location: `${location}${query}` }).end();
  if (base !== '/' && (pathname === '/' || pathname === base.slice(0, -1))) return void redirect(base);
  const parts = pathname.startsWith(base) ? toParts(pathname.slice(base.length - 1)) : undefined;
  const file = parts && (await openFile(site, parts));
  if (file === 'folder') redirect(`${pathname}/`);
  else if (file) await sendFile(request, response, file);
  else await sendMissing(request, response, site);
}

/** Splits the requested address. Proxies send it in absolute form. */
function toAddress(target: string): { readonly pathname: string; readonly query: string } {
  const [, pathname = '', query = ''] = /^(?:https?:\/\/[^/?]*)?([^?]*)(.*)$/isu.exec(target) ?? [];
  return { pathname: pathname === '' ? '/' : pathname, query };
}

/** Opens the file at an address. Returns `folder` if a final slash is missing. */
async function openFile({ dir, face }: ServedSite, parts: readonly string[]): Promise<OpenFile | 'folder' | undefined> {
  const names = parts.at(-1) === '' ? [...parts.slice(0, -1), 'index.html'] : parts;
  try {
    const handle = await open(path.join(dir, ...names));
    const stats = await handle.stat();
    if (stats.isFile()) {
      return { sitePath: `/${parts.join('/')}`, handle, sizeBytes: stats.size, modifiedMs: stats.mtimeMs, face };
    }
    await handle.close();
    return stats.isDirectory() ? 'folder' : undefined;
  } catch (error) {
    if (hasCode(error, ...missing)) return undefined;
    throw error;
  }
}

/** System errors that mean there is no file to read. */
const missing = ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'EACCES', 'EPERM', 'ELOOP', 'EINVAL'];

/**
 * Answers with a file, and closes it whatever happens to the connection: a file left open ends the program when it is
 * garbage-collected.
 */
async function sendFile(request: IncomingMessage, response: ServerResponse, file: OpenFile): Promise<void> {
  try {
    const { status, headers, bytes } = toAnswer(request, file);
    response.writeHead(status, headers);
    if (request.method === 'HEAD' || bytes === undefined) response.end();
    else await sendBytes(response, file.handle, bytes);
  } finally {
    await file.handle.close();
  }
}

interface FileAnswer {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  /** Undefined if nothing is sent. */
  readonly bytes?: ByteRange | undefined;
}

/** Decides how to answer with a file: all of it, a part, or that the reader's copy is current. */
function toAnswer({ method, headers: asked }: IncomingMessage, file: OpenFile): FileAnswer {
  const { sitePath, sizeBytes, modifiedMs, face, isMissing } = file;
  const whole = { start: 0, end: sizeBytes - 1 };
  const type = { 'Content-Type': toMediaType(sitePath), ...getFileHeaders(sitePath, face) };
  if (isMissing) return { status: 404, headers: { ...type, 'Content-Length': sizeBytes }, bytes: whole };
  const etag = `"${Math.floor(modifiedMs).toString(36)}-${sizeBytes.toString(36)}"`;
  const modified = new Date(modifiedMs).toUTCString();
  const headers = { ...type, ETag: etag, 'Last-Modified': modified, 'Accept-Ranges': 'bytes' };
  if (isFresh(asked, { etag, modifiedMs })) return { status: 304, headers };
  const isOfThis = [undefined, etag, modified].includes(asked['if-range']?.toString());
  const range = method === 'GET' && isOfThis ? parseRange(asked.range, sizeBytes) : undefined;
  if (range === 'none') {
    return { status: 416, headers: { ...headers, 'Content-Range': `bytes */${sizeBytes}`, 'Content-Length': 0 } };
  }
  if (range === undefined) return { status: 200, headers: { ...headers, 'Content-Length': sizeBytes }, bytes: whole };
  const { start, end } = range;
  const partial = { 'Content-Range': `bytes ${start}-${end}/${sizeBytes}`, 'Content-Length': end - start + 1 };
  return { status: 206, headers: { ...headers, ...partial }, bytes: range };
}

async function sendBytes(response: ServerResponse, handle: FileHandle, { start, end }: ByteRange): Promise<void> {
  const length = end - start + 1;
  if (length === 0) {
    response.end();
    return;
  }
  const stream = handle.createReadStream({ start, end, autoClose: false });
  await pipeline(stream, response, { end: false });
  // A file that became shorter cannot be sent completely; closing the connection shows it.
  if (stream.bytesRead < length) response.destroy();
  else response.end();
}

/** Answers with the page for missing addresses, or in words if the site has none. */
async function sendMissing(request: IncomingMessage, response: ServerResponse, site: ServedSite): Promise<void> {
  const page = await openFile(site, ['404.html']);
  if (page && page !== 'folder') {
    await sendFile(request, response, { ...page, isMissing: true });
    return;
  }
  response.writeHead(404, { ...getFileHeaders('/404.html', site.face), 'Content-Type': 'text/plain; charset=utf-8' });
  response.end('Not found\n');
}
