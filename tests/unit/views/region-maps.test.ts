import { describe, expect, it } from 'vitest';
import { getProjection } from '../../../src/atlas/map-frame.ts';
import { getPiecesLayer } from '../../../src/atlas/map-layers.ts';
import { getFrame, getShapes } from '../../../src/atlas/map-surface.ts';
import { toPoint } from '../../../src/atlas/projection.ts';
import { readNewsroom } from '../../../src/content/reader.ts';
import { buildEdition } from '../../../src/news/edition.ts';
import { getCountries } from '../../../src/news/region.ts';
import { createContext } from '../../../src/paper/site-context.ts';
import { readSettings } from '../../../src/settings/settings.ts';
import { buildMap, planRegionMap } from '../../../src/views/map.ts';
import { buildPageFrame } from '../../../src/views/page-frame.ts';

const { site } = await readSettings();
const { newsroom } = await readNewsroom(site);
const context = createContext(buildEdition(newsroom, { ...site, nowMs: Date.UTC(2026, 0, 1) }), site);
const pageFrame = buildPageFrame(context);
const { listings, gazetteer } = context.edition;

/** The maps of all regions with stories, without those of single countries. */
const maps = [...gazetteer.byCode.values()].flatMap((region) => {
  const plan =
    region.level === 'country' || !listings.region.has(region.id) ? undefined : planRegionMap(context, region);
  return plan ? [{ id: region.id, region, plan, view: buildMap(plan, pageFrame) }] : [];
});

describe('the map of a region', () => {
  it('is that of every continent and more', () => {
    const ids = maps.map(({ id }) => id);
    for (const id of ['africa', 'americas', 'asia', 'europe', 'oceania', 'central-asia']) expect(ids).toContain(id);
  });

  it.each(maps)('$id: shows the region, which fills more than a third of its width or height', ({ plan, view }) => {
    if (view.isWorld) return;
    const { frame } = getFrame(plan.spec);
    const projection = getProjection(frame);
    const corners = getShapes(plan.spec.main).flatMap((shape) => shape.corners);
    const [xs, ys] = [0, 1].map((axis) => corners.map((corner) => toPoint(projection, corner)[axis] ?? Number.NaN));
    const [width, height] = [xs, ys].map((values = []) => Math.max(...values) - Math.min(...values));
    expect(Math.max((width ?? 0) / frame.width, (height ?? 0) / frame.height)).toBeGreaterThan(1 / 3);
  });

  it.each(maps)('$id: links each of its countries with stories, the busiest first', ({ region, view }) => {
    const counts = getCountries(region).flatMap(({ id }) => {
      const count = listings.region.get(id)?.articles.length ?? 0;
      return count > 0 ? [[`/regions/${id}/`, count] as const] : [];
    });
    const byHref = new Map<string, number>(counts);
    const hrefs = (view.parts ?? []).map(({ href }) => href);
    expect(hrefs.toSorted()).toEqual(counts.map(([href]) => href).toSorted());
    const order = hrefs.map((href) => byHref.get(href) ?? 0);
    expect(order).toEqual(order.toSorted((a, b) => b - a));
    const shades = (view.parts ?? []).map(({ shade }) => shade);
    expect(shades).toEqual(shades.toSorted((a, b) => b - a));
  });

  it.each(maps)('$id: names countries of the region only, none over another on any screen', ({ region, view }) => {
    const own = new Set(getCountries(region).map(({ code }) => pageFrame.placeNames.get(code)));
    expect(view.labels.filter(({ text }) => !own.has(text))).toEqual([]);
    // Pixels per unit: the narrowest wide screen, a phone.
    const scales = view.isWorld ? [832 / 1120, 0.32] : [944 / 1120, 0.6];
    for (const [index, scale] of scales.entries()) {
      const boxes = view.labels
        .filter(({ isWide }) => index === 0 || !isWide)
        .map(({ text, x, y, anchor }) => {
          const width = text.length * 6.5;
          const shift = { start: 9, middle: -width / 2, end: -9 - width }[anchor];
          const left = x * view.width * scale + shift;
          return { text, left, right: left + width, middle: y * view.height * scale };
        });
      const touching = boxes.flatMap((a, at) =>
        boxes
          .slice(at + 1)
          .filter((b) => a.left < b.right && a.right > b.left && Math.abs(a.middle - b.middle) < 12)
          .map((b) => [a.text, b.text]),
      );
      expect(touching).toEqual([]);
    }
  });

  it('shades each country that it links, on the world too', () => {
    expect(listings.region.has('world')).toBe(true);
    for (const { plan } of maps) {
      const pieces = new Set(getPiecesLayer(plan.spec).pieces);
      expect((plan.parts ?? []).filter(({ code }) => !pieces.has(code))).toEqual([]);
    }
  });

  it('names the country with most stories, unless it is too small for its name', () => {
    const unnamed = maps.flatMap(({ id, view }) => {
      const [busiest] = view.parts ?? [];
      const isNamed = busiest === undefined || view.labels.some(({ text }) => text === busiest.text);
      return isNamed || busiest.mark ? [] : [[id, busiest.text]];
    });
    expect(unnamed).toEqual([]);
  });
});
