import { setImmediate } from 'node:timers/promises';
import { compareText } from '../core/issue.ts';
import { runInWorkers } from '../disk/worker-pool.ts';
import type { CardView } from '../views/card.ts';
import type { OwnParts } from './own-parts.ts';

/** A card to be drawn. Callers add their own fields. */
export interface CardOrder {
  readonly key: string;
  readonly card: CardView;
}

/** A worker needs half a second for outlines and fonts, in which it could draw as many cards. */
const cardsPerWorker = 80;

/**
 * Draws cards, those with the same map one after the other, and passes them on. A few are drawn in this thread, which
 * has the outlines of its pages anyway, with pauses for other work.
 */
export async function drawCards<Order extends CardOrder>(
  orders: readonly Order[],
  threads: number,
  onDrawn: (drawn: readonly (Order & { readonly png: Uint8Array })[]) => void,
  own: OwnParts = {},
): Promise<void> {
  const sorted = orders.toSorted((a, b) => compareText(a.card.map?.name ?? '', b.card.map?.name ?? ''));
  const workers = Math.min(threads, Math.floor(orders.length / cardsPerWorker));
  if (workers === 0) {
    if (orders.length === 0) return;
    const { drawCard } = await import('./draw-card.ts');
    for (const order of sorted) {
      onDrawn([{ ...order, png: drawCard(order.card, own) }]);
      await setImmediate();
    }
    return;
  }
  await runInWorkers(sorted, {
    worker: new URL('./card.worker.ts', import.meta.url),
    threads: workers,
    workerData: own,
    batchSize: 16,
    toMessage: ({ card }) => card,
    onAnswers: (batch, pngs: readonly Uint8Array[]) =>
      onDrawn(batch.map((order, index) => ({ ...order, png: pngs[index] ?? new Uint8Array() }))),
  });
}
