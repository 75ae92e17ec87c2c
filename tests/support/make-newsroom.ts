import type { Timestamp } from '../../src/core/dates.ts';
import type { Article } from '../../src/news/article.ts';
import type { Newsroom } from '../../src/news/newsroom.ts';
import type { Storyline } from '../../src/news/storyline.ts';

/** The only topic of a newsroom that names no others. */
export const worldTopic = { id: 'world', title: 'World', description: 'All of it.', mediaTopic: '11000000' } as const;

/** The only author of a newsroom that names no others. */
export const worldDesk = { id: 'world-desk', name: 'World desk', type: 'desk', languages: ['en'] } as const;

/**
 * Makes a timestamp without our parser. A day is its midnight in UTC.
 *
 * @example makeTimestamp('2024-11-13') // { epochMs: 1731456000000, isDateOnly: true }
 */
export function makeTimestamp(text: string): Timestamp {
  const epochMs = Date.parse(text);
  if (Number.isNaN(epochMs)) throw new Error(`A test has the impossible time ${text}.`);
  return { epochMs, isDateOnly: text.length === '2024-11-13'.length };
}

/** Completes a story. The default is a report on Romania of 13 November 2024, noon, that breaks no rule. */
export function makeArticle(partial: Partial<Article> = {}): Article {
  const id = partial.id ?? '2024/11/story';
  return {
    id,
    file: `articles/${id}.md`,
    textHash: 'hash',
    wordCount: 100,
    title: `The story ${id}`,
    summary: 'One or two sentences that say what the story is about.',
    kind: 'report',
    published: makeTimestamp('2024-11-13T12:00Z'),
    topic: worldTopic.id,
    places: [],
    regions: ['RO'],
    tags: [],
    storylines: [],
    authors: [worldDesk.id],
    keyPoints: [],
    sources: [],
    corrections: [],
    media: [],
    status: 'published',
    aliases: [],
    lang: 'en',
    ...partial,
  };
}

/** Completes a storyline. */
export function makeStoryline(partial: Partial<Storyline> = {}): Storyline {
  return {
    id: 'cop29',
    file: 'storylines/cop29.md',
    textHash: 'hash',
    title: 'COP29',
    summary: 'The climate conference in Baku.',
    milestones: [],
    ...partial,
  };
}

/** Completes a newsroom. The default has no stories, and the topic and the author that stories have. */
export function makeNewsroom(partial: Partial<Newsroom> = {}): Newsroom {
  return {
    articles: [],
    storylines: [],
    topics: [worldTopic],
    authors: [worldDesk],
    pages: [],
    places: { names: {}, groups: {} },
    front: { seconds: [] },
    pictures: [],
    ...partial,
  };
}
