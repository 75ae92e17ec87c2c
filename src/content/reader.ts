import path from 'node:path';
import type { z } from 'zod';
import { addIssues, hasErrors, toIssue, type Issue } from '../core/issue.ts';
import type { Article } from '../news/article.ts';
import { checkIntegrity } from '../news/integrity.ts';
import type { Newsroom } from '../news/newsroom.ts';
import type { PublishedAddress } from '../news/permanence.ts';
import type { Picture } from '../news/picture.ts';
import { readAddresses } from './addresses.ts';
import type { ContentStats } from './text/content-stamp.ts';
import { checkDocuments, checkUnlinked } from './text/documents.ts';
import {
  dataFiles,
  contentKinds,
  readContentFiles,
  type ContentFiles,
  type PageFile,
  type ContentKind,
} from './text/files.ts';
import { suggestName } from './text/find-beside.ts';
import { limits } from './text/limits.ts';
import { resolveMedia } from './text/local-file.ts';
import { locateIssues } from './yaml/locate.ts';
import { parseWith } from './yaml/parse-with.ts';
import type { PageReading, PagesReader, PageValues, ReadOptions } from './reading/page.ts';
import { createPicturesReader, type PicturesReader } from './store/stored-pictures.ts';
import { createSchemas, type Schemas } from './schema/schema.ts';
import { isIssue, readTextFile } from './text/text-file.ts';

/** A parsed content folder with every issue that can be found without rendering bodies. */
export interface ReadResult {
  /** Everything that could be read. Complete if no issue is an error. */
  readonly newsroom: Newsroom;
  /** With line and column, sorted. */
  readonly issues: readonly Issue[];
  /** Paths of all pictures and files beside stories, relative to the content folder. */
  readonly media: readonly string[];
  /** Paths of files of the newsroom's own, relative to the content folder. */
  readonly own: readonly string[];
  /** The addresses published before. Undefined in a newsroom that keeps no list of them. */
  readonly addresses: readonly PublishedAddress[] | undefined;
  /** Ids of files that exist but could not be read. Referring to them is not an error. */
  readonly unreadable: Unreadable;
  /** Whether the YAML files could be read, so that references to them can be checked. */
  readonly isDataWhole: boolean;
}

/** Facts about a content folder that are known before it is read. */
export interface FolderKnowledge {
  /** A look at it, from which its files are known. */
  readonly stats?: ContentStats | undefined;
  /** The files of all stories that have changed since it had no errors, if nothing else has. */
  readonly changed?: ReadonlySet<string> | undefined;
}

/** Ids of Markdown files whose front matter has errors. */
type Unreadable = Readonly<Record<ContentKind, readonly string[]>>;

/**
 * Reads a whole content folder. This is the only entry point, for Astro and for the command line alike. Never throws
 * for what people wrote; throws if the folder itself cannot be read.
 *
 * @param readPages reads the Markdown files another way, such as on all cores
 * @param readPictures reads the pictures another way, such as those only that have changed
 */
export async function readNewsroom(
  options: ReadOptions,
  readPages?: PagesReader,
  readPictures: PicturesReader = createPicturesReader(options.contentDir),
  { stats, changed }: FolderKnowledge = {},
): Promise<ReadResult> {
  const { contentDir } = options;
  const { files, issues: fileIssues } = await readContentFiles(contentDir, stats);
  const issues: Issue[] = [...fileIssues];
  const schemas = createSchemas(options);

  const data = await readData(contentDir, files, schemas, issues);
  const media = new Set([...files.media, ...files.documents]);
  const read = readPages ?? (await import('./reading/read-pages.ts')).createPagesReader(contentDir, schemas);
  const tasks = contentKinds.flatMap((kind) => files[kind].map((page) => ({ ...page, kind })));
  const results = await read(tasks, media);
  const readings = new Map(tasks.map(({ file }, index) => [file, results[index] ?? { issues: [] }]));
  const { articles, storylines, pages } = sortAllPages(files, readings);
  for (const reading of results) addIssues(issues, reading.issues);
  addIssues(issues, checkImages([...articles.things, ...articles.partial], new Set(files.media)));
  addIssues(issues, await checkDocuments(contentDir, [...files.documents, ...files.own]));
  if (!results.some((reading) => hasErrors(reading.issues)))
    addIssues(issues, checkUnlinked(files.documents, listLinked(articles.things)));

  const looked = await readPictures(files.media);
  const pictures = looked.filter((reading): reading is Picture => !isIssue(reading));
  addIssues(issues, looked.filter(isIssue));

  const newsroom = toNewsroom(data, { articles, storylines, pages }, pictures);
  const published = await readAddresses(contentDir, files.addresses);
  addIssues(issues, published.issues);
  const addresses = files.addresses.length > 0 ? published.addresses : undefined;
  const broken = new Set(issues.filter(({ severity }) => severity === 'error').map(({ file }) => file));
  const isDataWhole = !dataFiles.some((file) => file !== 'front.yaml' && broken.has(file));
  const unreadable: Unreadable = { articles: toIds(articles), storylines: toIds(storylines), pages: toIds(pages) };
  const partial = { articles: articles.partial, storylines: storylines.partial };
  addIssues(issues, checkIntegrity(newsroom, { timeZone: options.timeZone, partial, broken, changed }));
  const located = await locateIssues(contentDir, issues);
  return { newsroom, issues: located, media: [...media], own: files.own, addresses, unreadable, isDataWhole };
}

type Data = Pick<Newsroom, 'topics' | 'authors' | 'places' | 'front'>;

async function readData(contentDir: string, { data }: ContentFiles, schemas: Schemas, issues: Issue[]): Promise<Data> {
  const read = async <T>(file: string, schema: z.ZodType<T>, empty: T): Promise<T> => {
    if (!data.has(file)) return empty;
    const source = await readTextFile(contentDir, file, limits.dataFileBytes);
    const parsed = isIssue(source) ? { issues: [source] } : parseWith(schema, { file, yaml: source.text, yamlLine: 1 });
    addIssues(issues, parsed.issues);
    return 'value' in parsed ? parsed.value : empty;
  };
  const [topics, authors, places, front] = await Promise.all([
    read('topics.yaml', schemas.topics, {}),
    read('authors.yaml', schemas.authors, {}),
    read('places.yaml', schemas.places, { names: {}, groups: {}, beyond: {}, aliases: {} }),
    read('front.yaml', schemas.front, { seconds: [] }),
  ]);
  return { topics: toArray(topics), authors: toArray(authors), places, front };
}

function toArray<T extends object>(record: Readonly<Record<string, T>>): (T & { id: string })[] {
  return Object.entries(record).map(([id, thing]) => ({ ...thing, id }));
}

/** The pages of one kind, in order, separated into those with and without errors. */
interface Sorted<Kind extends ContentKind> {
  readonly things: readonly (PageValues[Kind] & PageFile)[];
  /** The valid parts of pages with errors in their front matter. */
  readonly partial: readonly (Partial<PageValues[Kind]> & PageFile)[];
}

function toIds({ partial }: { readonly partial: readonly PageFile[] }): readonly string[] {
  return partial.map(({ id }) => id);
}

function sortPages<Kind extends ContentKind>(
  kind: Kind,
  files: ContentFiles,
  readings: ReadonlyMap<string, PageReading>,
): Sorted<Kind> {
  const things: (PageValues[Kind] & PageFile)[] = [];
  const partial: (Partial<PageValues[Kind]> & PageFile)[] = [];
  for (const page of files[kind]) {
    const { value, known } = (readings.get(page.file) ?? { issues: [] }) as PageReading<Kind>;
    if (value) things.push({ ...value, ...page });
    else partial.push({ ...(known as Partial<PageValues[Kind]>), ...page });
  }
  return { things, partial };
}

type AllSorted = { readonly [Kind in ContentKind]: Sorted<Kind> };

function sortAllPages(files: ContentFiles, readings: ReadonlyMap<string, PageReading>): AllSorted {
  return {
    articles: sortPages('articles', files, readings),
    storylines: sortPages('storylines', files, readings),
    pages: sortPages('pages', files, readings),
  };
}

function toNewsroom(data: Data, { articles, storylines, pages }: AllSorted, pictures: readonly Picture[]): Newsroom {
  return { ...data, articles: articles.things, storylines: storylines.things, pages: pages.things, pictures };
}

/** Lists the files that stories link to. */
function listLinked(articles: readonly Article[]): ReadonlySet<string> {
  return new Set(articles.flatMap(({ media }) => media));
}

/** Checks that the picture named by each story exists beside it. */
function checkImages(
  articles: readonly (Pick<Article, 'file'> & Partial<Article>)[],
  media: ReadonlySet<string>,
): Issue[] {
  return articles.flatMap(({ file, image }) => {
    if (!image || media.has(resolveMedia(file, image.src))) return [];
    const message = `There is no picture \`${image.src}\` in the story’s folder.`;
    const hint =
      suggestName(image.src, listNeighbours(file, media)) ??
      'Put the picture in that folder and write its file name. It can be AVIF, GIF, JPEG, PNG or WebP.';
    return [toIssue({ code: 'missing-image', message, hint, file, field: ['image', 'src'] })];
  });
}

/** Lists the names of the pictures beside a story, as the story would write them. */
function listNeighbours(file: string, media: ReadonlySet<string>): readonly string[] {
  const folder = `${path.posix.dirname(file)}/`;
  return [...media].filter((name) => name.startsWith(folder)).map((name) => name.slice(folder.length));
}
