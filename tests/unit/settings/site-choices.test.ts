import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSettings } from '../../../src/settings/settings.ts';

/** Reads the settings of a content folder that holds only a `site.yaml`. */
function read(yaml: string) {
  const contentDir = mkdtempSync(path.join(tmpdir(), 'gazetteer-choices-'));
  writeFileSync(path.join(contentDir, 'site.yaml'), yaml);
  return readSettings({ CONTENT_DIR: contentDir });
}

it('has no choices in a file that makes none', async () => {
  expect((await read('name: A paper\n')).site.choices).toEqual({});
});

it('reads a link as where it leads, with its words or without, and a section with its size', async () => {
  const { site, issues } = await read(
    'navigation:\n  - topics/economy\n  - { to: regions/RO, text: At home }\nfront: [latest, { section: months, most: 3 }]\n',
  );
  expect(issues).toEqual([]);
  expect(site.choices).toEqual({
    navigation: [{ to: 'topics/economy' }, { to: 'regions/RO', text: 'At home' }],
    front: [{ section: 'latest' }, { section: 'months', most: 3 }],
  });
});

describe('a wrong choice', () => {
  it.each([
    [
      'navigation: [topics/]',
      '1:14 invalid-value: Item 1 of `navigation`: `topics/` is not a part of the site or a web address. Write one of `topics`, `topics/economy`, `topics/*`, `regions/RO`, `pages/about`, or a full web address.',
    ],
    [
      'navigation: [{ to: topics, txt: A }]',
      '1:28 unknown-key: There is no key `txt` in item 1 of `navigation`. Did you mean `text`?',
    ],
    [
      'front: [lates]',
      '1:9 invalid-value: Item 1 of `front`: `lates` is not one of `seconds`, `storylines`, `latest`, `regions`, `topics`, `corrections`, `months`. Did you mean `latest`?',
    ],
    [
      'fediverse: paper@mastodon.example',
      '1:12 invalid-value: `fediverse`: `paper@mastodon.example` is not an account in the Fediverse. Write name and server: `@paper@mastodon.example`.',
    ],
    [
      'publisher: { email: "mailto:a@b.org" }',
      '1:21 invalid-value: `email` in `publisher`: `mailto:a@b.org` is not an e-mail address. Write it without `mailto:`: `office@example.org`.',
    ],
    [
      'publisher: { phone: 0123 }',
      '1:21 invalid-value: `phone` in `publisher`: `0123` is not a telephone number. Write it with the code of the country: `+40 21 555 0123`.',
    ],
    [
      'licence: { name: CC BY 4.0, address: creativecommons.org }',
      '1:38 invalid-value: `address` in `licence`: `creativecommons.org` is not a web address. Write the full address, starting with https://.',
    ],
    [
      'licence: { name: A, address: "https://a.example/", refuses: [ai-trane] }',
      '1:62 invalid-value: Item 1 of `refuses` in `licence`: `ai-trane` is not one of `search`, `ai-input`, `ai-index`, `ai-train`. Did you mean `ai-train`?',
    ],
    [
      'head: [{ name: robots, content: noindex }]',
      '1:16 invalid-value: `name` in item 1 of `head`: `robots` is not a name that an addition to the head can have. Write the name that the other site asks for, such as `google-site-verification`. The program writes the usual ones itself.',
    ],
    [
      'head: [{ name: a, content: b }, { name: a, content: c }]',
      '1:41 duplicate-value: `name` in item 2 of `head`: `a` appears twice. Delete one of the two.',
    ],
    [
      'words: { lates: Just in }',
      '1:10 unknown-key: The interface has no word `lates` that can be replaced. Did you mean `latest`?',
    ],
    [
      'words: { stories: Pieces }',
      '1:10 unknown-key: The interface has no word `stories` that can be replaced. src/i18n/en.ts lists them: those that are a plain text.',
    ],
    ['show: { map: false }', '1:9 unknown-key: There is no key `map` in `show`. Did you mean `maps`?'],
    ['licence: { name: CC BY }', '1:10 missing-key: `address` in `licence` is missing. Add it: this key is required.'],
    [
      'search: { order: new }',
      '1:18 invalid-value: `order` in `search`: `new` is not one of `relevance`, `newest`, `oldest`. Write one of them.',
    ],
  ])('is named with its place and cure: %s', async (yaml, expected) => {
    const { issues } = await read(`${yaml}\n`);
    expect(
      issues.map(({ line, column, code, message, hint }) => `${line}:${column} ${code}: ${message} ${hint}`),
    ).toEqual([expected]);
  });
});
