import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';

/** Makes a JPEG with a colour gradient, and with metadata like a camera's, including a place. */
export async function makePhoto(width: number, height: number): Promise<Buffer> {
  const pixels = Buffer.alloc(width * height * 3);
  for (let at = 0; at < pixels.length; at += 1) pixels[at] = (at * 7 + ((at / width) | 0)) % 256;
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .withExif({
      IFD0: { ImageDescription: 'Somewhere secret' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '44/1 26/1 0/1' },
    })
    .jpeg()
    .toBuffer();
}

/** Makes a PNG whose header states its size, whatever its data contain. */
export function makePngHeader(width: number, height: number, data: Uint8Array): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0], 8);
  const start = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([start, toChunk('IHDR', header), toChunk('IDAT', data), toChunk('IEND', Buffer.alloc(0))]);
}

/** The smallest picture: one black pixel. */
export function makePixel(): Buffer {
  return makePngHeader(1, 1, deflateSync(Buffer.alloc(2)));
}

function toChunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
