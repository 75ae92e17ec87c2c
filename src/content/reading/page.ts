import { hash } from 'node:crypto';
import type { z } from 'zod';
import { countWords, formatCount } from '../../core/text.ts';
import { ContentError, toIssue, type FieldPath, type Issue } from '../../core/issue.ts';
import type { Article, EventPlace } from '../../news/article.ts';
import type { StandingPage } from '../../news/newsroom.ts';
import { splitMarks } from '../../news/source-marks.ts';
import type { Storyline } from '../../news/storyline.ts';
import { locatePlace } from '../places/locate-place.ts';
import { checkFieldMarkup } from '../rules/field-markup.ts';
import type { PageFile, ContentKind } from '../text/files.ts';
import { splitFrontMatter, type MarkdownFile } from '../text/front-matter.ts';
import { limits } from '../text/limits.ts';
import { getOpening } from './opening.ts';
import type { SchemaOptions, Schemas } from '../schema/schema.ts';
import { isIssue, readTextFile } from '../text/text-file.ts';
import { parseWith, type StandIn } from '../yaml/parse-with.ts';

/** The settings that reading a newsroom depends on. */
export interface ReadOptions extends SchemaOptions {
  /** Absolute path of the content folder. */
  readonly contentDir: string;
}

/** The parsed front matter of the Markdown files in each folder, without what follows from their path. */
export interface PageValues {
  readonly articles: Omit<Article, keyof PageFile>;
  readonly storylines: Omit<Storyline, keyof PageFile>;
  readonly pages: Omit<StandingPage, keyof PageFile>;
}

/** The result of reading one Markdown file. */
export interface PageReading<Kind extends ContentKind = ContentKind> {
  /** Absent if the front matter has errors. */
  readonly value?: PageValues[Kind] | undefined;
  /** The valid parts of front matter with errors. */
  readonly known?: Partial<PageValues[Kind]> | undefined;
  readonly issues: readonly Issue[];
}

/** Reads Markdown files and returns the result for each, in the same order. */
export type PagesReader = (
  files: readonly (PageFile & { readonly kind: ContentKind })[],
  /** Paths of all pictures and files beside stories. */
  media: ReadonlySet<string>,
) => Promise<readonly PageReading[]>;

/** Reads a Markdown file and splits it into front matter and body. */
export async function readMarkdown(contentDir: string, file: string): Promise<MarkdownFile | Issue> {
  const source = await readTextFile(contentDir, file, limits.fileBytes);
  return isIssue(source) ? source : splitFrontMatter(source);
}

/**
 * Reads a Markdown file of a newsroom that has passed its checks. Throws a `ContentError` if it has changed since and
 * no longer does.
 */
export async function readSoundMarkdown(contentDir: string, file: string): Promise<MarkdownFile> {
  const source = await readMarkdown(contentDir, file);
  if (isIssue(source)) throw new ContentError([source]);
  return source;
}

/** Checks the front matter of a Markdown file, and that the file has a text. */
export function parsePage<Kind extends ContentKind>(
  kind: Kind,
  source: MarkdownFile,
  schemas: Schemas,
): PageReading<Kind> {
  const standIn: StandIn = kind === 'articles' ? { summary: () => getOpening(source.body) } : {};
  const parsed = parseWith<object>(toSchema(kind, schemas), source, standIn);
  const unsummed = parsed.stoodIn.includes('summary') ? [explainMissingSummary(source)] : [];
  const found = parsed.value ?? parsed.known ?? {};
  const located = locate(found, source.file);
  const empty = source.body.trim() === '' && !namesSource(found) ? [explainEmptyBody(source)] : [];
  const issues = [
    ...parsed.issues,
    ...unsummed,
    ...checkLengths(found, source.file),
    ...checkFieldMarkup(found, source.file),
    ...empty,
    ...checkWritten(found, source),
    ...located.issues,
  ];
  if (!parsed.value) return { known: located.value, issues };
  const textHash = hash('sha1', source.body, 'base64url');
  const wordCount = countWords(splitMarks(source.body).text);
  const more = kind === 'articles' ? { wordCount, media: [], ...toStatus(found) } : {};
  return { value: { ...located.value, textHash, ...more } as PageValues[Kind], issues };
}

/** A story that says why it was withdrawn need not say that it was. */
function toStatus({ status, withdrawn }: Partial<Article>): Partial<Article> {
  return withdrawn && status === 'published' ? { status: 'withdrawn' } : {};
}

/** Returns whether a page is a withdrawn story. */
export function isWithdrawn({ value }: PageReading): boolean {
  return value !== undefined && 'status' in value && value.status === 'withdrawn';
}

/** Adds to a story the pictures and files that its text names. */
export function withMedia(reading: PageReading, media: readonly string[]): PageReading {
  const { value } = reading;
  return value && 'media' in value ? { ...reading, value: { ...value, media } } : reading;
}

/** UTF-16 units that listings, cards and search engines show in full. */
const usual = { title: { min: 1, max: 110 }, summary: limits.summaryLength } as const;

/** Warns of a title or a summary that is too long or too short to be shown well. Nothing breaks. */
function checkLengths(value: { readonly title?: string; readonly summary?: string }, file: string): Issue[] {
  return (['title', 'summary'] as const).flatMap((key) => {
    const length = value[key]?.length;
    const { min, max } = usual[key];
    if (length === undefined || (length >= min && length <= max)) return [];
    const best = min > 1 ? `${min} to ${max}` : `at most ${max}`;
    const message = `\`${key}\` has ${formatCount(length, 'character')}; ${best} work best in listings and search results.`;
    const hint =
      length > max ? `Cut ${formatCount(length - max, 'character')} if you can.` : 'Write a little more if you can.';
    return [toIssue({ code: 'unusual-length', message, hint, file, field: [key] })];
  });
}

/** A story's front matter, with the places that have a position on its map. */
type Placed = Partial<Pick<Article, 'dateline' | 'places'>>;

/** Locates the city of a story's dateline, and the places where it happened. */
function locate(value: Placed, file: string): { readonly value: object; readonly issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const find = (place: EventPlace, field: FieldPath) => {
    const located = locatePlace(place, file, field);
    if ('at' in located) return located.at && { at: located.at };
    issues.push(...located.issues);
    return undefined;
  };
  const { dateline, places } = value;
  const filed = dateline && {
    dateline: { ...dateline, ...find({ ...dateline, name: dateline.place }, ['dateline', 'place']) },
  };
  const pins = places && {
    places: places.map((place, index) => ({ ...place, ...find(place, ['places', index, 'name']) })),
  };
  return { value: { ...value, ...filed, ...pins }, issues };
}

function toSchema(kind: ContentKind, { article, storyline, page }: Schemas): z.ZodType<object> {
  return { articles: article, storylines: storyline, pages: page }[kind];
}

function explainMissingSummary({ file }: MarkdownFile): Issue {
  const message = 'The story has no summary, so the beginning of its text is shown instead.';
  const hint = 'Write one or two sentences: `summary: Rain has flooded the old town; nobody is hurt.`';
  return toIssue({ code: 'missing-summary', message, hint, file, line: 1, column: 1 });
}

/** The placeholder texts of a new draft. */
export const unwritten = {
  summary: 'To be written: what happened, where and when, in one or two sentences.',
  text: 'To be written.',
} as const;

/** Finds placeholders left in a story that is no longer a draft. */
function checkWritten(value: { readonly status?: string; readonly summary?: string }, source: MarkdownFile): Issue[] {
  const { file, body, bodyLine } = source;
  if (value.status === 'draft') return [];
  const code = 'unwritten-text';
  const hint = 'Write it, or set `status: draft` until it is written.';
  const summary =
    value.summary === unwritten.summary
      ? [
          toIssue({
            code,
            message: 'The summary is still the placeholder of a new draft.',
            hint,
            file,
            field: ['summary'],
          }),
        ]
      : [];
  if (body.trim() !== unwritten.text) return summary;
  const message = 'The text is still the placeholder of a new draft.';
  const line = bodyLine + body.split('\n').findIndex((text) => text.trim() !== '');
  return [...summary, toIssue({ code, message, hint, file, line, column: 1 })];
}

/** Returns whether a story links to a source, in which case it need not have its own text. */
function namesSource(value: { readonly sources?: readonly unknown[] }): boolean {
  return Array.isArray(value.sources) && value.sources.length > 0;
}

function explainEmptyBody({ file, bodyLine }: MarkdownFile): Issue {
  const message = 'There is no text below the front matter.';
  const hint = 'Write the text, list what the story links to under `sources`, or delete the file.';
  return toIssue({ code: 'empty-body', message, hint, file, line: bodyLine, column: 1 });
}
