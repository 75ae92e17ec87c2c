import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findDifferences, readSiteBytes, type SiteBytes } from '../support/compare-sites.ts';
import { writeSmallNewsroom } from '../support/edited-newsroom.ts';
import { createRandom } from '../support/random.ts';
import { openRandomEditor } from '../support/random-edits.ts';
import { buildSite, makeCache, testEpochSeconds } from '../support/sites.ts';

/** Another number tries other edits. */
const seed = Number(process.env['RANDOM_SEED'] ?? 1);
const steps = 5;
const random = createRandom(seed);

let folder = '';
const at = (name: string) => path.join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(path.resolve('node_modules/.cache/tests/random-'));
  await writeSmallNewsroom(at('content'));
  await makeCache(at('cache'));
  await build('content', 'dist', testEpochSeconds);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** All builds share a cache, but each content folder has its own part of it. */
async function build(content: string, dist: string, epochSeconds: number, args: readonly string[] = []) {
  const settings = { CACHE_DIR: at('cache'), SOURCE_DATE_EPOCH: String(epochSeconds) };
  const { exitCode, output } = await buildSite({ contentDir: at(content), outDir: at(dist), settings }, args);
  if (exitCode !== 0) throw new Error(output);
  return output;
}

/** Builds the same content where no build knows anything of it. */
async function buildClean(epochSeconds: number): Promise<SiteBytes> {
  for (const name of ['clean', 'clean-dist']) await rm(at(name), { recursive: true, force: true });
  const content = path.join('clean', String(epochSeconds));
  await cp(at('content'), at(content), { recursive: true });
  await build(content, 'clean-dist', epochSeconds);
  return readSiteBytes(at('clean-dist'));
}

/**
 * Returns the addresses at which two sites differ. A part of the search index counts as the file that names all others.
 */
function listChanged(before: SiteBytes, after: SiteBytes): readonly string[] {
  return findDifferences(before, after)
    .filter((file) => !/^pagefind\/.+\/[^/]+\/|\.pf_manifest$|^\.gazetteer-/u.test(file))
    .map((file) => new URL(file.replace(/(^|\/)index\.html$/u, '$1'), 'https://gazetteer.example/').href)
    .toSorted();
}

function readLines(text: string): readonly string[] {
  return text.split('\n').filter((line) => line !== '');
}

it(`a build after random edits gives the bytes of a clean one and tells every address that it has changed, and no other (RANDOM_SEED=${seed})`, async () => {
  const editor = openRandomEditor(at('content'), random);
  let epochSeconds = testEpochSeconds;
  let before = await readSiteBytes(at('dist'));
  let partial = 0;
  for (let step = 1; step <= steps; step += 1) {
    // From a minute to a day: what is under embargo appears and what expires goes, sometimes without any edit.
    epochSeconds += 60 + Math.floor(random() * 86_400);
    const edits: string[] = [];
    for (let left = Math.floor(random() * 4); left > 0; left -= 1) edits.push(await editor.edit(epochSeconds * 1000));
    const about = { seed, step, epochSeconds, edits };

    const [output, clean] = await Promise.all([
      build('content', 'dist', epochSeconds, ['--changed', at('changed.txt')]),
      buildClean(epochSeconds),
    ]);
    const after = await readSiteBytes(at('dist'));
    expect({ ...about, different: findDifferences(after, clean) }).toEqual({ ...about, different: [] });
    const told = readLines(await readFile(at('changed.txt'), 'utf8')).toSorted();
    expect({ ...about, told }).toEqual({ ...about, told: listChanged(before, after) });
    before = after;

    const [, written = '', total = ''] = / (\d+) of (\d+) pages and feeds written/u.exec(output) ?? [];
    if (Number(written) < Number(total)) partial += 1;
  }
  // Settings change every page; most edits must not.
  expect(partial).toBeGreaterThan(steps / 2);
}, 600_000);
