import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ink } from '../../../src/atlas/ink.ts';

it('has the colours of the page for what both draw', () => {
  // The default palette of pages; the one a reader chooses comes after it.
  const tokens = readFileSync('src/styles/tokens.css', 'utf8').replace(/@media[\s\S]*/u, '');
  const palette = new Map(
    [...tokens.matchAll(/--(?<name>palette-[\w-]+): (?<value>#\w+);/gu)].map(({ groups }) => [
      groups?.['name'],
      groups?.['value'],
    ]),
  );
  const read = (role: string) => {
    const pair = new RegExp(`--color-${role}: light-dark\\((?<light>[^,]+), (?<dark>[^;]+)\\);`, 'u').exec(
      tokens,
    )?.groups;
    return [pair?.['light'], pair?.['dark']].map((value) => palette.get(value?.replace(/^var\(--|\)$/gu, '')) ?? value);
  };
  expect({ land: read('land'), coast: read('coast'), here: read('here'), text: read('text') }).toEqual({
    land: ink.land,
    coast: ink.coast,
    here: ink.here,
    text: ink.text,
  });
  expect([palette.get('palette-sea'), palette.get('palette-night-sea')]).toEqual(ink.sea);
});

describe('land and sea', () => {
  const tokens = readFileSync('src/styles/tokens.css', 'utf8');
  const readBlock = (theme: string) => {
    const start = theme === '' ? 0 : tokens.lastIndexOf(`:root[data-reader~='theme-${theme}'] {\n    --palette-paper`);
    const block =
      start < 0 ? tokens.slice(tokens.indexOf(`theme-${theme}'] {\n    --palette-paper`)) : tokens.slice(start);
    return block.slice(0, block.indexOf('\n  }\n') < 0 || theme === '' ? 1400 : block.indexOf('\n  }\n'));
  };
  const read = (theme: string, name: string) =>
    new RegExp(`--palette-${name}: (?<value>#\\w+);`, 'u').exec(readBlock(theme))?.groups?.['value'] ?? '';

  it.each([
    ['', 'land', 'sea'],
    ['', 'night-land', 'night-sea'],
    ['sepia', 'land', 'sea'],
    ['contrast', 'land', 'sea'],
    ['contrast', 'night-land', 'night-sea'],
  ])('of the theme “%s” differ as %s and %s: at least 1.3 to 1', (theme, land, sea) => {
    expect(getContrast(toChannels(read(theme, land)), toChannels(read(theme, sea)))).toBeGreaterThanOrEqual(1.3);
  });

  it.each<[string, 0 | 1, (channel: number, index: number) => number]>([
    ['as they are, light', 0, (channel) => channel],
    ['as they are, dark', 1, (channel) => channel],
    ['multiplied with sepia paper', 0, (channel, index) => channel * (toChannels(read('sepia', 'paper'))[index] ?? 0)],
    ['filtered for high contrast, light', 0, (channel) => clamp((channel * 0.86 - 0.5) * 1.15 + 0.5)],
    ['filtered for high contrast, dark', 1, (channel) => clamp(channel * 1.7)],
  ])('in images, %s, differ by at least 1.3 to 1', (_of, scheme, change) => {
    const [land, sea] = [ink.land[scheme], ink.sea[scheme]].map((colour) => toChannels(colour).map(change));
    expect(getContrast(land ?? [], sea ?? [])).toBeGreaterThanOrEqual(1.3);
  });
});

function clamp(value: number): number {
  return Math.max(0, Math.min(1, value));
}

/** Red, green and blue, 0 to 1 each. */
function toChannels(colour: string): readonly number[] {
  const digits = colour.length === 4 ? colour.replace(/[^#]/gu, '$&$&') : colour;
  return [1, 3, 5].map((at) => Number.parseInt(digits.slice(at, at + 2), 16) / 255);
}

/** Source: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function getContrast(a: readonly number[], b: readonly number[]): number {
  const [light = 0, dark = 0] = [a, b].map(getLuminance).sort((one, other) => other - one);
  return (light + 0.05) / (dark + 0.05);
}

function getLuminance(channels: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = channels.map((value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
