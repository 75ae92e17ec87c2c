import { describe, expect, it } from 'vitest';
import { drawCards, type CardOrder } from '../../../src/cards/draw-cards.ts';
import type { CardView } from '../../../src/views/card.ts';

const countries = ['RO', 'KE', 'CL', 'JP'];

const orders: readonly CardOrder[] = Array.from({ length: 160 }, (_, index) => {
  const code = countries[index % countries.length] ?? '';
  const card: CardView = {
    name: 'Gazetteer',
    host: 'gazetteer.example',
    direction: 'ltr',
    title: `Story ${index} of “${code}”, as told on a card`,
    place: code,
    kicker: ['Health', code],
    date: `${(index % 28) + 1} November 2024`,
    map: { name: code.toLowerCase(), main: [code], isShaded: true, others: [], points: [] },
  };
  return { key: String(index), card };
});

async function draw(some: readonly CardOrder[], threads: number): Promise<ReadonlyMap<string, Uint8Array>> {
  const pngs = new Map<string, Uint8Array>();
  await drawCards(some, threads, (drawn) => drawn.forEach(({ key, png }) => pngs.set(key, png)));
  return pngs;
}

describe('drawing cards', () => {
  it('gives the same bytes in this thread, in workers, in another order and alone', async () => {
    const inWorkers = await draw(orders, 2);
    expect(inWorkers.size).toBe(orders.length);
    const here = await draw(orders.slice(0, 20).toReversed(), 1);
    for (const [key, png] of here) expect(Buffer.compare(png, inWorkers.get(key) ?? png.subarray(1))).toBe(0);
    const [alone] = await draw(orders.slice(7, 8), 1);
    expect(alone?.[1]).toEqual(Buffer.from(inWorkers.get('7') ?? []));
    expect(new Set([...inWorkers.values()].map((png) => Buffer.from(png).toString('base64'))).size).toBe(orders.length);
  });
});
