import { once } from '../core/memo.ts';
import { createFact } from './facts.ts';
import { getOutlines } from './outlines.ts';
import type { Shape } from './shape.ts';
import { getAngle } from './sphere.ts';

/** The number of nearest places that count as the neighbours of an island state. */
const nearestCount = 4;

/** Returns the codes of the countries that share a border with one, or of the nearest countries if none does. */
export const getNeighbours: (code: string) => readonly string[] = createFact('neighbours', (code) => {
  const { shapes } = getOutlines();
  const byLand = getLandNeighbours().get(code);
  const shape = shapes.get(code);
  if (byLand || !shape) return [...(byLand ?? [])];
  return [...shapes.values()]
    .filter((other) => other !== shape && /^[A-Z]{2}$/u.test(other.code))
    .map((other) => ({ code: other.code, distance: measure(shape, other) }))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, nearestCount)
    .map((other) => other.code);
});

/** Returns the approximate distance from coast to coast in radians. Remote parts of a country do not count. */
function measure(a: Shape, b: Shape): number {
  const [from, to] = [a.parts[0]?.cap ?? a.cap, b.parts[0]?.cap ?? b.cap];
  return getAngle(from.centre, to.centre) - from.radius - to.radius;
}

const getLandNeighbours: () => ReadonlyMap<string, ReadonlySet<string>> = once(() => {
  const byCode = new Map<string, Set<string>>();
  const put = (code: string, other: string) => byCode.set(code, (byCode.get(code) ?? new Set()).add(other));
  for (const [a, b] of getOutlines().borders.values()) {
    put(a, b);
    put(b, a);
  }
  return byCode;
});
