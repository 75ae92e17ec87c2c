import { describe, expect, it } from 'vitest';
import { CborReader } from '../../../../src/search/pagefind/cbor.ts';
import { CborWriter } from '../../../../src/search/pagefind/cbor-writer.ts';

const bytes = (hex: string) => Uint8Array.from(hex.match(/../gu) ?? [], (pair) => Number.parseInt(pair, 16));

// Examples of RFC 8949, appendix A.
describe('CborReader', () => {
  it.each([
    ['00', 0],
    ['17', 23],
    ['1818', 24],
    ['1903e8', 1000],
    ['1a000f4240', 1_000_000],
    ['20', -1],
    ['3863', -100],
    ['3903e7', -1000],
  ])('reads %s', (hex, value) => {
    expect(new CborReader(bytes(hex)).readNumber()).toBe(value);
  });

  it('reads texts and arrays, and skips their content', () => {
    const reader = new CborReader(bytes('8301820203820405'));
    expect(reader.readArray()).toBe(3);
    expect(reader.readNumber()).toBe(1);
    reader.skip();
    expect(reader.readArray()).toBe(2);
    expect(new CborReader(bytes('63e6b0b4')).readText()).toBe('水');
  });

  it('reports what is wrong with an invalid file', () => {
    expect(() => new CborReader(bytes('61')).readNumber()).toThrow('a number was expected');
    expect(() => new CborReader(bytes('00')).readArray()).toThrow('kind 4 was expected');
    expect(() => new CborReader(bytes('')).readNumber()).toThrow('ends too early');
  });
});

describe('CborWriter', () => {
  it.each([0, 23, 24, 255, 256, 65_535, 65_536])('writes the head of an array of %i that can be read', (length) => {
    const writer = new CborWriter();
    writer.writeArray(length);
    expect(new CborReader(writer.toBytes()).readArray()).toBe(length);
  });

  it('writes what is CBOR already', () => {
    const writer = new CborWriter();
    writer.writeArray(2);
    writer.writeBytes(bytes('66c3b66cc3bc62'));
    writer.writeBytes(bytes('1903e8'));
    const reader = new CborReader(writer.toBytes());
    reader.readArray();
    expect(reader.readText()).toBe('ölüb');
    expect(reader.readNumber()).toBe(1000);
  });
});
