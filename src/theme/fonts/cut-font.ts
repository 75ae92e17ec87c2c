import { hash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { Blob, Face, Font } from 'harfbuzzjs';
import type { FontFace, FontRole } from '../../core/font-faces.ts';
import { readChecked, writeChecked } from '../../disk/checked-file.ts';
import { getFontCacheDir } from '../../disk/cache-dir.ts';
import { emphasis, everyday } from './letters.ts';
import { measureWidth } from './measure-width.ts';

/** A font that cannot be used, with the reason. */
export interface FontProblem {
  readonly message: string;
  readonly hint: string;
}

/** Changes when the same font is cut differently. */
const version = 1;

/** The place of a face on the axes of a variable font, as our own faces are cut. */
const places: Readonly<Record<FontRole, Readonly<Record<string, number>>>> = {
  text: { wght: 400, opsz: 18 },
  display: { wght: 600, opsz: 36 },
  italic: { wght: 400, opsz: 18, ital: 1 },
};

/** Features that browsers apply by themselves, and digits that our styles ask for. Small capitals would double a font. */
const keepFeatures = 'calt ccmp clig kern liga locl mark mkmk rlig lnum tnum'.split(' ');

const options = { targetFormat: 'sfnt', noHinting: true, keepFeatures } as const;

/** Letters without which a font sets no language of this site. */
const needed = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'];

/**
 * Cuts a font to the letters of a face, at its weight, without hints. A font that has been cut before is in the cache,
 * because packing one takes as long as rendering a hundred pages.
 */
export async function cutFont(font: Uint8Array, role: FontRole, cacheDir: string): Promise<FontFace | FontProblem> {
  const key = hash('sha256', Buffer.concat([Buffer.from(`${version} ${role}\n`), font]), 'hex');
  const stored = await readChecked(path.join(getFontCacheDir({ cacheDir }), `${key}.json`));
  const cut = stored && (await readCutFont(cacheDir, key));
  if (stored && cut) return JSON.parse(Buffer.from(stored).toString()) as FontFace;
  return makeCut(font, role, { cacheDir, key });
}

/** Reads the bytes of a face that has been cut, as WOFF2. Undefined if they are missing or damaged. */
export async function readCutFont(cacheDir: string, key: string): Promise<Uint8Array | undefined> {
  return readChecked(path.join(getFontCacheDir({ cacheDir }), `${key}.woff2`));
}

/** Reads a face that has been cut, as a plain OpenType file. */
export async function readPlainFont(cacheDir: string, key: string): Promise<Uint8Array> {
  const woff2 = await readCutFont(cacheDir, key);
  if (!woff2) throw new Error('A font that was cut is not in the cache any more.');
  const { default: subsetFont } = await import('subset-font');
  return subsetFont(Buffer.from(woff2), everyday, options);
}

async function makeCut(
  font: Uint8Array,
  role: FontRole,
  { cacheDir, key }: { readonly cacheDir: string; readonly key: string },
): Promise<FontFace | FontProblem> {
  // Loaded only for a newsroom with fonts of its own.
  const { default: subsetFont } = await import('subset-font');
  const letters = role === 'italic' ? emphasis : everyday;
  const whole = await subsetFont(Buffer.from(font), letters, options).catch(() => undefined);
  if (!whole) return notAFont;
  const problem = checkFont(whole, role);
  if (problem) return problem;
  const variationAxes = placeOnAxes(whole, role);
  const cut = await subsetFont(whole, letters, { ...options, variationAxes });
  const woff2 = await subsetFont(cut, letters, { ...options, targetFormat: 'woff2' });
  const face: FontFace = {
    path: `/assets/${role}.${hash('sha256', woff2, 'hex').slice(0, 8)}.woff2`,
    key,
    sizeBytes: woff2.length,
    ...measure(cut),
  };
  await mkdir(getFontCacheDir({ cacheDir }), { recursive: true });
  await writeChecked(path.join(getFontCacheDir({ cacheDir }), `${key}.woff2`), woff2);
  await writeChecked(path.join(getFontCacheDir({ cacheDir }), `${key}.json`), Buffer.from(JSON.stringify(face)));
  return face;
}

const notAFont: FontProblem = {
  message: 'is not a font that can be read, or it is damaged',
  hint: 'Use a WOFF2, WOFF, TrueType or OpenType file.',
};

/** Finds what is wrong with a font that has been cut to our letters. */
function checkFont(font: Uint8Array, role: FontRole): FontProblem | undefined {
  const face = new Face(new Blob(font));
  const has = new Set(face.collectUnicodes());
  const missing = needed.filter((letter) => !has.has(letter.codePointAt(0) ?? 0));
  if (missing.length > 0)
    return {
      message: missing.length === needed.length ? 'has no Latin letters' : `lacks the letters ${missing.join(' ')}`,
      hint: 'Use a font, or the file of a font, with all letters from A to Z and all digits.',
    };
  const weight = getWeight(face);
  if (role === 'display' || weight <= 500) return undefined;
  return {
    message: `has no regular weight: its lightest is ${weight}`,
    hint: 'Use the file of weight 400.',
  };
}

/** Returns the weight of a font: the lightest, if it has several. */
function getWeight(face: Face): number {
  const { wght } = face.getAxisInfos();
  const table = face.referenceTable('OS/2');
  return wght?.min ?? (table ? new DataView(table.buffer, table.byteOffset).getUint16(4) : 400);
}

/** Returns a value for every axis that a font has: that of our faces, or the nearest one that it has. */
function placeOnAxes(font: Uint8Array, role: FontRole): Readonly<Record<string, number>> {
  const axes = Object.entries(new Face(new Blob(font)).getAxisInfos());
  return Object.fromEntries(
    axes.map(([tag, { min, max, default: usual }]) => [tag, Math.min(max, Math.max(min, places[role][tag] ?? usual))]),
  );
}

function measure(font: Uint8Array): Pick<FontFace, 'ascent' | 'descent' | 'lineGap' | 'width'> {
  const face = new Face(new Blob(font));
  const { ascender, descender, lineGap } = new Font(face).hExtents();
  const { upem } = face;
  return { ascent: ascender / upem, descent: -descender / upem, lineGap: lineGap / upem, width: measureWidth(face) };
}
