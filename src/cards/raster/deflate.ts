import { Buffer } from 'node:buffer';
import { BitWriter } from './bit-writer.ts';
import { buildPrefixCode, type PrefixCode } from './huffman.ts';
import { findMatches, lengthBits, lengthMask, type Tokens } from './matches.ts';

/**
 * Packs the rows of a picture as a zlib stream, to the same bytes on every processor.
 *
 * Source: https://www.rfc-editor.org/rfc/rfc1950
 */
export function packRows(rows: Uint8Array, rowBytes: number): Uint8Array {
  const tokens = findMatches(rows, rowBytes);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(getAdler32(rows, tokens));
  return Buffer.concat([Uint8Array.of(0x78, 0x01), deflate(tokens), sum]);
}

/** As many bytes as can be added up before a sum needs more than 31 bits, beyond which arithmetic is slower. */
const adlerBytes = 3300;
const adlerBase = 65_521;

/** Adds up all bytes, a run at once. */
function getAdler32(rows: Uint8Array, tokens: Tokens): number {
  let [a, b, at, last] = [1, 0, 0, 0];
  for (const token of tokens) {
    const length = token <= lengthMask ? 1 : token & lengthMask;
    if (token >> lengthBits === 1) {
      const byte = rows[at] ?? 0;
      b += length * a + ((byte * length * (length + 1)) >> 1);
      a += byte * length;
      at += length;
    } else {
      for (const end = at + length; at < end; at += 1) {
        a += rows[at] ?? 0;
        b += a;
      }
    }
    if (at - last < adlerBytes) continue;
    a %= adlerBase;
    b %= adlerBase;
    last = at;
  }
  return (b % adlerBase) * 65_536 + (a % adlerBase);
}

/**
 * Writes one block of DEFLATE with codes of its own.
 *
 * Source: https://www.rfc-editor.org/rfc/rfc1951
 */
function deflate(tokens: Tokens): Uint8Array {
  const { symbols, distances } = buildCodes(tokens);
  const writer = new BitWriter(maxHeader + maxTokenBytes * tokens.length);
  // The last block, with codes of its own.
  writer.write(0b101, 3);
  writeCodes(writer, symbols, distances);
  for (const token of tokens) {
    if (token <= lengthMask) {
      writeSymbol(writer, symbols, token);
      continue;
    }
    const length = token & lengthMask;
    const lengthCode = lengthCodes[length] ?? 0;
    const symbol = firstLength + lengthCode;
    const bits = symbols.lengths[symbol] ?? 0;
    const rest = length - (lengthBases[lengthCode] ?? 0);
    writer.write((symbols.bits[symbol] ?? 0) | (rest << bits), bits + (lengthExtras[lengthCode] ?? 0));
    const distance = token >> lengthBits;
    const distanceCode = getDistanceCode(distance);
    writeSymbol(writer, distances, distanceCode);
    const extra = getDistanceExtra(distanceCode);
    if (extra > 0) writer.write((distance - 1) & ((1 << extra) - 1), extra);
  }
  writeSymbol(writer, symbols, endOfBlock);
  return writer.finish();
}

const maxHeader = 600;
/** Two codes of 15 bits with 5 and 13 further bits. */
const maxTokenBytes = 6;
const endOfBlock = 256;
const firstLength = 257;
const lengthExtras = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const lengthBases = lengthExtras.map((_, code) =>
  code === 28 ? 258 : lengthExtras.slice(0, code).reduce((sum, extra) => sum + (1 << extra), 3),
);
/** The codes of lengths up to 258. */
const lengthCodes = Uint8Array.from({ length: 259 }, (_, length) =>
  lengthBases.findLastIndex((base) => base <= length),
);

/** Two codes share a number of further bits. */
function getDistanceCode(distance: number): number {
  const rest = distance - 1;
  if (rest < 4) return rest;
  const high = 31 - Math.clz32(rest);
  return 2 * high + ((rest >> (high - 1)) & 1);
}

function getDistanceExtra(code: number): number {
  return code < 4 ? 0 : (code >> 1) - 1;
}

function writeSymbol(writer: BitWriter, { bits, lengths }: PrefixCode, symbol: number): void {
  writer.write(bits[symbol] ?? 0, lengths[symbol] ?? 0);
}

interface BlockCodes {
  /** Of bytes, of the end, and of the lengths of matches. */
  readonly symbols: PrefixCode;
  readonly distances: PrefixCode;
}

function buildCodes(tokens: Tokens): BlockCodes {
  const symbols = new Uint32Array(firstLength + lengthExtras.length);
  const distances = new Uint32Array(30);
  symbols[endOfBlock] = 1;
  for (const token of tokens) {
    if (token <= lengthMask) {
      count(symbols, token);
      continue;
    }
    count(symbols, firstLength + (lengthCodes[token & lengthMask] ?? 0));
    count(distances, getDistanceCode(token >> lengthBits));
  }
  return { symbols: buildPrefixCode(symbols, 15), distances: buildPrefixCode(distances, 15) };
}

function count(counts: Uint32Array, symbol: number): void {
  counts[symbol] = (counts[symbol] ?? 0) + 1;
}

/** The order in which a block lists the code of its code lengths. */
const codeOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
/** The symbol for three to ten lengths of zero, and that for more. */
const fewZeros = 17;
const manyZeros = 18;

/** Writes the lengths of codes, which determine the codes. */
function writeCodes(writer: BitWriter, symbols: PrefixCode, distances: PrefixCode): void {
  const steps = toSteps([...symbols.lengths, ...distances.lengths]);
  const counts = new Uint32Array(19);
  for (const { symbol } of steps) count(counts, symbol);
  const code = buildPrefixCode(counts, 7);
  writer.write(symbols.lengths.length - 257, 5);
  writer.write(distances.lengths.length - 1, 5);
  writer.write(codeOrder.length - 4, 4);
  for (const symbol of codeOrder) writer.write(code.lengths[symbol] ?? 0, 3);
  for (const { symbol, zeros } of steps) {
    writeSymbol(writer, code, symbol);
    if (symbol === fewZeros) writer.write(zeros - 3, 3);
    if (symbol === manyZeros) writer.write(zeros - 11, 7);
  }
}

interface LengthStep {
  readonly symbol: number;
  readonly zeros: number;
}

/** Takes together up to 138 zeros in a row, which is as many as one symbol can stand for. */
function toSteps(lengths: readonly number[]): readonly LengthStep[] {
  const steps: LengthStep[] = [];
  for (let at = 0; at < lengths.length;) {
    let zeros = 0;
    while (zeros < 138 && lengths[at + zeros] === 0) zeros += 1;
    const symbol = zeros < 3 ? (lengths[at] ?? 0) : zeros < 11 ? fewZeros : manyZeros;
    steps.push({ symbol, zeros });
    at += zeros < 3 ? 1 : zeros;
  }
  return steps;
}
