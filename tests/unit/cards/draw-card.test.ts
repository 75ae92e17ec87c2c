import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { cardInk, renderCard } from '../../../src/cards/card-svg.ts';
import { drawCard } from '../../../src/cards/draw-card.ts';
import type { CardView } from '../../../src/views/card.ts';

const card: CardView = {
  name: 'Gazetteer',
  host: 'gazetteer.example',
  direction: 'ltr',
  title: 'River floods the old town',
  place: 'Romania',
  kicker: ['Health', 'Romania'],
  date: '13 November 2024',
  map: { id: 'ro', places: [{ name: 'ro', countries: ['RO'] }], countries: ['RO'], framed: ['RO'] },
};

const toMapLeft = (svg: string) => Number(/<rect x="([\d.]+)"[^>]*fill="none"/u.exec(svg)?.[1]);

describe('a card', () => {
  it('is a PNG of 1200 × 630 pixels whose data are whole, below 60 kB', () => {
    const png = Buffer.from(drawCard(card));
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
    expect(png.length).toBeLessThan(60_000);
    const start = png.indexOf('IDAT');
    expect(inflateSync(png.subarray(start + 4, start + 4 + png.readUInt32BE(start - 4)))).toHaveLength(601 * 630);
  });

  it('is drawn to the same bytes again', () => {
    expect(drawCard({ ...card })).toEqual(drawCard(card));
  });

  it('contains no text that would need a font of the machine', () => {
    expect(renderCard(card)).not.toContain('<text');
  });

  it('names the place where it cannot write the headline', () => {
    const chinese = renderCard({ ...card, title: '地区峰会讨论水安全' });
    expect(chinese).toBe(renderCard({ ...card, title: 'Romania' }));
  });

  it('is mirrored for a story in Arabic', () => {
    expect(toMapLeft(renderCard(card))).toBeGreaterThan(600);
    expect(toMapLeft(renderCard({ ...card, title: 'قمة إقليمية', direction: 'rtl' }))).toBeLessThan(100);
  });

  it('lets the headline use the whole width if there is no map', () => {
    const svg = renderCard({ ...card, map: undefined });
    expect(toMapLeft(svg)).toBeNaN();
  });

  it('has the colours of the tokens', () => {
    const tokens = readFileSync('src/styles/tokens.css', 'utf8');
    const { paper, text, muted, rule, link } = cardInk;
    const names = { paper, ink: text, slate: muted, hair: rule, deep: link };
    for (const [name, colour] of Object.entries(names)) expect(tokens).toContain(`--palette-${name}: ${colour};`);
  });
});
