import { readFile } from 'node:fs/promises';
import { Blob, Buffer, Face, Font, shape } from 'harfbuzzjs';
import subsetFont from 'subset-font';
import { describe, expect, it } from 'vitest';

const letters = ['ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz', '0123456789.,:;“”’()–'].join('');

/** Opens a font file, of any format, with the letters above. */
async function openFont(file: string): Promise<Font> {
  const sfnt = await subsetFont(await readFile(file), `${letters} \u00a0`, { targetFormat: 'sfnt' });
  return new Font(new Face(new Blob(sfnt)));
}

/** Returns the width of a text in units of the font. */
function measure(font: Font, text: string): number {
  const buffer = new Buffer();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  shape(font, buffer);
  return buffer.getGlyphInfosAndPositions().reduce((width, { xAdvance = 0 }) => width + xAdvance, 0);
}

describe('a word space', () => {
  it.each([
    'src/styles/fonts/newsreader-text.woff2',
    'src/styles/fonts/newsreader-display.woff2',
    'src/styles/fonts/newsreader-italic.woff2',
    'src/cards/faces/display.ttf',
  ])('of %s is as wide beside A, T, V, W and Y as beside any other letter', async (file) => {
    const font = await openFont(file);
    // It still kerns letters.
    expect(measure(font, 'AV')).toBeLessThan(measure(font, 'A') + measure(font, 'V'));
    for (const space of [' ', '\u00a0']) {
      const width = measure(font, space);
      const uneven = [...letters].filter(
        (letter) =>
          measure(font, letter + space) !== measure(font, letter) + width ||
          measure(font, space + letter) !== measure(font, letter) + width,
      );
      expect(uneven).toEqual([]);
    }
  });
});
