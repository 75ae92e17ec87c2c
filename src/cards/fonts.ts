import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { Blob, Buffer as Text, Face, Font, shape } from 'harfbuzzjs';
import subsetFont from 'subset-font';
import { basicLatin, emphasis, everyday, toRange } from '../theme/fonts/letters.ts';
import { removeSpacePairs } from './space-pairs.ts';

/**
 * Subsets the site's three fonts from the variable Newsreader (SIL Open Font License): one for text, one for headlines
 * and bold words at a larger optical size, one italic. Run it with `node src/desk/launch.mjs src/cards/fonts.ts` after
 * an update of the font package. The fonts are kept in the repository, so that a build needs no font tools.
 */
const source = 'node_modules/@fontsource-variable/newsreader/files';
const target = 'src/styles/fonts';

const faces = [
  { name: 'newsreader-text', file: 'newsreader-latin-opsz-normal', letters: everyday, axes: { wght: 400, opsz: 18 } },
  {
    name: 'newsreader-display',
    file: 'newsreader-latin-opsz-normal',
    letters: everyday,
    axes: { wght: 580, opsz: 36 },
  },
  { name: 'newsreader-italic', file: 'newsreader-latin-opsz-italic', letters: emphasis, axes: { wght: 400, opsz: 18 } },
] as const;

await mkdir(target, { recursive: true });
for (const { name, file, letters, axes } of faces) {
  const font = await readFile(path.join(source, `${file}.woff2`));
  const cut = await subsetFont(font, letters, { targetFormat: 'sfnt', variationAxes: axes });
  removeSpacePairs(cut, findSpaces(cut));
  const face = await subsetFont(cut, letters, { targetFormat: 'woff2' });
  await writeFile(path.join(target, `${name}.woff2`), face);
  process.stdout.write(`${name}.woff2  ${face.length} bytes\n`);
}

/**
 * Fonts for cards, which are pictures: no reader downloads them, so they have more letters. Arabic is Noto Naskh Arabic
 * (SIL Open Font License). Each is a plain OpenType file, as HarfBuzz requires.
 */
const cardTarget = 'src/cards/faces';
const extended = `${toRange(0x100, 0x24f)}${toRange(0x1e00, 0x1eff)}`;
const arabic = `${toRange(0x600, 0x6ff)}${basicLatin}«»،؛؟…–—\u00a0\u200c\u200d`;
const newsreader = '@fontsource-variable/newsreader/files/newsreader';
const cardFaces = [
  { name: 'display', file: `${newsreader}-latin-opsz-normal`, letters: everyday, axes: { wght: 580, opsz: 36 } },
  {
    name: 'display-ext',
    file: `${newsreader}-latin-ext-opsz-normal`,
    letters: extended,
    axes: { wght: 580, opsz: 36 },
  },
  {
    name: 'display-viet',
    file: `${newsreader}-vietnamese-opsz-normal`,
    letters: extended,
    axes: { wght: 580, opsz: 36 },
  },
  {
    name: 'arabic',
    file: '@fontsource-variable/noto-naskh-arabic/files/noto-naskh-arabic-arabic-wght-normal',
    letters: arabic,
    axes: { wght: 600 },
  },
] as const;

await mkdir(cardTarget, { recursive: true });
for (const { name, file, letters, axes } of cardFaces) {
  const font = await readFile(path.join('node_modules', `${file}.woff2`));
  const face = await subsetFont(font, letters, { targetFormat: 'sfnt', variationAxes: axes });
  if (name === 'display') removeSpacePairs(face, findSpaces(face));
  await writeFile(path.join(cardTarget, `${name}.ttf`), face);
  process.stdout.write(`${name}.ttf  ${face.length} bytes\n`);
}

/** Returns the numbers of the glyphs of a font's spaces. */
function findSpaces(file: Uint8Array): ReadonlySet<number> {
  const text = new Text();
  text.addText(' \u00a0');
  text.guessSegmentProperties();
  shape(new Font(new Face(new Blob(file))), text);
  return new Set(text.getGlyphInfos().map(({ codepoint }) => codepoint));
}
