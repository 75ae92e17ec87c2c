import { Buffer } from 'node:buffer';
import { crc32 } from 'node:zlib';
import { zlib } from 'libdeflate';
import type { Canvas } from './canvas.ts';

/** The strength of compression. More takes longer and saves less than a fiftieth of the bytes. */
const level = 5;

/**
 * Renders a canvas as a PNG file. A library packs it, because the bytes of Node's zlib differ between processors.
 *
 * Source: https://www.w3.org/TR/png-3/
 *
 * @param palette red, green and blue of up to sixteen colours
 */
export function renderIndexedPng(canvas: Canvas, palette: Uint8Array): Uint8Array {
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, canvas.width);
  view.setUint32(4, canvas.height);
  // Four bits per pixel, with a palette.
  header.set([4, 3], 8);
  return Buffer.concat([
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    toChunk('IHDR', header),
    toChunk('PLTE', palette),
    toChunk('IDAT', zlib(canvas.rows, level)),
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
