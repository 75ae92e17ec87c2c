import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { addIssues, compareText, toIssue, type Issue } from '../../core/issue.ts';
import { checkCollisions, checkMediaName, checkName } from './file-names.ts';
import { noFile, type ContentStats } from './content-stamp.ts';
import { isIgnored, isOwnHidden } from './leftovers.ts';
import { explainPictureFormat, isDocumentName, isPictureName, pictureExtensions } from './local-file.ts';
import { explainUnreadable } from './text-file.ts';

/** The folders of Markdown files. */
export const contentKinds = ['articles', 'storylines', 'pages'] as const;

/** The kind of page that a Markdown file becomes, named after its folder. */
export type ContentKind = (typeof contentKinds)[number];

/** A Markdown file that becomes a page, with the id that it is published under. */
export interface PageFile {
  readonly id: string;
  readonly file: string;
}

/** The files of a content folder by their purpose; every list is sorted by path. */
export interface ContentFiles {
  readonly articles: readonly PageFile[];
  readonly storylines: readonly PageFile[];
  readonly pages: readonly PageFile[];
  /** Pictures beside stories. */
  readonly media: readonly string[];
  /** Documents, tables and recordings beside stories. */
  readonly documents: readonly string[];
  /** The newsroom's own files that are published unchanged, such as `public/ads.txt`. */
  readonly own: readonly string[];
  /** Lists of published addresses. */
  readonly addresses: readonly string[];
  /** The YAML files that exist. */
  readonly data: ReadonlySet<string>;
}

/** The folder whose files are published unchanged. */
export const publicFolder = 'public/';

/** Returns whether a file is a part of the newsroom's face. `theme/` reads them. */
function isThemeFile(file: string): boolean {
  return /^theme\/(?:tokens\.css|(?:logo|logo-dark|favicon)\.svg|(?:components|pages)\/[\w-]+\.(?:astro|ts)|fonts\/[\w.-]+\.(?:woff2?|ttf|otf|txt))$/u.test(
    file,
  );
}

/** The YAML files of a newsroom. The first two are required. */
export const dataFiles = ['topics.yaml', 'authors.yaml', 'places.yaml', 'front.yaml', 'site.yaml'] as const;

/**
 * Lists a content folder, and reports every file that would otherwise be silently ignored.
 *
 * @param stats a look at the folder. If it is empty, the folder is listed to find out why
 */
export async function readContentFiles(
  contentDir: string,
  stats: ContentStats = new Map(),
): Promise<{ files: ContentFiles; issues: readonly Issue[] }> {
  const entries = stats.size > 0 ? toEntries(stats) : await listEntries(contentDir);
  const issues = entries.flatMap(({ problem }) => problem ?? []);
  const found = entries.filter(({ file, problem }) => !problem && !isIgnored(file));
  const names = found.filter(({ isFile }) => isFile).map(({ file }) => file);
  const { files, strays } = sortFiles(names);
  if (issues.some(({ file }) => file === '.')) return { files, issues };
  addIssues(issues, [...findTwins(names).map(explainTwin), ...strays.map(explainStray)]);
  addIssues(
    issues,
    found.filter(({ isFile }) => !isFile).map(({ file }) => explainLink(file)),
  );
  addIssues(issues, checkNames(files));
  for (const file of ['topics.yaml', 'authors.yaml', 'pages/about.md']) {
    if (files.data.has(file) || files.pages.some((page) => page.file === file)) continue;
    issues.push(
      toIssue({
        code: 'missing-file',
        message: `There is no ${file}.`,
        hint: 'Every newsroom needs one. The program’s content/README.md says what goes in it.',
        file,
        line: 1,
        column: 1,
      }),
    );
  }
  return { files, issues };
}

/** Sorts the files of a content folder, which are in the order of their paths, by their purpose. */
function sortFiles(names: readonly string[]): { files: ContentFiles; strays: readonly string[] } {
  const pages = { articles: [] as PageFile[], storylines: [] as PageFile[], pages: [] as PageFile[] };
  const others = { media: [] as string[], documents: [] as string[], own: [] as string[], addresses: [] as string[] };
  const [data, strays] = [new Set<string>(), [] as string[]];
  for (const file of new Set(names)) {
    const place = classify(file);
    if (!place) strays.push(file);
    else if (place.kind === 'data') data.add(file);
    else if ('id' in place) pages[place.kind].push({ id: place.id, file });
    else if (place.kind !== 'theme') others[place.kind].push(file);
  }
  return { files: { ...pages, ...others, data }, strays };
}

function findTwins(names: readonly string[]): readonly string[] {
  return names.filter((name, index) => names[index - 1] === name);
}

function checkNames({ media, documents, own, ...files }: ContentFiles): readonly Issue[] {
  const named = [...media, ...documents, ...own];
  const pages = contentKinds.map((kind) => files[kind]);
  return [
    ...contentKinds.flatMap((kind) => files[kind].flatMap(({ id, file }) => checkName(kind, id, file))),
    ...named.filter((file) => !isOwnHidden(file)).flatMap(checkMediaName),
    ...[...pages, named.map((file) => ({ id: file, file }))].flatMap(checkCollisions),
  ];
}

interface Entry {
  readonly file: string;
  readonly isFile: boolean;
  /** The reason why a folder could not be listed. */
  readonly problem?: Issue;
}

/** Lists everything below a folder, with names in NFC. Links are listed and never followed. */
async function listEntries(contentDir: string, folder = ''): Promise<readonly Entry[]> {
  const entries = await readFolder(contentDir, folder);
  if ('problem' in entries) return [entries];
  const lists = await Promise.all(
    entries.map((entry): Entry[] | Promise<readonly Entry[]> => {
      const file = path.posix.join(folder, entry.name);
      if (entry.isDirectory()) return isIgnored(`${file}/`) ? [] : listEntries(contentDir, file);
      return [{ file: file.normalize('NFC'), isFile: entry.isFile() }];
    }),
  );
  return lists.flat().sort((a, b) => compareText(a.file, b.file));
}

function toEntries(stats: ContentStats): readonly Entry[] {
  return [...stats]
    .map(([file, stat]) => ({ file: file.normalize('NFC'), isFile: stat !== noFile }))
    .sort((a, b) => compareText(a.file, b.file));
}

async function readFolder(contentDir: string, folder: string): Promise<Dirent[] | Required<Entry>> {
  try {
    return await readdir(path.join(contentDir, folder), { withFileTypes: true });
  } catch (error) {
    const file = folder || '.';
    return { file, isFile: false, problem: explainUnreadable(file, error) };
  }
}

type Place =
  | { readonly kind: ContentKind; readonly id: string }
  | { readonly kind: 'media' | 'documents' | 'own' | 'addresses' | 'data' | 'theme' };

function classify(file: string): Place | undefined {
  if (file.startsWith(publicFolder) && (isOwnHidden(file) || !file.includes('/.'))) return { kind: 'own' };
  if (file.endsWith('.md')) return classifyText(file);
  if (isThemeFile(file)) return { kind: 'theme' };
  if (dataFiles.some((name) => name === file)) return { kind: 'data' };
  if (/^addresses\/(?:site|\d{4}-\d{2})\.txt$/u.test(file)) return { kind: 'addresses' };
  if (!file.startsWith('articles/')) return undefined;
  if (isPictureName(file)) return { kind: 'media' };
  return isDocumentName(file) ? { kind: 'documents' } : undefined;
}

function classifyText(file: string): Place | undefined {
  const page = /^(?<kind>articles|storylines|pages)\/(?<id>(?:\d{4}\/\d{2}\/)?[^/]+)\.md$/u.exec(file)?.groups;
  const kind = page?.['kind'];
  const id = page?.['id'];
  if (id === undefined || id.startsWith('.')) return undefined;
  if (kind === 'articles' && id.includes('/')) return { kind, id };
  if ((kind === 'storylines' || kind === 'pages') && !id.includes('/')) return { kind, id };
  return undefined;
}

function explainLink(file: string): Issue {
  const message = 'This is a symbolic link or a device, not a file.';
  const hint = 'Put the file itself here.';
  return toIssue({ code: 'unexpected-file', message, hint, file, line: 1, column: 1 });
}

function explainTwin(file: string): Issue {
  const message = `Two files are called ${file}: their names differ only in how accents are stored.`;
  const hint = 'Rename one of the two files.';
  return toIssue({ code: 'duplicate-address', message, hint, file, line: 1, column: 1 });
}

const themeHint =
  'In theme/, there can be tokens.css, logo.svg, logo-dark.svg, favicon.svg, fonts/, components/ and pages/. Save a drawing as one of them, as plain SVG, or delete it.';

function explainStray(file: string): Issue {
  const at = { file, line: 1, column: 1 };
  if (/^articles\/.*\.md$/u.test(file) && !path.basename(file).startsWith('.')) {
    const message = 'The story is not in a folder for its year and month.';
    const hint = 'Move it to articles/YYYY/MM/, the year and month of `published`.';
    return toIssue({ ...at, code: 'misplaced-file', message, hint });
  }
  const format = file.startsWith('articles/') ? explainPictureFormat(file) : undefined;
  if (format) return toIssue({ ...at, code: 'unexpected-file', ...format });
  const meant = dataFiles.find((name) => name === file.toLowerCase().replace(/\.yml$/u, '.yaml'));
  const hint = meant
    ? `Rename it to ${meant}.`
    : file.startsWith('theme/')
      ? themeHint
      : /\.(?:md|markdown|mdx|ya?ml)$/iu.test(file)
        ? 'Rename it to `name.md` (lower case, no dot at the start) in articles/YYYY/MM/, storylines/ or pages/.'
        : `Delete it or move it out of the content folder. A picture (${pictureExtensions.join(', ')}) goes in the folder of its story.`;
  return toIssue({ ...at, code: 'unexpected-file', message: 'The program does not use this file.', hint });
}
