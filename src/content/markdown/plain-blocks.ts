import type { Heading, Nodes, Paragraph, Root, Text } from 'mdast';

/** A text without its plain paragraphs and headings. */
export interface Shortened {
  /** As many lines as before, with a single letter in place of plain blocks that follow one another. */
  readonly markdown: string;
  /** Puts the plain blocks back into the tree of the shortened text, and moves all positions to where they were. */
  restore(tree: Root): Root;
}

/** A paragraph or heading without markup. */
interface PlainBlock {
  /** 1-based. */
  readonly line: number;
  readonly lines: readonly string[];
}

/**
 * Takes the paragraphs and headings without any markup out of a text, because nearly all of the news is plain prose and
 * micromark looks at each character several times. A plain block stands between empty lines and starts at the margin, so
 * that it ends lists, quotations and notes above it. One letter in its place does the same.
 */
export function setPlainBlocksAside(markdown: string): Shortened {
  if (crossesEmptyLines.test(markdown)) return { markdown, restore: (tree) => tree };
  const lines = markdown.split('\n');
  const rest = [...lines];
  const runs = new Map<number, PlainBlock[]>();
  let run: PlainBlock[] | undefined;
  for (let start = 0; start < lines.length; start += 1) {
    if (lines[start] === '') continue;
    const end = findEmptyLine(lines, start);
    const block: PlainBlock = { line: start + 1, lines: lines.slice(start, end) };
    if (!isPlain(block.lines)) run = undefined;
    else {
      rest.fill('', start, end);
      if (run) run.push(block);
      else {
        rest[start] = 'x';
        runs.set(block.line, (run = [block]));
      }
    }
    start = end;
  }
  if (runs.size === 0) return { markdown, restore: (tree) => tree };
  return { markdown: rest.join('\n'), restore: (tree) => putBack(tree, { lines, rest, runs }) };
}

/** Fenced code and some HTML continue across empty lines. Of `\r`, `\0` and a byte order mark, positions depend. */
const crossesEmptyLines = /```|~~~|<(?:[!?]|script|pre|style|textarea)|[\r\0]|^\ufeff/iu;

/** Neither the start of another block, nor any mark of CommonMark and GFM, nor white space at its ends. */
const plainLine = /^(?!\d{1,9}[.)])["'(]*[^\s\0-\x2f:-@[-`{-\x7f][^\\`*_~[\]<>&@\t]*(?<! )$/u;
const plainHeading = /^(#{1,6}) (?=[^#]+$)(.+)$/u;
const address = /:\/\/|www\./iu;

function findEmptyLine(lines: readonly string[], from: number): number {
  const found = lines.indexOf('', from);
  return found < 0 ? lines.length : found;
}

function isPlain(lines: readonly string[]): boolean {
  const [first = ''] = lines;
  const texts = lines.length === 1 ? [plainHeading.exec(first)?.[2] ?? first] : lines;
  return texts.every((text) => plainLine.test(text) && !address.test(text));
}

interface Cut {
  readonly lines: readonly string[];
  readonly rest: readonly string[];
  readonly runs: ReadonlyMap<number, readonly PlainBlock[]>;
}

function putBack(tree: Root, { lines, rest, runs }: Cut): Root {
  const starts = toStarts(lines);
  const shifts = toStarts(rest).map((start, index) => (starts[index] ?? 0) - start);
  const children = tree.children.flatMap((child) => {
    const run = runs.get(child.position?.start.line ?? 0);
    if (run) return run.map((block) => toNode(block, starts));
    move(child, shifts);
    return [child];
  });
  return { ...tree, children, position: toPosition({ line: 1, lines }, 1, starts) };
}

/** Returns the offset of each line. */
function toStarts(lines: readonly string[]): readonly number[] {
  let start = 0;
  return lines.map(({ length }) => (start += length + 1) - length - 1);
}

function move(node: Nodes, shifts: readonly number[]): void {
  for (const point of node.position ? [node.position.start, node.position.end] : [])
    point.offset = (point.offset ?? 0) + (shifts[point.line - 1] ?? 0);
  if ('children' in node) for (const child of node.children) move(child, shifts);
}

function toNode(block: PlainBlock, starts: readonly number[]): Heading | Paragraph {
  const [, marks = '', heading] = plainHeading.exec(block.lines[0] ?? '') ?? [];
  const value = heading ?? block.lines.join('\n');
  const column = marks === '' ? 1 : marks.length + 2;
  const children: Text[] = [{ type: 'text', value, position: toPosition(block, column, starts) }];
  const position = toPosition(block, 1, starts);
  return marks === ''
    ? { type: 'paragraph', children, position }
    : { type: 'heading', depth: marks.length as Heading['depth'], children, position };
}

/** Returns the position of lines, from a column of the first to the end of the last. */
function toPosition({ line, lines }: PlainBlock, column: number, starts: readonly number[]): Nodes['position'] {
  const endLine = line + lines.length - 1;
  const { length = 0 } = lines.at(-1) ?? '';
  return {
    start: { line, column, offset: (starts[line - 1] ?? 0) + column - 1 },
    end: { line: endLine, column: length + 1, offset: (starts[endLine - 1] ?? 0) + length },
  };
}
