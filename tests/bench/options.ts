import { parseArgs } from 'node:util';
import { gazetteer, gazetteerWithCards } from './gazetteer.ts';
import { astro, eleventy, hugo } from './peers.ts';
import type { Tool } from './tool.ts';

const allTools: readonly Tool[] = [gazetteer, gazetteerWithCards, hugo, eleventy, astro];

/** The number of stories of a generated archive, or the demo newsroom. */
export type ArchiveSize = number | 'demo';

/** The parsed command line. */
export interface Options {
  readonly sizes: readonly ArchiveSize[];
  readonly tools: readonly Tool[];
  /** Returns whether an archive is so large that it is measured once only and peers index it in parts. */
  isLarge(size: ArchiveSize): boolean;
  /** Returns how often everything is measured. */
  getRuns(size: ArchiveSize): number;
  /**
   * Whether to wait until the disk is quiet. Without it numbers are worthless and are written nowhere, but it saves time
   * when trying out the bench itself.
   */
  readonly isWaiting: boolean;
}

/**
 * Parses the command line: `demo 2000 10000`, `--runs 3`, `--tools hugo,astro`; and to try out the bench itself, `--large-above
 * 200` and `--no-wait`. Throws for what it does not know.
 */
export function parseOptions(args: readonly string[]): Options {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    allowNegative: true,
    options: {
      runs: { type: 'string' },
      tools: { type: 'string', default: allTools.map(({ id }) => id).join() },
      'large-above': { type: 'string', default: '20000' },
      wait: { type: 'boolean', default: true },
    },
  });
  const largeAbove = toCount(values['large-above']);
  const isLarge = (size: ArchiveSize) => size !== 'demo' && size > largeAbove;
  const runs = values.runs === undefined ? undefined : toCount(values.runs);
  return {
    sizes: positionals.length > 0 ? positionals.map(toSize) : ['demo', 2_000, 10_000],
    tools: values.tools.split(',').map(getTool),
    isLarge,
    getRuns: (size) => runs ?? (isLarge(size) ? 1 : 3),
    isWaiting: values.wait,
  };
}

function toSize(text: string): ArchiveSize {
  return text === 'demo' ? text : toCount(text);
}

function toCount(text: string): number {
  if (!/^[1-9]\d*$/u.test(text)) throw new Error(`\`${text}\` is no count. Write a whole number: 1000`);
  return Number(text);
}

function getTool(id: string): Tool {
  const tool = allTools.find((known) => known.id === id);
  if (tool) return tool;
  throw new Error(`There is no tool \`${id}\`. Write some of: ${allTools.map((known) => known.id).join()}`);
}
