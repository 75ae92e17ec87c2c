import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { findExceeded, hostLimits, measureSite, type SiteSize } from '../../../src/hosts/host-limits.ts';

const nothing: SiteSize = { files: 0, entries: 0, bytes: 0, largestFileBytes: 0, largestFolderFiles: 0 };
const findHosts = (size: Partial<SiteSize>) => findExceeded({ ...nothing, ...size }).map(({ host }) => host);

describe('the size of a site', () => {
  it('counts files, folders at all depths, bytes, the largest file and the fullest folder', () => {
    const files = [
      ['index.html', 100],
      ['2024/11/flood/index.html', 900],
      ['2024/11/flood/card.png', 300],
      ['2024/12/fire/index.html', 200],
    ] as const;
    expect(measureSite(files)).toEqual({
      files: 4,
      // 2024, 2024/11, 2024/11/flood, 2024/12, 2024/12/fire
      entries: 9,
      bytes: 1500,
      largestFileBytes: 900,
      largestFolderFiles: 2,
    });
    expect(measureSite([])).toEqual(nothing);
  });
});

describe('hosts that do not take a site', () => {
  it.each<[Partial<SiteSize>, readonly string[]]>([
    [{}, []],
    [{ files: 15_000, bytes: 8e8 }, []],
    [{ files: 20_000 }, ['Neocities']],
    [{ files: 20_001 }, ['Neocities', 'Cloudflare Pages and Workers']],
    [{ largestFileBytes: 25 * 2 ** 20 + 1 }, ['Cloudflare Pages and Workers']],
    [{ bytes: 9e8 }, ['Grebedoc']],
    [{ bytes: 1e9 + 1 }, ['Neocities', 'Grebedoc', 'GitHub Pages', 'GitLab Pages']],
    [{ entries: 200_001 }, ['GitLab Pages']],
    [{ largestFolderFiles: 54_001 }, ['Netlify']],
  ])('of %j are %j', (size, hosts) => {
    expect(findHosts(size)).toEqual(hosts);
  });

  it('are in the table of the README, each with its limit and where it says so', async () => {
    const readme = (await readFile('src/hosts/README.md', 'utf8')).replace(/ +/gu, ' ');
    const lines = hostLimits.map(({ host, limit, source }) => `| [${host}](${source}) | ${limit} |`);
    expect(lines.filter((line) => !readme.includes(line))).toEqual([]);
  });
});
