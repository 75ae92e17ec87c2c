import { readFileSync } from 'node:fs';
import { Blob, Buffer, Direction, Face, Font, shape } from 'harfbuzzjs';
import { memoize, once } from '../core/memo.ts';
import { createLetter, type Letter } from './letter.ts';
import { readOutline } from './raster/outline.ts';
import { toRuns } from './text-runs.ts';

/** Subsets made by `src/cards/fonts.ts`. A letter is taken from the first font that has it. */
const faceNames = ['display', 'display-ext', 'display-viet', 'arabic'] as const;

interface CardFace {
  readonly font: Font;
  /** Units per em. */
  readonly unitsPerEm: number;
  readonly letters: ReadonlySet<number>;
  /** Returns the form of a glyph. Undefined for one that is blank, such as a space. */
  getLetter(glyph: number): Letter | undefined;
}

const facesFolder = new URL('./faces/', import.meta.url);

const getOurFaces = once((): readonly CardFace[] =>
  faceNames.map((name) => openFace(readFileSync(new URL(`${name}.ttf`, facesFolder)))),
);

function openFace(bytes: Uint8Array): CardFace {
  const face = new Face(new Blob(bytes));
  const font = new Font(face);
  return {
    font,
    unitsPerEm: face.upem,
    letters: new Set(face.collectUnicodes()),
    getLetter: memoize((glyph: number) => {
      const outline = readOutline(font.glyphToPath(glyph));
      return outline.length > 0 ? createLetter(outline, face.upem) : undefined;
    }),
  };
}

/** Invisible marks of direction and joining: HarfBuzz needs no glyph for them. */
const invisible = /\p{Default_Ignorable_Code_Point}/u;

/** The letters that cards are written with. */
export interface Letters {
  /** Returns whether all letters of a text can be drawn. */
  canWrite(text: string): boolean;
  /** Returns the width of a run of text, in ems. */
  measureText(text: string): number;
  /**
   * Shapes a line: in Arabic, for example, the form of a letter depends on its neighbours. Letters that no font has are
   * left out.
   */
  shapeLine(line: string, direction: 'ltr' | 'rtl'): ShapedLine;
}

/** Returns the letters of a newsroom's own font, given as an OpenType file, and of ours where that has none. */
export const getLetters: (font?: Uint8Array) => Letters = memoize((font) => {
  const faces = [...(font ? [openFace(font)] : []), ...getOurFaces()];
  const findFace = (letter: string) => faces.find(({ letters }) => letters.has(letter.codePointAt(0) ?? 0));
  const shapeLine = (line: string, direction: 'ltr' | 'rtl') => shapeRuns(toRuns(line, direction), findFace);
  return {
    canWrite: (text) => [...text].every((letter) => invisible.test(letter) || findFace(letter) !== undefined),
    measureText: memoize((text) => shapeLine(text, 'ltr').width, 20_000),
    shapeLine,
  };
}, 4);

/** A shaped line: letters with their positions, in ems. */
interface ShapedLine {
  readonly width: number;
  readonly glyphs: readonly {
    readonly letter: Letter;
    readonly x: number;
    readonly y: number;
  }[];
}

type FindFace = (letter: string) => CardFace | undefined;

function shapeRuns(runs: ReturnType<typeof toRuns>, findFace: FindFace): ShapedLine {
  const glyphs: ShapedLine['glyphs'][number][] = [];
  let x = 0;
  for (const run of runs) {
    const parts = splitByFace(run.text, findFace);
    for (const { face, text } of run.direction === 'rtl' ? parts.toReversed() : parts) {
      x += shapePart(face, text, run.direction, x, glyphs);
    }
  }
  return { width: x, glyphs };
}

function splitByFace(text: string, findFace: FindFace): readonly { readonly face: CardFace; readonly text: string }[] {
  const parts: { face: CardFace; text: string }[] = [];
  for (const letter of text) {
    const last = parts.at(-1);
    const isSame = last && (last.face.letters.has(letter.codePointAt(0) ?? 0) || invisible.test(letter));
    const face = isSame ? last.face : findFace(letter);
    if (isSame) last.text += letter;
    else if (face) parts.push({ face, text: letter });
  }
  return parts;
}

function shapePart(
  { font, unitsPerEm, getLetter }: CardFace,
  text: string,
  direction: 'ltr' | 'rtl',
  start: number,
  glyphs: ShapedLine['glyphs'][number][],
): number {
  const buffer = new Buffer();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  buffer.setDirection(direction === 'rtl' ? Direction.RTL : Direction.LTR);
  shape(font, buffer);
  let advance = 0;
  for (const { codepoint, xAdvance = 0, xOffset = 0, yOffset = 0 } of buffer.getGlyphInfosAndPositions()) {
    const letter = getLetter(codepoint);
    if (letter) glyphs.push({ letter, x: start + (advance + xOffset) / unitsPerEm, y: yOffset / unitsPerEm });
    advance += xAdvance;
  }
  return advance / unitsPerEm;
}
