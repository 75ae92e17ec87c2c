import { deflateSync } from 'node:zlib';
import { buildCodes, type Codes } from './huffman.ts';
import { findMatches, type Token } from './matches.ts';

/** A span of lengths or distances that share a symbol: the first of them, and the bits that tell them apart. */
interface Span {
  readonly first: number;
  readonly extraBits: number;
}

/** The symbol that ends a block. Those after it are lengths. */
const endOfBlock = 256;
/** Source: https://www.rfc-editor.org/rfc/rfc1951#section-3.2.5 */
const lengthSpans = [...toSpans(3, 28, 4), { first: 258, extraBits: 0 }];
const distanceSpans = toSpans(1, 30, 2);
const lengthSymbols = Uint8Array.from({ length: 259 }, (_, length) => findSpan(lengthSpans, length));
/** The symbols of distances up to 256, then of every 128th: beyond 256, all spans begin at one of these. */
const distanceSymbols = Uint8Array.from({ length: 512 }, (_, at) =>
  findSpan(distanceSpans, at < 256 ? at + 1 : ((at - 256) << 7) + 1),
);
/** Source: https://www.rfc-editor.org/rfc/rfc1951#section-3.2.7 */
const lengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/**
 * Packs the rows of a picture as a zlib stream. zlib's own bytes differ between processors, and other packers in
 * JavaScript take several times as long, because they look at each byte of blank paper.
 *
 * @param rowBytes how far above the row above is
 */
export function deflateRows(rows: Uint8Array, rowBytes: number): Uint8Array {
  const tokens = findMatches(rows, rowBytes);
  const counts = countSymbols(tokens);
  const letters = buildCodes(counts.letters, 15);
  const distances = buildCodes(counts.distances, 15);
  const writer = createBitWriter(Math.ceil(1.2 * rows.length) + 400);
  // The method, and that the window is 32 kB.
  writer.write(0x78, 8);
  writer.write(0x01, 8);
  // The last block, with codes of its own.
  writer.write(1, 1);
  writer.write(2, 2);
  writeCodes(writer, letters, distances);
  for (const token of tokens) writeToken(writer, token, letters, distances);
  writeSymbol(writer, letters, endOfBlock);
  return writer.end(getChecksum(rows));
}

function toSpans(first: number, count: number, perBit: number): readonly Span[] {
  const spans: Span[] = [];
  for (let from = first, index = 0; index < count; index += 1) {
    const extraBits = Math.max(0, Math.floor(index / perBit) - 1);
    spans.push({ first: from, extraBits });
    from += 1 << extraBits;
  }
  return spans;
}

function findSpan(spans: readonly Span[], value: number): number {
  return Math.max(
    0,
    spans.findLastIndex(({ first }) => first <= value),
  );
}

function getDistanceSymbol(distance: number): number {
  return distanceSymbols[distance <= 256 ? distance - 1 : 256 + ((distance - 1) >> 7)] ?? 0;
}

interface Counts {
  readonly letters: number[];
  readonly distances: number[];
}

function countSymbols(tokens: readonly Token[]): Counts {
  const letters = Array.from({ length: endOfBlock + 1 + lengthSpans.length }, () => 0);
  const distances = distanceSpans.map(() => 0);
  for (const token of tokens) {
    if (token < 512) count(letters, token);
    else {
      count(letters, endOfBlock + 1 + (lengthSymbols[token % 512] ?? 0));
      count(distances, getDistanceSymbol(token >> 9));
    }
  }
  count(letters, endOfBlock);
  // Some readers want a distance even where there is none.
  if (distances.every((times) => times === 0)) count(distances, 0);
  return { letters, distances };
}

function count(counts: number[], symbol: number): void {
  counts[symbol] = (counts[symbol] ?? 0) + 1;
}

interface BitWriter {
  /** Writes up to 16 bits, the lowest first. */
  write(value: number, bits: number): void;
  /** Returns all bytes, and some more. */
  end(more: Uint8Array): Uint8Array;
}

function createBitWriter(mostBytes: number): BitWriter {
  const bytes = new Uint8Array(mostBytes);
  let [at, held, heldBits] = [0, 0, 0];
  return {
    write: (value, bits) => {
      held |= value << heldBits;
      heldBits += bits;
      while (heldBits >= 8) {
        bytes[at++] = held;
        held >>>= 8;
        heldBits -= 8;
      }
    },
    end: (more) => {
      if (heldBits > 0) bytes[at++] = held;
      bytes.set(more, at);
      return bytes.slice(0, at + more.length);
    },
  };
}

function writeSymbol(writer: BitWriter, { bits, lengths }: Codes, symbol: number): void {
  writer.write(bits[symbol] ?? 0, lengths[symbol] ?? 0);
}

function writeToken(writer: BitWriter, token: Token, letters: Codes, distances: Codes): void {
  if (token < 512) return writeSymbol(writer, letters, token);
  const [length, distance] = [token % 512, token >> 9];
  const lengthSymbol = lengthSymbols[length] ?? 0;
  writeSymbol(writer, letters, endOfBlock + 1 + lengthSymbol);
  writeExtra(writer, lengthSpans[lengthSymbol], length);
  const distanceSymbol = getDistanceSymbol(distance);
  writeSymbol(writer, distances, distanceSymbol);
  writeExtra(writer, distanceSpans[distanceSymbol], distance);
}

function writeExtra(writer: BitWriter, span: Span | undefined, value: number): void {
  if (span) writer.write(value - span.first, span.extraBits);
}

/** Writes the lengths of the codes, from which a reader numbers them. Lengths are packed with codes themselves. */
function writeCodes(writer: BitWriter, letters: Codes, distances: Codes): void {
  const lengths = packLengths([...letters.lengths, ...distances.lengths]);
  const counts = lengthOrder.map(() => 0);
  for (const { symbol } of lengths) count(counts, symbol);
  const codes = buildCodes(counts, 7);
  writer.write(letters.lengths.length - 257, 5);
  writer.write(distances.lengths.length - 1, 5);
  writer.write(lengthOrder.length - 4, 4);
  for (const symbol of lengthOrder) writer.write(codes.lengths[symbol] ?? 0, 3);
  for (const { symbol, extra, extraBits } of lengths) {
    writeSymbol(writer, codes, symbol);
    writer.write(extra, extraBits);
  }
}

interface PackedLength {
  readonly symbol: number;
  readonly extra: number;
  readonly extraBits: number;
}

/** Writes many zeros, which stand for symbols that do not occur, as one symbol. */
function packLengths(lengths: readonly number[]): readonly PackedLength[] {
  const packed: PackedLength[] = [];
  for (let at = 0; at < lengths.length;) {
    const next = lengths.findIndex((length, index) => index >= at && length > 0);
    const zeros = Math.min(138, (next < 0 ? lengths.length : next) - at);
    if (zeros >= 11) packed.push({ symbol: 18, extra: zeros - 11, extraBits: 7 });
    else if (zeros >= 3) packed.push({ symbol: 17, extra: zeros - 3, extraBits: 3 });
    else packed.push({ symbol: lengths[at] ?? 0, extra: 0, extraBits: 0 });
    at += zeros >= 3 ? zeros : 1;
  }
  return packed;
}

/** Returns the checksum with which zlib ends a stream, here one that it does not pack. */
function getChecksum(rows: Uint8Array): Uint8Array {
  return deflateSync(rows, { level: 0 }).subarray(-4);
}
