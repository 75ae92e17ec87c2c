import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { ink as mapInk } from '../../../src/atlas/ink.ts';
import type { MapSpec } from '../../../src/atlas/map-spec.ts';
import { getCardColours } from '../../../src/cards/card-colours.ts';
import { layOutMap, layOutWords } from '../../../src/cards/card-layout.ts';
import { drawCard, paintCard } from '../../../src/cards/draw-card.ts';
import { getPixel, type Area, type Canvas } from '../../../src/cards/raster/canvas.ts';
import type { CardView } from '../../../src/views/card.ts';

const { palette, tint, ...cardInk } = getCardColours();

const romania: MapSpec = {
  name: 'ro',
  main: ['RO'],
  isShaded: true,
  others: [],
  points: [],
};

const card: CardView = {
  name: 'Gazetteer',
  host: 'gazetteer.example',
  direction: 'ltr',
  title: 'River floods the old town',
  place: 'Romania',
  kicker: ['Health', 'Romania'],
  date: '13 November 2024',
  map: romania,
};

/** Counts the pixels of a colour in a part of a card. */
function countPixels(canvas: Canvas, { left, top, width, height }: Area, colour: string): number {
  const wanted = palette.getIndex(colour);
  let count = 0;
  for (let y = top; y < top + height; y += 1) {
    for (let x = left; x < left + width; x += 1) if (getPixel(canvas, x, y) === wanted) count += 1;
  }
  return count;
}

const headlineArea: Area = { left: 60, top: 190, width: 516, height: 350 };
const mapArea: Area = { left: 624, top: 148, width: 516, height: 386 };

describe('a card', () => {
  it('is a PNG of 1200 × 630 pixels whose data are whole, at most 30 kB', () => {
    const png = Buffer.from(drawCard(card));
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
    expect(png.length).toBeLessThanOrEqual(30_000);
    const start = png.indexOf('IDAT');
    const rows = inflateSync(png.subarray(start + 4, start + 4 + png.readUInt32BE(start - 4)));
    expect(Buffer.compare(rows, paintCard(card).rows)).toBe(0);
    expect(rows).toHaveLength(601 * 630);
  });

  it('is decoded by another program to what was painted', async () => {
    const { data, info } = await sharp(drawCard(card)).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    expect([info.width, info.height]).toEqual([1200, 630]);
    const canvas = paintCard(card);
    const painted = Uint8Array.from({ length: data.length }, (_, at) => {
      const pixel = Math.floor(at / 3);
      return palette.bytes[3 * getPixel(canvas, pixel % 1200, Math.floor(pixel / 1200)) + (at % 3)] ?? 0;
    });
    expect(Buffer.compare(data, painted)).toBe(0);
  });

  it('is drawn to the same bytes again, whatever was drawn before it', () => {
    const first = drawCard(card);
    drawCard({ ...card, title: 'Another', map: { ...romania, others: ['UA'], city: [26.1, 44.43] } });
    expect(drawCard({ ...card })).toEqual(first);
  });

  it('has its headline in ink on paper, and its main place in the colour of the map', () => {
    const canvas = paintCard(card);
    const share = countPixels(canvas, headlineArea, cardInk.ink) / (headlineArea.width * headlineArea.height);
    expect(share).toBeGreaterThan(0.03);
    expect(share).toBeLessThan(0.2);
    expect(countPixels(canvas, mapArea, mapInk.here[0])).toBeGreaterThan(3000);
    expect(countPixels(canvas, mapArea, mapInk.land[0])).toBeGreaterThan(30_000);
    expect(countPixels(canvas, mapArea, cardInk.ink)).toBe(0);
  });

  it('has dots for where it happened and, smaller, for the city of the dateline', () => {
    const [pinned, filed] = [{ points: [[26.1, 44.43] as const] }, { city: [26.1, 44.43] as const }].map((marks) =>
      countPixels(paintCard({ ...card, map: { ...romania, ...marks } }), mapArea, cardInk.ink),
    );
    expect(pinned).toBeCloseTo(Math.PI * 6.75 ** 2, -1.5);
    expect(filed).toBeCloseTo(Math.PI * 4.5 ** 2, -1.5);
  });

  it('tints the other places of the story in view, with the border between them', () => {
    const tinted = paintCard({ ...card, map: { ...romania, others: ['RU', 'UA', 'US'] } });
    expect(countPixels(tinted, mapArea, tint)).toBeGreaterThan(3000);
    expect(countPixels(paintCard(card), mapArea, tint)).toBeLessThan(300);
    expect(countPixels(tinted, mapArea, mapInk.border[0])).toBeGreaterThan(100);
  });

  it('has a ring around a country too small to see', () => {
    const vatican: MapSpec = { ...romania, name: 'va', main: ['VA'] };
    const ringed = countPixels(paintCard({ ...card, map: vatican }), mapArea, cardInk.ink);
    expect(ringed).toBeGreaterThan(100);
    expect(ringed).toBeLessThan(Math.PI * (14.25 ** 2 - 11.75 ** 2));
  });

  it('names the place where it cannot write the headline', () => {
    expect(layOutWords({ ...card, title: '地区峰会讨论水安全' })).toEqual(layOutWords({ ...card, title: 'Romania' }));
  });

  it('is mirrored for a story in Arabic', () => {
    const arabic: CardView = { ...card, title: 'قمة إقليمية', direction: 'rtl' };
    expect(layOutMap(card).left).toBeGreaterThan(600);
    expect(layOutMap(arabic).left).toBe(60);
    expect(layOutWords(arabic).find(({ text }) => text === 'قمة إقليمية')).toMatchObject({ x: 1140, isEnd: true });
  });

  it('lets the headline use the whole width if there is no map', () => {
    const title = 'A headline of so many words that it takes more than one line beside a map';
    const getLines = (map: MapSpec | undefined) => layOutWords({ ...card, title, map }).length;
    expect(getLines(undefined)).toBeLessThan(getLines(romania));
    expect(countPixels(paintCard({ ...card, map: undefined }), mapArea, mapInk.land[0])).toBe(0);
  });

  it('leaves a place out of the kicker that does not fit', () => {
    const kicker = ['Health', 'A place whose name is very much longer than the space beside a map'];
    expect(layOutWords({ ...card, kicker }).map(({ text }) => text)).not.toContain(` · ${kicker[1]}`);
    expect(layOutWords(card).map(({ text }) => text)).toContain(' · Romania');
  });

  it('cuts off a name that is wider than the card', () => {
    const canvas = paintCard({ ...card, name: 'W'.repeat(60) });
    expect(countPixels(canvas, { left: 0, top: 40, width: 60, height: 50 }, cardInk.ink)).toBeLessThan(20);
    expect(countPixels(canvas, { left: 1140, top: 40, width: 60, height: 50 }, cardInk.ink)).toBeGreaterThan(100);
  });

  it('has the colours of the tokens', () => {
    const tokens = readFileSync('src/styles/tokens.css', 'utf8');
    const { paper, ink, muted, rule, link } = cardInk;
    const names = { paper, ink, slate: muted, hair: rule, deep: link };
    for (const [name, colour] of Object.entries(names)) expect(tokens).toContain(`--palette-${name}: ${colour};`);
  });
});
