import { expect, it } from 'vitest';
import { layOutWorldMap } from '../../../src/atlas/world-layout.ts';
import { measureWorldMap, renderWorldOutlines } from '../../../src/atlas/world-map.ts';

const { width, height, places } = layOutWorldMap();
const byCode = new Map(places.map((place) => [place.code, place]));

it('the map of the world has large countries first and marks those too small to be clicked', () => {
  expect(width).toBe(1000);
  expect(places[0]?.code).toBe('RU');
  expect(byCode.get('FR')?.mark).toBeUndefined();
  for (const code of ['MC', 'SG', 'TV']) {
    const [x = 0, y = 0] = byCode.get(code)?.mark ?? [];
    expect(x > 0 && x < width && y > 0 && y < height, code).toBe(true);
  }
});

it('the outlines of the world have one path for every country that is drawn, by its code', () => {
  const svg = renderWorldOutlines();
  const ids = [...svg.matchAll(/<path id="([^"]+)"/gu)].map(([, id]) => id);
  expect(svg.startsWith(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"><g id="land">`)).toBe(
    true,
  );
  expect(ids).toEqual(places.filter(({ hasOutline }) => hasOutline).map(({ code }) => code.toLowerCase()));
  expect(svg).not.toContain('d=""');
});

it('the stored layout of the world is what is measured (vitest --update stores it again)', async () => {
  const measured = `${JSON.stringify(measureWorldMap(), undefined, 2)}\n`;
  await expect(measured).toMatchFileSnapshot('../../../src/atlas/world-layout.json');
});
