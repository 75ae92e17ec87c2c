import { describe, expect, it } from 'vitest';
import type { SiteChoices } from '../../../src/core/site-choices.ts';
import { checkSectionLinks, parseSectionLink } from '../../../src/news/section-links.ts';
import { makeContext } from '../../support/make-context.ts';

const { edition } = makeContext();

function check(choices: SiteChoices) {
  return checkSectionLinks(choices, edition).map(({ code, message, hint, file, field }) => [
    `${file} ${field?.join('.')}`,
    `${code}: ${message} ${hint}`,
  ]);
}

describe('a link of a menu', () => {
  it.each([
    ['regions', { kind: 'index', index: 'regions' }],
    ['topics/economy', { kind: 'topics', id: 'economy' }],
    ['topics/*', { kind: 'topics', id: '*' }],
    ['https://example.org/a', { kind: 'web', href: 'https://example.org/a' }],
    ['topics/', undefined],
    ['topic/economy', undefined],
    ['regions/*', undefined],
    ['javascript:alert(1)', undefined],
    ['https://', undefined],
  ])('%s', (text, link) => {
    expect(parseSectionLink(text)).toEqual(link);
  });

  it('to nothing is an error', () => {
    expect(checkSectionLinks({ imprint: 'a' }, edition).map(({ code }) => code)).toEqual(['unknown-section']);
  });

  it('must lead to something that exists; the nearest is named', () => {
    expect(
      check({
        navigation: [{ to: 'topics/wrld' }, { to: 'topics/world' }, { to: 'regions/ROU' }, { to: 'regions/romania' }],
        footer: [{ links: [{ to: 'pages/*' }, { to: 'storylines/a' }] }],
        imprint: 'imprint',
      }),
    ).toEqual([
      ['site.yaml navigation.0', 'unknown-section: `wrld` is not in topics.yaml. Did you mean `world`?'],
      ['site.yaml navigation.2', 'unknown-section: `ROU` is not in the list of places. Did you mean `RO`?'],
      ['site.yaml footer.0.links.1', 'unknown-section: `a` is not in storylines/. '],
      ['site.yaml imprint', 'unknown-section: `imprint` is not in pages/. '],
    ]);
  });

  it('to another site must have its words', () => {
    expect(check({ navigation: [{ to: 'https://example.org/' }] })).toEqual([
      [
        'site.yaml navigation.0',
        'missing-key: The link to https://example.org/ has no words. Write `{ to: https://example.org/, text: Its name }`.',
      ],
    ]);
  });
});
