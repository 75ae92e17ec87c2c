import { Font, type Face } from 'harfbuzzjs';

/** The share of each character in English news, in ten-thousandths, as `@capsizecss/unpack` counts it. */
const shares: ReadonlyMap<string, number> = new Map([
  [' ', 1540],
  ...list('e922 t672 a668 i588 n578 o571 r526 s469 h351 l304 d298 c232 u207 m181 f170 p163 g155 y123 b114 w110'),
  ...list('v76 k46 x25 z11 j9 q8 T41 S41 A40 C31 M25 P23 I22 B20 U16 R15 F15 N14 H13 D13 L12 W12 G11 E11'),
  ...list('J9 O9 K7 V5 Y3 Z2 Q1 X1 ,83 .79 |38 [21 -18 \'14 "12 (10 )10 :8 ]7 =7 $2 ;1 /1 %1 á1 é1'),
]);

/** Digits, from 0 to 9. */
const digits = [53, 23, 26, 10, 8, 15, 7, 5, 7, 6];

function list(text: string): readonly (readonly [letter: string, share: number])[] {
  return text.split(' ').map((entry) => [entry.slice(0, 1), Number(entry.slice(1))]);
}

/** Returns the mean width of a character of running text, in ems. A letter that the font lacks counts as blank. */
export function measureWidth(face: Face): number {
  const font = new Font(face);
  const all = [...shares, ...digits.map((share, digit) => [String(digit), share] as const)];
  const sum = all.reduce((total, [letter, share]) => {
    const glyph = font.nominalGlyph(letter.codePointAt(0) ?? 0);
    return total + (glyph === undefined ? 0 : font.glyphHAdvance(glyph) * share);
  }, 0);
  // A whole number of units, as other tools give it.
  return Math.round(sum / 10_000) / face.upem;
}
