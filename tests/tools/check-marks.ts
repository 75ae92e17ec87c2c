import { readFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { isDeepStrictEqual } from 'node:util';
import { parse } from 'yaml';
import { z } from 'zod';
import {
  checkPassage,
  findFigures,
  findQuotes,
  listPassages,
  readDemoFacts,
  type Fact,
} from '../support/demo-facts.ts';

const sheetSchema = z.object({
  facts: z.array(z.object({ text: z.string(), source: z.array(z.number()) })),
  sources: z.array(z.object({ id: z.number(), url: z.string().nullish() })),
});
const storySchema = z.object({ sources: z.array(z.object({ url: z.string().nullish() })) });

/**
 * Reads the facts of a sheet in the form of the fixture.
 *
 * @param year the year of days that are written without one
 */
async function readSheet(
  file: string,
  year: string,
): Promise<{ facts: readonly Fact[]; urls: readonly (string | undefined)[] }> {
  const { facts, sources } = sheetSchema.parse(parse(await readFile(file, 'utf8')));
  const order = sources.map(({ id }) => id);
  return {
    facts: facts.map(({ text, source }) => ({
      sources: source.map((id) => order.indexOf(id) + 1),
      figures: [...findFigures(text, year)],
      quotes: [...findQuotes(text)],
    })),
    urls: sources.map(({ url }) => url ?? undefined),
  };
}

/** Compares every story and the fixture with the sheets, and returns what differs. */
async function checkAll(folder: string): Promise<readonly string[]> {
  const problems: string[] = [];
  let [passages, marks] = [0, 0];
  for (const [id, story] of Object.entries(await readDemoFacts())) {
    const year = id.slice(0, 4);
    const { facts, urls } = await readSheet(path.join(folder, story.sheet), year);
    if (!isDeepStrictEqual(facts, story.facts)) problems.push(`${id}: the fixture differs from ${story.sheet}`);
    const [, yaml = ''] = (await readFile(`content/articles/${id}.md`, 'utf8')).split('---\n');
    const named = storySchema.parse(parse(yaml)).sources.map(({ url }) => url ?? undefined);
    if (!isDeepStrictEqual(named, urls)) problems.push(`${id}: its sources differ from those of ${story.sheet}`);
    for (const passage of await listPassages(id)) {
      [passages, marks] = [passages + 1, marks + passage.marks.length];
      problems.push(
        ...checkPassage(passage, { ...story, facts: [...facts] }, year).map((problem) => `${id}: ${problem}`),
      );
    }
  }
  process.stdout.write(`${passages} passages with ${marks} marks, ${problems.length} problems.\n`);
  return problems;
}

// node tests/tools/check-marks.ts FOLDER compares the source marks of the demo edition with sheets of facts.
const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Name the folder of the fact sheets.');
const problems = await checkAll(folder);
for (const problem of problems) process.stdout.write(`${problem}\n`);
process.exitCode = problems.length > 0 ? 1 : 0;
