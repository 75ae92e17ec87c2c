import type { Coverage } from './coverage.ts';

/** Lines through points, `x, y` after `x, y`. */
export type Line = readonly number[];

/** Where and how large to draw lines: `x` becomes `left + scaleX * x`. */
export interface Placement {
  readonly left: number;
  readonly top: number;
  readonly scaleX: number;
  readonly scaleY: number;
}

/** The straight pieces of a curve. With four, the largest letter of a card is exact to a twentieth of a pixel. */
const pieces = 4;

/**
 * Reads the outline of a letter as HarfBuzz writes it, with curves as straight pieces.
 *
 * @throws if there is anything but lines and quadratic curves, of which TrueType letters consist
 */
export function readOutline(path: string): readonly Line[] {
  const rings: number[][] = [];
  for (const [, command, numbers = ''] of path.matchAll(/([A-Z])([^A-Z]*)/gu)) {
    const points = numbers.split(/[ ,]/u).map(Number);
    if (command === 'M') rings.push(points);
    else if (command === 'L') rings.at(-1)?.push(...points);
    else if (command === 'Q') rings.at(-1)?.push(...cutCurve(rings.at(-1)?.slice(-2) ?? [], points));
    else if (command !== 'Z') throw new Error(`An outline cannot contain ${command}.`);
  }
  return rings;
}

function cutCurve([x = 0, y = 0]: readonly number[], [midX = 0, midY = 0, toX = 0, toY = 0]: readonly number[]): Line {
  const points: number[] = [];
  for (let piece = 1; piece <= pieces; piece += 1) {
    const share = piece / pieces;
    const [a, b, c] = [(1 - share) ** 2, 2 * share * (1 - share), share ** 2];
    points.push(a * x + b * midX + c * toX, a * y + b * midY + c * toY);
  }
  return points;
}

/** Reads the `d` that `toPathData` of the atlas writes. A ring ends where it starts. */
export function readPathData(data: string): readonly Line[] {
  let x = 0;
  let y = 0;
  return data
    .split('m')
    .slice(1)
    .map((steps) => {
      const line = readNumbers(steps);
      for (let at = 0; at < line.length; at += 2) {
        line[at] = x += line[at] ?? 0;
        line[at + 1] = y += line[at + 1] ?? 0;
      }
      if (!steps.endsWith('z')) return line;
      [x = 0, y = 0] = line;
      return [...line, x, y];
    });
}

const minus = 45;
const zero = 48;
const nine = 57;

/** Reads whole numbers. A pattern would take five times as long. */
function readNumbers(text: string): number[] {
  const numbers: number[] = [];
  let value = -1;
  let sign = 1;
  for (let at = 0; at <= text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= zero && code <= nine) {
      value = (value < 0 ? 0 : value * 10) + code - zero;
      continue;
    }
    if (value >= 0) numbers.push(sign * value);
    value = -1;
    sign = code === minus ? -1 : 1;
  }
  return numbers;
}

/** Adds the inside of rings. */
export function addRings(coverage: Coverage, rings: readonly Line[], placement: Placement): void {
  const { left, top, scaleX, scaleY } = placement;
  for (const ring of rings) {
    let fromX = left + scaleX * (ring.at(-2) ?? 0);
    let fromY = top + scaleY * (ring.at(-1) ?? 0);
    for (let at = 0; at < ring.length; at += 2) {
      const x = left + scaleX * (ring[at] ?? 0);
      const y = top + scaleY * (ring[at + 1] ?? 0);
      coverage.addLine(fromX, fromY, x, y);
      fromX = x;
      fromY = y;
    }
  }
}

/** Adds lines as wide as a pen, each piece as a rectangle. They are too thin for their joins to be seen. */
export function addStrokes(coverage: Coverage, lines: readonly Line[], width: number, placement: Placement): void {
  const { left, top, scaleX, scaleY } = placement;
  for (const line of lines) {
    let fromX = left + scaleX * (line[0] ?? 0);
    let fromY = top + scaleY * (line[1] ?? 0);
    for (let at = 2; at < line.length; at += 2) {
      const x = left + scaleX * (line[at] ?? 0);
      const y = top + scaleY * (line[at + 1] ?? 0);
      addPiece(coverage, fromX, fromY, x, y, width / 2);
      fromX = x;
      fromY = y;
    }
  }
}

function addPiece(coverage: Coverage, x: number, y: number, toX: number, toY: number, half: number): void {
  const length = Math.sqrt((toX - x) ** 2 + (toY - y) ** 2);
  if (length === 0) return;
  const sideX = ((toY - y) / length) * half;
  const sideY = ((x - toX) / length) * half;
  coverage.addLine(x + sideX, y + sideY, toX + sideX, toY + sideY);
  coverage.addLine(toX + sideX, toY + sideY, toX - sideX, toY - sideY);
  coverage.addLine(toX - sideX, toY - sideY, x - sideX, y - sideY);
  coverage.addLine(x - sideX, y - sideY, x + sideX, y + sideY);
}

/** Returns a circle as a ring of straight pieces. */
export function buildCircle(x: number, y: number, radius: number): Line {
  const corners = 64;
  return Array.from({ length: 2 * corners }, (_, at) => {
    const angle = ((at >> 1) * 2 * Math.PI) / corners;
    return at % 2 === 0 ? x + radius * Math.cos(angle) : y + radius * Math.sin(angle);
  });
}
