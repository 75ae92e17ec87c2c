import { toIssue, type Issue } from '../core/issue.ts';
import { getNearest } from '../core/spelling.ts';
import { variableNotes, type Environment } from './variables.ts';

const prefix = /^SITE_/iu;

/**
 * Warns of unknown variables that were most likely meant for one of ours: `SITE_TIMEZONE`, `site_url`, `CONTENTDIR`.
 */
export function checkNames(env: Environment): readonly Issue[] {
  return Object.keys(env).flatMap((name) => {
    const meant = variableNotes.has(name) ? undefined : findMeant(name);
    if (meant === undefined || isSame(name, meant, env)) return [];
    const message = `The program does not use the variable \`${name}\`.`;
    return [
      toIssue({ code: 'unknown-variable', message, hint: `Did you mean \`${meant}\`?`, file: '', field: [name] }),
    ];
  });
}

/** Windows ignores the letter case of variables. */
function isSame(name: string, meant: string, env: Environment): boolean {
  return name.toUpperCase() === meant && env[meant] !== undefined;
}

/**
 * Names with our prefix may differ a lot from ours. Others belong to other programs unless they differ in form only.
 */
function findMeant(name: string): string | undefined {
  if (!prefix.test(name)) return [...variableNotes.keys()].find((ours) => fold(ours) === fold(name));
  const nearest = getNearest(fold(name.replace(prefix, '')), namesByWord.keys());
  return nearest === undefined ? undefined : namesByWord.get(nearest);
}

/** Variables by the words that may follow our prefix: their own, and the keys that they override. */
const namesByWord: ReadonlyMap<string, string> = new Map(
  [...variableNotes].flatMap(([name, { overrides }]) => {
    const key = overrides?.split('.').at(-1);
    return [name.replace(prefix, ''), ...(key === undefined ? [] : [key])].map((word) => [fold(word), name] as const);
  }),
);

function fold(name: string): string {
  return name.toLowerCase().replace(/[_-]/gu, '');
}
