import { describe, expect, it } from 'vitest';
import { readNewsroom } from '../../../../src/content/reader.ts';
import { createBodies } from '../../../../src/content/reading/body.ts';
import { locateIssues } from '../../../../src/content/yaml/locate.ts';
import { ContentError, type Issue } from '../../../../src/core/issue.ts';
import { createAddresses } from '../../../../src/news/urls.ts';
import { words } from '../../../support/render-markdown.ts';
import { storyFile, toStory, writeNewsroom } from '../../../support/write-newsroom.ts';
import { readSoundMarkdown } from '../../../../src/content/reading/page.ts';

const sources = '\n  - { id: met, title: Rain report, publisher: Met }\n  - { title: Wire, publisher: Reuters }';

/** Renders a story, and returns what is reported of it, with lines. */
async function check(front: Readonly<Record<string, string>>, body: string) {
  const contentDir = await writeNewsroom({ [storyFile]: toStory(front, body) });
  const bodies = createBodies({ contentDir, addresses: createAddresses('https://host.example/'), words });
  const rendered = await bodies
    .renderSource(await readSoundMarkdown(contentDir, storyFile))
    .catch((error: unknown) => error);
  const issues = rendered instanceof ContentError ? rendered.issues : (rendered as { warnings: Issue[] }).warnings;
  const located = await locateIssues(contentDir, issues);
  return {
    rendered,
    found: located.map(({ code, line, column, message, hint }) => [code, `${line}:${column}`, message, hint]),
  };
}

describe('source marks', () => {
  it('may name every source by id or by number, in the text and in key points', async () => {
    const { found } = await check(
      { sources, keyPoints: '\n  - Rain fell on the coast.[@met]' },
      'Rain fell on the coast.[@2]',
    );
    expect(found).toEqual([]);
  });

  it('that name no source are errors with their place and the nearest id', async () => {
    const { found } = await check(
      { sources, keyPoints: '\n  - Rain fell on the coast.[@mett]' },
      'Rain fell on the coast.[@1] [@2]\n\nIt froze,[@3] then\nthawed.[@reuter]',
    );
    expect(found).toEqual([
      ['unknown-source', '12:5', '`[@mett]` names a source that the story does not have.', 'Did you mean `[@met]`?'],
      [
        'unknown-source',
        '17:10',
        '`[@3]` names a source that the story does not have.',
        'Write one of `[@met]`, or `\\[@` if it is not a source mark.',
      ],
      [
        'unknown-source',
        '18:8',
        '`[@reuter]` names a source that the story does not have.',
        'Write one of `[@met]`, or `\\[@` if it is not a source mark.',
      ],
    ]);
  });

  it('are explained to those who list no source, or give none an id', async () => {
    expect((await check({}, 'A[@user] wrote.')).found.map(([, , , hint]) => hint)).toEqual([
      'List it under `sources`, or write `\\[@` if it is not a source mark.',
    ]);
    const plain = '\n  - { title: A, publisher: B }\n  - { title: C, publisher: D }';
    expect((await check({ sources: plain }, 'A[@1][@2] [@x]')).found.map(([, , , hint]) => hint)).toEqual([
      'Write one of `[@1]` to `[@2]`, or `\\[@` if it is not a source mark.',
    ]);
  });

  it('that never name a source are a warning, if there are any marks', async () => {
    expect((await check({ sources }, 'Rain fell.')).found).toEqual([]);
    expect((await check({ sources }, 'Rain fell.[@met]')).found).toEqual([
      [
        'unused-source',
        '10:5',
        'No mark names the source “Wire”.',
        'Write `[@2]` after what it supports, or delete it.',
      ],
    ]);
  });

  it('within the words of a link are errors', async () => {
    const { found } = await check({ sources }, 'A [link[@1]](/a/).[@2]');
    expect(found).toEqual([
      ['misplaced-mark', '13:8', 'The source mark `[@1]` is within the words of a link.', 'Put it after the link.'],
    ]);
  });

  it('do not count as words', async () => {
    const contentDir = await writeNewsroom({ [storyFile]: toStory({ sources }, 'Rain fell [@1] [@2] again.[@1]') });
    const { newsroom } = await readNewsroom({ contentDir, timeZone: 'UTC', language: 'en' });
    expect(newsroom.articles).toMatchObject([{ wordCount: 3 }]);
  });
});

const point = (at: string) => ({ keyPoints: `\n  - { text: Nobody was hurt., at: ${at} }` });

describe('key points', () => {
  const text =
    'Rain fell on the coast.\n\nRain fell in the hills.\n\n- The dam held.\n\n  It is old.\n- The bridge fell.';

  it('lead to the paragraph that an editor names by its first words', async () => {
    expect((await check(point('rain fell in'), text)).rendered).toMatchObject({ support: [1] });
    expect((await check(point('The dam held.'), text)).rendered).toMatchObject({ support: [3] });
    expect((await check(point('The bridge'), text)).rendered).toMatchObject({ support: [6] });
  });

  it('that name no paragraph, or several, are errors', async () => {
    expect((await check(point('Snow fell'), text)).found).toEqual([
      [
        'unknown-paragraph',
        '9:35',
        'No paragraph begins with `Snow fell`.',
        'Copy the first words of the paragraph that supports the point.',
      ],
    ]);
    expect((await check(point('Rain fell'), text)).found).toEqual([
      ['unknown-paragraph', '9:35', '2 paragraphs begin with `Rain fell`.', 'Write more of its words.'],
    ]);
  });

  it('that no paragraph supports are a warning', async () => {
    const { found, rendered } = await check({ keyPoints: '\n  - Rain fell on the coast.\n  - Nobody was hurt.' }, text);
    expect(rendered).toMatchObject({ support: [0, -1] });
    expect(found).toEqual([
      [
        'unsupported-point',
        '10:5',
        'No paragraph says what item 2 of `keyPoints` says.',
        'Say it in the text, or name the paragraph by its first words: `{ text: "…", at: "…" }`, each on a line of its own.',
      ],
    ]);
  });
});
