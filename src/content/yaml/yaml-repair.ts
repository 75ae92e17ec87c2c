import type { YAMLError } from 'yaml';
import { contractKeys } from '../schema/contract-keys.ts';
import { fixFinders, type Fix } from './line-fixes.ts';
import { isFatal, openYaml } from './yaml-document.ts';

/** A line that YAML could not read. */
export interface Repair extends Omit<Fix, 'lines'> {
  /** Whether no fix was found and the line was left out. */
  readonly isLeftOut?: boolean;
}

/** A YAML text in which every line can be read, and the repairs that were needed. Lines keep their numbers. */
export interface Repaired {
  readonly yaml: string;
  readonly repairs: readonly Repair[];
}

/** The maximum number of mistakes reported at once. */
const maxRepairs = 20;

/** The maximum number of characters parsed again for the mistakes of one file: about a second. */
const maxParsed = 4_000_000;

/** How far from YAML's error the mistake is looked for, in lines. */
const maxDistance = 30;

/**
 * Finds the lines that make a YAML text unreadable, one after the other, and what they must have meant. It continues as
 * if that were written, so that one mistake does not hide the others.
 *
 * @returns the text without its mistakes; some remain in a text that has too many
 */
export function repairYaml(yaml: string): Repaired {
  const budget = { parsed: 0, repairs: 0 };
  const groups = splitGroups(yaml.split('\n')).map(({ start, lines }) => repairLines(lines, start, true, budget));
  // Errors between groups: their indentation, or a line that ends the document.
  const whole = repairLines(
    groups.flatMap(({ lines }) => lines),
    0,
    false,
    budget,
  );
  const repairs = [...groups.flatMap((group) => group.repairs), ...whole.repairs];
  return { yaml: whole.lines.join('\n'), repairs: repairs.toSorted((a, b) => a.at - b.at) };
}

interface Budget {
  parsed: number;
  repairs: number;
}

/** Splits YAML at its top-level keys, so that an open quotation mark reaches no further than its own key. */
function splitGroups(all: readonly string[]): readonly { start: number; lines: readonly string[] }[] {
  const starts = all.flatMap((line, index) => (index === 0 || startsGroup(line) ? [index] : []));
  return starts.map((start, index) => ({ start, lines: all.slice(start, starts[index + 1]) }));
}

function startsGroup(line: string): boolean {
  if (/^(?:---|\.{3}|<{7}|={7}|>{7})(?:\s|$)/u.test(line)) return true;
  if (/^["']?[\p{L}\p{N}_-]+["']?\s*[:：]/u.test(line)) return true;
  return contractKeys.has(/^[\w-]+(?=[\s=])/u.exec(line)?.[0] ?? '');
}

function repairLines(
  given: readonly string[],
  start: number,
  isGroup: boolean,
  budget: Budget,
): { readonly lines: readonly string[]; readonly repairs: readonly Repair[] } {
  const repairs: Repair[] = [];
  let lines = given;
  for (let fault = findFault(lines, isGroup, budget); fault; fault = findFault(lines, isGroup, budget)) {
    if (budget.repairs === maxRepairs || budget.parsed > maxParsed) break;
    budget.repairs += 1;
    const { lines: cured, ...repair } = findFix(lines, fault, isGroup, budget) ?? blankLine(lines, fault);
    repairs.push({ ...repair, at: start + repair.at });
    lines = cured;
  }
  return { lines, repairs };
}

interface Fault {
  /** 0-based. */
  readonly line: number;
  readonly column: number;
  readonly error?: YAMLError;
}

/** Finds YAML's first error. */
function findFault(lines: readonly string[], isGroup: boolean, budget: Budget): Fault | undefined {
  const yaml = lines.join('\n');
  budget.parsed += yaml.length;
  const { document, lines: counter } = openYaml(yaml);
  const error = document.errors.find(isFatal);
  if (!error) return isGroup && isBareText(document.contents) ? { line: 0, column: 1 } : undefined;
  const { line, col } = counter.linePos(error.pos[0]);
  const quote = /Missing closing (["'])/u.exec(error.message)?.[1];
  const opened = quote === undefined ? -1 : lines.findIndex((text) => leavesOpen(text, quote));
  return opened >= 0
    ? { line: opened, column: 1, error }
    : { line: Math.min(line, lines.length) - 1, column: col, error };
}

function isBareText(contents: unknown): boolean {
  return typeof contents === 'object' && contents !== null && 'value' in contents && contents.value !== '';
}

/** Returns whether a line opens a quotation and does not close it. */
function leavesOpen(line: string, quote: string): boolean {
  const value = /(?:^|[\s[{,])(?<value>["'].*)$/u.exec(line)?.groups?.['value'] ?? '';
  return value.startsWith(quote) && value.split(quote).length % 2 === 0;
}

/** Tries every fix on the line, then on those before it, then on the next one. */
function findFix(lines: readonly string[], fault: Fault, isGroup: boolean, budget: Budget): Fix | undefined {
  const before = Array.from({ length: Math.min(fault.line + 1, maxDistance) }, (_, back) => fault.line - back);
  for (const at of [...before, fault.line + 1, fault.line + 2]) {
    for (const find of fixFinders) {
      if (budget.parsed > maxParsed) return undefined;
      const fix = find(lines, at);
      const left = fix && findFault(fix.lines, isGroup, budget);
      if (fix && (!left || left.line > Math.max(fault.line, at))) return fix;
    }
  }
  return undefined;
}

/** Leaves out a line that no fix repairs, so that the rest can be read. */
function blankLine(lines: readonly string[], { line, column, error }: Fault): Repair & Pick<Fix, 'lines'> {
  const at = lines[line]?.trim() === '' ? lines.findLastIndex((text) => text.trim() !== '') : line;
  const text = error?.message.replace(/\.?\s*$/u, '.') ?? 'The line does not have the form `key: value`.';
  return {
    lines: lines.with(Math.max(at, 0), ''),
    at,
    column,
    message: `The YAML cannot be read: ${text}`,
    hint: 'Write `key: value`. Put quotation marks around text that contains `: ` or ` #` or starts with a special character.',
    isLeftOut: true,
  };
}
