import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readNewsroom } from '../../src/content/reader.ts';
import { buildEdition } from '../../src/news/edition.ts';
import type { Newsroom } from '../../src/news/newsroom.ts';
import { getParts } from '../../src/news/parts.ts';
import { readSettings } from '../../src/settings/settings.ts';
import { makeStory, writeArchive } from '../support/write-archive.ts';
import { writePeerContent } from './peer-content.ts';

/** A generated archive on disk, in our format and in that of the peers. Runs link to it and never change it. */
export interface Archive {
  readonly stories: number;
  /** A content folder in our format. */
  readonly contentDir: string;
  /** The same stories for the peers, each at its id. */
  readonly peerDir: string;
  /** The newest story, on which an additional one is modelled. */
  readonly newest: { readonly text: string; readonly peerText: string };
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

/** Writes an archive below a folder. */
export async function createArchive(folder: string, stories: number, isLarge: boolean): Promise<Archive> {
  const contentDir = path.join(folder, 'content');
  const peerDir = path.join(folder, 'stories');
  await writeArchive(contentDir, { stories, years });
  const { newsroom } = await readNewsroom({ contentDir, timeZone, language });
  await writePeerContent(peerDir, contentDir, newsroom);
  const newest = makeStory(stories - 1, { stories, years });
  const peerText = await readFile(path.join(peerDir, path.relative('articles', newest.file)), 'utf8');
  const parts = isLarge ? collectParts(newsroom) : undefined;
  return { stories, contentDir, peerDir, newest: { text: newest.text, peerText }, parts };
}

/** Collects the parts in which our own build makes its search index. */
function collectParts(newsroom: Newsroom): readonly ArchiveMonths[] {
  const edition = buildEdition(newsroom, { nowMs: Date.now(), timeZone, language });
  return getParts(edition, site.partSize).map(({ id, articles }) => ({
    id,
    months: [...new Set(articles.map((article) => article.id.slice(0, '2019/03'.length)))].sort(),
  }));
}
