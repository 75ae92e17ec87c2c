import { memoize } from '../core/memo.ts';
import { createCoverage, moveRuns, type Runs } from './raster/coverage.ts';
import { addRings, type Line } from './raster/outline.ts';

/** The form of a letter, drawn once for each size and phase. */
export interface Letter {
  /**
   * Draws the letter, around the point where it begins on the baseline.
   *
   * @param phase how far right of a whole pixel it begins, in parts of a pixel: 0 to `phases` − 1
   */
  getRuns(sizePx: number, phase: number): Runs;
}

/** The positions within a pixel at which letters are drawn. */
export const phases = 4;

/** Creates a letter from its outline, whose vertical axis points up. */
export function createLetter(outline: readonly Line[], unitsPerEm: number): Letter {
  const drawn = memoize((key: number) =>
    drawLetter(outline, Math.floor(key / phases) / unitsPerEm, (key % phases) / phases),
  );
  return { getRuns: (sizePx, phase) => drawn(sizePx * phases + phase) };
}

function drawLetter(outline: readonly Line[], scale: number, shift: number): Runs {
  const [xs, ys] = [getAxis(outline, 0), getAxis(outline, 1)];
  const left = Math.floor(Math.min(...xs) * scale);
  const top = Math.floor(-Math.max(...ys) * scale);
  const width = Math.ceil(Math.max(...xs) * scale) + 1 - left;
  const height = Math.ceil(-Math.min(...ys) * scale) - top;
  const coverage = createCoverage(width, height);
  addRings(coverage, outline, { left: shift - left, top: -top, scaleX: scale, scaleY: -scale });
  return moveRuns(coverage.take('nonzero'), left, top);
}

function getAxis(outline: readonly Line[], axis: 0 | 1): readonly number[] {
  return outline.flatMap((ring) => ring.filter((_, at) => at % 2 === axis));
}
