import { memoize } from '../../core/memo.ts';

/**
 * Bytes that are written as they are, and matches, which repeat earlier ones: the distance back to those, times 512,
 * plus their number. A byte has no distance.
 */
export type Tokens = Int32Array;

/** The bits of a token that hold the number of bytes. */
export const lengthBits = 9;
/** Extracts the number of bytes from a match, or the byte itself. */
export const lengthMask = (1 << lengthBits) - 1;

const longest = 258;
const farthest = 32_768;
/** A run of one byte costs the fewest bits, so other matches must be longer by this. */
const runAdvantage = 1;
const shortestRun = 3;
const shortestMatch = 4;
/** After a match of fewer bytes, the next byte may begin a better one. */
const lazyLength = 32;
/** The number of positions at the start of a match that later matches can refer to. */
const keptPositions = 5;
const hashBits = 13;

/**
 * Finds what repeats in the rows of a picture: the byte before, the row above, or the last place with the same four
 * bytes. The tokens are valid until the next call.
 */
export function findMatches(rows: Uint8Array, rowBytes: number): Tokens {
  const source: Source = {
    rowBytes,
    view: new DataView(rows.buffer, rows.byteOffset, rows.byteLength),
    places: new Int32Array(1 << hashBits),
  };
  const lastHashed = rows.length - shortestMatch;
  const tokens = getTokens(rows.length);
  let count = 0;
  let at = 0;
  let match = 0;
  let isFound = false;
  while (at < rows.length) {
    if (!isFound) match = findMatch(source, at, 0);
    const length = match & lengthMask;
    const next = length < lazyLength && at + 1 < rows.length ? findMatch(source, at + 1, length) : 0;
    isFound = length === 0 || next > 0;
    if (isFound) {
      tokens[count++] = rows[at] ?? 0;
      match = next;
      at += 1;
      continue;
    }
    tokens[count++] = match;
    const end = Math.min(at + Math.min(keptPositions, length), lastHashed + 1);
    for (let place = at + 2; place < end; place += 1) keepPlace(source, place);
    at += length;
  }
  return tokens.subarray(0, count);
}

/** The space for the tokens of all pictures of a size. To clear it anew for each would take longer than to fill it. */
const getTokens = memoize((size: number) => new Int32Array(size), 4);

interface Source {
  readonly rowBytes: number;
  readonly view: DataView;
  /** The place after the last one with each hash of four bytes. */
  readonly places: Int32Array;
}

/** Returns the best match of more bytes at a position, or 0. */
function findMatch(source: Source, at: number, more: number): number {
  const { view, rowBytes } = source;
  let best = 0;
  let least = more + 1;
  const run = at > 0 ? countSame(view, at, 1, Math.max(least, shortestRun)) : 0;
  if (run > 0) {
    best = (1 << lengthBits) | run;
    if (run === longest) return best;
    least = run + 1 + runAdvantage;
  }
  least = Math.max(least, shortestMatch);
  const above = at >= rowBytes ? countSame(view, at, rowBytes, least) : 0;
  if (above > 0) {
    best = (rowBytes << lengthBits) | above;
    if (above === longest) return best;
    least = above + 1;
  }
  if (at > view.byteLength - shortestMatch) return best;
  const place = keepPlace(source, at);
  const distance = at - place;
  if (place < 0 || distance === 0 || distance > farthest) return best;
  const repeated = countSame(view, at, distance, least);
  return repeated > 0 ? (distance << lengthBits) | repeated : best;
}

/** Keeps a position, and returns the last one with the same hash. It is -1 if there is none. */
function keepPlace({ view, places }: Source, at: number): number {
  const key = Math.imul(view.getInt32(at), 0x9e3779b1) >>> (32 - hashBits);
  const place = places[key] ?? 0;
  places[key] = at + 1;
  return place - 1;
}

/** Counts the bytes that are the same as those at a distance before. Returns 0 if there are fewer than wanted. */
function countSame(view: DataView, at: number, distance: number, least: number): number {
  const end = Math.min(longest, view.byteLength - at);
  const from = at - distance;
  if (end < least || view.getUint8(at + least - 1) !== view.getUint8(from + least - 1)) return 0;
  let count = 0;
  while (count < end - 3 && view.getInt32(at + count) === view.getInt32(from + count)) count += 4;
  while (count < end && view.getUint8(at + count) === view.getUint8(from + count)) count += 1;
  return count < least ? 0 : count;
}
