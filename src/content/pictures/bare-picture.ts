/**
 * Returns whether a picture file holds only its pixels and colours: no place, no camera, no thumbnail, nothing after
 * its end. Anything unknown counts as private.
 *
 * @param format as the first bytes tell it: `jpeg`, `png`, `webp` or `gif`
 */
export function isBare(bytes: Buffer, format: string): boolean {
  if (format === 'jpeg') return isBareJpeg(bytes);
  if (format === 'png') return stripPng(bytes)?.equals(bytes) ?? false;
  return format === 'webp' && isBareWebp(bytes);
}

/** Source: ITU-T T.81, annex B: segments begin with `FF`, a marker and their length. */
function isBareJpeg(bytes: Buffer): boolean {
  const isWhole = bytes.readUInt16BE(bytes.length - 2) === 0xffd9;
  for (let at = 2; at + 4 <= bytes.length; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff) return false;
    // The pixels follow. Only a picture with a single scan has nothing in between.
    if (marker === 0xda) return isWhole && !hasMarker(bytes.subarray(at + 2));
    const isColours = marker === 0xe2 && bytes.toString('latin1', at + 4, at + 15) === 'ICC_PROFILE';
    const isTable = marker < 0xe0 || marker === 0xe0 || marker === 0xee;
    if (!isTable && !isColours) return false;
  }
  return false;
}

/** Finds application data and comments among scans. */
function hasMarker(scans: Buffer): boolean {
  for (let at = scans.indexOf(0xff); at >= 0; at = scans.indexOf(0xff, at + 1)) {
    const marker = scans[at + 1] ?? 0;
    if ((marker >= 0xe0 && marker <= 0xef) || marker === 0xfe) return true;
  }
  return false;
}

const pngChunks: ReadonlySet<string> = new Set(
  'IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT bKGD pHYs cICP mDCV cLLI'.split(' '),
);

/**
 * Removes from a PNG file all chunks that may hold anything private. Undefined if it has no end.
 *
 * Source: https://www.w3.org/TR/png-3/#5Chunk-layout
 */
export function stripPng(bytes: Buffer): Buffer | undefined {
  const parts = [bytes.subarray(0, 8)];
  for (let at = 8; at + 12 <= bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (pngChunks.has(type)) parts.push(bytes.subarray(at, at + 12 + bytes.readUInt32BE(at)));
    if (type === 'IEND') return Buffer.concat(parts);
  }
  return undefined;
}

const webpChunks: ReadonlySet<string> = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);

/** Source: RFC 9649, section 2.3: chunks have an even length. */
function isBareWebp(bytes: Buffer): boolean {
  let at = 12;
  for (; at + 8 <= bytes.length; at += 8 + bytes.readUInt32LE(at + 4) + (bytes.readUInt32LE(at + 4) % 2)) {
    if (!webpChunks.has(bytes.toString('latin1', at, at + 4))) return false;
  }
  return at === bytes.length;
}
