import { describe, expect, it } from 'vitest';
import { getProjection } from '../../../src/atlas/map-frame.ts';
import { getFrame, getShapes } from '../../../src/atlas/map-surface.ts';
import { toPoint } from '../../../src/atlas/projection.ts';
import { toCap, toLonLat, toVector } from '../../../src/atlas/sphere.ts';
import { readNewsroom } from '../../../src/content/reader.ts';
import { buildEdition } from '../../../src/news/edition.ts';
import { createContext } from '../../../src/paper/site-context.ts';
import { readSettings } from '../../../src/settings/settings.ts';
import { buildMap, planArticleMap, planStorylineMap } from '../../../src/views/map.ts';
import { buildPageFrame } from '../../../src/views/page-frame.ts';

const { site } = await readSettings();
const { newsroom } = await readNewsroom(site);
const context = createContext(buildEdition(newsroom, { ...site, nowMs: Date.UTC(2026, 0, 1) }), site);
const pageFrame = buildPageFrame(context);
const stories = context.edition.articles.flatMap((article) => {
  const plan = planArticleMap(context, article);
  return plan ? [{ id: article.id, article, plan, view: buildMap(plan, pageFrame) }] : [];
});

/** Returns the names on a storyline's map and in its caption that all screens show. */
function getStorylineNames(id: string) {
  const listing = context.edition.listings.storyline.get(id);
  const plan = listing && planStorylineMap(context, listing);
  if (!plan) throw new Error(`The storyline ${id} has no map.`);
  const { labels, places } = buildMap(plan, pageFrame);
  return {
    labels: labels.filter(({ isWide }) => !isWide).map(({ text }) => text),
    places: places.map(({ text }) => text),
  };
}

function toMiddle(values: readonly number[]): number {
  return (Math.min(...values) + Math.max(...values)) / 2;
}

describe('the maps of the demo', () => {
  it('are those of its stories', () => {
    expect(stories.length).toBeGreaterThan(50);
  });

  it.each(stories)('$id: the main place is named, upright, and its middle is in the middle half', ({ plan, view }) => {
    const [main] = getShapes(plan.spec.main);
    const names = view.labels.filter(({ kind, isWide }) => kind === 'main' && !isWide).map(({ text }) => text);
    expect(names).toContain(pageFrame.placeNames.get(main?.code ?? ''));

    const { frame } = getFrame(plan.spec);
    const projection = getProjection(frame);
    const corners = getShapes(plan.spec.main).flatMap((shape) => shape.corners);
    const points = corners.map((corner) => toPoint(projection, corner));
    for (const share of [
      toMiddle(points.map(([x]) => x)) / frame.width,
      toMiddle(points.map(([, y]) => y)) / frame.height,
    ]) {
      expect(share).toBeGreaterThanOrEqual(0.25);
      expect(share).toBeLessThanOrEqual(0.75);
    }

    const [longitude, latitude] = toLonLat(toCap(corners).centre);
    if (latitude < -75) return;
    const [x, y] = toPoint(projection, toVector([longitude, latitude]));
    const [north, up] = toPoint(projection, toVector([longitude, latitude + 0.1]));
    expect((Math.abs(Math.atan2(north - x, y - up)) * 180) / Math.PI).toBeLessThan(10);
  });

  it.each([
    ['2024/10/nato-rutte-north-korean-troops-kursk', 'Kursk'],
    ['2024/11/pentagon-north-korean-troops-kursk', 'Kursk'],
    ['2024/12/iaea-stays-zaporizhzhia-drone', 'Zaporizhzhia plant'],
    ['2024/12/cyclone-chido-northern-mozambique', 'Mecufi'],
    ['2024/11/chancay-port-opened-by-video', 'Chancay'],
  ])('%s: %s is marked and named', (id, name) => {
    const view = stories.find((story) => story.id === id)?.view;
    expect(view?.pins.length).toBeGreaterThan(0);
    expect(view?.labels).toContainEqual(expect.objectContaining({ text: name, kind: 'pin', isWide: false }));
    expect(view?.alt).toContain(name);
  });
});

describe('the map of a storyline', () => {
  it('names first what its chapters are mainly about, however small', () => {
    const { labels, places } = getStorylineNames('dprk-russia');
    expect(places[0]).toBe('North Korea');
    expect(labels).toContain('North Korea');
    expect(labels.indexOf('North Korea')).toBe(0);
  });

  it.each(['cop29', 'dprk-russia', 'nuclear-risk'])('of %s names its first place, even at the edge', (id) => {
    const { labels, places } = getStorylineNames(id);
    expect(labels).toContain(places[0]);
  });
});
