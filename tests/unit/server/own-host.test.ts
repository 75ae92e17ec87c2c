import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { isOwnHost } from '../../../src/server/own-host.ts';
import { serveSite } from '../../../src/server/site-server.ts';

const local = [
  'localhost',
  'localhost:4322',
  'LOCALHOST',
  'a.localhost:1',
  '127.0.0.1:4322',
  '127.8.9.1',
  '[::1]:4322',
  undefined,
];
const lan = [
  '192.168.1.7:4321',
  '10.0.0.1',
  '[fe80::1]:4321',
  'newsdesk',
  'newsdesk:4321',
  'paper.example:8080',
  'PAPER.example',
];
const strangers = [
  'evil.example',
  'localhost.evil.example',
  'evil.example:4322',
  '127.0.0.1.evil.example',
  'evillocalhost.org',
  'x.paper.example',
  'me@evil.example',
  '',
];

describe('the host that a request names', () => {
  it.each(local)('%s is this machine', (host) => {
    expect(isOwnHost(host)).toBe(true);
    expect(isOwnHost(host, [])).toBe(true);
  });

  it.each(lan)('%s is this machine where others may reach it', (host) => {
    expect(isOwnHost(host)).toBe(false);
    expect(isOwnHost(host, ['paper.example'])).toBe(true);
  });

  it.each(strangers)('%s is somebody else’s', (host) => {
    expect(isOwnHost(host)).toBe(false);
    expect(isOwnHost(host, ['paper.example'])).toBe(false);
  });
});

function ask(url: string, host: string): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { headers: { host }, agent: false }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (data: string) => (text += data));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }));
    });
    asked.on('error', reject).end();
  });
}

describe('a server of a built site', () => {
  it.each([
    ['localhost', undefined, '192.168.1.7'],
    [undefined, ['paper.example'], 'evil.example'],
  ])('on %s answers to its own names only', async (host, names, stranger) => {
    const server = await serveSite({
      dir: 'public',
      base: '/',
      port: 0,
      ...(host && { host }),
      ...(names && { names }),
    });
    try {
      const own = names?.[0] ?? 'localhost';
      expect(await ask(`${server.url}favicon.svg`, own)).toMatchObject({ status: 200 });
      expect(await ask(`${server.url}favicon.svg`, stranger)).toEqual({
        status: 421,
        text: 'This server does not answer to that name.\n',
      });
    } finally {
      await server.close();
    }
  });
});
