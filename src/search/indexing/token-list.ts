/** The kind of tokens of meta fields. */
export const fieldKind = 7;

/** A piece of text between spaces: one word, or several in languages without spaces. */
export interface Token {
  /** 0 in plain text, 1 to 6 in a heading of that level, `fieldKind` in a meta field. */
  readonly kind: number;
  readonly text: string;
}

/** Pagefind's white space, which is Unicode's, beyond ASCII. */
const wideSpaces: ReadonlySet<number> = new Set([
  0x85, 0xa0, 0x1680, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2007, 0x2008, 0x2009, 0x200a, 0x2028,
  0x2029, 0x202f, 0x205f, 0x3000,
]);

/** The prime of FNV-1a hashes. */
const hashPrime = 0x01000193;

/**
 * The different tokens of some stories, each with a number. It has a hash table of its own, because cutting out every
 * token of a text and looking it up in a `Map` takes twice as long.
 */
export class TokenList {
  readonly tokens: Token[] = [];
  /** The hash of every token, by its number. */
  #hashes = new Int32Array(16_384);
  /** Numbers of tokens and 1, each at its hash or after it. Twice as long as the list of hashes. */
  #slots = new Int32Array(32_768);

  /** Splits a text at white space, and appends the numbers of its tokens to others. */
  add(kind: number, text: string, numbers: number[] = []): readonly number[] {
    let [start, hash] = [0, kind];
    for (let at = 0; at <= text.length; at += 1) {
      const code = text.charCodeAt(at);
      // The end of the text ends its last token.
      if (at < text.length && !isSpace(code)) {
        hash = Math.imul(hash ^ code, hashPrime);
        continue;
      }
      if (at > start) numbers.push(this.#find(kind, text, start, at, hash ^ (hash >>> 15)));
      [start, hash] = [at + 1, kind];
    }
    return numbers;
  }

  #find(kind: number, text: string, start: number, end: number, hash: number): number {
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (let entry = this.#slots[slot] ?? 0; entry > 0; entry = this.#slots[slot] ?? 0) {
      const token = this.tokens[entry - 1];
      const isSame =
        this.#hashes[entry - 1] === hash &&
        token?.kind === kind &&
        token.text.length === end - start &&
        text.startsWith(token.text, start);
      if (isSame) return entry - 1;
      slot = (slot + 1) & mask;
    }
    return this.#insert({ kind, text: text.slice(start, end) }, hash, slot);
  }

  #insert(token: Token, hash: number, slot: number): number {
    const number = this.tokens.push(token) - 1;
    this.#hashes[number] = hash;
    this.#slots[slot] = number + 1;
    if (number + 1 === this.#hashes.length) this.#grow();
    return number;
  }

  #grow(): void {
    const hashes = new Int32Array(2 * this.#hashes.length);
    hashes.set(this.#hashes);
    this.#slots = new Int32Array(2 * hashes.length);
    for (let number = 0; number < this.#hashes.length; number += 1) {
      let slot = (hashes[number] ?? 0) & (this.#slots.length - 1);
      while (this.#slots[slot]) slot = (slot + 1) & (this.#slots.length - 1);
      this.#slots[slot] = number + 1;
    }
    this.#hashes = hashes;
  }
}

function isSpace(code: number): boolean {
  if (code < 128) return code === 32 || (code > 8 && code < 14);
  return wideSpaces.has(code);
}
