import { memoize } from '../core/memo.ts';

/**
 * Facts about the outlines of countries, as JSON by their names. They follow from the program alone, and finding them
 * takes longer than everything else in a build in which little has changed.
 */
const facts = new Map<string, string>();

/**
 * Creates a function that finds a fact, unless it is known already, perhaps from an earlier build.
 *
 * @param name names the kind of fact
 * @param find finds a fact, as plain data
 */
export function createFact<Value>(name: string, find: (key: string) => Value): (key?: string) => Value {
  return memoize((key = ''): Value => {
    const known = facts.get(`${name} ${key}`);
    if (known !== undefined) return JSON.parse(known);
    const found = find(key);
    facts.set(`${name} ${key}`, JSON.stringify(found));
    return found;
  });
}

/** Returns all facts that are known, so that a build can keep them for the next one. */
export function getFacts(): ReadonlyMap<string, string> {
  return facts;
}

/** Adds facts that an earlier build of the same program has found. */
export function addFacts(known: Iterable<readonly [name: string, fact: string]>): void {
  for (const [name, fact] of known) facts.set(name, fact);
}
