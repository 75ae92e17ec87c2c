/**
 * A byte, or a repetition of earlier bytes: how far back they begin, times 512, plus their number.
 *
 * @example 5 * 512 + 3 // the three bytes that begin five bytes earlier
 */
export type Token = number;

/** The longest repetition that DEFLATE can express, and the farthest. */
const longest = 258;
const farthest = 32_768;
/** The shortest, and the distance beyond which one so short takes more bits than its bytes. */
const shortest = 3;
const shortestWithin = 2048;
/** A repetition of this length is taken without looking for a longer one. */
const enough = 64;
/** The number of earlier places with the same four bytes that are compared. */
const tries = 4;
/** Places in longer repetitions are not remembered: they are flat, or lie below the same. */
const remembered = 32;
const hashBits = 15;

/**
 * Splits the rows of a picture into bytes and repetitions.
 *
 * @param rowBytes how far back the row above is
 */
export function findMatches(bytes: Uint8Array, rowBytes: number): readonly Token[] {
  const { find, remember } = createFinder(bytes, rowBytes);
  const tokens: Token[] = [];
  for (let at = 0; at < bytes.length;) {
    let token = find(at);
    remember(at);
    // A byte by itself is worth it if a longer repetition begins after it.
    while (token >= 512 && getLength(token) < enough) {
      const next = find(at + 1);
      if (getLength(next) <= getLength(token)) break;
      tokens.push(bytes[at] ?? 0);
      token = next;
      at += 1;
      remember(at);
    }
    tokens.push(token);
    const end = at + getLength(token);
    if (end - at <= remembered) for (let inside = at + 1; inside < end; inside += 1) remember(inside);
    at = end;
  }
  return tokens;
}

interface Finder {
  /** Returns the best token for a place. */
  find(at: number): Token;
  /** Makes a place known to later ones. */
  remember(at: number): void;
}

/**
 * In a flat picture nearly everything repeats the byte before or the row above. These are compared first, so that blank
 * paper is done with at once. Then come earlier places with the same four bytes.
 */
function createFinder(bytes: Uint8Array, rowBytes: number): Finder {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const latest = new Int32Array(1 << hashBits).fill(-1);
  const earlier = new Int32Array(farthest);
  let length = 0;
  let distance = 0;

  /** Takes the repetition from a place if it is longer by some bytes than the best so far. */
  const compare = (from: number, at: number, longerBy: number) => {
    if (bytes[from + length] !== bytes[at + length]) return;
    const found = countEqual(view, from, at);
    if (found < length + longerBy) return;
    length = found;
    distance = at - from;
  };

  const compareEarlier = (at: number) => {
    let from = latest[hashAt(view, at)] ?? -1;
    for (let tried = 0; tried < tries && from >= 0 && at - from <= farthest; tried += 1) {
      // Far distances take more bits.
      compare(from, at, length < shortest ? 1 : 2);
      const next = earlier[from % farthest] ?? -1;
      // A later place may have taken the slot of an earlier one.
      from = next < from ? next : -1;
    }
  };

  return {
    find: (at) => {
      length = 0;
      if (at >= 1) compare(at - 1, at, 1);
      if (at >= rowBytes && length < longest) compare(at - rowBytes, at, 1);
      if (length < enough) compareEarlier(at);
      if (length < shortest || (length === shortest && distance > shortestWithin)) return bytes[at] ?? 0;
      return distance * 512 + length;
    },
    remember: (at) => {
      const hash = hashAt(view, at);
      earlier[at % farthest] = latest[hash] ?? -1;
      latest[hash] = at;
    },
  };
}

function getLength(token: Token): number {
  return token < 512 ? 1 : token % 512;
}

/** Counts four bytes at a time as long as they are equal. */
function countEqual(view: DataView, from: number, at: number): number {
  const most = Math.min(longest, view.byteLength - at);
  let count = 0;
  while (count + 4 <= most && view.getUint32(from + count) === view.getUint32(at + count)) count += 4;
  while (count < most && view.getUint8(from + count) === view.getUint8(at + count)) count += 1;
  return count;
}

/** Hashes four bytes. There is nothing to find in the last three. */
function hashAt(view: DataView, at: number): number {
  return at + 4 > view.byteLength ? 0 : Math.imul(view.getUint32(at), 0x9e3779b1) >>> (32 - hashBits);
}
