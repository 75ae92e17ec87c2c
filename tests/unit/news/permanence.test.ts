import { describe, expect, it } from 'vitest';
import { buildEdition, type Edition } from '../../../src/news/edition.ts';
import type { Newsroom } from '../../../src/news/newsroom.ts';
import { checkPermanence } from '../../../src/news/permanence.ts';
import { collectPermanent } from '../../../src/paper/table.ts';
import { makeContext } from '../../support/make-context.ts';
import {
  makeArticle,
  makeNewsroom,
  makeStoryline,
  makeTimestamp,
  worldDesk,
  worldTopic,
} from '../../support/make-newsroom.ts';

const nowMs = makeTimestamp('2025-01-01').epochMs;
const page = { id: 'imprint', file: 'pages/imprint.md', textHash: 'h', title: 'Imprint', summary: 'We.' };

const toEdition = (newsroom: Newsroom) => buildEdition(newsroom, { nowMs, language: 'en', timeZone: 'UTC' });

const collectFrom = (edition: Edition) => collectPermanent({ ...makeContext(), edition });

function collect(partial: Partial<Newsroom>): ReadonlySet<string> {
  const newsroom = makeNewsroom(partial);
  return collectFrom(toEdition(newsroom));
}

/** Returns the errors if these addresses were published before, as `place message hint`. */
function check(published: readonly string[], partial: Partial<Newsroom>): readonly string[] {
  const newsroom = makeNewsroom(partial);
  const entries = published.map((address, index) => ({ address, file: 'addresses/x.txt', line: index + 1 }));
  const edition = toEdition(newsroom);
  return checkPermanence(entries, collectFrom(edition), newsroom, edition).map((issue) => {
    expect(issue).toMatchObject({ code: 'dropped-address', severity: 'error' });
    const { file, line, column, field, message, hint } = issue;
    return `${file}:${field ? field.join('.') : `${line}:${column}`} ${message} ${hint}`;
  });
}

const gone = (line: number, address: string, hint: string) =>
  `addresses/x.txt:${line}:1 \`${address}\` has been published, but there is nothing at this address any more. ${hint}`;

describe('permanent addresses', () => {
  it('is every story, notice, alias, page, storyline, topic, author and place of the newsroom', () => {
    const articles = [
      makeArticle({ id: '2024/11/seen', aliases: ['/old/'], tags: ['one'] }),
      makeArticle({ id: '2024/11/withdrawn', status: 'withdrawn' }),
      makeArticle({ id: '2024/11/draft', status: 'draft', aliases: ['/draft/'] }),
      makeArticle({ id: '2030/01/ahead', published: makeTimestamp('2030-01-01'), aliases: ['/ahead/'] }),
      makeArticle({ id: '2024/11/over', expires: makeTimestamp('2024-12-01') }),
    ];
    const places = {
      names: {},
      groups: { sahel: { title: 'Sahel', members: ['BF', 'ML'] } },
      beyond: { space: { title: 'Space' } },
      aliases: { persia: 'IR' },
    };
    const storylines = [makeStoryline({ aliases: ['/storylines/climate/'] })];
    expect([...collect({ articles, places, storylines, pages: [page] })].toSorted()).toEqual([
      '/2024/11/seen/',
      '/2024/11/withdrawn/',
      '/authors/world-desk/',
      '/imprint/',
      '/old/',
      '/regions/persia/',
      '/regions/sahel/',
      '/regions/space/',
      '/storylines/climate/',
      '/storylines/cop29/',
      '/topics/world/',
    ]);
  });
});

describe('a published address', () => {
  it('may answer as a page, a notice, an alias or a place', () => {
    const articles = [
      makeArticle({ id: '2024/11/b', aliases: ['/2024/10/a/'] }),
      makeArticle({ id: '2024/11/c', status: 'withdrawn' }),
    ];
    const published = [
      '/2024/10/a/',
      '/2024/11/b/',
      '/2024/11/c/',
      '/regions/asia/',
      '/regions/burma/',
      '/topics/world/',
    ];
    expect(check(published, { articles })).toEqual([]);
  });

  it('may be gone once the story has expired, and its aliases with it', () => {
    const articles = [makeArticle({ id: '2024/11/a', aliases: ['/old/'], expires: makeTimestamp('2024-12-01') })];
    expect(check(['/2024/11/a/', '/old/'], { articles })).toEqual([]);
  });

  it('may not become a draft again or move into the future again, and neither may its aliases', () => {
    const articles = [
      makeArticle({ id: '2024/11/a', status: 'draft', aliases: ['/old/'] }),
      makeArticle({ id: '2024/11/b', published: makeTimestamp('2030-01-01') }),
    ];
    const draft = 'has been published, but the story is now a draft: the address would stop working.';
    const cure = 'Write `status: withdrawn`, which leaves a notice, or `status: published`.';
    expect(check(['/2024/11/a/', '/2024/11/b/', '/old/'], { articles })).toEqual([
      `articles/2024/11/a.md:status \`/2024/11/a/\` ${draft} ${cure}`,
      'articles/2024/11/b.md:published `/2024/11/b/` has been published, but `published` is now in the future: the address would stop working. ' +
        'Write `status: withdrawn`, which leaves a notice, or the time at which it was first published.',
      `articles/2024/11/a.md:aliases.0 \`/old/\` ${draft} ${cure}`,
    ]);
  });

  it('may not vanish: the report names the file that is new and called alike', () => {
    const articles = [
      makeArticle({ id: '2024/12/flood', published: makeTimestamp('2024-12-01') }),
      makeArticle({ id: '2024/11/river-floods-town' }),
      makeArticle({ id: '2024/11/known-flod', status: 'published' }),
      makeArticle({ id: '2024/11/known-flood', status: 'draft' }),
    ];
    const back = 'put the file back with `status: withdrawn`. If the address is no longer needed, delete this line.';
    const published = [
      '/2024/11/flood/',
      '/2024/11/river-flods-town/',
      '/2024/11/quite-another/',
      '/2024/11/known-flod/',
      '/old/',
    ];
    expect(check(published, { articles })).toEqual([
      gone(1, '/2024/11/flood/', `Write \`aliases: [/2024/11/flood/]\` in articles/2024/12/flood.md, or ${back}`),
      gone(
        2,
        '/2024/11/river-flods-town/',
        `Write \`aliases: [/2024/11/river-flods-town/]\` in articles/2024/11/river-floods-town.md, or ${back}`,
      ),
      gone(
        3,
        '/2024/11/quite-another/',
        `Write \`aliases: [/2024/11/quite-another/]\` in the story that replaced it, or ${back}`,
      ),
      gone(
        5,
        '/old/',
        'Write `aliases: [/old/]` in the page that replaced it, or restore what was there. If the address is no longer needed, delete this line.',
      ),
    ]);
  });

  it('may not vanish for a storyline, a page, a topic, an author or a group either', () => {
    const back = 'restore what was there. If the address is no longer needed, delete this line.';
    const published = ['/storylines/cop28/', '/imprnt/', '/topics/word/', '/authors/word-desk/', '/regions/sahel/'];
    const partial = { storylines: [makeStoryline()], pages: [page], topics: [worldTopic], authors: [worldDesk] };
    expect(check(published, partial)).toEqual([
      gone(1, '/storylines/cop28/', `Write \`aliases: [/storylines/cop28/]\` in storylines/cop29.md, or ${back}`),
      gone(2, '/imprnt/', `Write \`aliases: [/imprnt/]\` in pages/imprint.md, or ${back}`),
      gone(3, '/topics/word/', `Write \`aliases: [/topics/word/]\` in topics.yaml under \`world\`, or ${back}`),
      gone(
        4,
        '/authors/word-desk/',
        `Write \`aliases: [/authors/word-desk/]\` in authors.yaml under \`world-desk\`, or ${back}`,
      ),
      gone(
        5,
        '/regions/sahel/',
        'Write `aliases: {sahel: CODE}` in places.yaml, with the code of the place that it should lead to. If the address is no longer needed, delete this line.',
      ),
    ]);
  });
});
