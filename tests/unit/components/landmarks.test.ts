import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

it('every part beside the text has a name, by which screen readers list it', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.astro'));
  const asides = files.flatMap((file) => readFileSync(path.join('src', file), 'utf8').match(/<aside\b[^>]*>/gu) ?? []);
  expect(asides.length).toBeGreaterThan(4);
  expect(asides.filter((tag) => !/ aria-label(?:ledby)?=/u.test(tag))).toEqual([]);
});
