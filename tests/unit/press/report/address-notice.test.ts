import { describe, expect, it } from 'vitest';
import { formatAddressNotice } from '../../../../src/press/report/address-notice.ts';

describe('the notice of a build without an address', () => {
  it.each(['https://gazetteer.example/', 'https://example.org/news/', 'https://www.example.com/', 'https://a.test/'])(
    'is there for %s',
    (url) => {
      expect(formatAddressNotice(url)).toBe(
        `This site is not ready to be published: its feeds, sitemaps and links use ${url}, which is not a real address.\n` +
          'Write its own address in site.yaml: `address: https://your-site.org/`.\n',
      );
    },
  );

  it.each(['https://news.org/', 'https://myexample.org/', 'https://example.news/', 'http://localhost:4321/'])(
    'is not there for %s',
    (url) => {
      expect(formatAddressNotice(url)).toBe('');
    },
  );
});
