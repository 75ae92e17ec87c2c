/** The width of a run of text, in ems. */
export type Measure = (text: string) => number;

/** Room for a headline, in pixels. */
export interface HeadlineBox {
  readonly width: number;
  readonly height: number;
  readonly maxLines: number;
  /** Sizes of type, the largest first; the last is used where none fits. */
  readonly sizes: readonly number[];
  /** From one line to the next, in ems. */
  readonly leading: number;
}

/** A headline in its box. */
export interface FittedHeadline {
  readonly size: number;
  readonly lines: readonly string[];
}

/** Sets a headline in the largest size in which it fits, its lines about as long as one another. */
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

/** Cuts a headline that no size of type has room for. */
function cutLines(lines: readonly string[], most: number): readonly string[] {
  return lines
    .slice(0, most)
    .map((line, index) => (index === most - 1 ? `${line.trimEnd().replace(/\S$/u, '')}…` : line));
}

interface Word {
  /** With the space behind it. */
  readonly word: string;
  readonly ems: number;
}

/** Cuts a text where a line may end: behind a space, and behind a dash within a word. A space that does not break holds. */
function splitWords(text: string): readonly string[] {
  return text.split(/(?<= )|(?<=[\p{L}\p{N}]{2}[-–—/])(?=[\p{L}\p{N}])/u);
}

/** Cuts a word that is wider than a line, never within a letter and its marks. */
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

/** Ems of a space at the end of a line, which may hang over. */
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

/** Finds the narrowest measure that gives as many lines. */
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
