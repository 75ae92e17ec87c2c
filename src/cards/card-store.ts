import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Drawn cards, from build to build, by the fingerprint of what they show. */
export interface CardStore {
  get(key: string): Uint8Array | undefined;
  /** Notes cards in one transaction. */
  put(cards: readonly { readonly key: string; readonly png: Uint8Array }[]): void;
  /** Forgets all cards but these. */
  keep(keys: ReadonlySet<string>): void;
  close(): void;
}

/**
 * Opens the store of a site's cards; makes it when there is none.
 *
 * @param program fingerprint of what draws them: what another program has left is forgotten
 */
export function openCardStore(file: string, program: string): CardStore {
  mkdirSync(path.dirname(file), { recursive: true });
  const database = new DatabaseSync(file);
  // As for texts: a cache need not survive a power cut, and two builds at once wait for one another.
  database.exec('PRAGMA busy_timeout = 20000; PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF;');
  database.exec(
    'CREATE TABLE IF NOT EXISTS card (key TEXT PRIMARY KEY, png BLOB); CREATE TABLE IF NOT EXISTS program (hash TEXT)',
  );
  const transact = (work: () => void) => {
    database.exec('BEGIN IMMEDIATE');
    work();
    database.exec('COMMIT');
  };
  if (database.prepare('SELECT hash FROM program').get()?.['hash'] !== program) {
    transact(() => {
      database.exec('DELETE FROM card; DELETE FROM program');
      database.prepare('INSERT INTO program VALUES (?)').run(program);
    });
  }
  const getCard = database.prepare('SELECT png FROM card WHERE key = ?');
  const putCard = database.prepare('INSERT OR REPLACE INTO card VALUES (?, ?)');
  const remove = database.prepare('DELETE FROM card WHERE key = ?');
  return {
    get: (key) => getCard.get(key)?.['png'] as Uint8Array | undefined,
    put: (cards) =>
      transact(() => {
        for (const { key, png } of cards) putCard.run(key, png);
      }),
    keep: (keys) => {
      const known = database.prepare('SELECT key FROM card').all();
      transact(() => {
        for (const { key } of known) if (!keys.has(String(key))) remove.run(String(key));
      });
    },
    close: () => database.close(),
  };
}
