import { readFileSync } from 'node:fs';
import process from 'node:process';

/** Names the file in which the build command tells Astro's routes which pages to write; without it they write all. */
export const planVariable = 'GAZETTEER_PLAN';

let plan: ReadonlySet<string> | undefined;

/** Tells whether a page has to be written: in a build after a change, only those that changed. */
export function isPlanned(path: string): boolean {
  const file = process.env[planVariable];
  if (file === undefined) return true;
  plan ??= new Set(JSON.parse(readFileSync(file, 'utf8')) as string[]);
  return plan.has(path);
}
