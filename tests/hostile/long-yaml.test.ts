import { expect, it } from 'vitest';
import { parseWith } from '../../src/content/yaml/parse-with.ts';
import { createSchemas } from '../../src/content/schema/schema.ts';
import { storyFile } from '../support/write-newsroom.ts';

const schemas = createSchemas({ timeZone: 'UTC', language: 'en' });

it.each([
  ['brackets', `a: ${'['.repeat(90_000)}`],
  ['brackets with colons', `a: ${'[a: '.repeat(20_000)}`],
  ['quotation marks', 'title: "a\n'.repeat(9_000)],
  ['colons', 'title: a: b\n'.repeat(8_000)],
  ['lines without a colon', 'x\n'.repeat(45_000)],
  ['dashes', '- '.repeat(45_000)],
  ['tabs', '\t\n\t- x\n'.repeat(10_000)],
  ['one long text', `title: "${'a "b" '.repeat(16_000)}`],
])('front matter of 90 kB of %s is refused, and hangs nothing', (_, yaml) => {
  const { issues, value } = parseWith(schemas.article, { file: storyFile, yaml, yamlLine: 2 });
  expect(value).toBeUndefined();
  expect(issues.length).toBeGreaterThan(0);
});
