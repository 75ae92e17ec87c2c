import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getAnchor } from '../../src/atlas/anchors.ts';
import { getProjection } from '../../src/atlas/map-frame.ts';
import { getOutlines } from '../../src/atlas/outlines.ts';
import { toPoint } from '../../src/atlas/projection.ts';
import { layOutWorldMap } from '../../src/atlas/world-layout.ts';
import { worldFrame } from '../../src/atlas/world-map.ts';
import { openSite, type OpenSite } from '../support/open-site.ts';

let site: OpenSite;
beforeAll(async () => {
  site = await openSite('places');
});
afterAll(() => site.close());

const phone = { viewport: { width: 390, height: 844 } };
const wide = { viewport: { width: 1440, height: 900 } };

interface Rect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The visible part of a locator map, in pixels of the page. */
interface SeenMap {
  readonly window: Rect;
  /** Points along the outlines of the shaded places, evenly spaced. */
  readonly here: readonly Point[];
  /** The position of the city's dot. */
  readonly dot: Point | undefined;
  /** Whether the dot is on shaded land or within a few pixels of it, since cities are on coasts. */
  readonly isDotOnHere: boolean;
  readonly rings: readonly Point[];
  readonly labels: readonly string[];
}

/** Puts the map's images inline into the page, where the browser can tell the positions of their lines. */
function readMap(page: Page): Promise<SeenMap> {
  return page.evaluate(async () => {
    const [frame, overlay] = [document.querySelector('.map-window'), document.querySelector('.map-words')];
    if (!frame || !overlay) throw new Error('There is no map.');
    const { left, top, right, bottom } = frame.getBoundingClientRect();
    const box = overlay.getBoundingClientRect();
    const shaded: SVGPathElement[] = [];
    for (const image of frame.querySelectorAll('img')) {
      const text = await (await fetch(image.src)).text();
      const svg = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
      svg.setAttribute(
        'style',
        `position:fixed;left:${box.left}px;top:${box.top}px;width:${box.width}px;height:${box.height}px;max-width:none`,
      );
      document.body.append(document.importNode(svg, true));
      shaded.push(...(document.body.lastElementChild?.querySelectorAll<SVGPathElement>('path.h') ?? []));
    }
    // oxlint-disable-next-line unicorn/consistent-function-scoping -- it runs in the page, where nothing else of this file is.
    const toMiddle = (circle: Element) => {
      const { x, y, width, height } = circle.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    };
    const circle = document.querySelector('.map-dot');
    const dot = circle ? toMiddle(circle) : undefined;
    const isShaded = (x: number, y: number) =>
      shaded.some((path) => path.isPointInFill(new DOMPoint(x, y).matrixTransform(path.getScreenCTM()?.inverse())));
    const near = [0, -2, 2, -4, 4, -6, 6];
    const samples = 500;
    return {
      window: { left, top, right, bottom },
      here: shaded.flatMap((path) =>
        Array.from({ length: samples }, (_, index) => {
          const at = path.getPointAtLength((index / samples) * path.getTotalLength());
          const { x, y } = new DOMPoint(at.x, at.y).matrixTransform(path.getScreenCTM() ?? undefined);
          return { x, y };
        }),
      ),
      dot,
      isDotOnHere: dot ? near.some((dx) => near.some((dy) => isShaded(dot.x + dx, dot.y + dy))) : false,
      rings: [...document.querySelectorAll('.map-ring')].map(toMiddle),
      labels: [...document.querySelectorAll('.map-words text')]
        .filter((text) => getComputedStyle(text).display !== 'none')
        .map((text) => text.textContent?.trim() ?? ''),
    };
  });
}

function isInside({ x, y }: Point, { left, top, right, bottom }: Rect): boolean {
  return x >= left && x <= right && y >= top && y <= bottom;
}

/** Returns the visible share of the outlines, 0 to 1. */
function getSeenShare({ here, window }: SeenMap): number {
  return here.filter((point) => isInside(point, window)).length / Math.max(1, here.length);
}

/** Opens a page without its policy, which would forbid taking its map apart. */
async function openMap(path: string, options: BrowserContextOptions) {
  const page = await site.visit(path, { ...options, bypassCSP: true });
  return { page, map: await readMap(page) };
}

/** Returns the extent of some points. */
function getExtent(points: readonly Point[]) {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  return {
    width: Math.max(...xs) - Math.min(...xs),
    height: Math.max(...ys) - Math.min(...ys),
    middle: (Math.max(...xs) + Math.min(...xs)) / 2,
  };
}

describe.each([
  ['a phone', phone],
  ['a wide screen', wide],
])('the locator map on %s', (_name, options) => {
  it.each([
    ['2025/01/fiji/', 'Suva'],
    ['2025/01/russia/', 'Moscow'],
    ['2025/01/united-states/', 'Washington'],
    ['2025/02/samoa/', 'Apia'],
    ['2025/02/two-continents/', 'Lima'],
  ])('of %s shows all of its places, with %s on land that is shaded', async (path, city) => {
    const { page, map } = await openMap(path, options);
    expect(getSeenShare(map)).toBeGreaterThan(0.97);
    expect(getExtent(map.here).width).toBeGreaterThan(5);
    expect(map.isDotOnHere).toBe(true);
    expect(map.labels).toContain(city);
    await page.context().close();
  });

  it('of the Antarctic is centred on it, whole and round', async () => {
    const { map } = await openMap('2025/01/antarctica/', options);
    expect(getSeenShare(map)).toBeGreaterThan(0.97);
    const { width, height, middle } = getExtent(map.here.filter((point) => isInside(point, map.window)));
    expect(width / height).toBeGreaterThan(0.7);
    expect(width / height).toBeLessThan(1.5);
    expect(Math.abs(middle - (map.window.left + map.window.right) / 2)).toBeLessThan(width / 8);
    expect(map.isDotOnHere).toBe(true);
  });

  it('of two continents is framed on the first', async () => {
    const { map } = await openMap('2025/02/two-continents/', options);
    const { here, window, labels } = map;
    expect(labels).toContain('Peru');
    expect(getExtent(here).height).toBeGreaterThan((window.bottom - window.top) / 3);
    expect(Math.abs(getExtent(here).middle - (window.left + window.right) / 2)).toBeLessThan(
      (window.right - window.left) / 4,
    );
  });

  it('of Singapore rings and names it, without the city on another continent that the story was filed from', async () => {
    const { map } = await openMap('2025/02/singapore/', options);
    const { rings, dot, window, labels } = map;
    expect([rings.length, dot]).toEqual([1, undefined]);
    for (const point of rings) expect(isInside(point, window)).toBe(true);
    expect(labels).toContain('Singapore');
  });

  it('has a text that says what it shows', async () => {
    const page = await site.visit('2025/02/two-continents/', options);
    expect(await page.getByRole('img', { name: 'Map: Peru and China, with Lima marked' }).count()).toBe(1);
  });

  it('is left out of a story that is about no place on Earth', async () => {
    const page = await site.visit('2025/02/space/', options);
    expect(await page.locator('.map').count()).toBe(0);
  });
});

/** Returns the position of a point of the map of the world in the window. */
async function findOnMap(page: Page, [x = 0, y = 0]: readonly number[]): Promise<[x: number, y: number]> {
  return page.evaluate(
    ([left = 0, top = 0]) => {
      const svg = document.querySelector<SVGSVGElement>('.world-map svg');
      const point = new DOMPoint(left, top).matrixTransform(svg?.getScreenCTM() ?? undefined);
      return [point.x, point.y];
    },
    [x, y],
  );
}

describe('the map of the world', () => {
  it('leads by keyboard to a country and to a story', async () => {
    const page = await site.visit('regions/', wide);
    const country = page.locator('.world-map').getByRole('link', { name: 'Samoa, 2 stories' });
    for (let steps = 0; steps < 60; steps += 1) {
      await page.keyboard.press('Tab');
      if (await country.evaluate((link) => link === document.activeElement)) break;
    }
    await page.keyboard.press('Enter');
    await page.waitForURL('**/regions/samoa/');
    const story = page.getByRole('link', { name: 'A story in Samoa, two small islands in a wide sea' });
    for (let steps = 0; steps < 60; steps += 1) {
      await page.keyboard.press('Tab');
      if (await story.evaluate((link) => link === document.activeElement)) break;
    }
    await page.keyboard.press('Enter');
    await page.waitForURL('**/2025/02/samoa/');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toMatch(/^A story in Samoa/u);
  });

  it.each([
    ['with scripts', {}],
    ['without scripts', { javaScriptEnabled: false }],
  ])('has a mark to click for states too small to see, %s', async (_name, options) => {
    for (const [name, path] of [
      ['Samoa, 2 stories', 'samoa'],
      ['Singapore, 1 story', 'singapore'],
      ['Fiji, 2 stories', 'fiji'],
    ] as const) {
      const page = await site.visit('regions/', { ...wide, ...options });
      await page.locator('.world-map').getByRole('link', { name }).locator('.world-mark').click();
      await page.waitForURL(`**/regions/${path}/`);
      expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
      await page.context().close();
    }
  });

  it('opens the place at whose visual centre a click is, if all places are shaded', async () => {
    const projection = getProjection(worldFrame);
    const places = layOutWorldMap().places.flatMap(({ code, hasOutline, mark }) => {
      const shape = getOutlines().shapes.get(code);
      if (!shape || !/^[A-Z]{2}$/u.test(code)) return [];
      return [{ code, hasOutline, mark, at: mark ?? toPoint(projection, getAnchor(shape)) }];
    });
    const page = await site.visit('regions/', { ...wide, bypassCSP: true });
    const opened = await page.evaluate((all) => {
      const svg = document.querySelector<SVGSVGElement>('.world-map svg');
      const file = svg?.querySelector('use')?.getAttribute('href')?.replace('#land', '') ?? '';
      svg?.scrollIntoView({ block: 'center' });
      for (const item of svg?.querySelectorAll('[role=listitem]') ?? []) item.remove();
      for (const { code, hasOutline, mark } of all) {
        const reach =
          mark && mark[2] > 5 ? `<circle class="world-reach" cx="${mark[0]}" cy="${mark[1]}" r="${mark[2]}"/>` : '';
        const dot = mark ? `<circle class="world-mark" cx="${mark[0]}" cy="${mark[1]}" r="5"/>` : '';
        const outline = hasOutline ? `<use href="${file}#${code.toLowerCase()}"/>` : '';
        svg?.insertAdjacentHTML(
          'beforeend',
          `<g><a href="#${code}" class="is-shade-1">${outline}${reach}${dot}</a></g>`,
        );
      }
      return new Promise<readonly (readonly [code: string, opened: string])[]>((resolve) => {
        setTimeout(() => {
          resolve(
            all.map(({ code, at: [x = 0, y = 0] }) => {
              const point = new DOMPoint(x, y).matrixTransform(svg?.getScreenCTM() ?? undefined);
              const link = document.elementFromPoint(point.x, point.y)?.closest('a');
              return [code, link?.getAttribute('href')?.slice(1) ?? ''];
            }),
          );
        }, 500);
      });
    }, places);
    expect(opened.length).toBeGreaterThan(240);
    expect(opened.filter(([code, found]) => code !== found)).toEqual([]);
    await page.mouse.click(...(await findOnMap(page, places.find(({ code }) => code === 'RO')?.at ?? [0, 0])));
    await page.waitForURL('**/regions/#RO');
  });

  it('draws its outlines from the shared file and shades more where there are more stories', async () => {
    const page = await site.visit('regions/', wide);
    const russia = page.locator('.world-map').getByRole('link', { name: 'Russia, 1 story' });
    const box = await russia.boundingBox();
    expect(box?.width).toBeGreaterThan(300);
    const fill = (name: string) =>
      page
        .locator('.world-map')
        .getByRole('link', { name })
        .evaluate((link) => getComputedStyle(link).fill);
    expect(await fill('Russia, 1 story')).not.toBe(await fill('Fiji, 2 stories'));
  });

  it('has a year and a month by plain links, with the counts of that time', async () => {
    const page = await site.visit('regions/', { ...phone, javaScriptEnabled: false });
    await page.getByRole('navigation', { name: 'Period' }).getByRole('link', { name: '2025' }).click();
    await page.waitForURL('**/regions/2025/');
    await page.getByRole('navigation', { name: 'Period' }).getByRole('link', { name: 'January 2025' }).click();
    await page.waitForURL('**/regions/2025/01/');
    expect(await page.locator('.listing-line').first().textContent()).toContain('4 stories');
    expect(await page.locator('.world-map').getByRole('link').count()).toBe(4);
    expect(await page.locator('.tree').getByRole('link', { name: 'Samoa' }).count()).toBe(0);
  });
});

describe('the page of a place', () => {
  it('without stories shows those around it, the places that contain it and its neighbours', async () => {
    const page = await site.visit('regions/', wide);
    await page.getByText(/places without stories/u).click();
    await page.getByRole('link', { name: 'Tonga', exact: true }).click();
    await page.waitForURL('**/regions/tonga/');
    expect(await page.getByText('No stories about Tonga have been published yet.').isVisible()).toBe(true);
    await page.getByRole('heading', { name: 'Latest stories from Polynesia' }).waitFor();
    expect(await page.getByRole('link', { name: 'A story in Samoa, two small islands in a wide sea' }).count()).toBe(1);
    expect(await page.locator('meta[name=robots]').getAttribute('content')).toBe('noindex');
    await page.getByRole('img', { name: 'Map: Tonga' }).waitFor();
    await page.getByRole('complementary').getByRole('link', { name: 'Samoa', exact: true }).click();
    await page.waitForURL('**/regions/samoa/');
  });

  it('folds places without stories away and keeps them in reach', async () => {
    const page = await site.visit('regions/polynesia/', { ...wide, javaScriptEnabled: false });
    const tokelau = page.getByRole('link', { name: 'Tokelau' });
    expect(await tokelau.isVisible()).toBe(false);
    await page.locator('summary', { hasText: 'places without stories' }).click();
    await tokelau.click();
    await page.waitForURL('**/regions/tokelau/');
  });

  it('answers to former and further names', async () => {
    const page = await site.visit('regions/western-samoa/');
    await page.waitForURL('**/regions/samoa/');
    await page.goto(new URL('regions/aotearoa/', site.url).href);
    await page.waitForURL('**/regions/new-zealand/');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Aotearoa New Zealand');
  });

  it('of a group has the stories of its members and of the group itself', async () => {
    const page = await site.visit('regions/pacific-islands/');
    expect(await page.locator('.listing-line').textContent()).toContain('3 stories');
    expect(await page.locator('.map').count()).toBe(1);
  });

  it('of space has its stories and no map', async () => {
    const page = await site.visit('regions/');
    await page.getByRole('main').getByRole('link', { name: 'Space' }).click();
    await page.waitForURL('**/regions/space/');
    expect(await page.getByRole('link', { name: 'A story in space, without a map' }).count()).toBe(1);
    expect(await page.locator('.map').count()).toBe(0);
  });
});

it('is never made to scroll sideways', async () => {
  const page = await site.openTab({ viewport: { width: 320, height: 700 } });
  for (const path of ['', 'regions/', 'regions/2025/', 'regions/samoa/', 'regions/tonga/', '2025/01/russia/']) {
    await page.goto(path);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(320);
  }
});

it('gave no error in any page', () => {
  expect(site.problems).toEqual([]);
});
