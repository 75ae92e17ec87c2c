import { transliterate } from 'transliteration';
import { stringify } from 'yaml';
import { checkName } from '../content/text/file-names.ts';
import { splitFrontMatter } from '../content/text/front-matter.ts';
import { parsePage, unwritten } from '../content/reading/page.ts';
import type { Schemas } from '../content/schema/schema.ts';
import { isIssue } from '../content/text/text-file.ts';
import { parseTimestamp, toCalendarDay, toMonthKey } from '../core/dates.ts';
import { toIssue, type Issue } from '../core/issue.ts';
import { toSlug } from '../core/text.ts';
import { checkIntegrity } from '../news/integrity.ts';
import type { Newsroom } from '../news/newsroom.ts';

/** An editor's answers, from which a draft is made. */
export interface DraftInput {
  readonly title: string;
  readonly slug: string;
  /** Empty if it is to be written later. */
  readonly summary: string;
  readonly published: string;
  readonly topic: string;
  readonly regions: readonly string[];
  readonly authors: readonly string[];
  readonly tags: readonly string[];
  readonly storylines: readonly string[];
  /** Empty for the site's own language. */
  readonly lang: string;
}

/** A file to be written. */
export interface DraftFile {
  /** Relative to the content folder. */
  readonly file: string;
  readonly id: string;
  readonly text: string;
}

/** The length of an address that can be read out and typed. Further words are cut off. */
const slugLength = 60;

/**
 * Suggests the last part of a story's address from its title, in Latin letters whatever its script. Empty if it has no
 * letter.
 *
 * @example suggestSlug('Наводнение в старом городе') // 'navodnenie-v-starom-gorode'
 */
export function suggestSlug(title: string): string {
  const slug = toSlug(transliterate(title));
  if (slug.length <= slugLength) return slug;
  const cut = slug.slice(0, slugLength + 1);
  const end = cut.lastIndexOf('-');
  return end > 0 ? cut.slice(0, end) : slug.slice(0, slugLength);
}

/**
 * Composes a draft: all required fields, and `status: draft`.
 *
 * @param timeZone IANA name: it decides in which month the story falls
 */
export function composeDraft(input: DraftInput, timeZone: string): DraftFile {
  const { title, slug, summary, published, topic, regions, authors, tags, storylines, lang } = input;
  const parsed = parseTimestamp(published, timeZone);
  // The schema reports an invalid time; until then any month will do.
  const month = toMonthKey(toCalendarDay(typeof parsed === 'object' ? parsed.epochMs : 0, timeZone));
  const values: Readonly<Record<string, string | readonly string[]>> = {
    title,
    summary: summary || unwritten.summary,
    published,
    topic,
    regions,
    ...(tags.length > 0 && { tags }),
    ...(storylines.length > 0 && { storylines }),
    authors,
    ...(lang !== '' && { lang }),
    status: 'draft',
  };
  const lines = Object.entries(values).map(([key, value]) => toYaml(key, value));
  return {
    file: `articles/${month}/${slug}.md`,
    id: `${month}/${slug}`,
    text: `---\n${lines.join('')}---\n\n${unwritten.text}\n`,
  };
}

function toYaml(key: string, value: string | readonly string[]): string {
  if (typeof value === 'string') return stringify({ [key]: value }, { lineWidth: 0 });
  return `${key}: ${stringify(value, { lineWidth: 0, collectionStyle: 'flow', flowCollectionPadding: false })}`;
}

/** The newsroom and settings against which a draft is checked. */
export interface DraftContext {
  readonly newsroom: Newsroom;
  readonly schemas: Schemas;
  readonly timeZone: string;
}

/** Checks a draft as part of the whole newsroom, and returns only the issues that it adds. */
export function checkDraft({ file, id, text }: DraftFile, context: DraftContext): readonly Issue[] {
  const { newsroom, schemas, timeZone } = context;
  const source = splitFrontMatter({ file, text });
  if (isIssue(source)) return [source];
  const named = [...checkFolder(id, file), ...checkName('articles', id, file), ...checkFree(id, file, newsroom)];
  const { value, issues } = parsePage('articles', source, schemas);
  if (!value) return [...named, ...issues];
  const before = new Set(checkIntegrity(newsroom, { timeZone }).map(toKey));
  const articles = [...newsroom.articles, { ...value, id, file }];
  const after = checkIntegrity({ ...newsroom, articles }, { timeZone });
  return [...named, ...issues, ...after.filter((issue) => !before.has(toKey(issue)))];
}

/** Rejects an address outside the folder of its month. */
function checkFolder(id: string, file: string): Issue[] {
  if (/^\d{4}\/\d{2}\/[^/\\]*$/u.test(id)) return [];
  const message = 'The last part of an address has no slashes.';
  return [
    toIssue({ code: 'invalid-slug', message, hint: 'Write words separated by hyphens.', file, line: 1, column: 1 }),
  ];
}

/** Rejects the address of another story. */
function checkFree(id: string, file: string, { articles }: Newsroom): Issue[] {
  const owner = articles.find((article) => article.id.toLowerCase() === id.toLowerCase());
  if (!owner) return [];
  const message = `${owner.file} already has this address.`;
  const hint = 'Choose another one.';
  return [toIssue({ code: 'duplicate-address', message, hint, file, line: 1, column: 1 })];
}

function toKey({ code, file, field, message }: Issue): string {
  return JSON.stringify([code, file, field, message]);
}
