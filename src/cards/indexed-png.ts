import { Buffer } from 'node:buffer';
import { crc32 } from 'node:zlib';
import { zlibSync } from 'fflate';
import { memoize } from '../core/memo.ts';

/** A colour as `#rrggbb`. */
type Colour = string;

/**
 * Renders pixels as a PNG with a palette so small that two pixels fit into a byte. The compressor is written in
 * JavaScript, because zlib's bytes differ between processors.
 *
 * Source: https://www.w3.org/TR/png-3/
 *
 * @param rgba four bytes for each pixel, row by row
 * @param palette sixteen colours at most; each pixel takes the nearest
 */
export function renderIndexedPng(
  rgba: Uint8Array,
  { width, height }: { readonly width: number; readonly height: number },
  palette: readonly Colour[],
): Uint8Array {
  const nearest = getNearest(palette.join(' '));
  const rowBytes = 1 + Math.ceil(width / 2);
  const rows = new Uint8Array(rowBytes * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const from = 4 * (y * width + x);
      const index = nearest[toCell(rgba[from] ?? 0, rgba[from + 1] ?? 0, rgba[from + 2] ?? 0)] ?? 0;
      const to = y * rowBytes + 1 + (x >> 1);
      rows[to] = (rows[to] ?? 0) | (x % 2 === 0 ? index << 4 : index);
    }
  }
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  // Four bits per pixel, with a palette.
  header.set([4, 3], 8);
  return Buffer.concat([
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    toChunk('IHDR', header),
    toChunk('PLTE', Uint8Array.from(palette.flatMap(toBytes))),
    toChunk('IDAT', zlibSync(rows, { level: 8 })),
    toChunk('IEND', new Uint8Array()),
  ]);
}

function toChunk(type: string, data: Uint8Array): Uint8Array {
  const chunk = new Uint8Array(12 + data.length);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, data.length);
  chunk.set(new TextEncoder().encode(type), 4);
  chunk.set(data, 8);
  view.setUint32(8 + data.length, crc32(chunk.subarray(4, 8 + data.length)));
  return chunk;
}

function toBytes(colour: Colour): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}

/** Five bits of each channel form the number of a cell of the colour space. */
function toCell(red: number, green: number, blue: number): number {
  return ((red >> 3) << 10) | ((green >> 3) << 5) | (blue >> 3);
}

/** The index of the nearest palette colour for every cell of the colour space. */
const getNearest = memoize((key: string): Uint8Array => {
  const colours = key.split(' ').map(toBytes);
  return Uint8Array.from({ length: 32 ** 3 }, (_, cell) => {
    const channels = [cell >> 10, (cell >> 5) & 31, cell & 31].map((five) => five * 8 + 4);
    const distances = colours.map((colour) =>
      colour.reduce((sum, value, channel) => sum + (value - (channels[channel] ?? 0)) ** 2, 0),
    );
    return distances.indexOf(Math.min(...distances));
  });
});
