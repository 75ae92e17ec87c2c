import type { Paragraph } from 'mdast';
import type { Finding } from './leftover-markup.ts';

/** White space that Markdown does not treat as a space: no-break, ideographic, thin and zero-width. */
const oddSpace = String.raw`(?:[^\S \t\n]|[\u200b\u2060\ufeff])`;

/** A line that is nearly Markdown. `pattern` takes it apart; `write` returns the line that was meant. */
interface NearMiss {
  readonly pattern: RegExp;
  /** The number of such lines that a paragraph must have. */
  readonly lines: number;
  readonly what: string;
  readonly write: (mark: string, rest: string) => string;
}

const spaced = (mark: string, rest: string) => `${mark} ${rest}`;
const heading = (mark: string, rest: string) => `${'#'.repeat(Math.min(Math.max(mark.length, 2), 6))} ${rest}`;

const nearMisses: readonly NearMiss[] = [
  // A heading: an odd space or none, full-width signs, more than six of them
  { pattern: toPattern(`([#＃]{1,6})${oddSpace}+[ \\t]*(\\S.*)`), lines: 1, what: 'heading', write: heading },
  { pattern: toPattern(`${oddSpace}+(#{2,6})[ \\t]+(\\S.*)`), lines: 1, what: 'heading', write: heading },
  { pattern: toPattern('([#＃]{2,})[ \\t]*([^\\s#＃].*)'), lines: 1, what: 'heading', write: heading },
  { pattern: toPattern('(＃)[ \\t]*([^\\s#＃].*)'), lines: 1, what: 'heading', write: heading },
  // A list: an odd space, none, or the sign of a word processor
  { pattern: toPattern(`([-*+])${oddSpace}+[ \\t]*(\\S.*)`), lines: 1, what: 'list', write: spaced },
  { pattern: toPattern(`(\\d{1,9}[.)])${oddSpace}+[ \\t]*(\\S.*)`), lines: 1, what: 'list', write: spaced },
  { pattern: toPattern(`${oddSpace}+([-*+]|\\d{1,9}[.)])[ \\t]+(\\S.*)`), lines: 1, what: 'list', write: spaced },
  { pattern: toPattern('([•▪◦‣●○■])\\s*(\\S.*)'), lines: 1, what: 'list', write: (_, rest) => `- ${rest}` },
  { pattern: toPattern('(-)(\\p{L}.*)'), lines: 2, what: 'list', write: spaced },
  { pattern: toPattern('(\\*)(\\p{L}[^*]*)'), lines: 2, what: 'list', write: spaced },
  { pattern: toPattern('(\\d{1,3}[.)])(\\p{L}.*)'), lines: 2, what: 'list', write: spaced },
  // A quotation and a table
  { pattern: toPattern('(＞)\\s*(\\S.*)'), lines: 1, what: 'quote', write: (_, rest) => `> ${rest}` },
];

function toPattern(source: string): RegExp {
  return new RegExp(`^${source}$`, 'u');
}

/**
 * Finds the first line of a paragraph that is nearly a heading, list, quotation or table but would be published as
 * plain text.
 */
export function findNearMiss({ position }: Paragraph, body: string): Finding | undefined {
  const from = position?.start.offset ?? 0;
  const lines = body.slice(from, position?.end.offset).split('\n').map(removeMargin);
  if (lines.every(startsWithWord)) return undefined;
  const found = nearMisses.flatMap(({ pattern, lines: needed, what, write }) => {
    const hits = lines.filter((line) => pattern.test(line));
    const [hit = ''] = hits;
    const [, mark = '', rest = ''] = pattern.exec(hit) ?? [];
    return hits.length < needed ? [] : [explain(what, hit, write(mark, rest), lines.indexOf(hit))];
  });
  return found[0] ?? findTable(lines) ?? findLoneHeading(lines);
}

/** No form of markup starts with a letter. */
function startsWithWord(line: string): boolean {
  return /^\p{L}/u.test(line);
}

/** Removes what quotations and lists put before each line of their paragraphs. */
function removeMargin(line: string, index: number): string {
  return index === 0 ? line : line.replace(/^[ \t]*(?:>[ \t]?)*[ \t]*/u, '');
}

function explain(what: string, line: string, meant: string, lines: number): Finding {
  const message = `\`${cut(line)}\` will be published as typed: it is not a proper ${what}.`;
  return { code: 'near-markdown', message, hint: `Write \`${cut(meant)}\`, with an ordinary space.`, lines };
}

/** Finds table rows without the delimiter line that makes them a table. */
function findTable(lines: readonly string[]): Finding | undefined {
  const row = lines.findIndex((line, index) => isRow(line) && isRow(lines[index + 1] ?? ''));
  if (row < 0) return undefined;
  const cells = (lines[row] ?? '').split('|').length - 2;
  const message = `\`${cut(lines[row] ?? '')}\` will be published as typed: it is not a proper table.`;
  return {
    code: 'near-markdown',
    message,
    hint: `Add the line \`|${' --- |'.repeat(Math.min(cells, 6))}\` below the first row.`,
    lines: row,
  };
}

function isRow(line: string): boolean {
  return /^\|.*\S.*\|[ \t]*$/u.test(line);
}

/** Finds `#Text` that reads as a heading and not as a hashtag: a few words alone that do not end a sentence. */
function findLoneHeading(lines: readonly string[]): Finding | undefined {
  const [line = ''] = lines;
  const words = /^#(\p{L}[^#\n]*\s[^#\n]*[^\s.!?…。！？:,;#])$/u.exec(line)?.[1];
  if (words === undefined || lines.length > 1 || words.length > 100) return undefined;
  return explain('heading', line, `## ${words}`, 0);
}

function cut(line: string): string {
  const shown = line.replaceAll('`', '´');
  return shown.length > 60 ? `${shown.slice(0, 59)}…` : shown;
}
