/** Collects bits, the lowest of each number first. */
export class BitWriter {
  readonly #bytes: Uint8Array;
  #size = 0;
  #bits = 0;
  #count = 0;

  /** @param maxSize the most bytes that will be written */
  constructor(maxSize: number) {
    this.#bytes = new Uint8Array(maxSize);
  }

  /** Adds a number of up to 24 bits. */
  write(value: number, count: number): void {
    this.#bits |= value << this.#count;
    this.#count += count;
    while (this.#count >= 8) {
      this.#bytes[this.#size++] = this.#bits & 255;
      this.#bits >>>= 8;
      this.#count -= 8;
    }
  }

  /** Returns the bytes, the last of which is filled with zeros. */
  finish(): Uint8Array {
    if (this.#count > 0) this.write(0, 8 - this.#count);
    return this.#bytes.subarray(0, this.#size);
  }
}
