import { CacheDamage, openCache, toRowSum } from '../../disk/database.ts';
import type { Picture } from '../../news/picture.ts';
import type { StoredText } from '../reading/body.ts';
import type { PageReading } from '../reading/page.ts';
import type { TextLink, TextOutline } from '../markdown/text-outline.ts';

/** The stored result for a Markdown file that had no errors when it was last read. */
export interface KnownPage {
  readonly file: string;
  /** Size and times of the file. Empty if it was too recent for its times to be trusted. */
  readonly stat: string;
  /** Fingerprint of its content. */
  readonly hash: string;
  readonly reading: PageReading;
  /** Paths of the newsroom's pictures and files that its text names. */
  readonly media: readonly string[];
  /** Whether its text has been rendered and stored. */
  readonly hasText: boolean;
}

/** A page to be stored. It has no text if only its front matter was read. */
export type PageToStore = Omit<KnownPage, 'hasText'> & { readonly body?: (StoredText & TextOutline) | undefined };

/** A valid picture, with the size and times that its file had then. */
interface StoredPicture {
  readonly picture: Picture;
  readonly stat: string;
}

/**
 * The results of reading and rendering, stored between builds in one file. A Markdown file is read again only if it or
 * the program has changed.
 */
export interface PageStore {
  /** Returns the stored pages, by file. */
  getKnown(): ReadonlyMap<string, KnownPage>;
  /** Stores pages and their texts in one transaction. */
  put(pages: readonly PageToStore[]): void;
  /** Stores new times of files whose content is unchanged. */
  putStats(pages: readonly Pick<KnownPage, 'file' | 'stat'>[]): void;
  /** Deletes all files except these. */
  retainOnly(files: ReadonlySet<string>): void;
  getText(file: string): StoredText | undefined;
  /** Returns the links of texts that have any, by file: of some files, or of all. */
  getLinks(files?: ReadonlySet<string>): ReadonlyMap<string, readonly TextLink[]>;
  /** Returns the anchors of a text. Undefined until it has been rendered. */
  getAnchors(file: string): readonly string[] | undefined;
  /** Returns the valid pictures, by file. */
  getPictures(): ReadonlyMap<string, StoredPicture>;
  /** Stores pictures. */
  putPictures(pictures: readonly StoredPicture[]): void;
  close(): void;
}

const tables = {
  page: 'file TEXT PRIMARY KEY, stat TEXT, hash TEXT, reading TEXT, media TEXT, sum INTEGER',
  // SQLite reads a row from its beginning, and few builds need many trees.
  text: 'file TEXT PRIMARY KEY, links TEXT, anchors TEXT, outlineSum INTEGER, support TEXT, sum INTEGER, tree TEXT',
  picture: 'file TEXT PRIMARY KEY, stat TEXT, picture TEXT, sum INTEGER',
};

/**
 * Opens the store of a newsroom, and creates it if it does not exist. Every row has a checksum. A damaged page counts
 * as unknown; reading a damaged text throws a `CacheDamage`.
 *
 * @param program fingerprint of the code that reads and renders; rows of another program are deleted
 */
export function openPageStore(file: string, program?: string): PageStore {
  const database = openCache(file, { tables, program });
  const putPage = database.prepare('INSERT OR REPLACE INTO page VALUES (?, ?, ?, ?, ?, ?)');
  const putText = database.prepare('INSERT OR REPLACE INTO text VALUES (?, ?, ?, ?, ?, ?, ?)');
  const removeText = database.prepare('DELETE FROM text WHERE file = ?');
  const getAll = database.prepare('SELECT page.*, text.file AS textFile FROM page LEFT JOIN text USING (file)');
  const putStat = database.prepare('UPDATE page SET stat = ? WHERE file = ?');
  const putPicture = database.prepare('INSERT OR REPLACE INTO picture VALUES (?, ?, ?, ?)');
  const getText = database.prepare(
    'SELECT tree, support, text.sum, hash FROM text JOIN page USING (file) WHERE file = ?',
  );
  const outlines = 'SELECT file, links, anchors, outlineSum, hash FROM text JOIN page USING (file)';
  const getLinks = database.prepare(`${outlines} WHERE links <> '[]'`);
  const getOutline = database.prepare(`${outlines} WHERE file = ?`);

  return {
    getKnown: () => new Map(getAll.all().flatMap(toKnownPage)),
    put: (pages) =>
      database.transact(() => {
        for (const { file: name, stat, hash, reading, media, body } of pages) {
          const [read, shown] = [JSON.stringify(reading), JSON.stringify(media)];
          putPage.run(name, stat, hash, read, shown, toRowSum(name, hash, read, shown));
          if (body) {
            const [links, anchors] = [JSON.stringify(body.links), JSON.stringify(body.anchors)];
            const support = JSON.stringify(body.support);
            const sum = toRowSum(name, hash, body.tree, support);
            putText.run(name, links, anchors, toRowSum(name, hash, links, anchors), support, sum, body.tree);
          } else removeText.run(name);
        }
      }),
    putStats: (pages) =>
      database.transact(() => {
        for (const { file: name, stat } of pages) putStat.run(stat, name);
      }),
    retainOnly: (files) => database.retainOnly(['page', 'text'], 'file', files),
    getText: (name) => {
      const row = getText.get(name);
      if (!row) return undefined;
      const [hash, tree, support] = [String(row['hash']), String(row['tree']), String(row['support'])];
      assertSum(name, row['sum'], toRowSum(name, hash, tree, support));
      return { tree, support: JSON.parse(support) };
    },
    getLinks: (files) => {
      const rows: Row[] = files
        ? [...files].map((name) => getOutline.get(name)).filter((row) => row !== undefined)
        : getLinks.all();
      const outlines = rows.map((row) => [String(row['file']), toOutline(row).links] as const);
      return new Map(outlines.filter(([, links]) => links.length > 0));
    },
    getAnchors: (name) => {
      const row = getOutline.get(name);
      return row && toOutline(row).anchors;
    },
    getPictures: () => new Map(database.prepare('SELECT * FROM picture').all().flatMap(toStoredPicture)),
    putPictures: (pictures) =>
      database.transact(() => {
        for (const { picture, stat } of pictures) {
          const text = JSON.stringify(picture);
          putPicture.run(picture.file, stat, text, toRowSum(picture.file, stat, text));
        }
      }),
    close: () => database.close(),
  };
}

type Row = Readonly<Record<string, unknown>>;

function toKnownPage(row: Row): [string, KnownPage][] {
  const { file, stat, hash, reading, media } = row as Readonly<Record<keyof KnownPage, string>>;
  if (toRowSum(file, hash, reading, media) !== row['sum']) return [];
  const hasText = row['textFile'] !== null;
  return [[file, { file, stat, hash, reading: JSON.parse(reading), media: JSON.parse(media), hasText }]];
}

function toOutline({ file, hash, links, anchors, outlineSum }: Row): TextOutline {
  assertSum(String(file), outlineSum, toRowSum(String(file), String(hash), String(links), String(anchors)));
  return { links: JSON.parse(String(links)), anchors: JSON.parse(String(anchors)) };
}

function toStoredPicture({ file, stat, picture, sum }: Row): [string, StoredPicture][] {
  const [name, read, text] = [String(file), String(stat), String(picture)];
  return toRowSum(name, read, text) === sum ? [[name, { stat: read, picture: JSON.parse(text) }]] : [];
}

function assertSum(file: string, stored: unknown, found: number): void {
  if (stored !== found) throw new CacheDamage(`The stored text of ${file} is not as it was written.`);
}
