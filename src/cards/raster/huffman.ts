/** The codes of an alphabet: for each symbol its bits, the first one lowest, and their number. 0 bits: it has none. */
export interface Codes {
  readonly bits: Uint16Array;
  readonly lengths: Uint8Array;
}

/**
 * Builds the codes that make a text shortest.
 *
 * @param counts how often each symbol occurs
 * @param longest the largest number of bits
 */
export function buildCodes(counts: readonly number[], longest: number): Codes {
  const lengths = limitLengths(counts, longest);
  return { lengths, bits: toBits(lengths) };
}

/** Halves the differences between counts until no code is too long, which costs next to nothing. */
function limitLengths(counts: readonly number[], longest: number): Uint8Array {
  const lengths = getLengths(counts);
  if (lengths.every((length) => length <= longest)) return lengths;
  return limitLengths(
    counts.map((count) => Math.ceil(count / 2)),
    longest,
  );
}

/** Joins the two rarest nodes again and again, until one tree is left. A symbol's depth in it is the length of its code. */
function getLengths(counts: readonly number[]): Uint8Array {
  const lengths = new Uint8Array(counts.length);
  const leaves = counts.flatMap((count, symbol) => (count > 0 ? [{ count, symbol }] : []));
  leaves.sort((a, b) => a.count - b.count || a.symbol - b.symbol);
  const weights = leaves.map(({ count }) => count);
  const parents: number[] = [];
  let [leaf, joint] = [0, leaves.length];
  // Both leaves and joints are in the order of their weights.
  const takeRarest = (parent: number) => {
    const isLeaf = leaf < leaves.length && (joint >= parent || (weights[leaf] ?? 0) <= (weights[joint] ?? 0));
    const node = isLeaf ? leaf++ : joint++;
    parents[node] = parent;
    return weights[node] ?? 0;
  };
  for (let parent = leaves.length; parent < 2 * leaves.length - 1; parent += 1) {
    weights.push(takeRarest(parent) + takeRarest(parent));
  }
  const depths: number[] = [];
  for (let node = 2 * leaves.length - 2; node >= 0; node -= 1) {
    const parent = parents[node];
    depths[node] = parent === undefined ? 0 : (depths[parent] ?? 0) + 1;
  }
  // A symbol that is alone still takes one bit.
  for (const [index, { symbol }] of leaves.entries()) lengths[symbol] = Math.max(1, depths[index] ?? 0);
  return lengths;
}

/**
 * Numbers the codes of each length in the order of their symbols.
 *
 * Source: https://www.rfc-editor.org/rfc/rfc1951#section-3.2.2
 */
function toBits(lengths: Uint8Array): Uint16Array {
  const bits = new Uint16Array(lengths.length);
  let code = 0;
  for (let length = 1; length <= 15; length += 1) {
    code <<= 1;
    for (const [symbol, own] of lengths.entries()) {
      if (own !== length) continue;
      bits[symbol] = reverse(code, length);
      code += 1;
    }
  }
  return bits;
}

function reverse(code: number, length: number): number {
  let reversed = 0;
  for (let bit = 0; bit < length; bit += 1) reversed |= ((code >> bit) & 1) << (length - 1 - bit);
  return reversed;
}
