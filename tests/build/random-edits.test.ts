import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareSites } from '../support/compare-sites.ts';
import { createRandom } from '../support/random.ts';
import { openRandomEditor, type RandomEditor } from '../support/random-edits.ts';
import { buildSite } from '../support/sites.ts';

/** Edits between two builds; rounds are numbered, and the number is the seed: a failing one can be repeated alone. */
const editsARound = 7;
const rounds = [1, 2, 3, 4, 5];

let folder = '';
let input = { contentDir: '', outDir: '' };

beforeAll(async () => {
  folder = await mkdtemp(path.resolve('node_modules/.cache/tests/random-'));
  input = { contentDir: path.join(folder, 'content'), outDir: path.join(folder, 'dist') };
  await cp('content', input.contentDir, { recursive: true });
  // Addresses come and go here, which a newsroom that keeps lists of them would be told.
  await rm(path.join(input.contentDir, 'addresses'), { recursive: true });
  await build(input.outDir);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function build(outDir: string): Promise<string> {
  const { exitCode, output } = await buildSite({ ...input, outDir });
  if (exitCode !== 0) throw new Error(output);
  return output;
}

async function editSome(editor: RandomEditor): Promise<readonly string[]> {
  const done: string[] = [];
  for (let count = 0; count < editsARound; count += 1) done.push(await editor.edit());
  return done;
}

describe('a build after edits at random', () => {
  it.each(rounds)('gives the same bytes as a clean build, round %i', async (round) => {
    const edits = await editSome(openRandomEditor(input.contentDir, createRandom(round)));
    const output = await build(input.outDir);
    const clean = path.join(folder, `clean-${round}`);
    await build(clean);
    expect({ edits, different: await compareSites(input.outDir, clean) }).toEqual({ edits, different: [] });
    expect(output).toMatch(/ [1-9]\d* of \d+ pages and feeds written/u);
  });

  it('tells every address that it has changed, and no other', async () => {
    const before = path.join(folder, 'before');
    await cp(input.outDir, before, { recursive: true });
    await openRandomEditor(input.contentDir, createRandom(99)).edit();
    const list = path.join(folder, 'changed.txt');
    await buildSite(input, ['--changed', list]);
    const told = (await readFile(list, 'utf8')).trim().split('\n');
    const differing = (await compareSites(before, input.outDir)).filter(
      (file) => !/^pagefind\/.+\/[^/]+\/|\.pf_manifest$/u.test(file),
    );
    const wanted = differing.map((file) => `https://gazetteer.example/${file.replace(/(^|\/)index\.html$/u, '$1')}`);
    expect(told.toSorted()).toEqual(wanted.toSorted());
    expect(existsSync(path.join(input.outDir, 'index.html'))).toBe(true);
  });
});
