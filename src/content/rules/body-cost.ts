import { toIssue, type Issue, type IssueInput } from '../../core/issue.ts';
import { limits } from '../text/limits.ts';

/** A body that is being checked. */
export interface BodyText {
  readonly file: string;
  readonly body: string;
  /** 1-based line of the file on which the body starts. */
  readonly bodyLine: number;
}

/** The message for lists or quotations that are too deep. */
export const nestedTooDeep = {
  code: 'nested-too-deep',
  message: `Lists or quotes are nested more than ${limits.nesting} levels deep.`,
  hint: 'Use fewer levels.',
} as const;

/**
 * Rejects texts on which remark would spend seconds or gigabytes, before it sees them. Each rule scans the text once.
 *
 * @returns at most one issue of each rule
 */
export function checkBodyText(text: BodyText): readonly Issue[] {
  const marks = checkMarks(text);
  const parts = [...checkQuotations(text), ...checkLazyLines(text), ...checkParts(text), ...checkWideLines(text)];
  return [...marks, ...parts, ...checkNesting(text), ...(marks.length > 0 ? [] : checkParagraphs(text))];
}

const cutHint = 'Remove what is not text, or split the story into several.';

function explain(text: BodyText, lines: number, input: Pick<IssueInput, 'code' | 'message'>): Issue {
  return toIssue({ hint: cutHint, ...input, file: text.file, line: text.bodyLine + lines, column: 1 });
}

/** Finding the partners of brackets and marks is quadratic. */
function checkMarks(text: BodyText): readonly Issue[] {
  const code = 'too-many-brackets';
  const brackets = count(text.body, /[[\]]/gu);
  if (brackets > limits.brackets) {
    const message = `The text has ${brackets} square brackets; the limit is ${limits.brackets}.`;
    return [explain(text, 0, { code, message })];
  }
  const marks = count(text.body, /(?<=\S)[*_~]/gu);
  if (marks <= limits.emphasisMarks) return [];
  const message = `The text has ${marks} emphasis marks after words; the limit is ${limits.emphasisMarks}.`;
  return [explain(text, 0, { code, message })];
}

/** Each quotation slows down those after it, even one that starts inside a paragraph or a list. */
function checkQuotations(text: BodyText): readonly Issue[] {
  const isQuoted = text.body.split('\n').map((line) => /^[ \t]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+){0,12}>/u.test(line));
  const quotations = isQuoted.filter((is, index) => is && !isQuoted[index - 1]).length;
  if (quotations <= limits.quotations) return [];
  const message = `The text has ${quotations} quotes; the limit is ${limits.quotations}.`;
  return [explain(text, 0, { code: 'too-many-parts', message })];
}

/** Each line that continues a list, a quotation or a note without its mark slows down those after it. */
function checkLazyLines(text: BodyText): readonly Issue[] {
  let isInside = false;
  let lazy = 0;
  for (const line of text.body.split('\n')) {
    const isMarked = /^[ \t]*(?:>|[-+*][ \t]|\d{1,9}[.)][ \t]|\[\^)/u.test(line);
    if (isInside && !isMarked && /^ {0,3}\S/u.test(line)) lazy += 1;
    isInside = isMarked || (isInside && line.trim() !== '');
  }
  if (lazy <= limits.lazyLines) return [];
  const message = `The text has ${lazy} lines that continue a list or a quote without its mark; the limit is ${limits.lazyLines}.`;
  return [explain(text, 0, { code: 'too-many-parts', message })];
}

/** Parts that each slow down those after them. */
const countedParts: readonly (readonly [name: string, part: RegExp, limit: number])[] = [
  ['lines of `---` or `===`', /^[ \t>]*(?:=+|-+)[ \t]*$/gmu, limits.underlines],
  ['list items', /^[ \t>]*(?:[-+*]|\d{1,9}[.)])(?=[ \t\n])/gmu, limits.listItems],
  ['paragraphs', /\n[ \t]*(?=\n)/gu, limits.paragraphs],
];

function checkParts(text: BodyText): readonly Issue[] {
  return countedParts.flatMap(([name, part, limit]) => {
    const found = count(text.body, part);
    if (found <= limit) return [];
    const message = `The text has ${found} ${name}; the limit is ${limit}.`;
    return [explain(text, 0, { code: 'too-many-parts', message })];
  });
}

/** A table row is slower the more cells it has. */
function checkWideLines(text: BodyText): readonly Issue[] {
  const lines = text.body.split('\n');
  const wide = lines.findIndex((line) => line.length > limits.tableCells && count(line, /\|/gu) > limits.tableCells);
  if (wide < 0) return [];
  const message = `The line has ${count(lines[wide] ?? '', /\|/gu)} cells; the limit is ${limits.tableCells}.`;
  return [explain(text, wide, { code: 'too-many-cells', message })];
}

/** Rejects the first line that opens too many lists and quotations. */
function checkNesting(text: BodyText): readonly Issue[] {
  const deep = text.body.split('\n').findIndex(isTooDeep);
  return deep < 0 ? [] : [explain(text, deep, nestedTooDeep)];
}

/** Counts the quotations and lists that one line opens. A thematic break (`- - -`) opens none. */
function isTooDeep(line: string): boolean {
  if (/^[ \t]*([-*_])(?:[ \t]*\1)+[ \t]*$/u.test(line)) return false;
  const markers = /^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t])))+/u.exec(line)?.[0] ?? '';
  return count(markers, />|[-+*]|\d+[.)]/gu) > limits.nesting;
}

/**
 * Rejects the first paragraph in which remark would search again and again for the end of constructs that only start.
 */
function checkParagraphs(text: BodyText): readonly Issue[] {
  let lines = 0;
  for (const paragraph of text.body.split(/\n(?=[ \t>]*\n)/u)) {
    const found = findRepetition(paragraph);
    if (found !== undefined) {
      const message = `The paragraph has too many ${found}.`;
      return [
        explain(text, lines + count(/^[\s>]*/u.exec(paragraph)?.[0] ?? '', /\n/gu), {
          code: 'too-many-brackets',
          message,
        }),
      ];
    }
    lines += count(paragraph, /\n/gu) + 1;
  }
  return [];
}

function findRepetition(paragraph: string): string | undefined {
  if (paragraph.length < 1000) return undefined;
  const unclosed = openings.find(([open, close]) => {
    const rest = paragraph.slice(paragraph.lastIndexOf(close) + 1);
    return count(rest, open) * rest.length > limits.lookedThrough;
  });
  if (unclosed) return `unclosed \`${unclosed[2]}\``;
  const [opening, closing] = [count(paragraph, /[*_~]+(?=[^\s*_~])/gu), count(paragraph, /(?<=[^\s*_~])[*_~]+/gu)];
  if (opening * closing > limits.emphasisPairs) return 'emphasis marks';
  return countLoneBackticks(paragraph) * paragraph.length > limits.lookedThrough ? 'unmatched backticks' : undefined;
}

const openings: readonly (readonly [open: RegExp, close: string, name: string])[] = [
  [/<!--/gu, '-->', '<!--'],
  [/<\?/gu, '?>', '<?'],
  [/<![a-z[]/giu, '>', '<!'],
];

/** Counts runs of backticks that no later run of the same length closes. */
function countLoneBackticks(paragraph: string): number {
  const left = new Map<number, number>();
  const runs = [...paragraph.matchAll(/(\\?)(`+)/gu)].map(([, escape = '', { length } = '']) => ({
    length,
    opens: length - escape.length,
  }));
  for (const { length } of runs) left.set(length, (left.get(length) ?? 0) + 1);
  let lone = 0;
  for (const { length, opens } of runs) {
    left.set(length, (left.get(length) ?? 0) - 1);
    if (opens > 0 && (left.get(opens) ?? 0) === 0) lone += 1;
  }
  return lone;
}

function count(text: string, what: RegExp): number {
  return text.match(what)?.length ?? 0;
}
