import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareSites, findDifferences, readSiteBytes, type SiteBytes } from '../support/compare-sites.ts';
import { createRandom } from '../support/random.ts';
import { openRandomEditor, type RandomEditor } from '../support/random-edits.ts';
import { buildSite } from '../support/sites.ts';

/**
 * The number of edits between two builds. Rounds are numbered, and the number is the seed, so that a failing one can be
 * repeated alone.
 */
const editsARound = 18;
const rounds = [1, 2];

let folder = '';
let input = { contentDir: '', outDir: '' };

beforeAll(async () => {
  folder = await mkdtemp(path.resolve('node_modules/.cache/tests/random-'));
  input = { contentDir: path.join(folder, 'content'), outDir: path.join(folder, 'dist') };
  await cp('content', input.contentDir, { recursive: true });
  // Addresses come and go here, which would be errors in a newsroom with lists of addresses.
  await rm(path.join(input.contentDir, 'addresses'), { recursive: true });
  await build(input.outDir);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function build(outDir: string, args: readonly string[] = []): Promise<string> {
  const { exitCode, output } = await buildSite({ ...input, outDir }, args);
  if (exitCode !== 0) throw new Error(output);
  return output;
}

async function editSome(editor: RandomEditor): Promise<readonly string[]> {
  const done: string[] = [];
  for (let count = 0; count < editsARound; count += 1) done.push(await editor.edit());
  return done;
}

/**
 * Returns the addresses at which two sites differ. A part of the search index counts as the file that names all others.
 */
function listChanged(before: SiteBytes, after: SiteBytes): readonly string[] {
  return findDifferences(before, after)
    .filter((file) => !/^pagefind\/.+\/[^/]+\/|\.pf_manifest$|^\.gazetteer-/u.test(file))
    .map((file) => `https://gazetteer.example/${file.replace(/(^|\/)index\.html$/u, '$1')}`)
    .toSorted();
}

describe('a build after edits at random', () => {
  it.each(rounds)(
    'gives the same bytes as a clean build and tells every address that it has changed, and no other, round %i',
    async (round) => {
      const before = await readSiteBytes(input.outDir);
      const edits = await editSome(openRandomEditor(input.contentDir, createRandom(round)));
      const [clean, list] = [path.join(folder, `clean-${round}`), path.join(folder, 'changed.txt')];
      const output = await build(input.outDir, ['--changed', list]);
      await build(clean);
      expect({ edits, different: await compareSites(input.outDir, clean) }).toEqual({ edits, different: [] });
      expect(output).toMatch(/ [1-9]\d* of \d+ pages and feeds written/u);

      const told = (await readFile(list, 'utf8')).trim().split('\n').toSorted();
      expect({ edits, told }).toEqual({ edits, told: listChanged(before, await readSiteBytes(input.outDir)) });
    },
  );
});
