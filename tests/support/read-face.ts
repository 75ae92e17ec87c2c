import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readTheme } from '../../src/theme/read-theme.ts';

/** Reads the face of a newsroom that has only some files in `theme/`. */
export async function readFace(files: Readonly<Record<string, string>>) {
  const contentDir = mkdtempSync(path.join(tmpdir(), 'gazetteer-theme-'));
  mkdirSync(path.join(contentDir, 'theme'));
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(contentDir, 'theme', name), text);
  const { face, issues } = await readTheme(contentDir, { cacheDir: tmpdir() });
  const lines = issues.map(
    ({ file, line, column, code, message, hint }) => `${file}:${line}:${column} ${code}: ${message} ${hint}`,
  );
  return { face, lines };
}
