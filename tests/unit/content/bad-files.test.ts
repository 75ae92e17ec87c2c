import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createPageRunner } from '../../../src/content/store/page-task.ts';
import { readNewsroom } from '../../../src/content/reader.ts';
import type { IssueCode } from '../../../src/core/issue-codes.ts';
import { hasErrors, type Issue } from '../../../src/core/issue.ts';
import { createAddresses } from '../../../src/news/urls.ts';
import { makePixel, makePngHeader } from '../../support/make-picture.ts';
import { words } from '../../support/render-markdown.ts';
import { storyFile, toStory, toStoryline, writeNewsroom, type FileChange } from '../../support/write-newsroom.ts';

type Changes = Readonly<Record<string, FileChange>>;

/** Reads a newsroom as a build does: front matter, texts, pictures, references. */
async function readIssues(contentDir: string): Promise<readonly Issue[]> {
  const read = { contentDir, timeZone: 'UTC', language: 'en' };
  const run = createPageRunner({
    read,
    body: { contentDir, addresses: createAddresses('https://host.example/'), words },
  });
  const { issues } = await readNewsroom(read, async (files) =>
    Promise.all(
      files.map(async ({ kind, file }) => {
        const result = await run({ kind, file, hasText: true });
        if (result === 'same') throw new Error('Nothing was known of the file.');
        return result.reading;
      }),
    ),
  );
  return issues;
}

const body = (text: string): Changes => ({ [storyFile]: toStory({}, text) });
const keys = (changed: Readonly<Record<string, string | null>>): Changes => ({ [storyFile]: toStory(changed) });
const bytes = (...parts: readonly (string | number)[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'number' ? Buffer.from([part]) : Buffer.from(part))));
const raw = (text: string | Uint8Array): Changes => ({ [storyFile]: text });
const picture = (data: FileChange, name = 'a.png'): Changes => ({ [`articles/2024/11/${name}`]: data });
const image = (src: string) => keys({ image: `{src: ${JSON.stringify(src)}, alt: A, credit: B, caption: C}` });
const topics = (id: string): Changes => ({
  'topics.yaml': `health:\n  title: H\n  description: H.\n  mediaTopic: 07000000\n${id}:\n  title: T\n  description: T.\n  mediaTopic: 07000000\n`,
});
const authors = (id: string): Changes => ({ 'authors.yaml': `world-desk:\n  name: Desk\n${id}:\n  name: Someone\n` });
const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>';
const laughs = Array.from(
  { length: 9 },
  (_, index) => `a${index}: &a${index} [${index === 0 ? 'x' : `*a${index - 1},`.repeat(9)}]`,
);
const pixel = makePixel();

/** Every kind of bad file, how to make it, and the code that rejects it first. */
const kinds: readonly (readonly [what: string, changes: Changes, code: IssueCode])[] = [
  // Files and folders
  ['a text of 10 MB', raw(toStory({}, 'word '.repeat(2_000_000))), 'file-too-large'],
  ['a YAML file of 10 MB', { 'topics.yaml': '# '.repeat(5_000_000) }, 'file-too-large'],
  ['a link to a file outside', { 'articles/2024/11/a.md': { linkTo: '/etc/passwd' } }, 'unexpected-file'],
  ['a link to a picture outside', picture({ linkTo: '/etc/passwd' }), 'unexpected-file'],
  ['a link to a folder outside', { 'articles/2024/12': { linkTo: '/etc' } }, 'unexpected-file'],
  ['a link to its own folder', { 'articles/2024/11/loop': { linkTo: '.' } }, 'unexpected-file'],
  ['a link to nothing', { 'articles/2024/11/a.md': { linkTo: 'nowhere.md' } }, 'unexpected-file'],
  ['a link to a device', { 'articles/2024/11/a.md': { linkTo: '/dev/zero' } }, 'unexpected-file'],
  ['a link in the place of topics.yaml', { 'topics.yaml': { linkTo: '/dev/zero' } }, 'unexpected-file'],
  ['a script', { 'articles/2024/11/a.js': 'alert(1)' }, 'unexpected-file'],
  ['a page', { 'articles/2024/11/a.html': '<script>alert(1)</script>' }, 'unexpected-file'],
  ['MDX', { 'articles/2024/11/a.mdx': 'export const a = 1' }, 'unexpected-file'],
  ['an ending in capitals', { 'articles/2024/11/a.MD': toStory() }, 'unexpected-file'],
  ['a topics.yml', { 'topics.yml': '' }, 'unexpected-file'],
  ['a story without its folders', { 'articles/a.md': toStory() }, 'misplaced-file'],
  ['a story in a folder too deep', { 'articles/2024/11/a/b.md': toStory() }, 'misplaced-file'],
  ['a story of month 13', { 'articles/2024/13/a.md': toStory() }, 'misplaced-file'],
  ['a slug with capitals', { 'articles/2024/11/Flood-2.md': toStory() }, 'invalid-slug'],
  ['a slug with a space', { 'articles/2024/11/two words.md': toStory() }, 'invalid-slug'],
  ['a slug with two points', { 'articles/2024/11/...md': toStory() }, 'invalid-slug'],
  ['a slug with points in percent', { 'articles/2024/11/%2e%2e.md': toStory() }, 'invalid-slug'],
  ['a slug with a backslash', { 'articles/2024/11/..\\a.md': toStory() }, 'invalid-slug'],
  ['a slug with markup', { 'articles/2024/11/<b>.md': toStory() }, 'invalid-slug'],
  ['a slug with a line end', { 'articles/2024/11/a\nb.md': toStory() }, 'invalid-slug'],
  ['a slug with a direction character', { 'articles/2024/11/a\u202eb.md': toStory() }, 'invalid-slug'],
  ['a slug with an accent in two characters', { 'articles/2024/11/e\u0301.md': toStory() }, 'invalid-slug'],
  ['a slug with a leading underscore', { 'articles/2024/11/_draft.md': toStory() }, 'invalid-slug'],
  ['a hidden story', { 'articles/2024/11/.hidden.md': toStory() }, 'invalid-slug'],
  ['a slug of 101 letters', { [`articles/2024/11/${'a'.repeat(101)}.md`]: toStory() }, 'invalid-slug'],
  ['a slug that is a page number', { 'articles/2024/11/2.md': toStory() }, 'reserved-name'],
  ['a page in the place of the search', { 'pages/search.md': toStoryline() }, 'reserved-name'],
  ['a page in the place of the index', { 'pages/pagefind.md': toStoryline() }, 'reserved-name'],
  // Bytes
  ['an empty file', raw(''), 'missing-front-matter'],
  ['front matter without an end', raw('---\ntitle: A\n'), 'missing-front-matter'],
  ['UTF-16', raw(Buffer.from(toStory(), 'utf16le')), 'missing-front-matter'],
  ['Latin-1', raw(bytes(toStory({}, 'caf'), 0xe9, '\n')), 'invalid-utf8'],
  ['half a character', raw(bytes(toStory(), 0xe2, 0x82)), 'invalid-utf8'],
  ['a surrogate in UTF-8', raw(bytes(toStory(), 0xed, 0xa0, 0x80)), 'invalid-utf8'],
  ['a slash in two bytes', raw(bytes(toStory(), 0xc0, 0xaf)), 'invalid-utf8'],
  // YAML
  ['a bomb of aliases', keys({ x: `{${laughs.join(', ')}}` }), 'invalid-yaml'],
  ['an alias within what it names', keys({ tags: '&a [*a]' }), 'invalid-yaml'],
  ['an alias within keys that it names', keys({ dateline: '&a {place: *a, region: RO}' }), 'invalid-yaml'],
  ['an alias of nothing', keys({ title: '*nothing' }), 'invalid-yaml'],
  ['a key twice', raw(toStory().replace('topic:', 'title: Again\ntopic:')), 'invalid-yaml'],
  ['two documents', raw(toStory({ lang: 'en\n...\na: b' })), 'invalid-yaml'],
  ['a tab before a key', keys({ dateline: '\n\tplace: Oslo' }), 'invalid-yaml'],
  ['a function', keys({ title: '!!js/function "alert(1)"' }), 'invalid-yaml'],
  ['a tag of Python', keys({ title: '!!python/object/apply:os.system [id]' }), 'invalid-yaml'],
  ['a tag of one’s own', keys({ title: '!secret River' }), 'invalid-yaml'],
  ['a quotation mark without its partner', keys({ title: '"River' }), 'invalid-yaml'],
  ['ten thousand brackets', keys({ tags: '['.repeat(10_000) }), 'invalid-yaml'],
  ['a list in place of keys', { [storyFile]: '---\n- a\n---\n\nText.\n' }, 'wrong-type'],
  ['a number in place of keys', { [storyFile]: '---\n1\n---\n\nText.\n' }, 'invalid-yaml'],
  ['a list as a key', keys({ '? [a]\n': 'b' }), 'unknown-key'],
  ['a merge key', keys({ '<<': '{title: A}' }), 'unknown-key'],
  ['the key __proto__', raw(toStory().replace('topic:', '__proto__: {topic: x}\ntopic:')), 'reserved-name'],
  ['the key constructor', keys({ constructor: '{prototype: {a: b}}' }), 'unknown-key'],
  ['__proto__ in a source', keys({ sources: '[{title: A, publisher: B, __proto__: {url: c}}]' }), 'reserved-name'],
  // Values
  ['a title that is null', keys({ title: '~' }), 'altered-text'],
  ['a title with a comment', keys({ title: 'Ticket #5' }), 'altered-text'],
  ['a title that is a list', keys({ title: '[a]' }), 'wrong-type'],
  ['a title of 10,000 letters', keys({ title: 'a'.repeat(10_000) }), 'too-long'],
  ['a title of spaces', keys({ title: '"\\u00a0 \\u2003"' }), 'too-short'],
  ['a title with NUL', keys({ title: '"River \\0"' }), 'forbidden-character'],
  ['a title with a direction character', keys({ title: '"River \\u202e"' }), 'forbidden-character'],
  ['a title with half a surrogate pair', keys({ title: '"River \\ud800"' }), 'forbidden-character'],
  ['a title with a bell', keys({ title: '"River \\a"' }), 'forbidden-character'],
  ['a tag with an isolate', keys({ tags: '["a\\u2066b"]' }), 'forbidden-character'],
  ['a tag of brackets and dashes', keys({ tags: '["(–)"]' }), 'invalid-value'],
  ['a day that does not exist', keys({ published: '2024-02-30' }), 'invalid-time'],
  ['a time without offset', keys({ published: '2024-11-13T19:00:00' }), 'missing-offset'],
  ['a year of five digits', keys({ published: '12024-11-13' }), 'invalid-time'],
  ['a place far off the Earth', keys({ dateline: '{place: A, region: RO, at: [1e999, 0]}' }), 'wrong-type'],
  ['a place that is no number', keys({ dateline: '{place: A, region: RO, at: [.nan, 0]}' }), 'wrong-type'],
  ['a source that runs', keys({ sources: '[{title: A, publisher: B, url: "javascript:alert(1)"}]' }), 'invalid-value'],
  ['a source that is data', keys({ sources: '[{title: A, publisher: B, url: "data:text/html,a"}]' }), 'invalid-value'],
  ['an alias that climbs', keys({ aliases: '[/../../etc/passwd/]' }), 'invalid-value'],
  ['an alias of another host', keys({ aliases: '[//evil.example/]' }), 'invalid-value'],
  ['an alias with a line end', keys({ aliases: '["/a\\nb/"]' }), 'invalid-value'],
  ['an alias in percent', keys({ aliases: '[/%2e%2e/a/]' }), 'invalid-value'],
  ['an alias of a device of Windows', keys({ aliases: '[/old/con/]' }), 'reserved-name'],
  ['an alias of a hidden folder', keys({ aliases: '[/.git/hooks/]' }), 'reserved-name'],
  ['an alias of 300 letters', keys({ aliases: `[/${'a'.repeat(300)}/]` }), 'too-long'],
  ['an alias of 400 parts', keys({ aliases: `[${'/ab'.repeat(400)}/]` }), 'too-long'],
  ['an alias of the front page’s feed', keys({ aliases: '[/feed.xml/]' }), 'duplicate-address'],
  ['a language that is none', keys({ lang: '"\\"><script>"' }), 'invalid-value'],
  ['the topic constructor', keys({ topic: 'constructor' }), 'unknown-topic'],
  ['the author __proto__', keys({ authors: '[__proto__]' }), 'unknown-author'],
  ['the storyline toString', keys({ storylines: '[toString]' }), 'unknown-storyline'],
  ['the region __proto__', keys({ regions: '[__proto__]' }), 'unknown-region'],
  ['a topic called __proto__', topics('__proto__'), 'reserved-name'],
  ['a group called __proto__', { 'places.yaml': 'groups:\n  __proto__: {title: A, members: [RO]}\n' }, 'reserved-name'],
  ['a topic that climbs', topics('"../../etc"'), 'invalid-slug'],
  ['a topic with markup', topics('"<b>"'), 'invalid-slug'],
  ['an author called __proto__', authors('__proto__'), 'reserved-name'],
  ['an author with a slash', authors('a/b'), 'invalid-slug'],
  ['a group with a backslash', { 'places.yaml': 'groups:\n  "a\\\\b": {title: A, members: [RO]}\n' }, 'invalid-slug'],
  // Bodies
  ['raw HTML', body('<b>a</b>'), 'raw-html'],
  ['a link that runs', body('[a](javascript:alert(1))'), 'unsafe-link'],
  ['a picture of another host', body('![a](https://evil.example/a.png)'), 'unsafe-image'],
  ['a picture that climbs', body('![a](../../../../etc/a.png)'), 'unsafe-image'],
  ['a picture with a malformed percent', body('![a](a%zz.png)'), 'unsafe-image'],
  ['a picture that is not there', body('![a](none.png)'), 'missing-image'],
  ['50,000 brackets', body('a]'.repeat(25_000)), 'too-many-brackets'],
  ['50,000 marks', body('*a '.repeat(16_000) + 'a*'.repeat(16_000)), 'too-many-brackets'],
  ['quotations 40,000 deep', body('> '.repeat(40_000)), 'nested-too-deep'],
  [
    'lists 40 deep',
    body(Array.from({ length: 40 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n')),
    'nested-too-deep',
  ],
  [
    'a table of a million cells',
    body(`|${'a|'.repeat(1_000)}\n|${'-|'.repeat(1_000)}\n${'|a\n'.repeat(1_000)}`),
    'too-many-cells',
  ],
  ['a thousand footnotes', body(`${'a[^1] '.repeat(900)}\n\n[^1]: b`), 'too-many-footnotes'],
  ['nothing but spaces', body(' \n\u00a0\n'), 'empty-body'],
  // Pictures
  ['an SVG', picture(svg, 'a.svg'), 'unexpected-file'],
  ['an SVG that is called PNG', picture(svg), 'broken-picture'],
  ['a page that is called JPEG', picture('<script>alert(1)</script>', 'a.jpg'), 'broken-picture'],
  ['a PDF that is called PNG', picture('%PDF-1.7\n'), 'broken-picture'],
  ['an empty picture', picture(''), 'broken-picture'],
  ['a picture that is cut off', picture(pixel.subarray(0, 50)), 'broken-picture'],
  [
    'a picture of 2,500 million pixels',
    picture(makePngHeader(50_000, 50_000, deflateSync(Buffer.alloc(99)))),
    'picture-too-large',
  ],
  ['a picture of 30 MB', picture(Buffer.concat([pixel, Buffer.alloc(30_000_000)])), 'picture-too-large'],
  ['a picture that is not one behind its first bytes', picture(bytes(0x89, 'PNG\r\n\x1a\n', svg)), 'broken-picture'],
  ['an image that climbs', image('../../../etc/a.png'), 'invalid-value'],
  ['an image in percent', image('%2e%2e/a.png'), 'invalid-value'],
  ['an image with a backslash', image('..\\a.png'), 'invalid-value'],
  ['an image with NUL', image('a\0.png'), 'invalid-value'],
  ['an image that is an SVG', image('a.svg'), 'invalid-value'],
  ['an image that is data', image('data:image/png;base64,a.png'), 'invalid-value'],
  ['an image of the root', image('/etc/a.png'), 'invalid-value'],
];

describe('a bad file is rejected with what is wrong, where, and how to fix it', () => {
  it.each(kinds)('%s', async (_what, changes, code) => {
    const issues = await readIssues(await writeNewsroom(changes));
    expect(issues.filter(({ message, hint, line, column }) => !message || !hint || line < 1 || column < 1)).toEqual([]);
    expect(issues.map((issue) => issue.code)).toContain(code);
    expect(hasErrors(issues)).toBe(true);
  });

  it('of ninety kinds and more', () => {
    expect(new Set(kinds.map(([what]) => what)).size).toBeGreaterThanOrEqual(120);
  });

  it('a pipe, which would be read for ever', async () => {
    const contentDir = await writeNewsroom();
    execFileSync('mkfifo', [path.join(contentDir, 'articles/2024/11/pipe.md')]);
    execFileSync('mkfifo', [path.join(contentDir, 'articles/2024/11/pipe.png')]);
    const issues = await readIssues(contentDir);
    expect(issues.map(({ code, file }) => `${file} ${code}`)).toEqual([
      'articles/2024/11/pipe.md unexpected-file',
      'articles/2024/11/pipe.png unexpected-file',
    ]);
  });
});

describe('harmless input is read unchanged', () => {
  it.each([
    [
      'line separators of Unicode',
      keys({ summary: '"Water stood a metre high\u2028in the old town\u2029on Wednesday."' }),
    ],
    ['a byte order mark', raw(`\ufeff${toStory()}`)],
    ['line ends of Windows', raw(toStory().replaceAll('\n', '\r\n'))],
    ['line ends of old Macs', raw(toStory().replaceAll('\n', '\r'))],
    ['Norway', keys({ regions: '[NO]' })],
    ['a few aliases', keys({ regions: '&a [RO]', aliases: '&b [/old/]', lang: '&c en' })],
    ['a title that is a number', keys({ title: '1000' })],
    ['a picture with more behind its end', picture(Buffer.concat([pixel, Buffer.from(svg)]))],
  ])('%s', async (_what, changes) => {
    const contentDir = await writeNewsroom(changes);
    await writeFile(path.join(contentDir, 'front.yaml'), 'lead: 2024/11/flood\n');
    expect(await readIssues(contentDir)).toEqual([]);
  });
});
