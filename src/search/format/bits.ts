/**
 * Writes whole numbers bit by bit, so that small ones take few. A Rice code is the number without its last `k` bits in
 * unary, then these bits.
 *
 * Source: Rice & Plaunt, Adaptive Variable-Length Coding for Efficient Compression of Spacecraft Television Data (1971).
 */
export class BitWriter {
  #bytes = new Uint8Array(8192);
  #length = 0;
  /** The last bits, which do not fill a byte yet, and their number. */
  #open = 0;
  #count = 0;

  /** Begins anew. */
  clear(): void {
    this.#length = this.#open = this.#count = 0;
  }

  /** Writes the last bits of a number, at most 24. */
  writeBits(value: number, count: number): void {
    this.#open = (this.#open << count) | (value & ((1 << count) - 1));
    this.#count += count;
    if (this.#length + 4 > this.#bytes.length) this.#grow();
    while (this.#count >= 8) {
      this.#count -= 8;
      this.#bytes[this.#length] = this.#open >>> this.#count;
      this.#length += 1;
    }
    this.#open &= (1 << this.#count) - 1;
  }

  writeRice(value: number, k: number): void {
    let ones = value >>> k;
    for (; ones + 1 + k > 24; ones -= Math.min(ones, 16)) {
      const some = Math.min(ones, 16);
      this.writeBits(2 ** some - 1, some);
    }
    this.writeBits(((2 ** ones - 1) << (k + 1)) | (value & ((1 << k) - 1)), ones + 1 + k);
  }

  /** Returns a copy of what has been written, filled up to whole bytes. */
  toBytes(): Uint8Array {
    const bytes = this.#bytes.slice(0, this.#length + (this.#count > 0 ? 1 : 0));
    if (this.#count > 0) bytes[this.#length] = this.#open << (8 - this.#count);
    return bytes;
  }

  #grow(): void {
    const larger = new Uint8Array(2 * this.#bytes.length);
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}

/** Returns the `k` with which numbers of a sum take the fewest bits, or nearly so. */
export function toRiceWidth(sum: number, count: number): number {
  let k = 0;
  while (k < 15 && count * 2 ** (k + 1) <= sum) k += 1;
  return k;
}

/** Reads what `BitWriter` has written. */
export class BitReader {
  readonly #bytes: Uint8Array;
  /** In bits. */
  #at: number;

  /** @param start the first byte */
  constructor(bytes: Uint8Array, start: number) {
    this.#bytes = bytes;
    this.#at = 8 * start;
  }

  readBits(count: number): number {
    let value = 0;
    for (let left = count; left > 0;) {
      const kept = 8 - (this.#at & 7);
      const taken = Math.min(kept, left);
      const byte = this.#bytes[this.#at >> 3] ?? 0;
      value = value * 2 ** taken + ((byte >> (kept - taken)) & ((1 << taken) - 1));
      this.#at += taken;
      left -= taken;
    }
    return value;
  }

  readRice(k: number): number {
    let ones = 0;
    while (this.#at >> 3 < this.#bytes.length && this.readBits(1) === 1) ones += 1;
    return ones * 2 ** k + this.readBits(k);
  }
}
