import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packFiles } from '../../src/press/output/packed-files.ts';
import { getFileHeaders, secureHeaders } from '../../src/hosts/file-rules.ts';
import { readSiteFile, listFiles } from '../support/site-files.ts';
import { getSiteDir, sites } from '../support/sites.ts';
import { runServer, type HostServer } from './run-server.ts';

const story = '2024/11/us-arms-control-chief-bucharest/';
const moves = new Map([
  ['/regions/burma/', '/regions/myanmar/'],
  ['/alt/überschwemmung/', `/${story}`],
]);

/** Lists one file of every kind in a site, by its path. */
async function listKinds(dir: string): Promise<readonly string[]> {
  const kinds = new Map<string, string>();
  for (const file of await listFiles(dir)) {
    const kind = /(?:feed\.xml|atom\.xml|feed\.json|card\.png)$/u.exec(file)?.[0] ?? path.extname(file);
    // A feed at the top and one below: the rules are not the same.
    if (kind !== '') kinds.set(`${kind} ${file.includes('/')}`, file);
  }
  return [...kinds.values()].map((file) => file.replace(/(^|\/)index\.html$/u, '$1'));
}

describe.each([
  ['nginx', 'demo'],
  ['nginx', 'based'],
  ['Caddy', 'demo'],
  ['Caddy', 'based'],
] as const)('%s with the written configuration serves %s', (server, name) => {
  const { base } = sites[name];
  let host: HostServer;
  beforeAll(async () => {
    host = await runServer(server, name, moves);
  });
  afterAll(() => host?.close());

  it('every kind of file with the headers that the build promises', async () => {
    const kinds = await listKinds(getSiteDir(name));
    expect(kinds.length).toBeGreaterThan(15);
    for (const kind of kinds) {
      const { status, headers } = await host.get(`${base}${kind}`);
      const promised = { ...getFileHeaders(`/${kind}`), ...secureHeaders };
      expect(status, kind).toBe(200);
      for (const [header, value] of Object.entries(promised))
        expect(headers[header.toLowerCase()], `${kind} ${header}`).toBe(value);
      expect(headers['server'] ?? '', kind).not.toMatch(/\d/u);
    }
  });

  it('pages and feeds packed, pictures as they are', async () => {
    for (const file of ['index.html', 'feed.xml', 'feed.json', 'maps/outlines.svg', 'feeds/feeds.opml']) {
      const { headers, body } = await host.get(`${base}${file.replace('index.html', '')}`, {
        'accept-encoding': 'gzip',
      });
      expect(headers, file).toMatchObject({ 'content-encoding': 'gzip', vary: 'Accept-Encoding' });
      expect(gunzipSync(body).toString(), file).toBe(await readSiteFile(getSiteDir(name), file));
    }
    const { headers } = await host.get(`${base}icons/any-192.png`, { 'accept-encoding': 'gzip' });
    expect(headers['content-encoding']).toBeUndefined();
    expect(headers['content-type']).toBe('image/png');
  });

  it('nothing again that a browser has', async () => {
    for (const file of ['', story, 'feed.xml', 'maps/outlines.svg']) {
      const first = await host.get(`${base}${file}`, { 'accept-encoding': 'gzip' });
      const etag = String(first.headers.etag);
      const again = await host.get(`${base}${file}`, { 'accept-encoding': 'gzip', 'if-none-match': etag });
      expect({ status: again.status, bytes: again.body.length }, file).toEqual({ status: 304, bytes: 0 });
      expect(again.headers['cache-control'], file).toBe(getFileHeaders(`/${file}`)['Cache-Control']);
      const other = await host.get(`${base}${file}`, { 'accept-encoding': 'gzip', 'if-none-match': '"other"' });
      expect(other.status, file).toBe(200);
    }
  });

  it('the page for what is not there, with 404 and the policy', async () => {
    for (const file of ['no/such/page/', 'no-file.png', 'assets/gone.js', 'topics/nothing/feed.xml']) {
      const { status, headers, body } = await host.get(`${base}${file}`);
      expect(status, file).toBe(404);
      expect(body.toString(), file).toBe(await readSiteFile(getSiteDir(name), '404.html'));
      expect(headers['content-type'], file).toBe('text/html; charset=utf-8');
      const promised = { ...getFileHeaders('/404.html'), ...secureHeaders };
      for (const [header, value] of Object.entries(promised)) {
        expect(headers[header.toLowerCase()], `${file} ${header}`).toBe(value);
      }
    }
  });

  it('old addresses as moved, and folders with a slash at their end', async () => {
    for (const [from, to] of moves) {
      const { status, headers } = await host.get(encodeURI(`${base}${from.slice(1)}`));
      expect({ status, location: headers.location }, from).toEqual({ status: 301, location: `${base}${to.slice(1)}` });
      expect((await host.get(String(headers.location))).status, to).toBe(200);
    }
    const { status, headers } = await host.get(`${base}topics`);
    expect([301, 308]).toContain(status);
    expect(new URL(String(headers.location), host.url).pathname).toBe(`${base}topics/`);
  });

  it('redirects that keep what is asked for behind the address', async () => {
    const [[from = '', to = ''] = []] = moves;
    for (const [asked, location] of [
      [`${base}${from.slice(1)}?a=b&c=%20d`, `${base}${to.slice(1)}?a=b&c=%20d`],
      [`${base}topics?a=b`, `${base}topics/?a=b`],
      [`${base}topics`, `${base}topics/`],
      ...(base === '/' ? [] : [['/?a=b', `${base}?a=b`] as const]),
    ] as const) {
      const { status, headers } = await host.get(asked);
      expect([301, 302], asked).toContain(status);
      const found = new URL(String(headers.location), host.url);
      expect(found.href, asked).toBe(new URL(location, host.url).href);
    }
  });

  it('errors that nobody keeps', async () => {
    const file = (await listFiles(path.join(getSiteDir(name), 'assets'), '.js'))[0] ?? '';
    for (const [method, sitePath] of [
      ['GET', 'assets/gone.js'],
      ['GET', 'assets/'],
      ['POST', `assets/${file}`],
      ['DELETE', `assets/${file}`],
      ['GET', 'maps/none.svg'],
    ] as const) {
      const { status, headers } = await host.get(`${base}${sitePath}`, {}, method);
      expect(status, sitePath).toBeGreaterThanOrEqual(403);
      expect(headers['cache-control'], `${method} ${sitePath}`).toBe('public, max-age=0, must-revalidate');
      expect(headers['content-security-policy'], sitePath).toContain("default-src 'none'");
    }
  });

  it('parts of a file, and the error for a part that it does not have, which nobody keeps', async () => {
    const file = `${base}assets/${(await listFiles(path.join(getSiteDir(name), 'assets'), '.js'))[0]}`;
    const part = await host.get(file, { range: 'bytes=0-9' });
    expect({ status: part.status, bytes: part.body.length }).toEqual({ status: 206, bytes: 10 });
    const none = await host.get(file, { range: 'bytes=99999999-' });
    expect(none.status).toBe(416);
    expect(none.headers['cache-control'] ?? '').not.toMatch(/immutable|max-age=[1-9]/u);
  });

  it('the front page from the host below a base path', async () => {
    const { status, headers } = await host.get('/');
    const wanted = base === '/' ? { status: 200, location: undefined } : { status: 302, location: base };
    expect({ status, location: headers.location }).toEqual(wanted);
  });

  it('nothing without encryption', async () => {
    const { status, location } = await getPlain(host.ports.http, `${base}${story}`);
    expect([301, 308]).toContain(status);
    expect(location).toBe(`${host.url}${story}`);
  });
});

describe.each(['nginx', 'Caddy'] as const)('%s beside packed copies', (server) => {
  it('sends them as they are, with the types of their texts', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'packed-'));
    await cp(getSiteDir('demo'), folder, { recursive: true });
    await packFiles(folder);
    const host = await runServer(server, 'demo', moves, folder);
    try {
      for (const file of [
        'index.html',
        'feed.xml',
        'feed.json',
        'maps/outlines.svg',
        'manifest.webmanifest',
        'sw.js',
      ]) {
        const sitePath = `/${file.replace('index.html', '')}`;
        const { headers, body } = await host.get(sitePath, { 'accept-encoding': 'gzip' });
        const plain = await host.get(sitePath);
        expect(body.equals(await readFile(path.join(folder, `${file}.gz`))), file).toBe(true);
        expect(gunzipSync(body).equals(plain.body), file).toBe(true);
        expect(headers, file).toMatchObject({ 'content-encoding': 'gzip', vary: 'Accept-Encoding' });
        for (const name of ['content-type', 'cache-control', 'content-security-policy'])
          expect(headers[name], `${file} ${name}`).toBe(plain.headers[name]);
        const known = { 'accept-encoding': 'gzip', 'if-none-match': String(headers.etag) };
        expect((await host.get(sitePath, known)).status, file).toBe(304);
      }
      const missing = await host.get('/none/', { 'accept-encoding': 'gzip' });
      expect({ status: missing.status, packed: missing.headers['content-encoding'] }).toEqual({
        status: 404,
        packed: 'gzip',
      });
    } finally {
      await host.close();
      await rm(folder, { recursive: true, force: true });
    }
  });
});

function getPlain(port: number, sitePath: string): Promise<{ status: number; location: string | undefined }> {
  return new Promise((resolve, reject) => {
    const asked = request(
      { host: '127.0.0.1', port, path: sitePath, headers: { host: `localhost:${port}` }, agent: false },
      (answer) => {
        answer.resume();
        resolve({ status: answer.statusCode ?? 0, location: answer.headers.location });
      },
    );
    asked.on('error', reject).end();
  });
}

interface Scan {
  readonly grade: string;
  readonly score: number;
  readonly isEncrypted: boolean;
  readonly tests: readonly { readonly name: string; readonly pass: boolean; readonly result: string }[];
}

describe("MDN's Observatory", () => {
  it.each(['nginx', 'Caddy'] as const)('gives A+ to the site behind %s', async (server) => {
    const host = await runServer(server, 'demo', moves);
    try {
      const { stdout } = await promisify(execFile)(
        process.execPath,
        ['tests/hosts/observatory/scan.js', 'localhost', String(host.ports.https), String(host.ports.http)],
        { env: { ...process.env, NODE_EXTRA_CA_CERTS: host.certificateFile, NODE_NO_WARNINGS: '1' } },
      );
      const scan = JSON.parse(stdout) as Scan;
      expect(scan.tests.filter(({ pass }) => !pass)).toEqual([]);
      expect(scan.tests).toHaveLength(10);
      expect(scan).toMatchObject({ grade: 'A+', isEncrypted: true });
      expect(scan.score).toBeGreaterThanOrEqual(100);
    } finally {
      await host.close();
    }
  });
});
