import { crc32 } from 'node:zlib';
import { openCache } from '../disk/database.ts';

/** Drawn cards, from build to build, by the fingerprint of what they show. */
export interface CardStore {
  /** Returns a card; undefined when there is none, or it is not as it was put. */
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
  const database = openCache(file, { tables: { card: 'key TEXT PRIMARY KEY, png BLOB, sum INTEGER' }, program });
  const getCard = database.prepare('SELECT png, sum FROM card WHERE key = ?');
  const putCard = database.prepare('INSERT OR REPLACE INTO card VALUES (?, ?, ?)');
  const remove = database.prepare('DELETE FROM card WHERE key = ?');
  return {
    get: (key) => {
      const row = getCard.get(key);
      const png = row?.['png'];
      return png instanceof Uint8Array && toSum(key, png) === row?.['sum'] ? png : undefined;
    },
    put: (cards) =>
      database.transact(() => {
        for (const { key, png } of cards) putCard.run(key, png, toSum(key, png));
      }),
    keep: (keys) => {
      const known = database.prepare('SELECT key FROM card').all();
      database.transact(() => {
        for (const { key } of known) if (!keys.has(String(key))) remove.run(String(key));
      });
    },
    close: () => database.close(),
  };
}

function toSum(key: string, png: Uint8Array): number {
  return crc32(png, crc32(key));
}
