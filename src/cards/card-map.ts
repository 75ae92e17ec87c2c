import { markPlaces, type MapMarks } from '../atlas/locator.ts';
import type { MapPaths } from '../atlas/locator-map.ts';
import { safeArea } from '../atlas/map-frame.ts';
import { getLayerPaths, getLayers, type MapLayer } from '../atlas/map-layers.ts';
import type { Palette as PageColours } from '../core/face.ts';
import type { MapSpec } from '../atlas/map-spec.ts';
import type { Point } from '../atlas/projection.ts';
import { memoize } from '../core/memo.ts';
import { getCardColours, type CardColours } from './card-colours.ts';
import { mapWidth } from './card-layout.ts';
import { copyCanvas, createCanvas, fillArea, paintRuns, type Canvas } from './raster/canvas.ts';
import { createCoverage, type Coverage } from './raster/coverage.ts';
import { addRings, addStrokes, buildCircle, readPathData, type Line, type Placement } from './raster/outline.ts';
import type { Colour } from './raster/palette.ts';

/** The width of lines on a map, in pixels. */
const pen = 1.1;

/** Draws a story's map with its marks and a frame. */
export function drawMap(spec: MapSpec, page?: PageColours): Canvas {
  const colours = getCardColours(page);
  const marks = markPlaces(spec);
  const { width, height, isWorld } = marks;
  const canvas = copyCanvas(
    getDrawn(JSON.stringify({ layers: getLayers(spec), sheet: { width, height, isWorld }, page })),
  );
  const coverage = getCoverage(canvas.height);
  for (const at of marks.rings) {
    fillRings(canvas, coverage, [toCircle(marks, at, 14.25), toCircle(marks, at, 11.75)], colours.ink, colours);
  }
  const dots = [...marks.pins.map((at) => [at, 6.75] as const), ...(marks.dot ? [[marks.dot, 4.5] as const] : [])];
  for (const [at, radius] of dots) {
    fillRings(canvas, coverage, [toCircle(marks, at, radius + 2.5)], colours.paper, colours);
    fillRings(canvas, coverage, [toCircle(marks, at, radius)], colours.ink, colours);
  }
  drawFrame(canvas, colours);
  return canvas;
}

/** The surface of a map, in its own units. */
type Sheet = Pick<MapMarks, 'width' | 'height' | 'isWorld'>;

/** Everything that determines what a map without marks looks like. */
interface DrawnMap {
  readonly layers: readonly MapLayer[];
  readonly sheet: Sheet;
  readonly page?: PageColours;
}

/**
 * Draws a map without marks, each layer onto those below, and caches all: stories with the same places share a map, and
 * all maps of the world its land.
 */
const getDrawn = memoize((key: string): Canvas => {
  const { layers, sheet, page }: DrawnMap = JSON.parse(key);
  const colours = getCardColours(page);
  const placement = toPlacement(sheet);
  const layer = layers.at(-1);
  if (!layer) {
    return createCanvas(mapWidth, Math.round(sheet.height * placement.scaleY), colours.palette.getIndex(colours.sea));
  }
  const canvas = copyCanvas(getDrawn(JSON.stringify({ layers: layers.slice(0, -1), sheet, page })));
  drawPaths(canvas, getLayerPaths(layer), placement, colours);
  return canvas;
}, 50);

/** There are maps of two heights: those of a region, and those of the world. */
const getCoverage = memoize((height: number) => createCoverage(mapWidth, height), 4);

/** A world map is shown from side to side, a locator map only in its middle, which is all that a phone shows. */
function toPlacement({ width, isWorld }: Sheet): Placement {
  const shown = isWorld ? width : safeArea.right - safeArea.left;
  const scale = mapWidth / shown;
  return { left: (-scale * (width - shown)) / 2, top: 0, scaleX: scale, scaleY: scale };
}

function toCircle(sheet: Sheet, [x, y]: Point, radius: number): Line {
  const { left, scaleX, scaleY } = toPlacement(sheet);
  return buildCircle(left + x * sheet.width * scaleX, y * sheet.height * scaleY, radius);
}

const asIs: Placement = { left: 0, top: 0, scaleX: 1, scaleY: 1 };

function fillRings(
  canvas: Canvas,
  coverage: Coverage,
  rings: readonly Line[],
  colour: Colour,
  { palette }: CardColours,
  placement = asIs,
): void {
  addRings(coverage, rings, placement);
  paintRuns(canvas, coverage.take('evenodd'), palette.getBlend(colour));
}

function drawPaths(canvas: Canvas, paths: Partial<MapPaths>, placement: Placement, colours: CardColours): void {
  const { land, coast, tint, here, border, palette } = colours;
  const coverage = getCoverage(canvas.height);
  const draw = (data: string | undefined, fill: Colour | undefined, stroke: Colour | undefined) => {
    const lines = readPathData(data ?? '');
    if (fill !== undefined) fillRings(canvas, coverage, lines, fill, colours, placement);
    if (stroke === undefined) return;
    addStrokes(coverage, lines, pen, placement);
    paintRuns(canvas, coverage.take('nonzero'), palette.getBlend(stroke));
  };
  draw(paths.land, land, coast);
  draw(paths.others, tint, coast);
  draw(paths.here, here, coast);
  draw(paths.borders, undefined, border);
}

function drawFrame(canvas: Canvas, { palette, rule: line }: CardColours): void {
  const { width, height } = canvas;
  const rule = palette.getIndex(line);
  for (const top of [0, height - 1]) fillArea(canvas, { left: 0, top, width, height: 1 }, rule);
  for (const left of [0, width - 1]) fillArea(canvas, { left, top: 0, width: 1, height }, rule);
}
