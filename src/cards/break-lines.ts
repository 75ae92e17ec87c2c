/** The width of a run of text, in ems. */
export type Measure = (text: string) => number;

/** The space for a headline, in pixels. */
export interface HeadlineBox {
  readonly width: number;
  readonly height: number;
  readonly maxLines: number;
  /** Type sizes, largest first. The last is used if none fits. */
  readonly sizes: readonly number[];
  /** From one line to the next, in ems. */
  readonly leading: number;
}

/** A headline that fits its box. */
export interface FittedHeadline {
  readonly size: number;
  readonly lines: readonly string[];
}

/** Sets a headline in the largest size that fits, with lines of similar length. */
export function fitHeadline(text: string, box: HeadlineBox, measure: Measure): FittedHeadline {
  const words = splitWords(text).map((word) => ({ word, ems: measure(word) }));
  const smallest = box.sizes.at(-1) ?? 0;
  for (const size of box.sizes) {
    const width = box.width / size;
    if (words.some(({ ems }) => ems > width) && size !== smallest) continue;
    const whole = words.flatMap((entry) => (entry.ems > width ? cutWord(entry.word, width, measure) : [entry]));
    const lines = fill(whole, width);
    const most = Math.min(box.maxLines, Math.floor(box.height / (size * box.leading)));
    if (lines.length <= most) return { size, lines: balance(whole, width, lines) };
    if (size === smallest) return { size, lines: cutLines(lines, most) };
  }
  return { size: smallest, lines: [] };
}

/** Cuts a headline that does not fit in any size. */
function cutLines(lines: readonly string[], most: number): readonly string[] {
  return lines
    .slice(0, most)
    .map((line, index) => (index === most - 1 ? `${line.trimEnd().replace(/\S$/u, '')}…` : line));
}

interface Word {
  /** The word, with the space after it. */
  readonly word: string;
  readonly ems: number;
}

/**
 * Splits a text where a line may end: after a space, and after a dash within a word. A no-break space does not split.
 */
function splitWords(text: string): readonly string[] {
  return text.split(/(?<= )|(?<=[\p{L}\p{N}]{2}[-–—/])(?=[\p{L}\p{N}])/u);
}

/** Splits a word that is wider than a line, never between a letter and its marks. */
function cutWord(word: string, width: number, measure: Measure): readonly Word[] {
  const parts: Word[] = [];
  let part = '';
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(word)) {
    if (part !== '' && measure(part + segment) > width) {
      parts.push({ word: part, ems: measure(part) });
      part = '';
    }
    part += segment;
  }
  return [...parts, { word: part, ems: measure(part) }];
}

/** The width in ems of a space at the end of a line, which may overhang. */
const hangingSpace = 0.25;

function fill(words: readonly Word[], width: number): readonly string[] {
  const lines: string[] = [];
  let used = Infinity;
  for (const { word, ems } of words) {
    const own = word.endsWith(' ') ? ems - hangingSpace : ems;
    if (used + own > width) {
      lines.push(word);
      used = ems;
    } else {
      lines.push(`${lines.pop() ?? ''}${word}`);
      used += ems;
    }
  }
  return lines.map((line) => line.trimEnd());
}

/** Finds the narrowest width that keeps the number of lines. */
function balance(words: readonly Word[], width: number, lines: readonly string[]): readonly string[] {
  let [narrow, wide, best] = [Math.max(...words.map(({ ems }) => ems)), width, lines];
  while (wide - narrow > 0.05) {
    const middle = (narrow + wide) / 2;
    const tried = fill(words, middle);
    if (tried.length > lines.length) narrow = middle;
    else [wide, best] = [middle, tried];
  }
  return best;
}
