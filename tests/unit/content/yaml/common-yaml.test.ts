import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSchemas } from '../../../../src/content/schema/schema.ts';
import { readCommonYaml } from '../../../../src/content/yaml/common-yaml.ts';
import { parseYaml } from '../../../../src/content/yaml/yaml.ts';
import { mutations, yamlPieces } from '../../../support/mutate.ts';

const { article } = createSchemas({ timeZone: 'UTC', language: 'en' });

/** Front matter in most of the forms that are read quickly. */
const common = `title: River floods “the old town”
summary: >-
  Water stood a metre high in the old town
  on Wednesday morning.
published: 2024-11-13T19:00:00+02:00
dateline: { place: Bucharest, region: "RO", at: [44.43, -26.1] }
topic: 'world'
regions: [RO, FR]
tags: ["arms control", nuclear risk, women's rights, 'a']
authors: [ world-desk ]
storylines: []
keyPoints:
- The first point.
- "The second point: 12."
sources:
  - title: A paper
    publisher: A house
    url: https://a.example/b
    published: 2024-11-12
  - { title: B, publisher: C }
image:
  src: bridge.jpg
  alt: A bridge
  credit: Us
  caption: It stands.
`;

/** Splits a line into its pieces, which two spaces separate. */
const split = (line: string) => line.split('  ');

const words = split(
  'a  NO  2024-11-13  https://a.example/  It rains  women’s  it\'s  a - b  -5  a"b  é  水  x\u00a0  a,b',
);
const signs = split('null  ~  a: b  a:  - a  #a  a #b  &a  *a  !a  |  >  @  `  %  ?  ,  [  }  \t  \\  a"');
const text = fc.oneof(
  { weight: 30, arbitrary: fc.constantFrom(...words) },
  { weight: 1, arbitrary: fc.constantFrom(...signs, '') },
);
const quoted = fc.tuple(fc.constantFrom('', '', '"', "'"), text).map(([mark, inner]) => mark + inner + mark);
const names = [...split('a  b  title  constructor  toString  c-d'), ...split('__proto__  e f  ü  1  "g"  null')];
const key = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...names.slice(0, 6)) },
  { weight: 1, arbitrary: fc.constantFrom(...names.slice(6)) },
);
const gap = fc.constantFrom('', ' ', ' ', '  ');
const indent = fc.constantFrom('  ', '  ', '  ', '    ', ' ', '');

/** Writes lines below others. */
const indentLines = (lines: string, space: string) => lines.replaceAll(/^/gmu, space);

/** Values in brackets, and lines of keys, lists and folded texts, of which few are wrong. */
const { lines } = fc.letrec<{ flow: string; block: string; item: string; lines: string }>((tie) => ({
  flow: fc.oneof(
    { maxDepth: 2, depthIdentifier: 'flow' },
    quoted,
    fc
      .tuple(fc.array(tie('flow'), { maxLength: 3 }), gap)
      .map(([items, space]) => `[${space}${items.join(`,${space}`)}]`),
    fc
      .tuple(fc.uniqueArray(key, { maxLength: 3 }), tie('flow'), gap)
      .map(([keys, value, space]) => `{${space}${keys.map((name) => `${name}: ${value}`).join(`,${space}`)}${space}}`),
  ),
  block: fc.oneof(
    { maxDepth: 2, depthIdentifier: 'block' },
    tie('flow').map((value) => ` ${value}`),
    fc.tuple(tie('lines'), indent).map(([inner, space]) => `\n${indentLines(inner, space)}`),
    fc
      .tuple(fc.array(tie('item'), { minLength: 1, maxLength: 3 }), indent)
      .map(([items, space]) => `\n${indentLines(items.join('\n'), space)}`),
    fc
      .tuple(fc.array(text, { minLength: 1, maxLength: 3 }), indent)
      .map(([texts, space]) => ` >-\n${indentLines(texts.join('\n'), space)}`),
  ),
  item: fc.oneof(
    tie('flow').map((value) => `- ${value}`),
    tie('lines').map((inner) => `- ${indentLines(inner, '  ').slice(2)}`),
  ),
  lines: fc
    .array(fc.tuple(key, tie('block')), { minLength: 1, maxLength: 4 })
    .map((entries) => entries.map(([name, value]) => `${name}:${value}`).join('\n')),
}));

describe('front matter that is read quickly', () => {
  it.each([
    ['mutated', mutations(common, yamlPieces), 0.15],
    ['random', lines, 0.15],
  ])('has the value and the issues that yaml gives, if it is %s', (_, texts, least) => {
    const [runs, read] = [1_500, { count: 0 }];
    const property = fc.property(texts, (yaml) => {
      const value = readCommonYaml(yaml);
      if (!value) return;
      read.count += 1;
      const source = { file: 'articles/a.md', yaml, yamlLine: 2 };
      expect(isDeepStrictEqual(parseYaml(source), { value, isPartial: false, issues: [] })).toBe(true);
      // A list in place of a text is an issue of both YAML and the schema.
      const isSound = article.safeParse(value).success;
      expect(isSound ? parseYaml(source, article).issues : []).toEqual([]);
    });
    fc.assert(property, { numRuns: runs, seed: 1 });
    expect(read.count / runs).toBeGreaterThan(least);
  });

  it('is that in common forms', () => {
    expect(readCommonYaml(common)).toStrictEqual(parseYaml({ file: '', yaml: common, yamlLine: 2 }).value);
  });

  it.each([
    ['an empty value', 'a:'],
    ['null', 'a: null'],
    ['a comment', 'a: b # c'],
    ['a comment line', '# a\nb: c'],
    ['an empty line', 'a: b\n\nc: d'],
    ['a space at the end', 'a: b '],
    ['a tab', 'a:\tb'],
    ['a text of several lines', 'a: b\n  c'],
    ['a text with its line ends', 'a: |\n  b'],
    ['an escape', 'a: "b\\n"'],
    ['a doubled quotation mark', "a: 'b''c'"],
    ['an anchor', 'a: &b c'],
    ['a tag', 'a: !b c'],
    ['a key twice', 'a: b\na: c'],
    ['a reserved key', '__proto__: a'],
    ['a key that is not a name', '"a": b'],
    ['a colon in brackets', 'a: [b: c]'],
    ['a bracket that is not closed', 'a: [b'],
    ['text after a bracket', 'a: [b] c'],
    ['nothing between commas', 'a: [b, , c]'],
    ['an indented first line', ' a: b'],
    ['a text alone', 'a'],
    ['a list alone', '- a'],
    ['the end of the document', 'a: b\n---'],
    ['brackets in many others', `a: ${'['.repeat(11)}${']'.repeat(11)}`],
    ['nothing', ''],
  ])('is not that with %s', (_, yaml) => {
    expect(readCommonYaml(yaml)).toBeUndefined();
  });
});
