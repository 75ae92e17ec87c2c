import { hash } from 'node:crypto';
import type { z } from 'zod';
import { toIssue, type Issue } from '../core/issue.ts';
import type { Article, Dateline } from '../news/article.ts';
import type { StandingPage } from '../news/newsroom.ts';
import type { Storyline } from '../news/storyline.ts';
import { locateDateline } from './dateline.ts';
import type { PageFile, PageKind } from './files.ts';
import { splitFrontMatter, type MarkdownFile } from './front-matter.ts';
import { limits } from './limits.ts';
import { getOpening } from './opening.ts';
import type { Schemas } from './schema.ts';
import { isIssue, readTextFile } from './text-file.ts';
import { parseYaml, type YamlText } from './yaml.ts';
import { toContentIssues } from './zod-issue.ts';

/** What the Markdown files of each folder are, but for what their path says. */
export interface PageValues {
  readonly articles: Omit<Article, keyof PageFile>;
  readonly storylines: Omit<Storyline, keyof PageFile>;
  readonly pages: Omit<StandingPage, keyof PageFile>;
}

/** What became of one Markdown file. */
export interface PageReading<Kind extends PageKind = PageKind> {
  /** Missing when the front matter has errors. */
  readonly value?: PageValues[Kind] | undefined;
  readonly issues: readonly Issue[];
}

/** Reads Markdown files; gives what became of each, in the same order. */
export type PagesReader = (
  files: readonly (PageFile & { readonly kind: PageKind })[],
  /** Paths of all pictures and files beside stories. */
  media: ReadonlySet<string>,
) => Promise<readonly PageReading[]>;

/** Reads a Markdown file and cuts it in two. */
export async function readMarkdown(contentDir: string, file: string): Promise<MarkdownFile | Issue> {
  const source = await readTextFile(contentDir, file, limits.fileBytes);
  return isIssue(source) ? source : splitFrontMatter(source);
}

/** Checks the front matter of a Markdown file, and that it has a text. */
export function parsePage<Kind extends PageKind>(
  kind: Kind,
  source: MarkdownFile,
  schemas: Schemas,
): PageReading<Kind> {
  const opening = kind === 'articles' ? getStandIn(source) : undefined;
  const parsed = parseWith<object>(toSchema(kind, schemas), source, opening === undefined ? {} : { summary: opening });
  const empty = source.body.trim() === '' ? [explainEmptyBody(source)] : [];
  const unsummed = opening === undefined ? [] : [explainMissingSummary(source)];
  if ('issues' in parsed) return { issues: [...parsed.issues, ...unsummed, ...empty] };
  const waiting = checkWritten(parsed.value, source);
  const textHash = hash('sha1', source.body, 'base64url');
  const located = locate(parsed.value, source.file);
  return {
    value: { ...located.value, textHash, ...(kind === 'articles' ? { media: [] } : {}) } as PageValues[Kind],
    issues: [...unsummed, ...empty, ...waiting, ...located.issues],
  };
}

/** Tells whether a page is a story that was withdrawn. */
export function isWithdrawn({ value }: PageReading): boolean {
  return value !== undefined && 'status' in value && value.status === 'withdrawn';
}

/** Notes in a story which pictures and files its text names. */
export function withMedia(reading: PageReading, media: readonly string[]): PageReading {
  const { value } = reading;
  return value && 'media' in value ? { ...reading, value: { ...value, media } } : reading;
}

/** Finds the place of a story's dateline. */
function locate(
  value: { readonly dateline?: Dateline },
  file: string,
): { readonly value: object; readonly issues: readonly Issue[] } {
  if (!value.dateline) return { value, issues: [] };
  const located = locateDateline(value.dateline, file);
  return 'issues' in located ? { value, ...located } : { value: { ...value, ...located }, issues: [] };
}

function toSchema(kind: PageKind, { article, storyline, page }: Schemas): z.ZodType<object> {
  return { articles: article, storylines: storyline, pages: page }[kind];
}

/** Gives what stands in for the summary of a story that has none, as old imports do: how its text begins. */
function getStandIn(source: MarkdownFile): string | undefined {
  return /^["']?summary["']?[ \t]*:/mu.test(source.yaml) ? undefined : getOpening(source.body);
}

function explainMissingSummary({ file }: MarkdownFile): Issue {
  const message = 'The story has no summary: the beginning of its text stands in for it.';
  const hint = 'Write one or two sentences: `summary: Rain has flooded the old town; nobody is hurt.`';
  return toIssue({ code: 'missing-summary', message, hint, file, line: 1, column: 1 });
}

/**
 * Parses YAML and checks it with a schema.
 *
 * @param standIn what is taken for keys that are not there
 */
export function parseWith<T>(
  schema: z.ZodType<T>,
  source: YamlText,
  standIn: object = {},
): { readonly value: T } | { readonly issues: readonly Issue[] } {
  const parsed = parseYaml(source);
  if ('issues' in parsed) return parsed;
  const checked = schema.safeParse(isMapping(parsed.value) ? { ...standIn, ...parsed.value } : parsed.value);
  if (checked.success) return { value: checked.data };
  const context = { file: source.file, value: parsed.value, schema };
  return { issues: checked.error.issues.flatMap((issue) => toContentIssues(issue, context)) };
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What a new draft says instead of its summary and its text. */
export const unwritten = {
  summary: 'To be written: what happened, where and when, in one or two sentences.',
  text: 'To be written.',
} as const;

/** Finds what nobody has written yet in a story that is no draft any more. */
function checkWritten(value: { readonly status?: string; readonly summary?: string }, source: MarkdownFile): Issue[] {
  const { file, body, bodyLine } = source;
  if (value.status === 'draft') return [];
  const code = 'unwritten-text';
  const hint = 'Write it, or say `status: draft` until it is written.';
  const summary =
    value.summary === unwritten.summary
      ? [toIssue({ code, message: 'The summary is still that of a new draft.', hint, file, field: ['summary'] })]
      : [];
  if (body.trim() !== unwritten.text) return summary;
  const message = 'The text is still that of a new draft.';
  const line = bodyLine + body.split('\n').findIndex((text) => text.trim() !== '');
  return [...summary, toIssue({ code, message, hint, file, line, column: 1 })];
}

function explainEmptyBody({ file, bodyLine }: MarkdownFile): Issue {
  const message = 'There is no text below the front matter.';
  const hint = 'Write it, or delete the file.';
  return toIssue({ code: 'empty-body', message, hint, file, line: bodyLine, column: 1 });
}
