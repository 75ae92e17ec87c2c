import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Face, Logo } from '../core/face.ts';
import type { FontFace, FontFaces, FontRole } from '../core/font-faces.ts';
import type { LocalSite } from '../core/settings.ts';
import { iconPaths } from '../news/urls.ts';
import { cleanSvg } from './clean-svg.ts';
import { readCutFont } from './fonts/cut-font.ts';
import { replaceFontRules } from './fonts/render-font-css.ts';
import { renderThemeCss } from './render-theme-css.ts';

/** A newsroom with its face. */
export type FacedSite = Pick<LocalSite, 'contentDir' | 'cacheDir' | 'face'>;

/** Reads the files of a newsroom's face that pages load, by site path: drawings and fonts. */
export async function readFaceFiles(site: FacedSite): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const { logo, logoDark, icon, fonts = {} } = site.face;
  const drawings = [logo, logoDark, icon && { ...icon, path: iconPaths.vector }].filter(
    (drawing) => drawing !== undefined,
  );
  return new Map<string, string | Uint8Array>([
    ...(await Promise.all(drawings.map((drawing) => readDrawing(site, drawing)))),
    ...(await Promise.all(Object.values(fonts).map((font) => readFont(site, font)))),
  ]);
}

/** Returns the font that takes the place of ours. Slanted text takes that of our italic. */
export function getFont(fonts: FontFaces, role: FontRole): FontFace | undefined {
  return fonts[role] ?? (role === 'italic' ? fonts.text : undefined);
}

/** Returns the style sheet of every page with the face of a newsroom: its fonts in place of ours, its colours and logos. */
export function addFace(css: string, { fonts = {}, ...face }: Face, base: string): string {
  return replaceFontRules(css, fonts, base) + renderThemeCss(face);
}

async function readDrawing({ contentDir }: FacedSite, { file, path: at }: Pick<Logo, 'file' | 'path'>) {
  const clean = cleanSvg(await readFile(path.join(contentDir, file), 'utf8'));
  if ('problem' in clean) throw new Error(`${file} has changed: it has ${clean.problem}.`);
  return [at, clean.svg] as const;
}

async function readFont({ cacheDir }: FacedSite, font: FontFace) {
  const bytes = await readCutFont(cacheDir, font.key);
  if (!bytes) throw new Error(`The font ${font.path} is not in the cache any more.`);
  return [font.path, bytes] as const;
}
