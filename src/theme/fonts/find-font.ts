import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { FontRole } from '../../core/font-faces.ts';
import type { FontProblem } from './cut-font.ts';

/** Files of a `@fontsource` package by what they hold, the best first. `opsz` and others are variable. */
const wanted: Readonly<Record<FontRole, readonly string[]>> = {
  text: ['400', 'opsz', 'wght', 'standard', 'full'],
  display: ['600', '700', 'opsz', 'wght', 'standard', 'full', '500', '800', '900', '400'],
  italic: ['400', 'opsz', 'wght', 'standard', 'full'],
};

/** Returns whether a name is that of a package, or of a file in one. */
export function isOfPackage(name: string): boolean {
  return name.startsWith('@');
}

/** Finds the file of a font that `site.yaml` names. */
export function findFont(contentDir: string, name: string, role: FontRole): string | FontProblem {
  if (!isOfPackage(name)) return findFile(contentDir, name);
  const [scope = '', id = '', ...rest] = name.split('/');
  const folder = findPackage(contentDir, `${scope}/${id}`);
  if (folder === undefined)
    return { message: 'is not installed', hint: `Run \`npm install ${scope}/${id}\` in the newsroom’s folder.` };
  return rest.length > 0 ? findFile(folder, rest.join('/')) : findInPackage(folder, role);
}

function findFile(folder: string, name: string): string | FontProblem {
  const file = path.join(folder, name);
  return existsSync(file)
    ? file
    : { message: 'does not exist', hint: 'Put the file in `theme/fonts/`, and name it with this path.' };
}

/** Finds a package as Node does: in the nearest `node_modules` above. */
function findPackage(from: string, name: string): string | undefined {
  const folder = path.join(from, 'node_modules', name);
  if (existsSync(folder)) return folder;
  const above = path.dirname(from);
  return above === from ? undefined : findPackage(above, name);
}

function findInPackage(folder: string, role: FontRole): string | FontProblem {
  const style = role === 'italic' ? 'italic' : 'normal';
  const files = existsSync(path.join(folder, 'files')) ? readdirSync(path.join(folder, 'files')) : [];
  const found = wanted[role]
    .map((weight) => files.find((file) => file.endsWith(`-latin-${weight}-${style}.woff2`)))
    .find((file) => file !== undefined);
  if (found !== undefined) return path.join(folder, 'files', found);
  return role === 'italic'
    ? { message: 'has no Latin italic of weight 400', hint: 'Name a package that has one, or leave `italic` out.' }
    : { message: 'has no Latin letters of weight 400', hint: 'Name another package, or one of its files.' };
}
