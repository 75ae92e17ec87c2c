import { BitReader, BitWriter } from './bits.ts';

/** One word in `2 ** spareBits` that is not in a set is taken for one that is. */
const spareBits = 8;

/** Bits of the number of words, with which a set begins. */
const countBits = 20;

/**
 * Renders a set of words as text: the numbers that stand for them, in ascending order, as Rice codes of their
 * differences. A word takes `spareBits` and one and a half bits, less than half of what a compressed list takes.
 *
 * Source: Golomb-coded sets, as in Bitcoin's BIP 158.
 */
export function renderKnownWords(words: ReadonlySet<string>): string {
  const numbers = new Set([...words].map((word) => toNumber(word, words.size)));
  const writer = new BitWriter();
  writer.writeBits(words.size, countBits);
  let last = -1;
  for (const number of [...numbers].sort((a, b) => a - b)) {
    writer.writeRice(number - last - 1, spareBits);
    last = number;
  }
  return btoa(Array.from(writer.toBytes(), (byte) => String.fromCharCode(byte)).join(''));
}

/** Opens what `renderKnownWords` has rendered. Returns a function that tells whether a word is in the set. */
export function openKnownWords(text: string): (word: string) => boolean {
  const reader = new BitReader(
    Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0)),
    0,
  );
  const size = reader.readBits(countBits);
  const numbers = new Set<number>();
  for (let [left, last] = [size, -1]; left > 0; left -= 1) {
    last += reader.readRice(spareBits) + 1;
    numbers.add(last);
  }
  return (word) => numbers.has(toNumber(word, size));
}

/** Returns the number that stands for a word in a set of some size, by FNV-1a with a final mix. */
function toNumber(word: string, size: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash ^= hash >>> 13;
  return Math.floor(((hash >>> 0) / 2 ** 32) * size * 2 ** spareBits);
}
