import { hash } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { compiled } from '../../astro/compiled.ts';
import { ownFace } from '../../core/face.ts';
import { fontRoles, type FontFaces } from '../../core/font-faces.ts';
import type { LocalSite } from '../../core/settings.ts';
import { listFiles } from '../../disk/list-files.ts';
import { writeWithFolders } from '../../disk/write-with-folders.ts';
import { iconPaths } from '../../news/urls.ts';
import { addFace, getFont, readFaceFiles, type FacedSite } from '../../theme/face-files.ts';
import { writeIcons } from '../output/icons.ts';

/** Marks the style sheet of every page. */
const mainSheet = '--palette-paper:';

/** Puts a newsroom's face into a program that has been placed for it: colours, logos, icons and fonts. */
export async function placeFace(folder: string, site: FacedSite & Pick<LocalSite, 'url'>): Promise<void> {
  const { face } = site;
  const client = path.join(folder, compiled.client);
  if (face.fonts) removeOurFonts(folder, face.fonts);
  for (const [sitePath, bytes] of await readFaceFiles(site)) writeWithFolders(path.join(client, sitePath), bytes);
  changeSheet(folder, (css) => addFace(css, face, new URL(site.url).pathname));
  const { paper } = face.palettes.light;
  if (face.icon || paper !== ownFace.palettes.light.paper)
    await writeIcons(path.join(client, iconPaths.vector), client, paper);
}

/** Removes fonts of ours that others take the place of, and changes the names by which pages load them early. */
function removeOurFonts(folder: string, fonts: FontFaces): void {
  const assets = path.join(folder, compiled.client, 'assets');
  const ours = listFiles(assets);
  for (const role of fontRoles) {
    const font = getFont(fonts, role);
    const our = ours.find((file) => file.startsWith(`newsreader-${role}.`));
    if (!font) continue;
    if (our === undefined) throw new Error(`The compiled program has no font for ${role}.`);
    rmSync(path.join(assets, our));
    rename(folder, our, path.basename(font.path));
  }
}

/** Changes the style sheet of every page. Browsers keep it for ever, so its name changes with it. */
function changeSheet(folder: string, change: (css: string) => string): void {
  const assets = path.join(folder, compiled.client, 'assets');
  const sheets = listFiles(assets).filter((file) => file.endsWith('.css'));
  const sheet = sheets.find((file) => readFileSync(path.join(assets, file), 'utf8').includes(mainSheet));
  if (sheet === undefined) throw new Error('The compiled program has no style sheet with the palette.');
  const before = readFileSync(path.join(assets, sheet), 'utf8').trimEnd();
  const text = change(before);
  if (text === before) return;
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
