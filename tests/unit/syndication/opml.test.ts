import { parseOpml } from 'feedsmith';
import { expect, it } from 'vitest';
import { renderOpml } from '../../../src/syndication/opml.ts';
import { makeContext } from '../../support/make-context.ts';
import { makeArticle, worldTopic } from '../../support/make-newsroom.ts';

interface Outline {
  readonly text?: string | undefined;
  readonly xmlUrl?: string | undefined;
  readonly outlines?: readonly Outline[] | undefined;
}

/** Writes a list of feeds as lines, those below others further in. */
function draw(outlines: readonly Outline[], margin = ''): string[] {
  return outlines.flatMap(({ text, xmlUrl, outlines: inner = [] }) => [
    `${margin}${text} ${xmlUrl?.replace('https://host.example/news', '') ?? ''}`.trimEnd(),
    ...draw(inner, `${margin}  `),
  ]);
}

it('the list of feeds has topics, authors and the places that have stories, as a tree; names are escaped', () => {
  const topics = [{ ...worldTopic, title: 'War & peace' }];
  const context = makeContext({ topics, articles: [makeArticle({ regions: ['RO'] })] });
  const { body } = parseOpml(renderOpml(context));
  expect(draw(body?.outlines ?? [])).toEqual([
    `${context.site.name} /feed.xml`,
    'Corrections /corrections/feed.xml',
    context.words.topics,
    '  War & peace /topics/world/feed.xml',
    context.words.authors,
    '  World desk /authors/world-desk/feed.xml',
    context.words.regions,
    '  World /regions/world/feed.xml',
    '    Europe /regions/europe/feed.xml',
    '      Eastern Europe /regions/eastern-europe/feed.xml',
    '        Romania /regions/romania/feed.xml',
  ]);
});

it('the list of feeds of an empty newsroom has no empty headings', () => {
  const context = makeContext({ topics: [], authors: [] });
  expect(draw(parseOpml(renderOpml(context)).body?.outlines ?? [])).toEqual([
    `${context.site.name} /feed.xml`,
    'Corrections /corrections/feed.xml',
  ]);
});
