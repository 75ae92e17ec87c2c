import { compareText } from '../core/issue.ts';
import { runInWorkers } from '../disk/worker-pool.ts';
import type { CardView } from '../views/card.ts';
import { drawCard } from './draw-card.ts';

/** A card to be drawn. Callers add their own fields. */
export interface CardOrder {
  readonly key: string;
  readonly card: CardView;
}

/** With fewer cards than this, starting workers takes longer than the work. */
const workersFrom = 6;

/** Draws cards on all cores, those with the same map one after the other, and passes them on batch by batch. */
export async function drawCards<Order extends CardOrder>(
  orders: readonly Order[],
  threads: number,
  onDrawn: (drawn: readonly (Order & { readonly png: Uint8Array })[]) => void,
): Promise<void> {
  if (orders.length < workersFrom) return onDrawn(orders.map((order) => ({ ...order, png: drawCard(order.card) })));
  const sorted = orders.toSorted((a, b) => compareText(a.card.map?.id ?? '', b.card.map?.id ?? ''));
  await runInWorkers(sorted, {
    worker: new URL('./card.worker.ts', import.meta.url),
    threads,
    batchSize: 8,
    toMessage: ({ card }) => card,
    onAnswers: (batch, pngs: readonly Uint8Array[]) =>
      onDrawn(batch.map((order, index) => ({ ...order, png: pngs[index] ?? new Uint8Array() }))),
  });
}
