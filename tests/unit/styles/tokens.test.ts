import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { getDictionary } from '../../../src/i18n/dictionary.ts';
import { toReadingSettingsWords } from '../../../src/components/reading-settings.ts';
import { looks as faceLooks, ownFace, paletteNames, type ColourRole } from '../../../src/core/face.ts';
import { findContrastFailures } from '../../../src/theme/contrast.ts';
import { listReadingSettings } from '../../../src/reader/reading-settings.ts';

const tokens = readFileSync('src/styles/tokens.css', 'utf8').replace(/\/\*[\s\S]*?\*\//gu, '');

type Colours = ReadonlyMap<string, string>;

/** Collects the custom properties of the rules that a pattern names. */
function readProperties(rules: RegExp): Colours {
  return new Map(
    [...tokens.matchAll(rules)].flatMap(({ groups }) =>
      [...(groups?.['body'] ?? '').matchAll(/--(?<name>[\w-]+): (?<value>[^;]+);/gu)].map(
        (match) => [match.groups?.['name'] ?? '', match.groups?.['value'] ?? ''] as const,
      ),
    ),
  );
}

const usual = readProperties(/^:root \{(?<body>[^}]*)\}/gmu);

function readPalette(theme: string): Colours {
  return readProperties(new RegExp(`:root\\[data-reader~='theme-${theme}'\\] \\{(?<body>[^}]*)\\}`, 'gu'));
}

const more = readProperties(/:root:not\(\[data-reader\*='theme-'\]\) \{(?<body>[^}]*)\}/gu);
const paper = readProperties(/@media print \{\s*:root \{(?<body>[^}]*)\}/gu);

/** Every look that a page can have. */
const looks: readonly (readonly [name: string, scheme: 'light' | 'dark', palette: Colours])[] = [
  ['light', 'light', new Map()],
  ['dark', 'dark', new Map()],
  ['sepia', 'light', readPalette('sepia')],
  ['high contrast, light', 'light', readPalette('contrast')],
  ['high contrast, dark', 'dark', readPalette('contrast')],
  ['the device’s wish for more contrast, light', 'light', more],
  ['the device’s wish for more contrast, dark', 'dark', more],
  ['print', 'light', paper],
];

function resolve(value: string, scheme: 'light' | 'dark', palette: Colours): string {
  const pair = /^light-dark\((?<light>.+), (?<dark>.+)\)$/u.exec(value)?.groups;
  if (pair) return resolve(pair[scheme] ?? '', scheme, palette);
  const name = /^var\(--(?<name>[\w-]+)\)$/u.exec(value)?.groups?.['name'];
  if (name === undefined) return value;
  return resolve(palette.get(name) ?? usual.get(name) ?? '', scheme, palette);
}

/** Relative luminance, as WCAG 2.2 defines it. */
function toLuminance(colour: string): number {
  const digits = /^#(?<digits>[\da-f]{3}|[\da-f]{6})$/u.exec(colour)?.groups?.['digits'];
  if (digits === undefined) throw new Error(`${colour} is no colour that this test reads.`);
  const long = digits.length === 3 ? digits.replace(/./gu, '$&$&') : digits;
  const [red = 0, green = 0, blue = 0] = [0, 2, 4]
    .map((at) => Number.parseInt(long.slice(at, at + 2), 16) / 255)
    .map((share) => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function toContrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [toLuminance(a), toLuminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

function createContrast(scheme: 'light' | 'dark', palette: Colours) {
  const get = (role: string) => resolve(`var(--color-${role})`, scheme, palette);
  return (text: string, ground: string) => toContrast(get(text), get(ground));
}

describe.each(looks)('in %s', (_name, scheme, palette) => {
  const contrast = createContrast(scheme, palette);

  it.each([
    ['text', 'page'],
    ['text', 'wash'],
    ['text', 'mark'],
    ['text-muted', 'page'],
    ['link', 'page'],
    ['on-here', 'here'],
  ])('%s on %s has AAA, 7 to 1', (text, ground) => {
    expect(contrast(text, ground)).toBeGreaterThanOrEqual(7);
  });

  it.each([
    ['text-muted', 'wash'],
    ['link', 'wash'],
    ['correction', 'page'],
    ['text-muted', 'mark'],
    ['link', 'mark'],
  ])('%s on %s, in the smallest label, has AA, 4.5 to 1', (text, ground) => {
    expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it('has edges of controls that are seen, 3 to 1', () => {
    expect(contrast('control', 'page')).toBeGreaterThanOrEqual(3);
  });
});

it.each(['light', 'dark'] as const)(
  'has with high contrast 10 to 1 for all text, and rules that are seen, in %s',
  (scheme) => {
    const contrast = createContrast(scheme, readPalette('contrast'));
    for (const role of ['text', 'text-muted', 'link']) expect(contrast(role, 'page')).toBeGreaterThan(10);
    expect(contrast('rule', 'page')).toBeGreaterThanOrEqual(4.5);
  },
);

it('has a palette of its own for sepia and for high contrast', () => {
  expect(readPalette('sepia').size).toBeGreaterThan(8);
  expect(readPalette('contrast').size).toBeGreaterThan(16);
  expect(more.size).toBeGreaterThan(3);
  expect(paper.size).toBeGreaterThan(3);
});

describe('the reading settings', () => {
  it.each(['small', 'large', 'larger', 'largest'])('let headlines grow by a fifth at most with %s text', (size) => {
    const [rule = ''] = new RegExp(`:root\\[data-reader~='size-${size}'\\] \\{[^}]*\\}`, 'u').exec(tokens) ?? [];
    const text = Number(/font-size: (?<percent>[\d.]+)%/u.exec(rule)?.groups?.['percent']) / 100;
    const headlines = text * Number(/--grow: (?<factor>[\d.]+);/u.exec(rule)?.groups?.['factor'] ?? 1);
    expect(headlines).toBeGreaterThan(0.85);
    expect(headlines).toBeLessThanOrEqual(1.201);
  });

  const settings = listReadingSettings(toReadingSettingsWords(getDictionary('en')));
  const values = settings.flatMap(({ choices }) => choices.map(({ value }) => value)).filter(Boolean);

  it('have a rule for every choice, and a choice for every rule', () => {
    const ruled = [...tokens.matchAll(/\[data-reader~='(?<value>[\w-]+)'\]/gu)].map(({ groups }) => groups?.['value']);
    expect([...new Set(ruled)].sort()).toEqual([...values].sort());
  });

  it.each(['en', 'es', 'ar'])('have a word in %s for every choice, and no other', (language) => {
    const dictionary = getDictionary(language);
    const shown = listReadingSettings(toReadingSettingsWords(dictionary));
    expect(
      Object.fromEntries(shown.map(({ name, title, choices }) => [name, [title, ...choices.map(({ text }) => text)]])),
    ).toEqual(
      Object.fromEntries(Object.entries(dictionary.settings).map(([name, texts]) => [name, Object.values(texts)])),
    );
  });

  it('have one usual choice each, without a word', () => {
    expect(settings.map(({ name, choices }) => [name, choices.filter(({ value }) => value === '').length])).toEqual([
      ['size', 1],
      ['spacing', 1],
      ['width', 1],
      ['theme', 1],
    ]);
  });
});

describe.each(faceLooks)('our own palette for maps, cards and newsrooms, in the look %s', (look) => {
  const theme = look.replace('-dark', '');
  const palette = theme === 'light' || theme === 'dark' ? new Map<string, string>() : readPalette(theme);
  const night = look.endsWith('dark') ? 1 : 0;

  it.each(Object.entries(paletteNames))('is that of the page: %s', (role, names) => {
    const name = `palette-${names[night]}`;
    const colour = palette.get(name) ?? usual.get(name) ?? '';
    const long = colour.length === 4 ? colour.replaceAll(/[^#]/gu, '$&$&') : colour;
    expect(ownFace.palettes[look][role as ColourRole]).toBe(long);
  });

  it('differs enough by the rules that newsrooms’ colours are held to', () => {
    expect(findContrastFailures(look, ownFace.palettes[look])).toEqual([]);
  });
});
