import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { compareText, toIssue, type Issue } from '../core/issue.ts';
import { toSlug } from '../core/text.ts';
import { isReservedId, paths } from '../news/urls.ts';
import { limits } from './limits.ts';

/** A Markdown file that becomes a page, with the id that it is published under. */
export interface PageFile {
  readonly id: string;
  readonly file: string;
}

/** What is in a content folder, by what it is for; every list sorted by path. */
export interface ContentFiles {
  readonly articles: readonly PageFile[];
  readonly storylines: readonly PageFile[];
  readonly pages: readonly PageFile[];
  /** Pictures beside stories. */
  readonly media: readonly string[];
  /** Of `topics.yaml`, `authors.yaml`, `places.yaml`, `front.yaml`, those that are there. */
  readonly data: ReadonlySet<string>;
}

/** The YAML files of a newsroom; the first two must be there. */
export const dataFiles = ['topics.yaml', 'authors.yaml', 'places.yaml', 'front.yaml'] as const;

/** Picture formats that every browser shows; SVG can carry scripts and is not one of them. */
export const mediaExtensions = ['.avif', '.gif', '.jpeg', '.jpg', '.png', '.webp'] as const;

/** Lists a content folder and reports every file that would otherwise be passed over in silence. */
export async function readContentFiles(contentDir: string): Promise<{ files: ContentFiles; issues: readonly Issue[] }> {
  const issues: Issue[] = [];
  const lists = { articles: [] as PageFile[], storylines: [] as PageFile[], pages: [] as PageFile[] };
  const media: string[] = [];
  const data = new Set<string>();

  for (const entry of await listEntries(contentDir)) {
    const { file } = entry;
    if (isIgnored(file)) continue;
    const problem = entry.isFile ? undefined : 'It is a link or a device, not a file.';
    const place = problem ? undefined : classify(file);
    if (place?.kind === 'data') data.add(file);
    else if (place?.kind === 'media') media.push(file);
    else if (place) {
      lists[place.kind].push({ id: place.id, file });
      issues.push(...checkName(place.kind, place.id, file));
    } else issues.push(explainStray(file, problem));
  }
  for (const file of ['topics.yaml', 'authors.yaml', 'pages/about.md']) {
    if (data.has(file) || lists.pages.some((page) => page.file === file)) continue;
    issues.push(toIssue({ code: 'missing-file', message: `There is no ${file}.`, hint: 'Every newsroom has one: see the README, “Content”.', file, line: 1, column: 1 }));
  }
  for (const list of Object.values(lists)) issues.push(...checkCollisions(list));
  return { files: { ...lists, media, data }, issues };
}

async function listEntries(contentDir: string): Promise<{ file: string; isFile: boolean }[]> {
  const entries: Dirent[] = await readdir(contentDir, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => ({
      file: path.relative(contentDir, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'),
      isFile: entry.isFile(),
    }))
    .sort((a, b) => compareText(a.file, b.file));
}

/** What a repository or a file manager leaves beside the texts. */
function isIgnored(file: string): boolean {
  return (
    /^(?:\.[^/]+|\.(?:git|github|vscode)\/.*|(?:README|LICEN[CS]E)[^/]*)$/u.test(file) ||
    /(?:^|\/)(?:\.DS_Store|Thumbs\.db|\.gitkeep)$/u.test(file)
  );
}

type Place = { kind: 'articles' | 'storylines' | 'pages'; id: string } | { kind: 'media' } | { kind: 'data' };

function classify(file: string): Place | undefined {
  if (dataFiles.some((name) => name === file)) return { kind: 'data' };
  if (/^articles\/.+$/u.test(file) && mediaExtensions.some((end) => file.endsWith(end))) return { kind: 'media' };
  const page = /^(?<kind>articles|storylines|pages)\/(?<id>(?:\d{4}\/\d{2}\/)?[^/]+)\.md$/u.exec(file)?.groups;
  const kind = page?.['kind'];
  const id = page?.['id'];
  if (id === undefined || id.startsWith('.')) return undefined;
  if (kind === 'articles' && id.includes('/')) return { kind, id };
  if ((kind === 'storylines' || kind === 'pages') && !id.includes('/')) return { kind, id };
  return undefined;
}

function explainStray(file: string, problem: string | undefined): Issue {
  const at = { file, line: 1, column: 1 };
  if (!problem && /^articles\/.*\.md$/u.test(file) && !path.basename(file).startsWith('.')) {
    const message = 'The story does not lie in a folder of its year and month.';
    return toIssue({ ...at, code: 'misplaced-file', message, hint: 'Move it to articles/YYYY/MM/, by the month of `published`.' });
  }
  const hint = /\.(?:md|markdown|mdx|ya?ml)$/iu.test(file)
    ? 'Name it `name.md` (lower case, no dot in front) in articles/YYYY/MM/, storylines/ or pages/.'
    : `Delete it or move it out of the content folder. Pictures (${mediaExtensions.join(' ')}) lie beside their story.`;
  return toIssue({ ...at, code: 'unexpected-file', message: problem ?? 'Nothing would read this file.', hint });
}

function checkName(kind: Exclude<Place['kind'], 'media' | 'data'>, id: string, file: string): Issue[] {
  const slug = id.slice(id.lastIndexOf('/') + 1);
  const at = { file, line: 1, column: 1 };
  const month = /^\d{4}\/(?<month>\d{2})\//u.exec(id)?.groups?.['month'];
  if (month !== undefined && (month < '01' || month > '12')) {
    const message = `There is no month ${month}.`;
    return [toIssue({ ...at, code: 'misplaced-file', message, hint: 'Name the folder 01 to 12.' })];
  }
  if (slug !== toSlug(slug) || slug.length > limits.slugLength) {
    const message = `\`${slug}\` cannot be an address: it takes small letters, digits and single hyphens, ${limits.slugLength} characters at most.`;
    const hint = `Rename the file to ${toSlug(slug).slice(0, limits.slugLength) || 'a-few-words'}.md.`;
    return [toIssue({ ...at, code: 'invalid-slug', message, hint })];
  }
  const isTaken = kind === 'pages' && (/^\d+$/u.test(slug) || reservedPages.has(`/${slug}/`));
  if (isReservedId(slug) || isTaken) {
    const message = `\`${slug}\` is an address that the site needs for itself.`;
    return [toIssue({ ...at, code: 'reserved-name', message, hint: 'Choose another name for the file.' })];
  }
  return [];
}

const reservedPages = new Set<string>([...Object.values(paths).filter((at) => at !== paths.about), '/media/', '/pagefind/', '/404/']);

/** Two names that differ only in letter case or in how accents are stored are one address on many hosts. */
function checkCollisions(list: readonly PageFile[]): Issue[] {
  const owners = new Map<string, string>();
  return list.flatMap(({ id, file }) => {
    const key = id.normalize('NFC').toLowerCase();
    const owner = owners.get(key);
    if (owner === undefined) {
      owners.set(key, file);
      return [];
    }
    const message = `The address is the same as that of ${owner}.`;
    return [toIssue({ code: 'duplicate-address', message, hint: 'Rename one of the two files.', file, line: 1, column: 1 })];
  });
}
