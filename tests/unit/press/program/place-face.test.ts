import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { ownFace } from '../../../../src/core/face.ts';
import { listFiles } from '../../../../src/disk/list-files.ts';
import { writeWithFolders } from '../../../../src/disk/write-with-folders.ts';
import { placeFace } from '../../../../src/press/program/place-face.ts';
import { cutFont, readCutFont } from '../../../../src/theme/fonts/cut-font.ts';

const toRule = (name: string, style: string) =>
  `@font-face{font-family:Newsreader;src:url(/news/assets/newsreader-${name}.woff2)format("woff2");${style};font-display:optional}`;
const fallback =
  '@font-face{font-family:Newsreader Fallback;src:local(Georgia);font-weight:400;ascent-override:80.11%}';
const kept = `:root{--palette-paper:#fff}${toRule('display.b', 'font-weight:600')}`;
const files = {
  'client/assets/Page.old.css': `${kept}${toRule('text.a', 'font-weight:400')}${fallback}${toRule('italic.c', 'font-style:italic;font-weight:400')}\n`,
  'client/assets/newsreader-text.a.woff2': 'text',
  'client/assets/newsreader-display.b.woff2': 'display',
  'client/assets/newsreader-italic.c.woff2': 'italic',
  'server/entry.mjs': 'Page.old.css newsreader-text.a.woff2 newsreader-display.b.woff2 newsreader-italic.c.woff2',
};

it('puts a text face in the place of ours, whose slanted form stands in for italics', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'place-face-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [file, text] of Object.entries(files)) writeWithFolders(path.join(folder, file), text);
  const cacheDir = path.join(folder, 'cache');
  const font = await cutFont(readFileSync('tests/fixtures/themed/theme/fonts/texto.ttf'), 'text', cacheDir);
  if ('message' in font) throw new Error(font.message);
  const bytes = await readCutFont(cacheDir, font.key);

  const face = { ...ownFace, fonts: { text: font } };
  await placeFace(folder, { contentDir: folder, cacheDir, url: 'https://example.org/news/', face });

  const assets = listFiles(path.join(folder, 'client/assets'));
  const sheet = assets.find((file) => file.endsWith('.css')) ?? '';
  const name = path.basename(font.path);
  expect(assets.toSorted()).toEqual([sheet, 'newsreader-display.b.woff2', name].toSorted());
  expect(readFileSync(path.join(folder, 'client', font.path))).toEqual(bytes);
  expect(readFileSync(path.join(folder, 'server/entry.mjs'), 'utf8')).toBe(
    `${sheet} ${name} newsreader-display.b.woff2 ${name}`,
  );
  const css = readFileSync(path.join(folder, 'client/assets', sheet), 'utf8');
  expect(sheet).not.toBe('Page.old.css');
  expect(css.startsWith(`${kept}@font-face{font-family:Newsreader;src:url(/news${font.path})`)).toBe(true);
  expect(css).not.toMatch(/italic|80\.11%/u);
  expect(css.match(/@font-face/gu)).toHaveLength(4);
});
