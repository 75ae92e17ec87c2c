import { describe, expect, it } from 'vitest';
import { checkLinks, toTarget, type LinkTargets } from '../../../src/news/links.ts';

const at = { file: 'articles/2024/11/story.md', line: 12, column: 3 };

const targets: LinkTargets = {
  isPublic: (path) => ['/2024/11/flood/', '/about/', '/topics/'].includes(path),
  isWritten: (path) => path === '/2024/12/embargoed/',
  getAnchors: (path) => (path === '/2024/11/flood/' ? ['s-water'] : undefined),
  suggest: (path) => `Not ${path}.`,
  suggestAnchor: (id, anchors) => `Not ${id}, but ${anchors.join()}.`,
};

const check = (url: string, isPublic = true) => checkLinks([{ ...at, url, isPublic }], targets);

describe('checkLinks', () => {
  it.each(['/2024/11/flood/', '/2024/11/flood/#s-water', '/topics/?a=b#anything', '/about/#contact'])(
    'passes %s',
    (url) => {
      expect(check(url)).toEqual([]);
    },
  );

  it('reports dead-link where there is nothing and never will be', () => {
    expect(check('/2024/11/floods/?a=b#s-water', false)).toEqual([
      {
        ...at,
        code: 'dead-link',
        severity: 'error',
        message: 'The link goes to `/2024/11/floods/`, which does not exist on this site.',
        hint: 'Not /2024/11/floods/.',
      },
    ]);
  });

  it('reports link-to-hidden, which time can bring about, as a warning', () => {
    expect(check('/2024/12/embargoed/')).toEqual([
      {
        ...at,
        code: 'link-to-hidden',
        severity: 'warning',
        message: 'The link goes to `/2024/12/embargoed/`, which readers cannot see now.',
        hint: 'It is a draft, under embargo or expired. Link to something else, or publish it.',
      },
    ]);
  });

  it('lets a story that readers do not see link to another one', () => {
    expect(check('/2024/12/embargoed/', false)).toEqual([]);
  });

  it('reports dead-anchor', () => {
    expect(check('/2024/11/flood/#s-fire')).toEqual([
      {
        ...at,
        code: 'dead-anchor',
        severity: 'error',
        message: 'Nothing on the page `/2024/11/flood/` has the address `#s-fire`.',
        hint: 'Not s-fire, but s-water.',
      },
    ]);
  });
});

describe('toTarget', () => {
  it.each([
    ['/a/', '/a/', ''],
    ['/a/?b=/c/#d#e', '/a/', 'd#e'],
    ['/tags/caf%C3%A9/', '/tags/café/', ''],
    ['/tags/cafe\u0301/', '/tags/café/', ''],
    ['/a/#%D0%B2', '/a/', 'в'],
  ])('takes %s apart', (url, path, anchor) => {
    expect(toTarget(url)).toEqual({ path, anchor });
  });
});
