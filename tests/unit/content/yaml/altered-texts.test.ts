import { describe, expect, it } from 'vitest';
import { splitFrontMatter } from '../../../../src/content/text/front-matter.ts';
import { parsePage } from '../../../../src/content/reading/page.ts';
import { parseWith } from '../../../../src/content/yaml/parse-with.ts';
import { createSchemas } from '../../../../src/content/schema/schema.ts';
import { isIssue } from '../../../../src/content/text/text-file.ts';
import { createFieldLocator } from '../../../../src/content/yaml/yaml.ts';
import type { Issue } from '../../../../src/core/issue.ts';
import { storyFile, toStory } from '../../../support/write-newsroom.ts';

const schemas = createSchemas({ timeZone: 'UTC', language: 'en' });

function readText(text: string) {
  const source = splitFrontMatter({ file: storyFile, text });
  if (isIssue(source)) throw new Error(source.message);
  const reading = parsePage('articles', source, schemas);
  const locate = createFieldLocator(source);
  const issues = reading.issues.map((issue) =>
    issue.line > 0 ? issue : { ...issue, ...locate(issue.field ?? [], false) },
  );
  return { ...reading, issues };
}

const read = (keys: Readonly<Record<string, string | null>>) => readText(toStory(keys));

/** `line:column code hint` of every issue. */
function summarise(issues: readonly Issue[]): readonly string[] {
  return issues.map(({ line, column, code, hint }) => `${line}:${column} ${code} ${hint}`);
}

describe('a text keeps its exact characters', () => {
  it.each([
    '007',
    '1.10',
    '1_000',
    '1e3',
    '0x1F',
    'Yes',
    'no',
    'true',
    '2024-11-05',
    '12:30',
    '.nan',
    'C# and F#',
    'It’s “so”',
    '“Flood”',
    "It's",
    'a:b',
    '--- x',
    '... x',
    'R&D, 100% *bold*',
    '12\u00a0km, 5\u202f€',
    '東京\u3000大阪',
  ])('%s', (title) => {
    expect(read({ title, tags: `[ok, ${JSON.stringify(title)}]`, credit: title })).toMatchObject({
      value: { title, credit: title, tags: ['ok', title] },
      issues: [],
    });
  });

  it.each([
    ['lines that go on', 'Water stood\n  a metre high', 'Water stood a metre high'],
    ['a block', '|\n  Ticket #5\n  a: b', 'Ticket #5 a: b'],
    ['a folded block', '>- # remark\n  Ticket #5', 'Ticket #5'],
    ['double quotation marks and a remark', '"Ticket #5" # to do', 'Ticket #5'],
    ['single quotation marks', "'It''s #5'", "It's #5"],
    ['escapes that programs write', '"\\u2019Tis \\"so\\" \\\\ done\\n"', '’Tis "so" \\ done'],
    ['spaces at both ends', '  a  b  ', 'a b'],
    ['a tab', '\tRain\tfalls', 'Rain falls'],
  ])('in %s', (_, title, expected) => {
    expect(read({ title })).toMatchObject({ value: { title: expected }, issues: [] });
  });

  it('or is an issue with the whole line to write', () => {
    const lines: readonly (readonly [yaml: string, line: string])[] = [
      ['Ticket #5 goes to Boston', '"Ticket #5 goes to Boston"'],
      ['Ticket # 5', '"Ticket # 5"'],
      ['Ticket\t#5', '"Ticket\t#5"'],
      ['The "quoted" #5', `'The "quoted" #5'`],
      ['#metoo', '"#metoo"'],
      ['&amp more', '"&amp more"'],
      ['!important', '"!important"'],
      ['! important', '"! important"'],
      ['!!binary aGVsbG8=', '"!!binary aGVsbG8="'],
      ['!!str 7', '"!!str 7"'],
      ['*bold*', '"*bold*"'],
      ['"C:\\new"', "'C:\\new'"],
      ['"C:\\Library \\"x\\""', `'C:\\Library "x"'`],
      ['[UPDATED]', '"[UPDATED]"'],
      ['{x}', '"{x}"'],
    ];
    const hints = lines.map(([yaml]) => read({ title: yaml }).issues.map(({ line, hint }) => `${line} ${hint}`));
    const expected = lines.map(([, line]) => [expect.stringContaining(`2 Write \`title: ${line}\`.`)]);
    expect(hints).toEqual(expected);
    expect(lines.filter(([yaml]) => read({ title: yaml }).value !== undefined)).toEqual([]);
  });

  it.each(['~', 'null', 'Null', 'NULL'])('or is said to be nothing: %s', (title) => {
    expect(read({ title }).issues).toMatchObject([
      {
        code: 'altered-text',
        message: `YAML reads \`${title}\` as no value.`,
        hint: `Delete the line, or write \`title: "${title}"\` if you mean the word.`,
      },
    ]);
  });

  it.each([
    ['a key point', { keyPoints: '\n  - River #2 rose\n  - b' }, '9:5', '- "River #2 rose"'],
    ['a key point with a colon', { keyPoints: '\n  - Minister: we pay\n  - b' }, '9:5', '- "Minister: we pay"'],
    ['a tag', { tags: '[a, "C:\\new", b]' }, '8:11', "tags: [a, 'C:\\new', b]"],
    ['a tag behind a comma', { tags: '\n  [a, #b\n  c]' }, '9:4', '"#b"'],
    ['a tag behind a dash', { tags: '\n  - a\n  - #b' }, '10:5', '- "#b"'],
    ['a dateline', { dateline: '\n  place: Boston #5\n  region: US' }, '9:10', 'place: "Boston #5"'],
    ['a source', { sources: '\n  - title: A\n    publisher: B #2' }, '10:16', 'publisher: "B #2"'],
    [
      'a correction',
      { corrections: '\n  - kind: update\n    date: 2024-11-14\n    text: Room #3' },
      '11:11',
      'text: "Room #3"',
    ],
    [
      'a caption',
      { image: '\n  src: a.png\n  alt: A\n  credit: Us\n  caption: Room #3' },
      '12:12',
      'caption: "Room #3"',
    ],
  ])('or is an issue of %s', (_, keys, at, line) => {
    const [issue, ...others] = read(keys).issues.filter(({ code }) => code !== 'unknown-place');
    expect(others).toEqual([]);
    expect(`${issue?.line}:${issue?.column} ${issue?.hint}`).toContain(`${at} Write \`${line}\`.`);
    expect(['altered-text', 'wrong-type']).toContain(issue?.code);
  });

  it('or is an issue of a list that was indented too far', () => {
    expect(read({ keyPoints: '\n  - One\n    - Two' }).issues).toMatchObject([
      {
        code: 'altered-text',
        line: 9,
        message: 'YAML joins the line `- Two` to the text above it.',
        hint: 'Indent it like the line above: `  - Two`.',
      },
    ]);
  });

  it.each([
    ['names', 'names:\n  CD: DR Congo #1\n', '2:7'],
    ['titles of groups', 'groups:\n  sahel: { title: &a Sahel, members: [ML] }\n', '2:22'],
  ])('or is an issue of places.yaml: %s', (_, yaml, at) => {
    const { issues } = parseWith(schemas.places, { file: 'places.yaml', yaml, yamlLine: 1 });
    expect(issues.map(({ code, line, column }) => `${code} ${line}:${column}`)).toEqual([`altered-text ${at}`]);
  });

  it('while remarks after values that are not text are remarks', () => {
    const keys = {
      status: 'draft # until Friday',
      topic: 'health #5',
      regions: '[RO] # and more',
      aliases: '\n  - /a/ # old',
    };
    expect(read(keys)).toMatchObject({ value: { status: 'draft', topic: 'health' }, issues: [] });
  });

  it('while a tag on a value that is not text cannot be read', () => {
    expect(read({ status: '!js draft' }).issues).toMatchObject([{ code: 'invalid-yaml', line: 8, column: 9 }]);
  });

  it('while a key without a value is as if it were not there', () => {
    expect(read({ updated: '', tags: '', lang: 'null', credit: '""' }).issues).toMatchObject([
      { code: 'too-short', field: ['credit'] },
    ]);
    expect(summarise(read({ title: '' }).issues)).toEqual(['2:8 missing-key Write one, or delete the line.']);
  });
});

describe('a line that YAML cannot read is an issue with the whole line to write', () => {
  it.each([
    ['Flood: the river rose', '"Flood: the river rose"'],
    ['[UPDATED] Flood', '"[UPDATED] Flood"'],
    ['{x} Flood', '"{x} Flood"'],
    ['*Exclusive* Flood', '"*Exclusive* Flood"'],
    ['"Yes" says the mayor', `'"Yes" says the mayor'`],
    ['"Yes," he says, "no"', `'"Yes," he says, "no"'`],
    ['"He said "yes" today"', `'He said "yes" today'`],
    ["'It's raining'", '"It\'s raining"'],
    ["'Tis the season", '"\'Tis the season"'],
    ["'90s are back", '"\'90s are back"'],
    ['"River floods', '"River floods"'],
    ['"C:\\docs"', "'C:\\docs'"],
    ['@mayor speaks', '"@mayor speaks"'],
    ['`code` speaks', '"`code` speaks"'],
    ['%5 more', '"%5 more"'],
    ['- 5 degrees', '"- 5 degrees"'],
    ['>50 dead', '">50 dead"'],
    ['| x', '"| x"'],
    ['? what', '"? what"'],
    [', so', '", so"'],
    ['] x', '"] x"'],
    ['& more', '"& more"'],
    ['Flood: Ticket #5: more', '"Flood: Ticket #5: more"'],
    ['River\nfloods', '"River floods"'],
    ['River # high\n  floods', '"River # high floods"'],
  ])('title: %s', (title, line) => {
    const { value, known, issues } = read({ title });
    expect(summarise(issues)).toEqual([`2:8 invalid-yaml Write \`title: ${line}\`.`]);
    expect(value).toBeUndefined();
    expect(known).toMatchObject({ title: expect.any(String), topic: 'health', regions: ['RO'] });
  });

  it.each([
    ['title Flood', 'title: Flood'],
    ['title:Flood', 'title: Flood'],
    ['title：Flood', 'title: Flood'],
    ['title:\u00a0Flood', 'title: Flood'],
    ['title = Flood', 'title: Flood'],
    ['Title Flood', 'title: Flood'],
  ])('%s', (line, meant) => {
    const first = readText(toStory().replace('title: River floods the old town', line));
    expect(summarise(first.issues)).toEqual([`2:1 invalid-yaml Write \`${meant}\`.`]);
    const last = readText(toStory({ title: null }).replace('\n---\n\n', `\n${line}\n---\n\n`));
    expect(summarise(last.issues)).toEqual([`7:1 invalid-yaml Write \`${meant}\`.`]);
  });

  it.each([
    ['[flood, #metoo]', 'Write `tags: [flood, "#metoo"]`.'],
    ['[#metoo, flood]', 'Write `tags: ["#metoo", flood]`.'],
    ['[flood, rain #2]', 'Write `tags: [flood, "rain #2"]`.'],
    ['[flood, @rain]', 'Write `tags: [flood, "@rain"]`.'],
    ['[flood, rain', 'Write `tags: [flood, rain]`.'],
    ['[flood, , rain]', 'Write `tags: [flood, rain]`.'],
  ])('tags: %s', (tags, hint) => {
    expect(summarise(read({ tags }).issues)).toEqual([`8:7 invalid-yaml ${hint}`]);
  });

  it.each([
    ['a dash too far left', { tags: '\n  - a\n - b' }, '10:1 invalid-yaml Indent it like this: `  - b`.'],
    ['a dash without a space', { tags: '\n  - a\n  -b' }, '10:3 invalid-yaml Write `- b`.'],
    [
      'a key too far right',
      { dateline: '\n  place: Oslo\n   region: NO' },
      '10:1 invalid-yaml Indent it like this: `  region: NO`.',
    ],
    ['a tab', { dateline: '\n\tplace: Oslo\n\tregion: NO' }, '9:1 invalid-yaml Indent with spaces: `  place: Oslo`.'],
    ['dots', { lang: 'en\n...\ncredit: A' }, '9:1 invalid-yaml Delete the line.'],
    [
      'a merge',
      { lang: 'en\n=======\ncredit: A' },
      '9:1 invalid-yaml Keep one of the two versions, and delete the line.',
    ],
  ])('%s', (_, keys, issue) => {
    expect(summarise(read(keys).issues)).toEqual([issue]);
  });

  it('title:Flood: again, which YAML reads as another key', () => {
    const { issues } = readText(toStory().replace('title: River floods the old town', 'title:Flood: again'));
    expect(issues.map(({ code, hint }) => `${code} ${hint}`)).toEqual([
      expect.stringContaining('missing-key'),
      'unknown-key Write `title: "Flood: again"`.',
    ]);
  });

  it('leaves out unreadable lines, and does not ask for what may be in them', () => {
    const { issues } = read({ topic: null, regions: null, 'x y z\n<title': 'a' });
    expect(issues.map(({ code }) => code)).not.toContain('missing-key');
    expect(issues[0]).toMatchObject({ code: 'invalid-yaml', message: expect.stringContaining('cannot be read') });
  });

  it('and hides no other mistake of its file', () => {
    const { issues } = read({
      title: '[UPDATED] Flood',
      summary: 'Water #3 stood',
      published: '2024-02-30',
      kind: 'opinon',
      sources: '\n  - title: "A\n    publisher: B\n  - title: C: d\n    publisher: E\n    url: x',
      lang: "'en",
    });
    const found = issues.map(({ line, code }) => `${line} ${code}`);
    expect(found).toEqual(
      expect.arrayContaining([
        '2 invalid-yaml',
        '3 altered-text',
        '3 unusual-length',
        '4 invalid-time',
        '8 invalid-value',
      ]),
    );
    expect(found).toEqual(
      expect.arrayContaining(['10 invalid-yaml', '12 invalid-yaml', '14 invalid-value', '15 invalid-yaml']),
    );
    expect(found).toHaveLength(10);
  });
});
