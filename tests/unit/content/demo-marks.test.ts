import { globSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkPassage, listPassages, readDemoFacts, type DemoFacts } from '../../support/demo-facts.ts';

const demo = await readDemoFacts();
const ids = globSync('*/*/*.md', { cwd: 'content/articles' }).map((file) => file.replaceAll('\\', '/').slice(0, -3));

describe('the source marks of the demo edition', () => {
  it('are known of every story', () => {
    expect(Object.keys(demo).toSorted()).toEqual(ids.toSorted());
    expect(ids.length).toBeGreaterThan(50);
  });

  it.each(ids)('stand on every figure and quotation of %s, and each is supported by its facts', async (id) => {
    const passages = await listPassages(id);
    expect(passages.flatMap((passage) => checkPassage(passage, getStory(demo, id), id.slice(0, 4)))).toEqual([]);
    expect(passages.flatMap(({ marks }) => marks).length).toBeGreaterThan(5);
  });

  it.each([
    ['a mark of another source', { marks: [5] }, /has the mark 5, which its facts do not support/u],
    ['no mark', { marks: [] }, /has a figure or a quotation and no mark/u],
    ['another figure', { text: 'In Turkistan 693,767 voted.', marks: [1] }, /says 693767, which is in none/u],
    ['a quotation of nobody', { text: '“Yes”, they said.', marks: [1] }, /quotes “Yes”, which is in none/u],
    ['other first words', { key: 'None', marks: [1] }, /has no facts in the fixture/u],
  ])('are refused with %s', async (_, change, problem) => {
    const id = '2024/10/kazakhstan-nuclear-plant-referendum';
    const passage = (await listPassages(id)).find(({ text }) => text.startsWith('The highest number of votes'));
    if (!passage) throw new Error('The passage is gone.');
    expect(checkPassage({ ...passage, ...change }, getStory(demo, id), '2024').join('\n')).toMatch(problem);
  });
});

function getStory(facts: DemoFacts, id: string): DemoFacts[string] {
  return facts[id] ?? { sheet: '', facts: [], passages: {} };
}
