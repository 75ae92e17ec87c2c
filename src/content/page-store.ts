import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { PackedTree } from '../core/html-tree.ts';
import type { Picture } from '../news/picture.ts';
import type { PageReading } from './page.ts';
import type { TextLink, TextOutline } from './text-outline.ts';

/** A rendered text as it is kept. */
export interface StoredText {
  readonly tree: PackedTree;
  readonly wordCount: number;
}

/** What is known of a Markdown file that was in order when it was last read. */
export interface KnownPage {
  readonly file: string;
  /** Size and times of the file; empty when it was too fresh for its times to be trusted. */
  readonly stat: string;
  /** Fingerprint of its content. */
  readonly hash: string;
  readonly reading: PageReading;
  /** Paths of the pictures and files of the newsroom that its text names. */
  readonly media: readonly string[];
  /** Its text has been rendered and is here. */
  readonly hasText: boolean;
}

/** A page to be stored; without its text where only its front matter was read. */
export type PageToStore = Omit<KnownPage, 'hasText'> & { readonly body?: (StoredText & TextOutline) | undefined };

/** A picture that was in order, with the size and times of its file then. */
export interface StoredPicture {
  readonly picture: Picture;
  readonly stat: string;
}

/**
 * What was read and rendered, from build to build, in one file: a Markdown file is read again only when it or the program has
 * changed.
 */
export interface PageStore {
  /** Gives what is known, by file. */
  getKnown(): ReadonlyMap<string, KnownPage>;
  /** Notes pages and their texts in one transaction. */
  put(pages: readonly PageToStore[]): void;
  /** Notes new times of files whose content is the same. */
  putStats(pages: readonly Pick<KnownPage, 'file' | 'stat'>[]): void;
  /** Forgets all files but these. */
  keep(files: ReadonlySet<string>): void;
  getText(file: string): StoredText | undefined;
  /** Gives the links of all texts that have any, by file. */
  getLinks(): ReadonlyMap<string, readonly TextLink[]>;
  /** Gives what can be pointed to in a text; undefined while it has not been rendered. */
  getAnchors(file: string): readonly string[] | undefined;
  /** Gives the pictures that were in order, by file. */
  getPictures(): ReadonlyMap<string, StoredPicture>;
  /** Notes these pictures. */
  putPictures(pictures: readonly StoredPicture[]): void;
  close(): void;
}

/**
 * Opens the store of a newsroom; makes it when there is none.
 *
 * @param program fingerprint of what reads and renders: what another program has left is forgotten
 */
export function openPageStore(file: string, program?: string): PageStore {
  mkdirSync(path.dirname(file), { recursive: true });
  const database = new DatabaseSync(file);
  // A cache need not survive a power cut. Two builds at once wait for one another.
  database.exec('PRAGMA busy_timeout = 20000; PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF;');
  const transact = (work: () => void) => {
    database.exec('BEGIN IMMEDIATE');
    work();
    database.exec('COMMIT');
  };
  database.exec('CREATE TABLE IF NOT EXISTS program (hash TEXT)');
  const isForeign = program !== undefined && database.prepare('SELECT hash FROM program').get()?.['hash'] !== program;
  transact(() => {
    // Another program may have made other tables.
    if (isForeign)
      database.exec(
        'DROP TABLE IF EXISTS page; DROP TABLE IF EXISTS text; DROP TABLE IF EXISTS picture; DELETE FROM program',
      );
    database.exec(
      'CREATE TABLE IF NOT EXISTS page (file TEXT PRIMARY KEY, stat TEXT, hash TEXT, reading TEXT, media TEXT);' +
        'CREATE TABLE IF NOT EXISTS text (file TEXT PRIMARY KEY, tree TEXT, words INTEGER, links TEXT, anchors TEXT);' +
        'CREATE TABLE IF NOT EXISTS picture (file TEXT PRIMARY KEY, stat TEXT, picture TEXT)',
    );
    if (isForeign) database.prepare('INSERT INTO program VALUES (?)').run(program);
  });
  const putPage = database.prepare('INSERT OR REPLACE INTO page VALUES (?, ?, ?, ?, ?)');
  const putText = database.prepare('INSERT OR REPLACE INTO text VALUES (?, ?, ?, ?, ?)');
  const removeText = database.prepare('DELETE FROM text WHERE file = ?');
  const getAll = database.prepare('SELECT page.*, text.file AS textFile FROM page LEFT JOIN text USING (file)');
  const putStat = database.prepare('UPDATE page SET stat = ? WHERE file = ?');
  const putPicture = database.prepare('INSERT OR REPLACE INTO picture VALUES (?, ?, ?)');
  const getText = database.prepare('SELECT tree, words FROM text WHERE file = ?');
  const getLinks = database.prepare("SELECT file, links FROM text WHERE links <> '[]'");
  const getAnchors = database.prepare('SELECT anchors FROM text WHERE file = ?');

  return {
    getKnown: () => new Map(getAll.all().map(toKnownPage)),
    put: (pages) =>
      transact(() => {
        for (const { file: name, stat, hash, reading, media, body } of pages) {
          putPage.run(name, stat, hash, JSON.stringify(reading), JSON.stringify(media));
          if (body) {
            const { tree, wordCount, links, anchors } = body;
            putText.run(name, tree, wordCount, JSON.stringify(links), JSON.stringify(anchors));
          } else removeText.run(name);
        }
      }),
    putStats: (pages) =>
      transact(() => {
        for (const { file: name, stat } of pages) putStat.run(stat, name);
      }),
    keep: (files) => {
      const names = database
        .prepare('SELECT file FROM page')
        .all()
        .map(({ file: name }) => String(name));
      const gone = names.filter((name) => !files.has(name));
      transact(() => {
        for (const table of ['page', 'text']) {
          const remove = database.prepare(`DELETE FROM ${table} WHERE file = ?`);
          for (const name of gone) remove.run(name);
        }
      });
    },
    getText: (name) => {
      const row = getText.get(name);
      return row && { tree: String(row['tree']), wordCount: Number(row['words']) };
    },
    getLinks: () =>
      new Map(getLinks.all().map((row) => [String(row['file']), JSON.parse(String(row['links'])) as TextLink[]])),
    getAnchors: (name) => {
      const row = getAnchors.get(name);
      return row && (JSON.parse(String(row['anchors'])) as string[]);
    },
    getPictures: () =>
      new Map(
        database
          .prepare('SELECT * FROM picture')
          .all()
          .map(({ file: name, stat, picture }) => [
            String(name),
            { stat: String(stat), picture: JSON.parse(String(picture)) as Picture },
          ]),
      ),
    putPictures: (pictures) =>
      transact(() => {
        for (const { picture, stat } of pictures) putPicture.run(picture.file, stat, JSON.stringify(picture));
      }),
    close: () => database.close(),
  };
}

function toKnownPage(row: Readonly<Record<string, unknown>>): [string, KnownPage] {
  const { file, stat, hash, reading, media } = row as Readonly<Record<keyof KnownPage, string>>;
  const hasText = row['textFile'] !== null;
  return [file, { file, stat, hash, reading: JSON.parse(reading), media: JSON.parse(media), hasText }];
}
