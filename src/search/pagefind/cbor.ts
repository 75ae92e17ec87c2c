const text = new TextDecoder();

/** Kinds of CBOR items that Pagefind writes (RFC 8949 §3.1). */
const kinds = { unsigned: 0, negative: 1, text: 3, array: 4 } as const;

/** The number of bytes that follow a head whose low bits are 24, 25 or 26. */
const sizes: Readonly<Record<number, number>> = { 24: 1, 25: 2, 26: 4 };

/**
 * Reads CBOR item by item, limited to what Pagefind writes: integers, texts, arrays. Source: RFC 8949.
 *
 * @throws when the next item is of another kind, because the file is invalid
 */
export class CborReader {
  readonly #bytes: Uint8Array;
  #at: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.#bytes = bytes;
    this.#at = at;
  }

  /** The start of the next item. */
  get position(): number {
    return this.#at;
  }

  /** Reads an integer. Negative ones mark a change of weight or field in Pagefind's lists. */
  readNumber(): number {
    const head = this.#readHead();
    const value = this.#readArgument(head);
    if (head >> 5 === kinds.unsigned) return value;
    if (head >> 5 === kinds.negative) return -1 - value;
    throw new Error(`CBOR: a number was expected, not kind ${head >> 5}.`);
  }

  readText(): string {
    const length = this.#readOf(kinds.text);
    this.#at += length;
    return text.decode(this.#bytes.subarray(this.#at - length, this.#at));
  }

  /** Reads the head of an array and returns its length. */
  readArray(): number {
    return this.#readOf(kinds.array);
  }

  /** Skips one item with everything in it. */
  skip(): void {
    for (let open = 1; open > 0; open -= 1) {
      const head = this.#readHead();
      const value = this.#readArgument(head);
      if (head >> 5 === kinds.text) this.#at += value;
      else if (head >> 5 === kinds.array) open += value;
    }
  }

  #readOf(kind: number): number {
    const head = this.#readHead();
    if (head >> 5 !== kind) throw new Error(`CBOR: kind ${kind} was expected, not ${head >> 5}.`);
    return this.#readArgument(head);
  }

  #readHead(): number {
    const head = this.#bytes[this.#at];
    if (head === undefined) throw new Error('CBOR: the file ends too early.');
    this.#at += 1;
    return head;
  }

  #readArgument(head: number): number {
    const low = head & 31;
    if (low < 24) return low;
    let value = 0;
    for (let left = sizes[low] ?? 0; left > 0; left -= 1) value = value * 256 + this.#readHead();
    return value;
  }
}
