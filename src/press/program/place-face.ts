import { hash } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { compiled } from '../../astro/compiled.ts';
import type { Logo } from '../../core/face.ts';
import type { LocalSite } from '../../core/settings.ts';
import { listFiles } from '../../disk/list-files.ts';
import { writeWithFolders } from '../../disk/write-with-folders.ts';
import { iconPaths } from '../../news/urls.ts';
import { cleanSvg } from '../../theme/clean-svg.ts';
import { renderThemeCss } from '../../theme/render-theme-css.ts';
import { writeIcons } from '../output/icons.ts';

/** Marks the style sheet of every page. */
const mainSheet = '--palette-paper:';

/** Puts a newsroom's face into a program that has been placed for it: colours, logos and icons. */
export async function placeFace(folder: string, site: Pick<LocalSite, 'contentDir' | 'face'>): Promise<void> {
  const { face, contentDir } = site;
  const client = path.join(folder, compiled.client);
  for (const logo of [face.logo, face.logoDark]) if (logo) placeDrawing(client, contentDir, logo);
  const css = renderThemeCss(face);
  if (css !== '') appendSheet(folder, css);
  const icon = path.join(client, iconPaths.vector);
  if (face.icon) placeDrawing(client, contentDir, { file: face.icon.file, path: iconPaths.vector });
  const { paper } = face.palettes.light;
  if (face.icon || css !== '') await writeIcons(icon, client, paper);
}

function placeDrawing(client: string, contentDir: string, { file, path: at }: Pick<Logo, 'file' | 'path'>): void {
  const clean = cleanSvg(readFileSync(path.join(contentDir, file), 'utf8'));
  if ('svg' in clean) writeWithFolders(path.join(client, at), clean.svg);
}

/** Appends rules to the style sheet of every page. Browsers keep it for ever, so its name changes with it. */
function appendSheet(folder: string, css: string): void {
  const assets = path.join(folder, compiled.client, 'assets');
  const sheets = listFiles(assets).filter((file) => file.endsWith('.css'));
  const sheet = sheets.find((file) => readFileSync(path.join(assets, file), 'utf8').includes(mainSheet));
  if (sheet === undefined) throw new Error('The compiled program has no style sheet with the palette.');
  const text = readFileSync(path.join(assets, sheet), 'utf8').trimEnd() + css;
  const renamed = sheet.replace(/\.[\w-]+\.css$/u, `.${hash('sha256', text, 'base64url').slice(0, 8)}.css`);
  writeFileSync(path.join(assets, sheet), `${text}\n`);
  renameSync(path.join(assets, sheet), path.join(assets, renamed));
  for (const file of listFiles(folder)) {
    if (!/\.m?js$/u.test(file)) continue;
    const code = readFileSync(path.join(folder, file), 'utf8');
    if (code.includes(sheet)) writeFileSync(path.join(folder, file), code.replaceAll(sheet, renamed));
  }
}
