import { createHash } from 'node:crypto';
import path from 'node:path';
import type { z } from 'zod';
import { hasErrors, toIssue, type Issue } from '../core/issue.ts';
import type { Article } from '../news/article.ts';
import { checkIntegrity } from '../news/integrity.ts';
import type { Newsroom } from '../news/newsroom.ts';
import { dataFiles, readContentFiles, type ContentFiles, type PageFile } from './files.ts';
import { splitFrontMatter, type MarkdownFile } from './front-matter.ts';
import { limits } from './limits.ts';
import { locateIssues } from './locate.ts';
import { createSchemas, type SchemaOptions, type Schemas } from './schema.ts';
import { isIssue, readTextFile } from './text-file.ts';
import { parseYaml, type YamlText } from './yaml.ts';
import { toContentIssues } from './zod-issue.ts';

/** What the reader needs to know of the site. */
export interface ReadOptions extends SchemaOptions {
  /** Absolute path of the content folder. */
  readonly contentDir: string;
}

/** What a content folder holds, and all that is wrong with it but for the bodies' Markdown. */
export interface ReadResult {
  /** Whatever could be read; complete when no issue is an error. */
  readonly newsroom: Newsroom;
  /** With line and column, sorted. */
  readonly issues: readonly Issue[];
}

/** How many files are open at once. */
const openFiles = 64;

/**
 * Reads a whole content folder: the one way in, for Astro and for the command line alike. Never throws for what people
 * wrote; throws when the folder itself cannot be read.
 */
export async function readNewsroom(options: ReadOptions): Promise<ReadResult> {
  const { contentDir } = options;
  const { files, issues: fileIssues } = await readContentFiles(contentDir);
  const issues: Issue[] = [...fileIssues];
  const schemas = createSchemas(options);

  const data = await readData(contentDir, files, schemas, issues);
  const articles = await readPages(contentDir, files.articles, schemas.article, issues);
  const storylines = await readPages(contentDir, files.storylines, schemas.storyline, issues);
  const pages = await readPages(contentDir, files.pages, schemas.page, issues);
  issues.push(...checkImages(articles.things, files));

  const newsroom: Newsroom = { ...data, articles: articles.things, storylines: storylines.things, pages: pages.things };
  const isDataWhole = !issues.some(({ file }) => file !== 'front.yaml' && dataFiles.some((name) => name === file));
  if (isDataWhole) {
    issues.push(
      ...checkIntegrity(newsroom, {
        timeZone: options.timeZone,
        unread: { articles: articles.unread, storylines: storylines.unread },
      }),
    );
  }
  return { newsroom, issues: await locateIssues(contentDir, issues) };
}

/** Reads the body of one Markdown file of a newsroom that was found to be in order. Throws when it no longer is. */
export async function readBody(contentDir: string, file: string): Promise<MarkdownFile> {
  const source = await readMarkdown(contentDir, file);
  if (isIssue(source)) throw new Error(`${file}: ${source.message}`);
  return source;
}

async function readMarkdown(contentDir: string, file: string): Promise<MarkdownFile | Issue> {
  const source = await readTextFile(contentDir, file, limits.fileBytes);
  return isIssue(source) ? source : splitFrontMatter(source);
}

type Data = Pick<Newsroom, 'topics' | 'authors' | 'places' | 'front'>;

async function readData(contentDir: string, { data }: ContentFiles, schemas: Schemas, issues: Issue[]): Promise<Data> {
  const read = async <T>(file: string, schema: z.ZodType<T>, empty: T): Promise<T> => {
    if (!data.has(file)) return empty;
    const source = await readTextFile(contentDir, file, limits.dataFileBytes);
    const value = isIssue(source) ? source : parseWith(schema, { file, yaml: source.text, yamlLine: 1 });
    if (!isFailure(value)) return value.value;
    issues.push(...toList(value));
    return empty;
  };
  const [topics, authors, places, front] = await Promise.all([
    read('topics.yaml', schemas.topics, {}),
    read('authors.yaml', schemas.authors, {}),
    read('places.yaml', schemas.places, { names: {}, groups: {} }),
    read('front.yaml', schemas.front, { seconds: [] }),
  ]);
  return { topics: toArray(topics), authors: toArray(authors), places, front };
}

function toArray<T extends object>(record: Readonly<Record<string, T>>): (T & { id: string })[] {
  return Object.entries(record).map(([id, thing]) => ({ ...thing, id }));
}

/** What became of one file: its value, or what is wrong. */
type Parsed<T> = { value: T } | Issue | { issues: readonly Issue[] };

function isFailure(parsed: Parsed<unknown>): parsed is Issue | { issues: readonly Issue[] } {
  return !('value' in parsed);
}

function toList(failure: Issue | { issues: readonly Issue[] }): readonly Issue[] {
  return 'issues' in failure ? failure.issues : [failure];
}

function parseWith<T>(schema: z.ZodType<T>, source: YamlText): { value: T } | { issues: readonly Issue[] } {
  const parsed = parseYaml(source);
  if ('issues' in parsed) return parsed;
  const checked = schema.safeParse(parsed.value);
  if (checked.success) return { value: checked.data };
  const context = { file: source.file, value: parsed.value, schema };
  return { issues: checked.error.issues.flatMap((issue) => toContentIssues(issue, context)) };
}

interface TextHash {
  readonly textHash: string;
}

/** Reads Markdown files in batches; gives the good ones in order, and the ids of those that had errors. */
async function readPages<T extends object>(
  contentDir: string,
  files: readonly PageFile[],
  schema: z.ZodType<T>,
  issues: Issue[],
): Promise<{ things: (T & PageFile & TextHash)[]; unread: string[] }> {
  const things: (T & PageFile & TextHash)[] = [];
  const unread: string[] = [];
  for (let start = 0; start < files.length; start += openFiles) {
    const batch = files.slice(start, start + openFiles);
    const parsed = await Promise.all(batch.map(({ file }) => readPage(contentDir, file, schema)));
    parsed.forEach((result, index) => {
      const page = batch[index];
      if (!page) return;
      issues.push(...result.issues);
      if (result.value && !hasErrors(result.issues)) things.push({ ...result.value, ...page });
      else unread.push(page.id);
    });
  }
  return { things, unread };
}

async function readPage<T extends object>(
  contentDir: string,
  file: string,
  schema: z.ZodType<T>,
): Promise<{ value?: T & TextHash; issues: readonly Issue[] }> {
  const source = await readMarkdown(contentDir, file);
  if (isIssue(source)) return { issues: [source] };
  const parsed = parseWith(schema, source);
  const empty = source.body.trim() === '' ? [explainEmptyBody(source)] : [];
  if (isFailure(parsed)) return { issues: [...toList(parsed), ...empty] };
  const textHash = createHash('sha1').update(source.body).digest('base64url');
  return { value: { ...parsed.value, textHash }, issues: empty };
}

function explainEmptyBody({ file, bodyLine }: MarkdownFile): Issue {
  const message = 'There is no text below the front matter.';
  return toIssue({
    code: 'empty-body',
    message,
    hint: 'Write it, or delete the file.',
    file,
    line: bodyLine,
    column: 1,
  });
}

/** Checks that the picture each story names lies beside it. */
function checkImages(articles: readonly Article[], { media }: ContentFiles): Issue[] {
  const known = new Set(media);
  return articles.flatMap(({ file, image }) => {
    if (!image || known.has(resolveMedia(file, image.src))) return [];
    const message = `There is no picture \`${image.src}\` beside the story.`;
    const hint =
      'Put the file into the folder of the story and write its name. AVIF, GIF, JPEG, PNG and WebP are shown.';
    return [toIssue({ code: 'missing-image', message, hint, file, field: ['image', 'src'] })];
  });
}

/**
 * Gives the path of a picture, relative to the content folder, from the way its story names it.
 *
 * @example resolveMedia('articles/2024/11/flood.md', './bridge.jpg') // 'articles/2024/11/bridge.jpg'
 */
export function resolveMedia(file: string, src: string): string {
  return path.posix.join(path.posix.dirname(file), src);
}
