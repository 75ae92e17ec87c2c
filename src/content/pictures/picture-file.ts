import { open, stat } from 'node:fs/promises';
import sharp from 'sharp';
import { toIssue, type Issue } from '../../core/issue.ts';
import { isShowable, type Picture } from '../../news/picture.ts';
import { toDiskPath } from '../text/disk-path.ts';
import { limits } from '../text/limits.ts';
import { openOptions } from './render-picture.ts';
import { explainUnreadable } from '../text/text-file.ts';

/**
 * Reads a picture to its end and returns its size, or an issue. A picture that is too large is found before it is
 * unpacked, and a file that is not a picture is never passed to the library.
 */
export async function readPicture(contentDir: string, file: string): Promise<Picture | Issue> {
  try {
    return await readPictureFile(toDiskPath(contentDir, file), file);
  } catch (error) {
    return explainUnreadable(file, error);
  }
}

async function readPictureFile(fullPath: string, file: string): Promise<Picture | Issue> {
  const { size } = await stat(fullPath);
  if (size > limits.pictureBytes) return explainSize(file, `${Math.ceil(size / 1e6)} MB`);
  const format = findFormat(await readStart(fullPath));
  if (!format) return explainBroken(file, 'it is not an AVIF, GIF, JPEG, PNG or WebP file');
  try {
    const { autoOrient, pages = 1, pageHeight } = await sharp(fullPath, { limitInputPixels: false }).metadata();
    const [width, height] = [autoOrient.width, pageHeight ?? autoOrient.height];
    if (width * height * pages > limits.picturePixels) {
      return explainSize(file, `${width} × ${height} pixels${pages > 1 ? ` in ${pages} frames` : ''}`);
    }
    // A truncated file looks fine at its start.
    await sharp(fullPath, openOptions).resize(16).raw().toBuffer();
    const picture = { file, width, height, isAnimated: pages > 1 };
    return isShowable(picture) ? picture : explainShape(file, width, height);
  } catch (error) {
    return explainBroken(file, error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error));
  }
}

async function readStart(fullPath: string): Promise<Buffer> {
  const handle = await open(fullPath);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(16), 0, 16, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** Identifies a picture's format by its first bytes, whatever its name says. */
function findFormat(start: Buffer): string | undefined {
  const text = start.toString('latin1');
  if (text.startsWith('\u00ff\u00d8\u00ff')) return 'jpeg';
  if (text.startsWith('\u0089PNG\r\n\u001a\n')) return 'png';
  if (/^GIF8[79]a/u.test(text)) return 'gif';
  if (/^RIFF[\s\S]{4}WEBP/u.test(text)) return 'webp';
  return /^[\s\S]{4}ftypavi[fs]/u.test(text) ? 'avif' : undefined;
}

function explainSize(file: string, found: string): Issue {
  const message = `The picture is too large: ${found}.`;
  const hint = `Make it smaller. The limit is ${limits.pictureBytes / 1e6} MB and ${limits.picturePixels / 1e6} million pixels; 3000 pixels across is enough.`;
  return toIssue({ code: 'picture-too-large', message, hint, file, line: 1, column: 1 });
}

function explainShape(file: string, width: number, height: number): Issue {
  const message = `The picture is too long and narrow: ${width} × ${height} pixels.`;
  const hint = 'Cut it into several pictures, or make it wider. No web format can store one this long.';
  return toIssue({ code: 'picture-too-large', message, hint, file, line: 1, column: 1 });
}

function explainBroken(file: string, why: string): Issue {
  const message = `The picture cannot be read: ${why}.`;
  const hint = 'Open it in an image editor and export it again as JPEG, PNG, WebP, AVIF or GIF.';
  return toIssue({ code: 'broken-picture', message, hint, file, line: 1, column: 1 });
}
