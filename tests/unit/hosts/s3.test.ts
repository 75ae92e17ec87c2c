import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterAll, describe, expect, it } from 'vitest';
import { getFileHeaders } from '../../../src/hosts/file-rules.ts';
import { renderHostFiles } from '../../../src/hosts/newsroom-host.ts';

const folder = mkdtempSync(path.join(tmpdir(), 's3-files-'));
afterAll(() => rmSync(folder, { recursive: true }));

function getText(file: string, url = 'https://news.example.org/'): string {
  return renderHostFiles('s3', { url, moves: new Map() }).files.find(({ path: name }) => name === file)?.text ?? '';
}

/** Runs the script with an `aws` that writes its arguments down, and returns those of each call. */
function listCalls(url: string): readonly (readonly string[])[] {
  const home = mkdtempSync(path.join(folder, 's3-'));
  writeFileSync(path.join(home, 'aws'), '#!/bin/sh\n{ for each; do printf "%s\\t" "$each"; done; echo; } >> calls\n', {
    mode: 0o755,
  });
  writeFileSync(path.join(home, 'publish-s3.sh'), getText('publish-s3.sh', url));
  execFileSync('sh', ['publish-s3.sh'], { cwd: home, env: { PATH: `${home}:${process.env['PATH']}` } });
  return readFileSync(path.join(home, 'calls'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t').slice(0, -1));
}

/** Returns whether a call includes a file: the last filter that matches decides, and `*` matches slashes. */
function includes(call: readonly string[], file: string): boolean {
  return call.reduce((isIncluded, option, index) => {
    const pattern = (call[index + 1] ?? '').replaceAll('.', String.raw`\.`).replaceAll('*', '.*');
    if (!/^--(?:in|ex)clude$/u.test(option) || !new RegExp(`^${pattern}$`, 'u').test(file)) return isIncluded;
    return option === '--include';
  }, true);
}

describe('S3', () => {
  const files = [
    'index.html',
    '2024/11/flood/index.html',
    'assets/Page.js',
    '2024/11/flood/card.png',
    'media/a/b.jpg',
    'feed.xml',
    'topics/health/feed.xml',
    'regions/asia/feed.json',
    '2024/11/1/atom.xml',
    'feeds/feeds.opml',
    'manifest.webmanifest',
    'pagefind/x/pagefind-entry.json',
    'pagefind/x/fragment/a.pf_fragment',
    'pagefind/x/a.pf_manifest',
  ];

  it('gets every file once with its own caching and type, and deletes the others at the end', () => {
    const calls = listCalls('https://news.example.org/');
    const uploads = calls.slice(0, -1);
    for (const file of files) {
      const found = uploads.filter((call) => includes(call, file));
      expect(found.length, file).toBe(1);
      const options = Object.fromEntries((found[0] ?? []).map((option, at) => [option, found[0]?.[at + 1]]));
      const promised = getFileHeaders(`/${file.replace('index.html', '')}`);
      expect(options['--cache-control'], file).toBe(promised['Cache-Control']);
      expect(options['--content-type'], file).toBe(promised['Content-Type']);
    }
    expect(calls.filter((call) => includes(call, '.gazetteer-site'))).toEqual([]);
    expect(uploads.flat()).not.toContain('--delete');
    expect(calls.at(-1)).toContain('--delete');
  });

  it('has the site below its base path', () => {
    for (const call of listCalls('https://example.org/news/')) expect(call[3]).toBe('s3://example.org/news');
    expect(JSON.parse(getText('s3-website.json', 'https://example.org/news/'))).toEqual({
      IndexDocument: { Suffix: 'index.html' },
      ErrorDocument: { Key: 'news/404.html' },
    });
  });

  it('has all headers in the policy of CloudFront', () => {
    const text = getText('cloudfront-headers.json');
    const { 'Cache-Control': _, 'X-Content-Type-Options': __, ...promised } = getFileHeaders('/');
    for (const value of Object.values(promised)) expect(text).toContain(JSON.stringify(value));
    const { CustomHeadersConfig: custom, SecurityHeadersConfig: security } = JSON.parse(text);
    expect(custom.Quantity).toBe(custom.Items.length);
    expect(security.StrictTransportSecurity.AccessControlMaxAgeSec).toBe(63_072_000);
    expect(security.ContentTypeOptions).toEqual({ Override: true });
  });
});
