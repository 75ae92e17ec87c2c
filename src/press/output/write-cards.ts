import path from 'node:path';
import { openCardStore } from '../../cards/card-store.ts';
import { drawCards, type CardOrder } from '../../cards/draw-cards.ts';
import { readOwnParts } from '../../cards/own-parts.ts';
import { writeWithFolders } from '../../disk/write-with-folders.ts';
import { cardFiles } from '../../paper/kinds/cards.ts';
import type { PagePlan } from '../../paper/table.ts';
import type { FacedSite } from '../../theme/face-files.ts';
import type { Context } from '../../views/context.ts';

/** The cards to write, and their folder. */
export interface CardTask {
  readonly context: Context;
  readonly plan: PagePlan;
  /** Absolute path of the folder for the pages. */
  readonly outDir: string;
  isWanted(page: string): boolean;
  /** Whether all of the edition is built here, so that other cards can be deleted. */
  readonly hasAllParts: boolean;
}

/** Options for drawing cards. */
export interface CardOptions {
  readonly storeFile: string;
  /** A fingerprint of everything that determines how a card is drawn. */
  readonly program: string;
  readonly threads: number;
  /** The newsroom, whose own font and logo are read when a card is drawn. */
  readonly site: FacedSite;
}

/** Writes the wanted cards, and draws those that are not cached. */
export async function writeCards(
  { context, plan, outDir, isWanted, hasAllParts }: CardTask,
  { storeFile, program, threads, site }: CardOptions,
): Promise<void> {
  const cards = cardFiles
    .list(context)
    .map((subject) => ({ kind: cardFiles, subject, path: cardFiles.toPath(subject) }));
  const getKey = (card: (typeof cards)[number]) => plan.getPrint(card).key;
  const store = openCardStore(storeFile, program);
  try {
    const missing = new Map<string, CardOrder & { readonly pages: string[] }>();
    for (const card of cards) {
      const page = card.path;
      if (!isWanted(page)) continue;
      const key = getKey(card);
      const png = store.get(key);
      const order = missing.get(key);
      if (png) writeWithFolders(path.join(outDir, page), png);
      else if (order) order.pages.push(page);
      else missing.set(key, { key, card: cardFiles.build(context, card.subject), pages: [page] });
    }
    const keep = (drawn: readonly { readonly key: string; readonly png: Uint8Array; readonly pages: string[] }[]) => {
      store.put(drawn);
      for (const { pages, png } of drawn) for (const page of pages) writeWithFolders(path.join(outDir, page), png);
    };
    if (missing.size > 0) await drawCards([...missing.values()], threads, keep, await readOwnParts(site));
    if (hasAllParts) store.retainOnly(new Set(cards.map(getKey)));
  } finally {
    store.close();
  }
}
