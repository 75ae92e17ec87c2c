/** Writes CBOR item by item, limited to what the index needs: integers, texts, arrays (RFC 8949). */
export class CborWriter {
  #bytes = new Uint8Array(8192);
  #length = 0;

  /** Begins anew. */
  clear(): void {
    this.#length = 0;
  }

  /** Writes an integer of at most 32 bits. */
  writeNumber(value: number): void {
    if (value < 0) this.#writeHead(1, -1 - value);
    else this.#writeHead(0, value);
  }

  writeText(text: string): void {
    const bytes = utf8.encode(text);
    this.#writeHead(3, bytes.length);
    this.writeBytes(bytes);
  }

  /** Writes the head of an array. Its items follow. */
  writeArray(length: number): void {
    this.#writeHead(4, length);
  }

  /** Writes an array of integers. */
  writeNumbers(values: readonly number[]): void {
    this.writeArray(values.length);
    for (const value of values) this.writeNumber(value);
  }

  /** Writes items that are already CBOR. */
  writeBytes(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** Returns a copy of what has been written. */
  toBytes(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }

  #writeHead(kind: number, value: number): void {
    this.#reserve(5);
    const size = value < 24 ? 0 : value < 2 ** 8 ? 1 : value < 2 ** 16 ? 2 : 4;
    this.#push((kind << 5) | (size === 0 ? value : size === 4 ? 26 : 23 + size));
    for (let shift = 8 * (size - 1); shift >= 0; shift -= 8) this.#push((value >>> shift) & 255);
  }

  #push(byte: number): void {
    this.#bytes[this.#length] = byte;
    this.#length += 1;
  }

  #reserve(size: number): void {
    if (this.#length + size <= this.#bytes.length) return;
    const larger = new Uint8Array(2 * (this.#length + size));
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}

const utf8 = new TextEncoder();
