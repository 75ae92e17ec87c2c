/** A prefix code, by symbol. */
export interface PrefixCode {
  /** In bits. 0 for a symbol that does not occur. */
  readonly lengths: Uint8Array;
  /** The bits of each symbol as DEFLATE writes them, the first one lowest. */
  readonly bits: Uint16Array;
}

/** Builds the shortest prefix code for symbols from the number of times that each occurs. */
export function buildPrefixCode(counts: Uint32Array, maxLength: number): PrefixCode {
  const lengths = toLengths(counts, maxLength);
  return { lengths, bits: toBits(lengths) };
}

/** Symbols that are less rare have shorter codes, so a code that is too deep is built again from flatter counts. */
function toLengths(counts: Uint32Array, maxLength: number): Uint8Array {
  const lengths = new Uint8Array(counts.length);
  const symbols = [...counts.keys()].filter((symbol) => counts[symbol] !== 0);
  symbols.sort((a, b) => (counts[a] ?? 0) - (counts[b] ?? 0) || a - b);
  const depths = getDepths(symbols.map((symbol) => counts[symbol] ?? 0));
  if ((depths[0] ?? 0) > maxLength) {
    return toLengths(
      counts.map((count) => (count === 0 ? 0 : (count >> 2) + 1)),
      maxLength,
    );
  }
  for (const [index, symbol] of symbols.entries()) lengths[symbol] = Math.max(1, depths[index] ?? 0);
  return lengths;
}

/** Returns the depths of leaves in a Huffman tree, from their weights in ascending order. */
function getDepths(weights: readonly number[]): readonly number[] {
  const nodes = [...weights];
  const parents: number[] = [];
  let leaf = 0;
  let inner = weights.length;
  const takeLightest = () => {
    const isLeaf = leaf < weights.length && (nodes[leaf] ?? 0) <= (nodes[inner] ?? Infinity);
    return isLeaf ? leaf++ : inner++;
  };
  while (nodes.length < 2 * weights.length - 1) {
    const [a, b] = [takeLightest(), takeLightest()];
    parents[a] = parents[b] = nodes.length;
    nodes.push((nodes[a] ?? 0) + (nodes[b] ?? 0));
  }
  const depths = nodes.map(() => 0);
  for (let node = nodes.length - 2; node >= 0; node -= 1) depths[node] = 1 + (depths[parents[node] ?? 0] ?? 0);
  return depths.slice(0, weights.length);
}

/** Numbers the codes of each length in the order of their symbols. */
function toBits(lengths: Uint8Array): Uint16Array {
  const next = new Uint16Array(17);
  for (const length of lengths) if (length > 0) next[length + 1] = (next[length + 1] ?? 0) + 1;
  for (let length = 1; length < 17; length += 1) next[length] = ((next[length - 1] ?? 0) + (next[length] ?? 0)) << 1;
  return Uint16Array.from(lengths, (length) => {
    const code = next[length] ?? 0;
    next[length] = code + 1;
    return reverse(code, length);
  });
}

function reverse(code: number, length: number): number {
  let reversed = 0;
  for (let at = 0; at < length; at += 1) reversed |= ((code >> at) & 1) << (length - 1 - at);
  return reversed;
}
