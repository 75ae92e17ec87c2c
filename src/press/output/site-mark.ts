import { hash } from 'node:crypto';
import { closeSync, existsSync, openSync, readFileSync, readSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

/** The file in a site that names the program that made it, and lists the files that a build may replace or remove. */
export const siteMark = '.gazetteer-site';

const note = 'Gazetteer built this site. It replaces and removes the files that are listed here, and no others.';

const schema = z.object({
  note: z.literal(note),
  sum: z.string(),
  files: z.array(z.string()).refine((files) => files.every(isSiteFile)),
});

/**
 * Formats the mark of a site.
 *
 * @param files paths relative to the site, with `/`
 */
export function formatMark(files: Iterable<string>): string {
  const sorted = [...files].sort();
  return `${JSON.stringify({ note, sum: toSum(sorted), files: sorted }, undefined, 1)}\n`;
}

/** Returns whether a mark exists, without reading all of it. */
export function hasMark(file: string): boolean {
  const start = formatMark([]).slice(0, note.length);
  return existsSync(file) && readStart(file, start.length) === start;
}

/** Reads a mark. Undefined if there is none of ours, or if it is incomplete. */
export function readMark(file: string): readonly string[] | undefined {
  try {
    const mark = schema.parse(JSON.parse(readFileSync(file, 'utf8')));
    return mark.sum === toSum(mark.files) ? mark.files : undefined;
  } catch {
    return undefined;
  }
}

function readStart(file: string, sizeBytes: number): string {
  const handle = openSync(file, 'r');
  try {
    const start = Buffer.alloc(sizeBytes);
    return start.toString('utf8', 0, readSync(handle, start));
  } finally {
    closeSync(handle);
  }
}

function toSum(files: readonly string[]): string {
  return hash('sha256', JSON.stringify(files));
}

/** A part of a path that is empty, `.` or `..`. */
const unsafePart = /(?:^|[/\\])\.{0,2}(?:[/\\]|$)/u;

/** A path that leads out of the site is never followed, whoever wrote it. */
function isSiteFile(file: string): boolean {
  return !unsafePart.test(file) && !path.isAbsolute(file);
}
