import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** A rendered text. */
export interface Body {
  readonly html: string;
  readonly wordCount: number;
}

/** A rendered text under the fingerprint of all that it was made from. */
export interface StoredBody extends Body {
  readonly key: string;
}

/**
 * Rendered texts from build to build, in one file: a text is rendered again only when it or the chain has changed. A build
 * also notes which text each file of the newsroom has now, so that pages find it without reading the file.
 */
export interface BodyStore {
  has(key: string): boolean;
  /** Adds texts in one transaction. */
  add(bodies: readonly StoredBody[]): void;
  /** Notes which text each file has; forgets all other notes and texts that no file has any more. */
  setCurrent(keys: ReadonlyMap<string, string>): void;
  /** Gives the text that a file has now. */
  getCurrent(file: string): StoredBody | undefined;
  close(): void;
}

/** Opens the store of a newsroom; makes it when there is none. */
export function openBodyStore(file: string): BodyStore {
  mkdirSync(path.dirname(file), { recursive: true });
  const database = new DatabaseSync(file);
  // A cache need not survive a power cut. Two builds at once wait for one another.
  database.exec('PRAGMA busy_timeout = 20000; PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF;');
  database.exec('CREATE TABLE IF NOT EXISTS body (key TEXT PRIMARY KEY, html TEXT, words INTEGER) WITHOUT ROWID');
  database.exec('CREATE TABLE IF NOT EXISTS current (file TEXT PRIMARY KEY, key TEXT) WITHOUT ROWID');
  const has = database.prepare('SELECT 1 FROM body WHERE key = ?');
  const add = database.prepare('INSERT OR REPLACE INTO body VALUES (?, ?, ?)');
  const note = database.prepare('INSERT INTO current VALUES (?, ?)');
  const get = database.prepare('SELECT body.key, html, words FROM current JOIN body USING (key) WHERE file = ?');

  const transact = (work: () => void) => {
    database.exec('BEGIN');
    work();
    database.exec('COMMIT');
  };
  return {
    has: (key) => has.get(key) !== undefined,
    add: (bodies) =>
      transact(() => {
        for (const { key, html, wordCount } of bodies) add.run(key, html, wordCount);
      }),
    setCurrent: (keys) =>
      transact(() => {
        database.exec('DELETE FROM current');
        for (const [name, key] of keys) note.run(name, key);
        database.exec('DELETE FROM body WHERE key NOT IN (SELECT key FROM current)');
      }),
    getCurrent: (name) => {
      const row = get.get(name);
      return row && { key: String(row['key']), html: String(row['html']), wordCount: Number(row['words']) };
    },
    close: () => database.close(),
  };
}
