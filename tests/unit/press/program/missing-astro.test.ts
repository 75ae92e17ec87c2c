import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { explainMissingAstro } from '../../../../src/press/program/open-program.ts';

const toError = (name: string, code = 'ERR_MODULE_NOT_FOUND') =>
  Object.assign(new Error(`Cannot find package '${name}' imported from /paper/compile-program.js`), { code });

it('says how to install the Astro that the program was tested with', () => {
  const dir = mkdtempSync(path.join(tmpdir(), 'gazetteer-astro-'));
  writeFileSync(path.join(dir, 'package.json'), JSON.stringify({ peerDependencies: { astro: '7.3.5' } }));
  expect(explainMissingAstro(toError('astro'), dir)?.message).toBe(
    'Parts of pages in theme/ are compiled by Astro, which is not installed.\nRun `npm install --save-dev --save-exact astro@7.3.5`.',
  );
  expect(explainMissingAstro(toError('sharp'), dir)).toBeUndefined();
  expect(explainMissingAstro(toError('astro', 'EACCES'), dir)).toBeUndefined();
});

it('leaves the packages of this repository to npm ci', () => {
  expect(explainMissingAstro(toError('astro'))).toBeUndefined();
});
