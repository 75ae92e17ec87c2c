import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { getCardColours } from '../../../src/cards/card-colours.ts';
import { drawCard, paintCard } from '../../../src/cards/draw-card.ts';
import { drawCards } from '../../../src/cards/draw-cards.ts';
import { readOwnParts, type OwnParts } from '../../../src/cards/own-parts.ts';
import { getPixel, type Canvas } from '../../../src/cards/raster/canvas.ts';
import { ownFace } from '../../../src/core/face.ts';
import { readTheme } from '../../../src/theme/read-theme.ts';
import type { CardView } from '../../../src/views/card.ts';

const contentDir = 'tests/fixtures/themed';
const cacheDir = mkdtempSync(path.join(tmpdir(), 'own-parts-'));
const card: CardView = {
  name: 'El Meridiano',
  host: 'meridiano.example',
  direction: 'ltr',
  title: 'Los embalses del sur bajan a su nivel mínimo',
  place: 'España',
  kicker: ['Ciencia', 'España'],
  date: '18 de diciembre de 2025',
  logo: '/assets/logo.svg',
  font: 'a',
};
let own: OwnParts = {};

beforeAll(async () => {
  const fonts = { display: 'theme/fonts/titulares.woff2' };
  const { face } = await readTheme(contentDir, { fonts, cacheDir });
  own = await readOwnParts({ contentDir, cacheDir, face });
});

/** Lists the colours in a part of a card. */
function listColours(
  canvas: Canvas,
  [left, top, right, bottom]: readonly [number, number, number, number],
): Set<number> {
  const found = new Set<number>();
  for (let y = top; y < bottom; y += 1) for (let x = left; x < right; x += 1) found.add(getPixel(canvas, x, y));
  return found;
}

describe('a card of a newsroom with its own face', () => {
  it('has its logo in the place of its name, and its own letters', () => {
    const painted = paintCard(card, own);
    const { palette, paper, ink, link } = getCardColours();
    const top = listColours(painted, [60, 36, 460, 92]);
    expect(top).toContain(palette.getIndex(ink));
    expect(top).toContain(palette.findNearest(0x8a, 0x1c, 0x4a));
    expect([...listColours(painted, [460, 0, 1140, 104])]).toEqual([palette.getIndex(paper)]);
    const inOurs = paintCard({ ...card, font: undefined }, own.logo ? { logo: own.logo } : {});
    expect(painted.rows).not.toEqual(inOurs.rows);
    expect(listColours(painted, [60, 148, 560, 180])).toContain(palette.getIndex(link));
  });

  it('has the same bytes in this thread and in workers, and at most 30 kB', async () => {
    const orders = Array.from({ length: 160 }, (_, index) => ({
      key: String(index),
      card: { ...card, title: `${card.title} ${index}` },
    }));
    const pngs = new Map<string, Uint8Array>();
    await drawCards(orders, 2, (drawn) => drawn.forEach(({ key, png }) => pngs.set(key, png)), own);
    for (const { key, card: view } of orders.slice(0, 5)) {
      const png = drawCard(view, own);
      expect(Buffer.compare(png, pngs.get(key) ?? png.subarray(1))).toBe(0);
      expect(png.length).toBeLessThanOrEqual(30_000);
    }
  });

  it('has ours where it has none', async () => {
    expect(await readOwnParts({ contentDir, cacheDir, face: ownFace })).toEqual({});
    const plain: CardView = { ...card, logo: undefined, font: undefined };
    expect(drawCard(plain, {})).toEqual(drawCard(plain));
  });
});
