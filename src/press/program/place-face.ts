import { hash } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { compiled } from '../../astro/compiled.ts';
import type { Logo } from '../../core/face.ts';
import { fontRoles, type FontFaces } from '../../core/font-faces.ts';
import type { LocalSite } from '../../core/settings.ts';
import { listFiles } from '../../disk/list-files.ts';
import { writeWithFolders } from '../../disk/write-with-folders.ts';
import { iconPaths } from '../../news/urls.ts';
import { cleanSvg } from '../../theme/clean-svg.ts';
import { readCutFont } from '../../theme/fonts/cut-font.ts';
import { replaceFontRules } from '../../theme/fonts/render-font-css.ts';
import { renderThemeCss } from '../../theme/render-theme-css.ts';
import { writeIcons } from '../output/icons.ts';

/** Marks the style sheet of every page. */
const mainSheet = '--palette-paper:';

/** Puts a newsroom's face into a program that has been placed for it: colours, logos, icons and fonts. */
export async function placeFace(
  folder: string,
  site: Pick<LocalSite, 'contentDir' | 'cacheDir' | 'url' | 'face'>,
): Promise<void> {
  const { face, contentDir, cacheDir } = site;
  const client = path.join(folder, compiled.client);
  for (const logo of [face.logo, face.logoDark]) if (logo) placeDrawing(client, contentDir, logo);
  const css = renderThemeCss(face);
  if (css !== '') changeSheet(folder, (text) => text + css);
  if (face.fonts) await placeFonts(folder, face.fonts, { cacheDir, base: new URL(site.url).pathname });
  const icon = path.join(client, iconPaths.vector);
  if (face.icon) placeDrawing(client, contentDir, { file: face.icon.file, path: iconPaths.vector });
  const { paper } = face.palettes.light;
  if (face.icon || css !== '') await writeIcons(icon, client, paper);
}

function placeDrawing(client: string, contentDir: string, { file, path: at }: Pick<Logo, 'file' | 'path'>): void {
  const clean = cleanSvg(readFileSync(path.join(contentDir, file), 'utf8'));
  if ('svg' in clean) writeWithFolders(path.join(client, at), clean.svg);
}

/** Puts fonts in the place of ours: their files, the names by which pages load them early, and their rules. */
async function placeFonts(
  folder: string,
  fonts: FontFaces,
  { cacheDir, base }: { readonly cacheDir: string; readonly base: string },
): Promise<void> {
  const client = path.join(folder, compiled.client);
  const ours = listFiles(path.join(client, 'assets'));
  for (const role of fontRoles) {
    const font = fonts[role] ?? (role === 'italic' ? fonts.text : undefined);
    const our = ours.find((file) => file.startsWith(`newsreader-${role}.`));
    if (!font) continue;
    const bytes = await readCutFont(cacheDir, font.key);
    if (our === undefined || !bytes) throw new Error(`The font for ${role} is lost.`);
    rmSync(path.join(client, 'assets', our));
    writeWithFolders(path.join(client, font.path), bytes);
    rename(folder, our, path.basename(font.path));
  }
  changeSheet(folder, (text) => replaceFontRules(text, fonts, base));
}

/** Changes the style sheet of every page. Browsers keep it for ever, so its name changes with it. */
function changeSheet(folder: string, change: (css: string) => string): void {
  const assets = path.join(folder, compiled.client, 'assets');
  const sheets = listFiles(assets).filter((file) => file.endsWith('.css'));
  const sheet = sheets.find((file) => readFileSync(path.join(assets, file), 'utf8').includes(mainSheet));
  if (sheet === undefined) throw new Error('The compiled program has no style sheet with the palette.');
  const text = change(readFileSync(path.join(assets, sheet), 'utf8').trimEnd());
  const renamed = sheet.replace(/\.[\w-]+\.css$/u, `.${hash('sha256', text, 'base64url').slice(0, 8)}.css`);
  writeFileSync(path.join(assets, sheet), `${text}\n`);
  renameSync(path.join(assets, sheet), path.join(assets, renamed));
  rename(folder, sheet, renamed);
}

/** Replaces the name of a file in the code of the program. */
function rename(folder: string, from: string, to: string): void {
  for (const file of listFiles(folder)) {
    if (!/\.m?js$/u.test(file)) continue;
    const code = readFileSync(path.join(folder, file), 'utf8');
    if (code.includes(from)) writeFileSync(path.join(folder, file), code.replaceAll(from, to));
  }
}
