import { cp, readFile } from 'node:fs/promises';
import path from 'node:path';
import { readNewsroom } from '../../src/content/reader.ts';
import type { Article } from '../../src/news/article.ts';
import { buildEdition } from '../../src/news/edition.ts';
import type { Newsroom } from '../../src/news/newsroom.ts';
import { getParts } from '../../src/news/parts.ts';
import { readSettings } from '../../src/settings/settings.ts';
import { writeArchive } from '../support/write-archive.ts';
import type { ArchiveSize } from './options.ts';
import { writePeerContent } from './peer-content.ts';

/** An archive on disk, in our format and in that of the peers. Runs link to it and never change it. */
export interface Archive {
  readonly stories: number;
  /** A content folder in our format. */
  readonly contentDir: string;
  /** The same stories for the peers, each at its id. */
  readonly peerDir: string;
  /** A story to be added: its id, and its text for us and for the peers. */
  readonly addition: { readonly id: string; readonly text: string; readonly peerText: string };
  /** The parts of an archive so large that a peer's search index is built in parts. */
  readonly parts: readonly ArchiveMonths[] | undefined;
}

/** A part of an archive: whole months. */
export interface ArchiveMonths {
  readonly id: string;
  /** `2019/03` */
  readonly months: readonly string[];
}

const years = 15;
const { site } = await readSettings();
const { timeZone, language } = site;

/** Writes an archive of generated stories, or the demo newsroom, below a folder. */
export async function createArchive(folder: string, size: ArchiveSize, isLarge: boolean): Promise<Archive> {
  const contentDir = path.join(folder, 'content');
  const peerDir = path.join(folder, 'stories');
  await (size === 'demo' ? copyDemo(contentDir) : writeArchive(contentDir, { stories: size, years }));
  const { newsroom } = await readNewsroom({ contentDir, timeZone, language });
  await writePeerContent(peerDir, contentDir, newsroom);
  return {
    stories: newsroom.articles.length,
    contentDir,
    peerDir,
    addition: await makeAddition(newsroom, contentDir, peerDir),
    parts: isLarge ? collectParts(newsroom) : undefined,
  };
}

/** Copies the demo newsroom without its lists of addresses, to which a build would add that of a new story. */
function copyDemo(contentDir: string): Promise<void> {
  return cp('content', contentDir, { recursive: true, filter: (file) => file !== path.join('content', 'addresses') });
}

/** Makes another story of the newest one. */
async function makeAddition(newsroom: Newsroom, contentDir: string, peerDir: string): Promise<Archive['addition']> {
  const { id, file } = newsroom.articles.reduce(toNewer);
  return {
    id: path.posix.join(path.posix.dirname(id), 'one-more-story'),
    text: await readFile(path.join(contentDir, file), 'utf8'),
    peerText: await readFile(path.join(peerDir, `${id}.md`), 'utf8'),
  };
}

function toNewer(a: Article, b: Article): Article {
  return b.published.epochMs > a.published.epochMs ? b : a;
}

/** Collects the parts in which our own build makes its search index. */
function collectParts(newsroom: Newsroom): readonly ArchiveMonths[] {
  const edition = buildEdition(newsroom, { nowMs: Date.now(), timeZone, language });
  return getParts(edition, site.partSize).map(({ id, articles }) => ({
    id,
    months: [...new Set(articles.map((article) => article.id.slice(0, '2019/03'.length)))].sort(),
  }));
}
