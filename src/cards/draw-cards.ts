import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { compareText } from '../core/issue.ts';
import type { CardView } from '../views/card.ts';
import { drawCard } from './draw-card.ts';

/** A card to be drawn, and what is known of it by whoever wants it. */
export interface CardOrder {
  readonly key: string;
  readonly card: CardView;
}

/** Cards for one message to a worker. */
const batchSize = 8;

/** Below so many cards, starting workers takes longer than the work. */
const workersFrom = 6;

/** Draws cards on all cores, those with the same map one behind the other; gives them batch by batch. */
export async function drawCards<Order extends CardOrder>(
  orders: readonly Order[],
  threads: number,
  take: (drawn: readonly (Order & { readonly png: Uint8Array })[]) => void,
): Promise<void> {
  if (orders.length < workersFrom) return take(orders.map((order) => ({ ...order, png: drawCard(order.card) })));
  const sorted = orders.toSorted((a, b) => compareText(a.card.map?.id ?? '', b.card.map?.id ?? ''));
  let next = 0;
  const run = async () => {
    const worker = new Worker(new URL('./card.worker.ts', import.meta.url));
    try {
      while (next < sorted.length) {
        const batch = sorted.slice(next, next + batchSize);
        next += batchSize;
        worker.postMessage(batch.map(({ card }) => card));
        const [pngs] = (await once(worker, 'message')) as [readonly Uint8Array[]];
        take(batch.map((order, index) => ({ ...order, png: pngs[index] ?? new Uint8Array() })));
      }
    } finally {
      await worker.terminate();
    }
  };
  await Promise.all(Array.from({ length: Math.min(threads, Math.ceil(sorted.length / batchSize)) }, run));
}
