import { describe, expect, it } from 'vitest';
import { listStyleSheets, readDeclarations, readPreludes, readStyleSheet } from '../../support/style-sheets.ts';

/** Values that are no literals, with what they are for. Numbers without a unit are factors. */
const free = [
  [/\b(?:auto|inherit|calc|min|max)\b/gu, 'words'],
  [/(?<![\w.-])-?[\d.]+(?:%|(?![\w.%]))/gu, 'parts of a width, factors, zero'],
  [/[-+*/(),\s]/gu, 'arithmetic'],
] as const;

const space = [
  [/(?<=max\(var\(--space-1\), )5px\b/gu, 'room for a finger, however small the text'],
  [/var\(--(?:space-[1-8]|gutter|column-gap)\)/gu, 'the scale'],
  [/var\(--(?:dot|seen)\)/gu, 'the size of a mark, the seen part of a map: other things stand by them'],
  [/(?<![\w.])0\.5px\b/gu, 'half of a hairline, which a mark lies on'],
  [/\b1lh\b/gu, 'a line of the text, which a mark stands in the middle of'],
  ...free,
] as const;

const text = [
  [/var\(--(?:text-(?:[1-8]|map)|leading-small|font-label)\)/gu, 'the scale'],
  [/\b600\b/gu, 'a weight, in the short form'],
  [/(?<![\w.])0\.\d+em\b/gu, 'code, note marks and printed addresses, smaller than the words they stand among'],
  ...free,
] as const;

const leading = [[/^(?:var\(--leading(?:-title|-heading|-small)?\)|[01])$/gu, 'the scale, one, nothing']] as const;

/** Which properties take their values from a scale. */
const scales = [
  [/^(?:scroll-)?(?:margin|padding)(?:-|$)|gap$|^inset|^(?:top|right|bottom|left)$/u, space],
  [/^font(?:-size)?$/u, text],
  [/^line-height$/u, leading],
] as const;

/** Colours are named in `tokens.css` alone; system colours are those of forced colours. */
const colour =
  /#[\da-f]{3,8}\b|\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch|color)a?\(|--palette-|\b(?:black|white|gr[ae]y|silver|red|maroon|orange|yellow|gold|olive|lime|green|teal|aqua|cyan|blue|navy|purple|pink|brown)\b/iu;

/** Returns what remains of a value without everything that a scale allows. */
function findLiteral(property: string, value: string): string {
  if (colour.test(value)) return value;
  const kinds = scales.find(([names]) => names.test(property))?.[1] ?? [[/.*/gsu, '']];
  return kinds.reduce((rest, [kind]) => rest.replaceAll(kind, ''), value.replace(/^inherit$/u, ''));
}

describe('the scales', () => {
  it.each([
    ['margin-block', '0.6rem 1rem'],
    ['padding', 'var(--space-2) 7px'],
    ['gap', '1em'],
    ['padding', '5px'],
    ['inset', 'auto 0 1.5rem'],
    ['inset-inline-start', 'calc(-1 * var(--space-5) - 0.28rem)'],
    ['margin-block-start', 'var(--space-9)'],
    ['font-size', '1.0625rem'],
    ['font-size', '14px'],
    ['font-size', '9.5pt'],
    ['font', '600 1rem / 1.4 var(--font-label)'],
    ['line-height', '1.45'],
    ['color', '#333'],
    ['background', 'rgb(0 0 0 / 50%)'],
    ['border', '1px solid grey'],
    ['fill', 'var(--palette-sea)'],
  ])('refuse a literal: %s: %s', (property, value) => {
    expect(findLiteral(property, value)).not.toBe('');
  });

  it.each([
    ['margin-inline', 'auto'],
    ['margin', '0'],
    ['padding-block', 'var(--space-4) var(--space-7)'],
    ['padding-block', 'max(var(--space-1), 5px)'],
    ['inset-inline-start', 'calc(-1 * var(--space-5) - var(--dot) / 2 - 0.5px)'],
    ['margin-left', 'calc(-50% * (1120 / var(--seen) - 1))'],
    ['font', '600 var(--text-1) / var(--leading-small) var(--font-label)'],
    ['font-size', '0.85em'],
    ['line-height', '1'],
    ['width', '4rem'],
    ['background', 'color-mix(in oklab, var(--color-here) 38%, var(--color-land))'],
  ])('allow %s: %s', (property, value) => {
    expect(findLiteral(property, value)).toBe('');
  });

  it.each(listStyleSheets().filter((file) => file !== 'tokens.css' && file !== 'fonts.css'))('hold in %s', (file) => {
    const css = readStyleSheet(file).replace(/@page \{[^}]*\}/u, '');
    const literals = readDeclarations(css).filter(({ property, value }) => findLiteral(property, value) !== '');
    expect(literals).toEqual([]);
  });

  it('have eight steps each, one above the other, all in use', () => {
    const tokens = readDeclarations(readStyleSheet('tokens.css'));
    const others = listStyleSheets().map(readStyleSheet).join('');
    for (const name of ['space', 'text']) {
      const steps = tokens.filter(({ property }) => property.startsWith(`--${name}-`)).slice(0, 8);
      expect(steps.map(({ property }) => property)).toEqual(
        [1, 2, 3, 4, 5, 6, 7, 8].map((step) => `--${name}-${step}`),
      );
      const sizes = steps.map(({ value }) => Number.parseFloat(value.replace(/^\D*/u, '')));
      expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
      for (const { property } of steps) expect(others).toContain(`var(${property})`);
    }
  });
});

describe('the breakpoints', () => {
  const others = listStyleSheets().filter((file) => file !== 'breakpoints.css');

  it('are three, named and used', () => {
    const names = [
      ...readStyleSheet('breakpoints.css').matchAll(/@custom-media (?<name>--\w+) \(width >= \d+rem\);/gu),
    ];
    expect(names.map(({ groups }) => groups?.['name'])).toEqual(['--medium', '--wide', '--full']);
    const conditions = others.flatMap((file) => readPreludes(readStyleSheet(file))).join('\n');
    for (const { groups } of names) expect(conditions).toContain(`(${groups?.['name'] ?? ''})`);
  });

  it.each(others)('have no other beside them in %s', (file) => {
    const conditions = readPreludes(readStyleSheet(file)).filter((prelude) => prelude.startsWith('@'));
    const widths = conditions.filter((condition) => /^@media.*\b(?:width|height)\b/su.test(condition));
    expect(widths).toEqual([]);
    const containers = conditions.filter((condition) => condition.startsWith('@container'));
    // A map with 840 and with all of its 1120 columns; a story whose map stands
    // beside the key points, one with a column beside its text, and with a rail as well.
    for (const condition of containers)
      expect(condition).toMatch(/\((?:width >= (?:34|52|57|70)rem|40rem <= width < 57rem)\)$/u);
  });
});
