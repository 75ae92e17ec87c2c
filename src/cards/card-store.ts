import { openCache, toRowSum } from '../disk/database.ts';

/** Drawn cards, stored between builds by the fingerprint of their content. */
export interface CardStore {
  /** Returns a card. Undefined if there is none, or if it is damaged. */
  get(key: string): Uint8Array | undefined;
  /** Stores cards in one transaction. */
  put(cards: readonly { readonly key: string; readonly png: Uint8Array }[]): void;
  /** Deletes all cards except these. */
  retainOnly(keys: ReadonlySet<string>): void;
  close(): void;
}

/**
 * Opens the store of a site's cards, and creates it if it does not exist.
 *
 * @param program fingerprint of the code that draws them; cards of another program are deleted
 */
export function openCardStore(file: string, program: string): CardStore {
  const database = openCache(file, { tables: { card: 'key TEXT PRIMARY KEY, png BLOB, sum INTEGER' }, program });
  const getCard = database.prepare('SELECT png, sum FROM card WHERE key = ?');
  const putCard = database.prepare('INSERT OR REPLACE INTO card VALUES (?, ?, ?)');
  return {
    get: (key) => {
      const row = getCard.get(key);
      const png = row?.['png'];
      return png instanceof Uint8Array && toRowSum(key, png) === row?.['sum'] ? png : undefined;
    },
    put: (cards) =>
      database.transact(() => {
        for (const { key, png } of cards) putCard.run(key, png, toRowSum(key, png));
      }),
    retainOnly: (keys) => database.retainOnly(['card'], 'key', keys),
    close: () => database.close(),
  };
}
