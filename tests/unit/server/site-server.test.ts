import { mkdir, mkdtemp, readdir, readlink, rename, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { serveSite, type RunningServer } from '../../../src/server/site-server.ts';

const files: Readonly<Record<string, string>> = {
  'index.html': '<h1>Front page</h1>',
  '404.html': '<h1>Nothing here</h1>',
  'about/index.html': '<h1>About</h1>',
  'überschwemmung/index.html': '<h1>Flood</h1>',
  '100%/index.html': '<h1>All of it</h1>',
  'feed.xml': '<rss/>',
  'feed.json': '{}',
  'maps/a.svg': '<svg/>',
  'assets/page.js': 'export {}',
  'empty.txt': '',
  '.well-known/security.txt': 'Contact: mailto:a@example.org',
  '.htpasswd': 'secret',
  'digits.txt': '0123456789',
};

let folder: string;
let dir: string;
let server: RunningServer;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'serve-'));
  dir = path.join(folder, 'dist');
  await writeSite(dir);
  await writeFile(path.join(folder, 'outside.txt'), 'outside');
  server = await serveSite({ dir, base: '/', port: 0 });
});
afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

async function writeSite(to: string, change: Readonly<Record<string, string>> = {}): Promise<void> {
  for (const [name, text] of Object.entries({ ...files, ...change })) {
    await mkdir(path.dirname(path.join(to, name)), { recursive: true });
    await writeFile(path.join(to, name), text);
  }
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Sends bytes unchanged and reads everything that comes back until the server closes. */
function send(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
    const chunks: Uint8Array[] = [];
    socket.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    socket.on('close', () => resolve(Buffer.concat(chunks).toString()));
    socket.on('error', reject);
    socket.setTimeout(5000, () => socket.destroy(new Error(`No answer to ${JSON.stringify(text.slice(0, 80))}.`)));
    socket.write(text);
  });
}

async function ask(target: string, headers: Readonly<Record<string, string>> = {}, method = 'GET'): Promise<Answer> {
  const lines = Object.entries({ Host: 'localhost', Connection: 'close', ...headers });
  const text = await send(`${method} ${target} HTTP/1.1\r\n${lines.map(([k, v]) => `${k}: ${v}\r\n`).join('')}\r\n`);
  return parse(text);
}

function parse(text: string): Answer {
  const [head = '', ...body] = text.split('\r\n\r\n');
  const [first = '', ...lines] = head.split('\r\n');
  const pairs = lines.map((line) => [
    line.slice(0, line.indexOf(':')).toLowerCase(),
    line.slice(line.indexOf(':') + 2),
  ]);
  return { status: Number(first.split(' ')[1]), headers: Object.fromEntries(pairs), body: body.join('\r\n\r\n') };
}

/** Expects that the server still runs and sends a page completely. */
async function expectAlive(): Promise<void> {
  expect(await ask('/')).toMatchObject({ status: 200, body: files['index.html'], headers: { 'content-length': '19' } });
}

describe('a range', () => {
  it.each([
    ['bytes=0-3', 206, '0123', 'bytes 0-3/10'],
    ['bytes=4-4', 206, '4', 'bytes 4-4/10'],
    ['bytes=7-', 206, '789', 'bytes 7-9/10'],
    ['bytes=-3', 206, '789', 'bytes 7-9/10'],
    ['bytes=-99', 206, '0123456789', 'bytes 0-9/10'],
    ['bytes=8-99999999999999999999', 206, '89', 'bytes 8-9/10'],
    ['bytes=10-', 416, '', 'bytes */10'],
    ['bytes=99-100', 416, '', 'bytes */10'],
    ['bytes=-0', 416, '', 'bytes */10'],
    // An invalid range counts as absent.
    ['bytes=5-2', 200, '0123456789', undefined],
    ['bytes=-', 200, '0123456789', undefined],
    ['bytes=a-b', 200, '0123456789', undefined],
    ['bytes=1.5-3', 200, '0123456789', undefined],
    ['bytes=--1', 200, '0123456789', undefined],
    ['bytes=0-1,4-5', 200, '0123456789', undefined],
    ['bytes=', 200, '0123456789', undefined],
    ['lines=1-2', 200, '0123456789', undefined],
  ])('%s is answered with %i', async (range, status, body, contentRange) => {
    const answer = await ask('/digits.txt', { Range: range });
    expect({ status: answer.status, body: answer.body }).toEqual({ status, body });
    expect(answer.headers['content-range']).toBe(contentRange);
    expect(answer.headers['content-length']).toBe(String(body.length));
    await expectAlive();
  });

  it('of an empty file, of a page that is not there, or of one that has changed since', async () => {
    expect((await ask('/empty.txt', { Range: 'bytes=0-' })).status).toBe(416);
    expect((await ask('/none/', { Range: 'bytes=5-2' })).status).toBe(404);
    const { headers } = await ask('/digits.txt');
    const etag = headers['etag'] ?? '';
    expect(await ask('/digits.txt', { Range: 'bytes=0-1', 'If-Range': etag })).toMatchObject({ status: 206 });
    expect(await ask('/digits.txt', { Range: 'bytes=0-1', 'If-Range': '"other"' })).toMatchObject({ status: 200 });
    await expectAlive();
  });
});

describe('a site that changes while it is served', () => {
  it('answers with the file as it is now, at its full length', async () => {
    await ask('/about/');
    await writeSite(dir, { 'about/index.html': '<h1>A much longer page about us</h1>', 'new/index.html': 'New' });
    const { headers, body } = await ask('/about/');
    expect({ length: headers['content-length'], body }).toEqual({
      length: '36',
      body: '<h1>A much longer page about us</h1>',
    });
    expect((await ask('/new/')).body).toBe('New');
    await writeSite(dir, { 'about/index.html': 'Short' });
    expect(await ask('/about/')).toMatchObject({ body: 'Short', headers: { 'content-length': '5' } });
  });

  it('answers 404 for a page that is gone', async () => {
    await rm(path.join(dir, 'about/index.html'));
    expect(await ask('/about/')).toMatchObject({ status: 404, body: files['404.html'] });
    await rm(path.join(dir, '404.html'));
    expect((await ask('/about/')).status).toBe(404);
    await expectAlive();
  });

  it('survives the removal of its folder, and serves the one that replaces it', async () => {
    await rename(dir, `${dir}.old`);
    expect((await ask('/')).status).toBe(404);
    await writeSite(path.join(folder, 'next'), { 'index.html': 'Next edition' });
    await symlink(path.join(folder, 'next'), dir);
    expect((await ask('/')).body).toBe('Next edition');
  });

  it('breaks off a file that is cut short on the way, instead of letting the reader wait', async () => {
    await writeFile(path.join(dir, 'long.txt'), 'x'.repeat(2 ** 24));
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
    await new Promise<void>((resolve) => {
      socket.once('readable', () => resolve());
      socket.write('GET /long.txt HTTP/1.1\r\nHost: localhost\r\n\r\n');
    });
    await truncate(path.join(dir, 'long.txt'), 1);
    const read = new Promise<number>((resolve, reject) => {
      socket.once('close', () => resolve(socket.bytesRead));
      socket.setTimeout(3000, () => reject(new Error('The reader still waits.')));
    });
    socket.on('error', () => undefined).resume();
    expect(await read).toBeLessThan(2 ** 24);
    await expectAlive();
  });
});

it('a file is closed when its reader disconnects, before or during the answer', async () => {
  const gone = Array.from({ length: 60 }, async (_, index) => {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
    socket.on('error', () => undefined);
    await new Promise<void>((resolve) => {
      const lines = Array.from({ length: 20 }, () => 'GET /long.txt HTTP/1.1\r\nHost: localhost\r\n\r\n');
      socket.write(lines.join(''), () => resolve());
    });
    if (index % 2 === 0) await new Promise((resolve) => socket.once('readable', resolve));
    socket.resetAndDestroy();
  });
  await writeFile(path.join(dir, 'long.txt'), 'x'.repeat(2 ** 20));
  await Promise.all(gone);
  await expectAlive();
  await expect.poll(() => listOpenFiles(dir)).toEqual([]);
});

/** Lists the files below a folder that this process has open; none where the system does not say. */
async function listOpenFiles(folder: string): Promise<readonly string[]> {
  const links = (await readdir('/proc/self/fd').catch(() => [])).map((name) => readlink(`/proc/self/fd/${name}`));
  const open = await Promise.all(links.map((link) => link.catch(() => '')));
  return open.filter((file) => file.startsWith(folder));
}

describe('an address', () => {
  it.each([
    ['/', 200],
    ['/?q=%', 200],
    ['/about/?x=1', 200],
    ['/%C3%BCberschwemmung/', 200],
    ['/100%25/', 200],
    ['http://localhost/about/', 200],
    ['/%', 404],
    ['/%00', 404],
    ['/about/%00', 404],
    ['/%E9', 404],
    ['/100%/', 404],
    ['//', 404],
    ['//about/', 404],
    ['//elsewhere.example/..', 404],
    ['/\\elsewhere.example', 404],
    ['/../outside.txt', 404],
    ['/%2e%2e/outside.txt', 404],
    ['/..%2foutside.txt', 404],
    ['/..%5coutside.txt', 404],
    ['/about/../../outside.txt', 404],
    ['/.htpasswd', 404],
    ['/.well-known/security.txt', 200],
    ['/digits.txt/', 404],
    ['/digits.txt/x', 404],
    ['*', 404],
  ])('%s is answered with %i', async (target, status) => {
    const answer = await ask(target);
    expect({ status: answer.status, isMissing: answer.body === files['404.html'] }).toEqual({
      status,
      isMissing: status === 404,
    });
    await expectAlive();
  });

  it.each([
    ['name', `/${'a'.repeat(3000)}/`],
    ['path', `/${'a/'.repeat(3000)}`],
  ])('with too long a %s is answered with 404', async (_kind, target) => {
    expect((await ask(target)).status).toBe(404);
    await expectAlive();
  });

  it('of a folder without its slash redirects to the one with it, and keeps the query', async () => {
    expect(await ask('/about')).toMatchObject({ status: 302, headers: { location: '/about/' } });
    expect(await ask('/about?q=1&r=%2F')).toMatchObject({ status: 302, headers: { location: '/about/?q=1&r=%2F' } });
    expect((await ask('/%C3%BCberschwemmung')).headers['location']).toBe('/%C3%BCberschwemmung/');
  });
});

describe('a request', () => {
  it('with HEAD is answered without a body', async () => {
    const { status, headers, body } = await ask('/about/', {}, 'HEAD');
    expect({ status, body, length: headers['content-length'] }).toEqual({ status: 200, body: '', length: '14' });
    expect(await ask('/none/', {}, 'HEAD')).toMatchObject({ status: 404, body: '' });
    await expectAlive();
  });

  it.each([
    ['OPTIONS', 204],
    ['POST', 405],
    ['PUT', 405],
    ['DELETE', 405],
    ['TRACE', 405],
  ])('with %s is answered with %i', async (method, status) => {
    const { headers, ...answer } = await ask('/about/', { 'Content-Length': '0' }, method);
    expect({ status: answer.status, allowed: headers['allow'] }).toEqual({ status, allowed: 'GET, HEAD, OPTIONS' });
    await expectAlive();
  });

  it('that is not HTTP, is too large, or breaks off does not stop the server', async () => {
    expect(await send('hello\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /u);
    expect(parse(await send(`GET / HTTP/1.1\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`)).status).toBe(431);
    for (const part of ['GET', 'GET / HTTP/1.1\r\n', 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 99\r\n\r\nabc']) {
      const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
      await new Promise<void>((resolve) => socket.write(part, () => resolve()));
      socket.resetAndDestroy();
    }
    await expectAlive();
  });

  it('for what the reader has is answered with 304, without a body', async () => {
    for (const target of ['/', '/feed.xml', '/assets/page.js']) {
      const { headers } = await ask(target);
      const etag = headers['etag'] ?? '';
      for (const asked of [etag, `W/${etag}`, `"other", ${etag}`, '*'])
        expect(await ask(target, { 'If-None-Match': asked }), asked).toMatchObject({
          status: 304,
          body: '',
          headers: { etag, 'cache-control': headers['cache-control'] },
        });
      const since = { 'If-Modified-Since': headers['last-modified'] ?? '' };
      expect(await ask(target, since)).toMatchObject({ status: 304 });
      expect(await ask(target, { ...since, 'If-None-Match': '"other"' })).toMatchObject({ status: 200 });
      expect(await ask(target, { 'If-Modified-Since': 'Thu, 01 Jan 1970 00:00:00 GMT' })).toMatchObject({
        status: 200,
      });
    }
  });
});

it('types are said with their characters, and nothing is kept of an error', async () => {
  const types = Object.fromEntries(
    await Promise.all(
      ['/', '/feed.xml', '/feed.json', '/maps/a.svg', '/assets/page.js', '/digits.txt', '/assets/gone.js'].map(
        async (target) => [target, (await ask(target)).headers['content-type']] as const,
      ),
    ),
  );
  expect(types).toEqual({
    '/': 'text/html; charset=utf-8',
    '/feed.xml': 'application/rss+xml; charset=utf-8',
    '/feed.json': 'application/feed+json; charset=utf-8',
    '/maps/a.svg': 'image/svg+xml; charset=utf-8',
    '/assets/page.js': 'text/javascript; charset=utf-8',
    '/digits.txt': 'text/plain; charset=utf-8',
    '/assets/gone.js': 'text/html; charset=utf-8',
  });
  const gone = await ask('/assets/gone.js');
  expect(gone.headers['cache-control']).toBe('public, max-age=0, must-revalidate');
});

describe('a port', () => {
  it('that is taken is passed over for the next one', async () => {
    const port = Number(new URL(server.url).port);
    const other = await serveSite({ dir, base: '/', port });
    expect(Number(new URL(other.url).port)).toBeGreaterThan(port);
    await other.close();
  });
});

describe('a site with a base path', () => {
  it('is served below it alone', async () => {
    await server.close();
    server = await serveSite({ dir, base: '/news/', port: 0 });
    expect(await ask('/news/about/')).toMatchObject({ status: 200 });
    expect(await ask('/news/about?q=1')).toMatchObject({ status: 302, headers: { location: '/news/about/?q=1' } });
    expect(await ask('/')).toMatchObject({ status: 302, headers: { location: '/news/' } });
    expect(await ask('/news?q=1')).toMatchObject({ status: 302, headers: { location: '/news/?q=1' } });
    for (const target of ['/about/', '/newspaper/', '/news/%', '/news//', '/news/../digits.txt'])
      expect(await ask(target), target).toMatchObject({ status: 404, body: files['404.html'] });
  });
});
