import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite, type OpenSite } from '../support/open-site.ts';
import { readAloud } from '../support/screen-reader.ts';

let site: OpenSite;
beforeAll(async () => {
  site = await openSite('demo');
});
afterAll(() => site.close());

describe('a story read aloud', () => {
  let phrases: readonly string[];
  beforeAll(async () => {
    const page = await site.visit('2024/11/us-arms-control-chief-bucharest/', { bypassCSP: true });
    phrases = await readAloud(page);
    await page.context().close();
  });

  it('says what, where, who, when and how long before its text, then where from, then what else', () => {
    expect(
      findUnsaid(phrases, [
        'main',
        'article',
        'link, Diplomacy & security',
        'link, Romania',
        /^heading, US arms-control chief, in Bucharest, .*, level 1$/u,
        /^Washington has nothing definitive on nuclear technology moving to North Korea/u,
        'link, World desk',
        'Bucharest',
        'Published',
        'time',
        '13 November 2024, 17:00 UTC',
        'Reading time: 2 minutes',
        'link, 5 sources',
        'button, Share',
        'figure',
        /^image, Map: Romania, United States, Russia, .* and France, with Bucharest marked$/u,
        'Place of the event: Bucharest.',
        'link, Romania',
        'end of figure',
        'list, Key points',
        'listitem, level 1, position 1, set size 3',
        /^The United States has nothing definitive showing/u,
        'link, See where the story supports point 1',
        'end of list, Key points',
        /^The United States has nothing definitive to show that Russia/u,
        'heading, Security in Europe and Asia seen as linked, level 2',
        /^On the same day at NATO headquarters/u,
        'With inputs from agencies',
        'heading, Russia and North Korea, level 2',
        'Part 5 of 9',
        'current page',
        'link, Full storyline',
        'region, Sources',
        'heading, Sources, level 2',
        'listitem, level 1, position 1, set size 5',
        'no public address',
        'end of region, Sources',
        'heading, Places and tags, level 2',
        'list, Regions',
        'list, Tags',
        'end of article',
        'heading, Related stories, level 2',
        'article',
        'Same storyline: Russia and North Korea',
        'end of main',
      ]),
    ).toEqual([]);
  });

  it('has one title, and the title of every section under it', () => {
    const levels = phrases.filter((phrase) => /^heading, .*, level \d$/u.test(phrase)).map((phrase) => phrase.at(-1));
    expect(levels.filter((level) => level === '1')).toHaveLength(1);
    expect(levels[0]).toBe('1');
    expect(levels.indexOf('3')).toBeGreaterThan(levels.indexOf('2'));
  });

  it('says each key point once', () => {
    const point =
      'The United States has nothing definitive showing nuclear technology going from Russia to North Korea';
    expect(phrases.filter((phrase) => phrase.includes(point))).toHaveLength(1);
  });

  it('says the map once, in one sentence, and none of the words drawn on it', () => {
    expect(phrases.filter((phrase) => phrase.startsWith('image'))).toHaveLength(1);
    const atMap = phrases.findIndex((phrase) => phrase.startsWith('image'));
    expect(phrases.slice(atMap - 1, atMap + 2)).toEqual(['figure', expect.stringMatching(/^image, Map: /u), 'caption']);
  });

  it('is silent about what is there for other cases: marked words, copied links, a page of print', () => {
    expect(phrases.filter((phrase) => /marked|copied|https?:/iu.test(phrase)).filter(isNoMap)).toEqual([]);
  });
});

it('says nothing of the globes beside the stories of a listing', async () => {
  const page = await site.visit('topics/health/', { bypassCSP: true });
  expect(await page.locator('main .teaser > img').count()).toBeGreaterThan(0);
  const phrases = await readAloud(page);
  expect(phrases.filter((phrase) => /^(?:image|img|graphic)/u.test(phrase))).toEqual([]);
  expect(
    findUnsaid(phrases, ['heading, Health, level 1', '5 stories', 'article', 'end of article', 'end of main']),
  ).toEqual([]);
});

describe('answers of a search read aloud', () => {
  it('are first what the words name, each once with its kind and count, then the stories', async () => {
    const page = await site.visit('search/?q=russia+north+korea', { bypassCSP: true });
    await page.locator('[data-entities] a').nth(2).waitFor();
    await page.locator('[data-results] article').first().waitFor();
    const phrases = await readAloud(page);
    const entities = [/^link, Russia Region · \d+ stories$/u, /^link, North Korea Region · \d+ stories$/u];
    expect(
      findUnsaid(phrases, [
        /^\d+ stories found\.$/u,
        'list, Places and topics',
        'listitem, level 1, position 1, set size 3',
        ...entities,
        /^link, Russia and North Korea Storyline · \d+ stories$/u,
        'end of list, Places and topics',
        'article',
        /^heading, .*, level 2$/u,
        'end of main',
      ]),
    ).toEqual([]);
    for (const entity of entities) expect(phrases.filter((phrase) => entity.test(phrase))).toHaveLength(1);
    expect(phrases.filter((phrase) => /^image|, image/u.test(phrase))).toEqual([]);
  });

  it('are the places that a foreign name stands for, and their stories', async () => {
    const page = await site.visit('search/?q=moldawien', { bypassCSP: true });
    await page.locator('[data-entities] a').first().waitFor();
    await page.locator('[data-results] article').first().waitFor();
    expect(
      findUnsaid(await readAloud(page), [
        'list, Places and topics',
        /^link, Moldova Region · 1 story$/u,
        /^heading, Sandu re-elected in Moldova .*, level 2$/u,
      ]),
    ).toEqual([]);
  });
});

/** The map's sentence has its own marks. */
function isNoMap(phrase: string): boolean {
  return !phrase.startsWith('image, Map: ');
}

/** Finds the phrases that are not spoken, each after the one before it. */
function findUnsaid(phrases: readonly string[], wanted: readonly (string | RegExp)[]): readonly (string | RegExp)[] {
  let at = -1;
  return wanted.filter((phrase) => {
    const next = phrases.findIndex(
      (said, index) => index > at && (typeof phrase === 'string' ? said === phrase : phrase.test(said)),
    );
    at = Math.max(at, next);
    return next < 0;
  });
}
