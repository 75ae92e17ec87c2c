import { describe, expect, it } from 'vitest';
import { explainLink, isSafeLink } from '../../../../src/content/rules/link-rules.ts';
import { findDangers } from '../../../support/find-dangers.ts';
import { checkMarkdown, renderMarkdown } from '../../../support/render-markdown.ts';

describe('isSafeLink', () => {
  it.each([
    ['https://b.example/', true],
    ['HTTP://b.example', true],
    ['https://b.example/?q=%C3%BC', true],
    ['https://b.example/caf%E9', true],
    ['https://b.example/%91%E5', true],
    ['https://b.example/100%', true],
    ['mailto:a@b.example', true],
    ['mailto:a@b.example?subject=c', true],
    ['MAILTO:a@b.example,c@d.example?CC=e@f.example&subject=G%20h&body=i%0D%0Aj', true],
    ['mailto:?subject=Read%20this&body=https://b.example/', true],
    ['tel:+40-21-123-4567', true],
    ['TEL:112', true],
    ['tel:+1(800)555.0100;ext=12', true],
    ['tel:*100%23', true],
    ['/', true],
    ['/2024/11/flood/', true],
    ['/search/?q=100%', true],
    ['#background', true],
    ['', false],
    ['javascript:alert(1)', false],
    ['//evil.example/', false],
    ['/\\evil.example/', false],
    ['https:evil.example', false],
    ['https:// ', false],
    ['https://a:b:c', false],
    ['mailto:a@b@c', false],
    ['mailto:', false],
    ['mailto:?', false],
    ['mailto:a@b.example?attach=/etc/passwd', false],
    ['mailto:a@b.example?subject=c%0D%0ABcc:d@e.example', false],
    ['mailto:a@b.example%0ABcc:d@e.example', false],
    ['mailto:a@b.example?subject=%E9', false],
    ['mailto:a@b.example?subject=c d', false],
    ['tel:', false],
    ['tel:+', false],
    ['tel:call me', false],
    ['tel:javascript:alert(1)', false],
    ['/%', false],
    ['/caf%E9/', false],
    ['#50%', false],
    [' https://b.example/', false],
    ['flood.md', false],
  ])('of %j is %j', (url, isSafe) => {
    expect(isSafeLink(url)).toBe(isSafe);
  });

  it('is soon done with long addresses', () => {
    const long = 50_000;
    for (const url of [`tel:${'1'.repeat(long)}!`, `mailto:${'a@b,'.repeat(long / 4)}`, `${'a.'.repeat(long / 2)}!`]) {
      expect(isSafeLink(url)).toBe(false);
      expect(explainLink(url).hint.length).toBeLessThan(300);
    }
  });
});

const general =
  'A link can go to an https:// or http:// page, a mailto: or tel: address, a path on this site (`/…`) or a heading (`#…`).';
const wholePath = 'Write the full path from the root of the site: `/2024/11/name/`.';
const ownDisk = 'This file is on your computer, where readers cannot open it. Link to its address on the web.';

describe('explainLink', () => {
  it.each([
    ['www.example.org', 'Write `https://www.example.org`.'],
    ['WWW.example.org/a?b#c', 'Write `https://WWW.example.org/a?b#c`.'],
    ['example.org/path', 'Write `https://example.org/path`.'],
    ['example.org', 'Write `https://example.org`.'],
    ['en.wikipedia.org/wiki/Flood', 'Write `https://en.wikipedia.org/wiki/Flood`.'],
    ['例え.jp/あ', 'Write `https://例え.jp/あ`.'],
    ['//example.org', 'Write `https://example.org`.'],
    ['http:/example.org/x', 'Write `http://example.org/x`.'],
    ['https:example.org', 'Write `https://example.org`.'],
    ['https//example.org', 'Write `https://example.org`.'],
    ['https:\\\\example.org', 'Write `https://example.org`.'],
    ['hhtps://example.org', 'Write `https://example.org`.'],
    ['htttp://example.org', 'Write `http://example.org`.'],
    ['name@example.org', 'Write `mailto:name@example.org`.'],
    ['mailto://name@example.org', 'Write `mailto:name@example.org`.'],
    ['mailto: name@example.org', 'Write `mailto:name@example.org`.'],
    ['mailto:name', 'Write `mailto:name@example.org`, with `?subject=…&cc=…&body=…` if needed.'],
    ['+40 21 123 4567', 'Write `tel:+40211234567`.'],
    ['tel:+40 21 123 4567', 'Write `tel:+40211234567`.'],
    ['tel:press office', 'Write the number with its country code: `tel:+40-21-123-4567`.'],
    ['C:\\Users\\me\\flood.docx', ownDisk],
    ['D:/texts/flood.md', ownDisk],
    ['file:///home/me/flood.pdf', ownDisk],
    ['\\\\server\\share\\flood.pdf', ownDisk],
    ['flood.md', wholePath],
    ['../10/flood.html', wholePath],
    ['2024/11/flood', wholePath],
    ['/100%', 'Write `%25` for a percent sign.'],
    ['#50%', 'Write `%25` for a percent sign.'],
    ['ftp://example.org/x', general],
    ['javascript:alert(1)', general],
    ['', 'Write the address between the parentheses: `[words](https://www.example.org)`.'],
  ])('says of %j how to write it', (url, hint) => {
    expect(explainLink(url).hint).toBe(hint);
  });

  it('names an address that is missing', () => {
    expect(checkMarkdown('See [the report]().')).toMatchObject([
      { code: 'unsafe-link', line: 10, column: 5, message: 'The link has no address.' },
    ]);
  });
});

describe('what the rules allow, the sanitiser leaves', () => {
  it.each([
    'tel:+40-21-123-4567',
    'mailto:a@b.example?cc=c@d.example&subject=E',
    'https://b.example/caf%E9',
    'https://b.example/%91%E5',
    'https://b.example/100%',
    'https://b.example/%u4e2d?50%',
  ])('%s', async (url) => {
    for (const markdown of [`[a](${url})`, `[a][b]\n\n[b]: ${url}`]) {
      expect(checkMarkdown(markdown)).toEqual([]);
      const html = await renderMarkdown(markdown);
      expect(html).toBe(`<p><a href="${url.replaceAll('&', '&amp;')}">a</a></p>`);
      expect(findDangers(html)).toEqual([]);
    }
  });
});
