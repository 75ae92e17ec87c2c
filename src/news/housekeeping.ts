import { toIssue, type Issue } from '../core/issue.ts';
import type { Article } from './article.ts';
import type { Newsroom } from './newsroom.ts';
import type { Topic } from './topic.ts';
import { getVisibility } from './visibility.ts';

/**
 * Finds unused things, and problems that only the clock reveals. They are all warnings, because the site is still
 * correct.
 *
 * @param nowMs the build's instant, in milliseconds since 1970
 * @param isWhole whether every story could be read; otherwise unused things are unknown
 */
export function checkHousekeeping(newsroom: Newsroom, nowMs: number, isWhole = true): readonly Issue[] {
  return [
    ...(isWhole ? checkUnused(newsroom) : []),
    ...newsroom.topics.flatMap(checkMediaTopic),
    ...newsroom.articles.flatMap((article) => [
      ...checkUpdated(article, nowMs),
      ...checkWithdrawal(article),
      ...checkDatelineForm(article),
    ]),
  ];
}

/** Feeds and structured data name a topic by its code, if it has one. */
function checkMediaTopic({ id, mediaTopic }: Topic): Issue[] {
  if (mediaTopic !== undefined) return [];
  const message = `The topic \`${id}\` has no IPTC Media Topics code: other programs cannot tell what it is about.`;
  const hint =
    'Find it at https://cv.iptc.org/newscodes/mediatopic/ and write its eight digits: `mediaTopic: 07000000`.';
  return [toIssue({ code: 'missing-media-topic', message, hint, file: 'topics.yaml', field: [id] })];
}

function checkUnused({ articles, authors, storylines }: Newsroom): Issue[] {
  const usedAuthors = new Set(articles.flatMap((article) => article.authors));
  const usedStorylines = new Set(articles.flatMap((article) => article.storylines));
  return [
    ...authors
      .filter(({ id }) => !usedAuthors.has(id))
      .map(({ id }) =>
        toIssue({
          code: 'unused-author',
          message: `No story is signed by \`${id}\`.`,
          hint: 'Keep the entry for future stories, or delete it.',
          file: 'authors.yaml',
          field: [id],
        }),
      ),
    ...storylines
      .filter(({ id }) => !usedStorylines.has(id))
      .map(({ id, file }) =>
        toIssue({
          code: 'unused-storyline',
          message: `No story belongs to the storyline \`${id}\`.`,
          hint: `Write \`storylines: [${id}]\` in its stories, or delete the file.`,
          file,
          line: 1,
          column: 1,
        }),
      ),
  ];
}

/** Readers of a withdrawn story want to know why. */
function checkWithdrawal({ status, withdrawn, file }: Article): Issue[] {
  if (status !== 'withdrawn' || withdrawn) return [];
  const message = 'The story is withdrawn without a date and a reason.';
  const hint = 'Write both: `withdrawn: { date: 2024-11-14, reason: Its only source was wrong. }`.';
  return [toIssue({ code: 'unexplained-withdrawal', message, hint, file, field: ['status'] })];
}

/** A story that readers can see cannot have been changed in the future. */
function checkUpdated(article: Article, nowMs: number): Issue[] {
  const { updated, file } = article;
  if (!updated || updated.epochMs <= nowMs || getVisibility(article, nowMs) === 'hidden') return [];
  const message = '`updated` is in the future, but the story is already published.';
  return [
    toIssue({
      code: 'updated-in-future',
      message,
      hint: 'Write the time of the last change.',
      file,
      field: ['updated'],
    }),
  ];
}

/** The layout sets place and time, so a dateline is the name of the place alone. */
function checkDatelineForm({ dateline, file }: Article): Issue[] {
  if (!dateline) return [];
  const { place } = dateline;
  const bare = toPlaceName(place);
  if (bare === place) return [];
  const message = `The dateline \`${place}\` contains more than the name of a place.`;
  const hint = `Write \`${bare}\`. The country goes in \`region\`; the page adds the rest.`;
  return [toIssue({ code: 'dateline-form', message, hint, file, field: ['dateline', 'place'] })];
}

/**
 * Removes what wire copy adds to a dateline: capitals, the agency, the day, a dash. `Washington, D.C.` keeps its comma.
 *
 * @example toPlaceName('BUCHAREST, Nov 13 (Reuters) —') // 'Bucharest'
 */
export function toPlaceName(place: string): string {
  const bare = place
    .replace(/\s*\([^)]*\)?/gu, '')
    .replace(/,?\s+\p{L}{3,9}\.?\s+\d{1,2}\b.*$/u, '')
    .replace(/\s*[-–—:]+\s*$/u, '')
    .trim();
  const isShouted = /\p{Lu}{3}/u.test(bare) && !/\p{Ll}/u.test(bare);
  const name = isShouted ? bare.toLowerCase().replace(/(?<![\p{L}'’])\p{L}/gu, (letter) => letter.toUpperCase()) : bare;
  return name || place;
}
