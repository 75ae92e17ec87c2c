import bidiFactory from 'bidi-js';
import { once } from '../core/memo.ts';

/** A part of a line in one direction. */
export interface TextRun {
  readonly text: string;
  readonly direction: 'ltr' | 'rtl';
}

const getBidi = once(() => bidiFactory());

/**
 * Splits a line into runs in their visual order from left to right.
 *
 * Source: https://www.unicode.org/reports/tr9/#L2
 *
 * @example toRuns('قال BBC', 'rtl').map(({ text }) => text) // ['BBC', 'قال ']
 */
export function toRuns(line: string, base: 'ltr' | 'rtl'): readonly TextRun[] {
  const { levels } = getBidi().getEmbeddingLevels(line, base);
  const runs: { text: string; level: number }[] = [];
  for (let at = 0; at < line.length; at += 1) {
    const level = levels[at] ?? 0;
    const last = runs.at(-1);
    if (last?.level === level) last.text += line[at];
    else runs.push({ text: line[at] ?? '', level });
  }
  const highest = Math.max(0, ...runs.map(({ level }) => level));
  for (let level = highest; level > 0; level -= 1) reverseFrom(runs, level);
  return runs.map(({ text, level }) => ({ text, direction: level % 2 === 1 ? 'rtl' : 'ltr' }));
}

/** Reverses each sequence of runs of at least a level. */
function reverseFrom<Run extends { readonly level: number }>(runs: Run[], level: number): void {
  for (let start = 0; start < runs.length; start += 1) {
    let end = start;
    while ((runs[end]?.level ?? -1) >= level) end += 1;
    if (end > start) runs.splice(start, end - start, ...runs.slice(start, end).reverse());
    start = end;
  }
}
