import { toCalendarDay, toMonthKey, type Timestamp } from '../core/dates.ts';
import { toIssue, type FieldPath, type Issue } from '../core/issue.ts';
import { getNearest } from '../core/spelling.ts';
import { countBytes } from '../core/text.ts';
import { checkAliases } from './aliases.ts';
import type { Article } from './article.ts';
import { checkIds } from './ids.ts';
import { checkNearDuplicateTags } from './near-duplicate-tags.ts';
import type { Newsroom } from './newsroom.ts';
import { createGazetteer, type Gazetteer } from './region.ts';
import type { Storyline } from './storyline.ts';
import { toTagId } from './tag.ts';
import { longestName } from './names.ts';

/** The settings that the checks use. */
export interface IntegrityOptions {
  readonly timeZone: string;
  /** The valid parts of files with errors. They are checked, and referring to such a file is not an error. */
  readonly partial?: {
    readonly articles: readonly Partly<Article>[];
    readonly storylines: readonly Partly<Storyline>[];
  };
  /** Files with errors. References to the things in them cannot be checked. */
  readonly broken?: ReadonlySet<string>;
  /** The files of all stories that have changed since there was no error, if nothing else has. */
  readonly changed?: ReadonlySet<string> | undefined;
}

/** The known fields of an entry whose file has errors. */
type Partly<Thing extends { id: string; file: string }> = Partial<Thing> & Pick<Thing, 'id' | 'file'>;

/**
 * Checks what no file can check alone: references exist, dates agree, and no address is used twice. The issues name a
 * field; `content/yaml/locate.ts` finds its line.
 */
export function checkIntegrity(newsroom: Newsroom, options: IntegrityOptions): readonly Issue[] {
  const { partial, broken, changed } = options;
  const articles: readonly Partly<Article>[] = [...newsroom.articles, ...(partial?.articles ?? [])];
  const storylines: readonly Partly<Storyline>[] = [...newsroom.storylines, ...(partial?.storylines ?? [])];
  const gazetteer = createGazetteer(newsroom.places, 'en');
  const known: Known = {
    topic: broken?.has('topics.yaml') ? undefined : new Set(newsroom.topics.map(({ id }) => id)),
    author: broken?.has('authors.yaml') ? undefined : new Set(newsroom.authors.map(({ id }) => id)),
    storyline: new Set(storylines.map(({ id }) => id)),
    article: new Set(articles.map(({ id }) => id)),
  };
  return [
    ...(changed ? articles.filter(({ file }) => changed.has(file)) : articles).flatMap((article) => [
      ...checkReferences(article, known),
      ...(broken?.has('places.yaml') ? [] : checkRegions(article, gazetteer)),
      ...checkTimes(article, options),
      ...checkTags(article),
    ]),
    ...storylines.flatMap((storyline) => checkMilestones(storyline, known)),
    ...checkGroups(newsroom, gazetteer),
    ...checkIds(newsroom),
    ...checkFront(newsroom, known),
    ...checkAliases(newsroom),
    ...checkNearDuplicateTags(newsroom),
  ];
}

/** The known ids of each kind. Undefined if the file could not be read. */
type Known = Readonly<Record<'topic' | 'author' | 'storyline' | 'article', ReadonlySet<string> | undefined>>;

const homes = { topic: 'topics.yaml', author: 'authors.yaml', storyline: 'storylines/', article: 'articles/' } as const;

function checkReference(kind: keyof Known, id: string, known: Known, file: string, field: FieldPath): Issue[] {
  const ids = known[kind];
  if (!ids || ids.has(id)) return [];
  const nearest = getNearest(id, ids);
  const cure = nearest ? `Did you mean \`${nearest}\`?` : `Known: ${list([...ids])}.`;
  return [
    toIssue({
      code: `unknown-${kind}`,
      message: `\`${id}\` is not in ${homes[kind]}.`,
      hint: kind === 'article' && !nearest ? 'Write the path of the file in articles/, without .md.' : cure,
      file,
      field,
    }),
  ];
}

function list(ids: readonly string[]): string {
  const shown = ids.slice(0, 12).map((id) => `\`${id}\``);
  return shown.length === 0 ? 'none yet' : shown.join(', ') + (ids.length > shown.length ? ' …' : '');
}

function checkReferences({ file, topic, authors = [], storylines = [] }: Partly<Article>, known: Known): Issue[] {
  return [
    ...(topic === undefined ? [] : checkReference('topic', topic, known, file, ['topic'])),
    ...authors.flatMap((id, index) => checkReference('author', id, known, file, ['authors', index])),
    ...storylines.flatMap((id, index) => checkReference('storyline', id, known, file, ['storylines', index])),
  ];
}

function checkRegions({ file, regions = [], dateline, places = [] }: Partly<Article>, gazetteer: Gazetteer): Issue[] {
  return [
    ...regions.flatMap((code, index) => checkRegion(code, gazetteer, file, ['regions', index])),
    ...(dateline ? checkCountry(dateline.region, gazetteer, file, ['dateline', 'region']) : []),
    ...places.flatMap(({ region }, index) => checkCountry(region, gazetteer, file, ['places', index, 'region'])),
  ];
}

function checkCountry(code: string, gazetteer: Gazetteer, file: string, field: FieldPath): Issue[] {
  const region = gazetteer.byCode.get(code);
  if (!region) return checkRegion(code, gazetteer, file, field);
  if (region.level === 'country') return [];
  const message = `A city is in a country, not in ${region.title}.`;
  const hint = 'Write the two-letter code of the country that the place is in.';
  return [toIssue({ code: 'invalid-value', message, hint, file, field })];
}

function checkRegion(code: string, gazetteer: Gazetteer, file: string, field: FieldPath): Issue[] {
  if (gazetteer.byCode.has(code)) return [];
  const meant = gazetteer.suggest(code);
  return [
    toIssue({
      code: 'unknown-region',
      message: `\`${code.slice(0, 40)}\` is not a country code (ISO 3166), a UN region code (M49) or a group from places.yaml.`,
      hint: meant
        ? `Did you mean \`${meant.code}\` (${meant.title})?`
        : 'Write the two-letter code of a country (`FR` for France), an M49 number (`142` for Asia) or the id of a group.',
      file,
      field,
    }),
  ];
}

function checkTimes(article: Partly<Article>, { timeZone }: IntegrityOptions): Issue[] {
  const { file, published, updated, expires, corrections = [], withdrawn, id } = article;
  if (!published) return [];
  const issues: Issue[] = [];
  const month = toMonthKey(toCalendarDay(published.epochMs, timeZone));
  if (!id.startsWith(`${month}/`)) {
    issues.push(
      toIssue({
        code: 'folder-date-mismatch',
        message: `The story was published in ${month} (${timeZone}) but is in the folder ${id.slice(0, 7)}.`,
        hint: `Move the file to articles/${month}/, or correct \`published\`.`,
        file,
        field: ['published'],
      }),
    );
  }
  if (updated && isBefore(updated, published, timeZone)) {
    issues.push(
      toIssue({
        code: 'updated-before-published',
        message: '`updated` is earlier than `published`.',
        hint: 'Correct one of the two, or delete `updated`.',
        file,
        field: ['updated'],
      }),
    );
  }
  if (expires && expires.epochMs <= published.epochMs) {
    issues.push(
      toIssue({
        code: 'expires-before-published',
        message: '`expires` is not later than `published`: readers would never see the story.',
        hint: 'Correct one of the two, or delete `expires`.',
        file,
        field: ['expires'],
      }),
    );
  }
  if (withdrawn && isBefore(withdrawn.date, published, timeZone)) {
    issues.push(
      toIssue({
        code: 'correction-before-published',
        message: 'The story was withdrawn before it was published.',
        hint: 'Correct the date of the withdrawal.',
        file,
        field: ['withdrawn', 'date'],
      }),
    );
  }
  corrections.forEach(({ date }, index) => {
    if (!isBefore(date, published, timeZone)) return;
    issues.push(
      toIssue({
        code: 'correction-before-published',
        message: 'The correction is dated before the story was published.',
        hint: 'Correct the date of the correction.',
        file,
        field: ['corrections', index, 'date'],
      }),
    );
  });
  return issues;
}

/** A date without a time is not before an instant of the same day. */
function isBefore(date: Timestamp, published: Timestamp, timeZone: string): boolean {
  const isSameDay = date.isDateOnly && toDay(date.epochMs, timeZone) === toDay(published.epochMs, timeZone);
  return date.epochMs < published.epochMs && !isSameDay;
}

function toDay(epochMs: number, timeZone: string): string {
  const day = toCalendarDay(epochMs, timeZone);
  return `${toMonthKey(day)}/${day.day}`;
}

function checkTags({ tags = [], file }: Partly<Article>): Issue[] {
  const seen = new Set<string>();
  return tags.flatMap((tag, index) => {
    const id = toTagId(tag);
    const field: FieldPath = ['tags', index];
    if (id === '') {
      const message = `The tag \`${tag}\` has no letters, digits or symbols.`;
      return [toIssue({ code: 'invalid-value', message, hint: 'Write words, or delete it.', file, field })];
    }
    if (countBytes(id) > longestName.bytes) {
      const message = `The tag \`${tag}\` makes an address that is ${countBytes(id)} bytes long; the limit is ${longestName.bytes}.`;
      return [toIssue({ code: 'too-long', message, hint: 'Shorten it.', file, field })];
    }
    if (seen.has(id)) {
      const message = `The tag \`${tag}\` appears twice in this story.`;
      return [toIssue({ code: 'duplicate-value', message, hint: 'Remove one of them.', file, field })];
    }
    seen.add(id);
    return [];
  });
}

function checkMilestones({ milestones = [], file }: Partly<Storyline>, known: Known): Issue[] {
  return milestones.flatMap(({ article }, index) =>
    article === undefined ? [] : checkReference('article', article, known, file, ['milestones', index, 'article']),
  );
}

function checkGroups(newsroom: Newsroom, gazetteer: Gazetteer): Issue[] {
  const file = 'places.yaml';
  const taken = createGazetteer({ names: {}, groups: {} }, 'en');
  return [
    ...Object.keys(newsroom.places.names).flatMap((code) => checkRegion(code, taken, file, ['names', code])),
    ...Object.entries(newsroom.places.aliases ?? {}).flatMap(([alias, code]) => [
      ...checkRegion(code, gazetteer, file, ['aliases', alias]),
      ...checkFree(alias, 'alias', gazetteer, ['aliases', alias]),
    ]),
    ...Object.keys(newsroom.places.beyond ?? {}).flatMap((id) => checkFree(id, 'place', taken, ['beyond', id])),
    ...Object.entries(newsroom.places.groups).flatMap(([id, group]) => [
      ...group.members.flatMap((code, index) => checkMember(code, gazetteer, ['groups', id, 'members', index])),
      ...checkFree(id, 'group', taken, ['groups', id]),
    ]),
  ];
}

/** Reports an id that is the address of another place. */
function checkFree(id: string, what: 'group' | 'place' | 'alias', { byId }: Gazetteer, field: FieldPath): Issue[] {
  const owner = byId.get(id);
  if (!owner) return [];
  const message = `The ${what} \`${id}\` would have the same address as the place ${owner.title}.`;
  const hint = what === 'alias' ? 'Delete it: the place already has this address.' : `Give the ${what} another id.`;
  return [toIssue({ code: 'duplicate-address', message, hint, file: 'places.yaml', field })];
}

function checkMember(code: string, gazetteer: Gazetteer, field: FieldPath): Issue[] {
  const file = 'places.yaml';
  if (gazetteer.byCode.get(code)?.level !== 'group') return checkRegion(code, gazetteer, file, field);
  const message = `\`${code}\` is a group, and a group cannot contain another.`;
  return [toIssue({ code: 'invalid-value', message, hint: 'Write the codes of its members instead.', file, field })];
}

function checkFront({ front }: Newsroom, known: Known): Issue[] {
  const file = 'front.yaml';
  return [
    ...(front.lead === undefined ? [] : checkReference('article', front.lead, known, file, ['lead'])),
    ...front.seconds.flatMap((id, index) => checkReference('article', id, known, file, ['seconds', index])),
  ];
}
