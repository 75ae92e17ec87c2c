import { describe, expect, it } from 'vitest';
import { formatSizeNotice } from '../../../../src/press/report/size-notice.ts';

const small = { files: 900, entries: 1_500, bytes: 4e7, largestFileBytes: 1e5, largestFolderFiles: 80 };

describe('the notice of a build whose site is too large for a host', () => {
  it('names the hosts and their limits', () => {
    expect(formatSizeNotice({ ...small, files: 21_234, entries: 34_000, bytes: 4.2e8 })).toBe(
      'The site has 21,234 files and 420 MB, more than some hosts take for free: ' +
        'Neocities (1 GB and 15,000 files); Cloudflare Pages and Workers (20,000 files of at most 25 MiB).\n' +
        'How many stories fit on which host: src/hosts/README.md.\n',
    );
  });

  it('is not there for a site that fits everywhere', () => {
    expect(formatSizeNotice(small)).toBe('');
  });
});
