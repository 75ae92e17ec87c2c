/** Writes CBOR item by item, limited to what the index needs (RFC 8949). */
export class CborWriter {
  readonly #pieces: Uint8Array[] = [];

  /** Writes the head of an array. Its items follow. */
  writeArray(length: number): void {
    this.#writeHead(4, length);
  }

  /** Writes items that are already CBOR. */
  writeBytes(bytes: Uint8Array): void {
    this.#pieces.push(bytes);
  }

  toBytes(): Uint8Array {
    const bytes = new Uint8Array(this.#pieces.reduce((sum, piece) => sum + piece.length, 0));
    let at = 0;
    for (const piece of this.#pieces) {
      bytes.set(piece, at);
      at += piece.length;
    }
    return bytes;
  }

  #writeHead(kind: number, value: number): void {
    const size = value < 24 ? 0 : value < 2 ** 8 ? 1 : value < 2 ** 16 ? 2 : 4;
    const low = size === 0 ? value : { 1: 24, 2: 25, 4: 26 }[size];
    const bytes = [(kind << 5) | low];
    for (let shift = size - 1; shift >= 0; shift -= 1) bytes.push(Math.floor(value / 256 ** shift) % 256);
    this.writeBytes(new Uint8Array(bytes));
  }
}
