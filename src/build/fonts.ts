import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import subsetFont from 'subset-font';

/**
 * Cuts the site's three faces out of the variable Newsreader (SIL Open Font License): one for text, one for headlines and
 * bold words at a larger optical size, one italic. Run it with `npm run fonts` after an update of the font package; the
 * faces are kept in the repository, so that a build needs no font tools.
 */
const source = 'node_modules/@fontsource-variable/newsreader/files';
const target = 'src/styles/fonts';

const basicLatin = toRange(0x20, 0x7e);
const latin1 = toRange(0xa0, 0xff);
const punctuation = '–—‘’‚“”„†•…‹›€−';
const everyday = `${basicLatin}${latin1}${punctuation}ıŒœŠšŽž`;
/** Italics mark titles and ships in running text: they need fewer letters. */
const emphasis = `${basicLatin}${punctuation}\u00a0ÀÁÂÄÇÈÉÊËÍÑÓÖØÚÜàáâãäåæçèéêëíîïñóôõöøúûüß`;

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
  const face = await subsetFont(font, letters, { targetFormat: 'woff2', variationAxes: axes });
  await writeFile(path.join(target, `${name}.woff2`), face);
  process.stdout.write(`${name}.woff2  ${face.length} bytes\n`);
}

function toRange(first: number, last: number): string {
  return Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)).join('');
}
