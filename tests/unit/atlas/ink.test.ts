import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
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
