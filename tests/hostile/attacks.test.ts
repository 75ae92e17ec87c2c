import { expect, it } from 'vitest';
import { convertInTime } from '../../src/content/reading/convert-text.ts';
import { limits } from '../../src/content/text/limits.ts';
import { createMarkdownChain } from '../../src/content/markdown/markdown.ts';
import { getOpening } from '../../src/content/reading/opening.ts';
import { makeAttacks } from '../support/attacks.ts';
import { createRandom } from '../support/random.ts';
import { words } from '../support/render-markdown.ts';

const chain = createMarkdownChain({ words, toHref: (path) => path, toMediaPath: (src) => src });
const file = 'articles/2024/11/flood.md';

it('ends with a text or with an issue that names the file, whatever is repeated up to the largest size', () => {
  const random = createRandom(15);
  const attacks = [...makeAttacks(limits.fileBytes - 1_000)].filter(() => random() < 0.006);
  expect(attacks.length).toBeGreaterThan(30);
  for (const { name, body } of attacks) {
    const { html, issues } = convertInTime({ file, yaml: '', yamlLine: 2, body, bodyLine: 9 }, chain);
    expect({ name, isDone: html !== undefined || issues.some((issue) => issue.file === file) }).toEqual({
      name,
      isDone: true,
    });
    expect(getOpening(body)?.length ?? 0).toBeLessThanOrEqual(limits.summaryLength.max);
  }
});
