import type { Heading, List, ListItem, Nodes, Paragraph, Root, RootContent } from 'mdast';
import { readPhrases, type Locate, type Position } from './plain-phrases.ts';

type PlainNode = Heading | List | Paragraph;

/** Lines between two empty lines, by index. `node` is undefined if they are not plain. */
interface Block {
  readonly start: number;
  readonly end: number;
  readonly node: PlainNode | undefined;
}

/**
 * Parses a text without the paragraphs, headings and lists that have no other marks than links and emphasis, and reads
 * these by itself: nearly all of the news is plain prose, and micromark looks at each character several times. A plain
 * block stands between empty lines and starts at the margin, so that it ends lists, quotations and notes above it. One
 * letter in place of those that follow one another does the same.
 *
 * @param parse parses the rest of the text, which has as many lines; not called if nothing is left
 */
export function parsePlainBlocksApart(markdown: string, parse: (rest: string) => Root): Root {
  if (crossesEmptyLines.test(markdown)) return parse(markdown);
  const lines = markdown.split('\n');
  const starts = toStarts(lines);
  const blocks = leaveJoinedLists(readBlocks(lines, starts));
  const plain = blocks.flatMap(({ node }) => node ?? []);
  if (plain.length === 0) return parse(markdown);
  const position = { start: toPoint(0, starts, 0), end: toPoint(markdown.length, starts, 0) };
  if (plain.length === blocks.length) return { type: 'root', children: plain, position };
  const { rest, runs } = cutOut(lines, blocks);
  const shifts = toStarts(rest).map((start, index) => (starts[index] ?? 0) - start);
  const tree = parse(rest.join('\n'));
  return { ...tree, children: putBack(tree.children, runs, shifts), position };
}

/** Fenced code and some HTML continue across empty lines. Of `\r`, `\0` and a byte order mark, positions depend. */
const crossesEmptyLines = /```|~~~|<(?:[!?]|script|pre|style|textarea)|[\r\0]|^\ufeff/iu;

/** Returns the offset of each line. */
function toStarts(lines: readonly string[]): readonly number[] {
  let start = 0;
  return lines.map(({ length }) => (start += length + 1) - length - 1);
}

/** Returns the point of an offset, which is not before the line with index `from`. */
function toPoint(offset: number, starts: readonly number[], from: number): Position['start'] {
  let line = from;
  while ((starts[line + 1] ?? Infinity) <= offset) line += 1;
  return { line: line + 1, column: offset - (starts[line] ?? 0) + 1, offset };
}

function readBlocks(lines: readonly string[], starts: readonly number[]): readonly Block[] {
  const blocks: Block[] = [];
  for (let start = 0; start < lines.length; start += 1) {
    if (lines[start] === '') continue;
    const found = lines.indexOf('', start);
    const end = found < 0 ? lines.length : found;
    const from = start;
    const locate: Locate = (at, until) => ({ start: toPoint(at, starts, from), end: toPoint(until, starts, from) });
    blocks.push({ start, end, node: readBlock(lines.slice(start, end), starts[start] ?? 0, locate) });
    start = end;
  }
  return blocks;
}

/** Across empty lines, a list joins another one and takes indented text. It is only plain between plain text. */
function leaveJoinedLists(blocks: readonly Block[]): readonly Block[] {
  const endsList = (block: Block | undefined) => !block || (block.node !== undefined && block.node.type !== 'list');
  return blocks.map((block, index) => {
    const isJoined = block.node?.type === 'list' && !(endsList(blocks[index - 1]) && endsList(blocks[index + 1]));
    return isJoined ? { ...block, node: undefined } : block;
  });
}

/** Empties the lines of plain blocks, and returns these by the line of the letter in their place. */
function cutOut(lines: readonly string[], blocks: readonly Block[]) {
  const rest = [...lines];
  const runs = new Map<number, PlainNode[]>();
  let run: PlainNode[] | undefined;
  for (const { start, end, node } of blocks) {
    if (node) rest.fill('', start, end);
    if (node && run) run.push(node);
    else if (node) {
      rest[start] = 'x';
      runs.set(start + 1, (run = [node]));
    } else run = undefined;
  }
  return { rest, runs };
}

function putBack(
  children: readonly RootContent[],
  runs: ReadonlyMap<number, readonly PlainNode[]>,
  shifts: readonly number[],
): RootContent[] {
  return children.flatMap((child): readonly RootContent[] => {
    const run = runs.get(child.position?.start.line ?? 0);
    if (!run) move(child, shifts);
    return run ?? [child];
  });
}

function move(node: Nodes, shifts: readonly number[]): void {
  for (const point of node.position ? [node.position.start, node.position.end] : [])
    point.offset = (point.offset ?? 0) + (shifts[point.line - 1] ?? 0);
  if ('children' in node) for (const child of node.children) move(child, shifts);
}

const plainHeading = /^(#{1,6}) (?=[^#]+$)(.+)$/u;
const plainItem = /^(?:[-*+]|(\d{1,9})[.)]) (?! )/u;

/** Neither the start of another block, nor white space at its ends. */
const plainLine = /^(?!\d{1,9}[.)])(?:\*\*?|__?|\[)?["'(]*[^\s\0-\x2f:-@[-`{-\x7f].*(?<! )$/u;

function readBlock(lines: readonly string[], offset: number, locate: Locate): PlainNode | undefined {
  const [first = ''] = lines;
  if (plainItem.test(first)) return readList(lines, offset, locate);
  const [, marks = '', heading] = (lines.length === 1 && plainHeading.exec(first)) || [];
  if (heading === undefined) return readParagraph(lines, offset, locate);
  const words = readParagraph([heading], offset + marks.length + 1, locate);
  if (!words) return undefined;
  const position = locate(offset, offset + first.length);
  return { type: 'heading', depth: marks.length as Heading['depth'], children: words.children, position };
}

function readParagraph(lines: readonly string[], offset: number, locate: Locate): Paragraph | undefined {
  if (!lines.every((line) => plainLine.test(line))) return undefined;
  const text = lines.join('\n');
  const children = readPhrases(text, offset, locate);
  return children && { type: 'paragraph', children, position: locate(offset, offset + text.length) };
}

/** Reads a list with one line for each item, all with the same mark. */
function readList(lines: readonly string[], offset: number, locate: Locate): List | undefined {
  const [, number] = plainItem.exec(lines[0] ?? '') ?? [];
  const children: ListItem[] = [];
  const marks = new Set<string>();
  let at = offset;
  for (const line of lines) {
    const [mark = ''] = plainItem.exec(line) ?? [];
    const words = mark && readParagraph([line.slice(mark.length)], at + mark.length, locate);
    if (!words) return undefined;
    const position = locate(at, at + line.length);
    children.push({ type: 'listItem', spread: false, checked: null, children: [words], position });
    marks.add(mark.replace(/\d+/u, ''));
    at += line.length + 1;
  }
  if (marks.size > 1) return undefined;
  const ordered = number !== undefined;
  const start = ordered ? Number(number) : null;
  return { type: 'list', ordered, start, spread: false, children, position: locate(offset, at - 1) };
}
