import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { dataFiles, contentKinds, readContentFiles } from '../../../../src/content/text/files.ts';
import { splitFrontMatter } from '../../../../src/content/text/front-matter.ts';
import { buildJsonSchemas } from '../../../../src/content/schema/json-schema.ts';
import { parsePage } from '../../../../src/content/reading/page.ts';
import { createSchemas, type Schemas } from '../../../../src/content/schema/schema.ts';
import { isIssue } from '../../../../src/content/text/text-file.ts';
import { storyFile, toStory } from '../../../support/write-newsroom.ts';

const schemas = createSchemas({ timeZone: 'UTC', language: 'en' });
const jsonSchemas = buildJsonSchemas(schemas);
const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });

const kinds = { articles: 'article', storylines: 'storyline', pages: 'page' } as const;

/** Reads YAML as other programs do: with numbers. */
function parse(file: string, text: string): unknown {
  const source = file.endsWith('.md') ? splitFrontMatter({ file, text }) : { file, yaml: text, yamlLine: 1 };
  if (isIssue(source)) throw new Error(source.message);
  return parseYaml(source.yaml);
}

/** Returns the paths that the JSON Schema rejects. */
function validate(kind: keyof Schemas, value: unknown): readonly string[] {
  const check = ajv.compile(jsonSchemas[kind]);
  check(value);
  return (check.errors ?? []).map(
    ({ instancePath, keyword, params }) => `${instancePath} ${keyword} ${JSON.stringify(params)}`,
  );
}

const story = (keys: Readonly<Record<string, string | null>>) => parse(storyFile, toStory(keys));

function isRead(keys: Readonly<Record<string, string | null>>): boolean {
  const source = splitFrontMatter({ file: storyFile, text: toStory(keys) });
  return !isIssue(source) && parsePage('articles', source, schemas).value !== undefined;
}

describe('the JSON Schemas of the content contract', () => {
  it.each(['content', 'tests/fixtures/hard-cases', 'tests/fixtures/places'])('accept all of %s', async (folder) => {
    const { files } = await readContentFiles(path.resolve(folder));
    const found: string[] = [];
    let count = 0;
    const check = async (kind: keyof Schemas, file: string) => {
      const value = parse(file, await readFile(path.join(folder, file), 'utf8'));
      found.push(...validate(kind, value).map((error) => `${file}${error}`));
      count += 1;
    };
    for (const kind of contentKinds) for (const { file } of files[kind]) await check(kinds[kind], file);
    for (const file of dataFiles) {
      if (files.data.has(file)) await check(path.basename(file, '.yaml') as keyof Schemas, file);
    }
    expect(found).toEqual([]);
    expect(count).toBeGreaterThan(9);
  });

  it.each<[string, Readonly<Record<string, string | null>>, string]>([
    ['a missing key', { topic: null }, ' required {"missingProperty":"topic"}'],
    ['an unknown key', { colour: 'red' }, ' additionalProperties {"additionalProperty":"colour"}'],
    ['a kind that does not exist', { kind: 'essay' }, '/kind enum'],
    ['a list of nothing', { regions: '[]' }, '/regions minItems'],
    ['a place twice', { regions: '[RO, RO]' }, '/regions uniqueItems'],
    ['a text for a list', { authors: 'world-desk' }, '/authors type'],
    ['a long title', { title: 'a'.repeat(301) }, '/title maxLength'],
    ['a blank title', { title: '" "' }, '/title pattern'],
    ['an empty text', { credit: '" "' }, '/credit pattern'],
    ['a time without an offset', { published: '2024-11-13T19:00' }, '/published pattern'],
    ['a date of another form', { published: '13.11.2024' }, '/published pattern'],
    ['a picture without a description', { image: '{src: a.jpg, credit: Us, caption: A}' }, '/image required'],
    ['a drawing', { image: '{src: a.svg, alt: A, credit: Us, caption: A}' }, '/image/src pattern'],
    ['an address of no page', { sources: '[{title: A, publisher: B, url: "ftp://a/"}]' }, '/sources/0/url pattern'],
    ['an alias without its slash', { aliases: '[/old]' }, '/aliases/0 pattern'],
    ['a language that is none', { lang: 'en_GB' }, '/lang pattern'],
    ['half a position', { dateline: '{place: A, region: RO, at: [1]}' }, '/dateline/at minItems'],
    ['six key points', { keyPoints: '[a, b, c, d, e, f]' }, '/keyPoints maxItems'],
  ])('refuse %s, as the reader does', (_of, keys, error) => {
    const value = story(keys);
    expect(validate('article', value)).toEqual([expect.stringContaining(error)]);
    expect(isRead(keys)).toBe(false);
  });

  it.each<[string, Readonly<Record<string, string>>]>([
    ['numbers for places', { regions: '[142, 5, NO]' }],
    ['a day', { published: '2024-11-13' }],
    ['an instant with parts of a second', { published: '2024-11-13t19:00:00.123456789z' }],
    ['capitals in an address', { sources: '[{title: A, publisher: B, url: "HTTPS://A/"}]' }],
    ['a list that names nothing', { tags: '[]' }],
  ])('accept %s, as the reader does', (_of, keys) => {
    const value = story(keys);
    expect(validate('article', value)).toEqual([]);
    expect(isRead(keys)).toBe(true);
  });

  it('refuse mistakes in the YAML files', () => {
    expect(validate('topics', { health: { title: 'Health', mediaTopic: '07000000' } })).toHaveLength(1);
    expect(validate('topics', { health: { title: 'Health', description: 'Care.', mediaTopic: '7' } })).toHaveLength(1);
    expect(validate('authors', { desk: { name: 'Desk', type: 'robot' } })).toHaveLength(1);
    expect(validate('places', { groups: { sahel: { title: 'Sahel', members: [] } } })).toHaveLength(1);
    expect(validate('front', { lead: 'a', third: 'b' })).toHaveLength(1);
  });
});
