import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readNewsroom, type ReadResult } from '../../../src/content/reader.ts';
import { readTextFile } from '../../../src/content/text/text-file.ts';
import { limits } from '../../../src/content/text/limits.ts';
import { issueCodes, type IssueCode } from '../../../src/core/issue-codes.ts';
import type { Issue } from '../../../src/core/issue.ts';
import { makePixel } from '../../support/make-picture.ts';
import { storyFile, toStory, toStoryline, writeNewsroom, type FileChange } from '../../support/write-newsroom.ts';

type Changes = Readonly<Record<string, FileChange>>;

async function read(changes: Changes = {}, timeZone = 'UTC'): Promise<ReadResult> {
  return readNewsroom({ contentDir: await writeNewsroom(changes), timeZone, language: 'en' });
}

/** The tiny newsroom with other lines in its story. */
function story(keys: Readonly<Record<string, string | null>>, body?: string): Changes {
  return { [storyFile]: toStory(keys, body) };
}

/** A list in YAML of the same entry many times. */
const repeat = (entry: string, count: number) => `[${Array.from({ length: count }, () => entry).join(', ')}]`;

/** `file:line:column code` of every issue, in order. */
function summarise(issues: readonly Issue[]): readonly string[] {
  return issues.map(({ file, line, column, code }) => `${file}:${line}:${column} ${code}`);
}

interface Row {
  readonly code: IssueCode;
  readonly of: string;
  readonly files: Changes;
  /** `line:column` in the story, or `file:line:column`. */
  readonly at: string;
  readonly message: string;
  readonly hint: string;
}

const pictures = '.avif, .gif, .jpeg, .jpg, .png, .webp';
const markdownHint =
  'Rename it to `name.md` (lower case, no dot at the start) in articles/YYYY/MM/, storylines/ or pages/.';
const strayHint = `Delete it or move it out of the content folder. A picture (${pictures}) goes in the folder of its story.`;
const fileHint = 'Every newsroom needs one. The program’s content/README.md says what goes in it.';
const frontMatterHint =
  'Put title, summary, published and the rest between two lines of three hyphens at the top of the file.';
const aliasHint = 'Write the values out instead of referring to them with `*`.';
const characterHint =
  'Delete it: it breaks feeds or reverses the text around it. If you cannot see it, retype the words around it.';
const regionHint =
  'Write the two-letter code of a country (`FR` for France), an M49 number (`142` for Asia) or the id of a group.';
const placeMessage = (code: string) =>
  `\`${code}\` is not a country code (ISO 3166), a UN region code (M49) or a group from places.yaml.`;
const slugMessage = (slug: string) =>
  `\`${slug}\` cannot be an address: use lower-case letters, digits and single hyphens, at most 100 characters and 240 bytes.`;

const fileRows: readonly Row[] = [
  {
    code: 'unexpected-file',
    of: 'an ending in capitals',
    files: { 'articles/2024/11/a.MD': toStory() },
    at: 'articles/2024/11/a.MD:1:1',
    message: 'The program does not use this file.',
    hint: markdownHint,
  },
  {
    code: 'unexpected-file',
    of: 'a hidden text',
    files: { 'storylines/.hidden.md': toStoryline() },
    at: 'storylines/.hidden.md:1:1',
    message: 'The program does not use this file.',
    hint: markdownHint,
  },
  {
    code: 'unlinked-file',
    of: 'a document to which no story links',
    files: { 'articles/2024/11/report.pdf': '%PDF' },
    at: 'articles/2024/11/report.pdf:1:1',
    message: 'No story links to this file, so it is not published.',
    hint: 'Link to it from a story in the same folder: `[report](report.pdf)`, or delete it.',
  },
  {
    code: 'file-too-large',
    of: 'a recording',
    files: {
      ...story({}, '[Listen](talk.mp3)'),
      'articles/2024/11/talk.mp3': Buffer.alloc(limits.documentBytes + 1),
    },
    at: 'articles/2024/11/talk.mp3:1:1',
    message: 'The file is 101 MB; the limit is 100 MB.',
    hint: 'Make it smaller, or put it on a host for large files and link to it there.',
  },
  {
    code: 'invalid-slug',
    of: 'a hidden story',
    files: { 'articles/2024/11/.hidden.md': toStory() },
    at: 'articles/2024/11/.hidden.md:1:1',
    message: slugMessage('.hidden'),
    hint: 'Rename the file to hidden.md.',
  },
  {
    code: 'unexpected-file',
    of: 'a drawing, which can hold scripts',
    files: { 'articles/2024/11/map.svg': '<svg/>' },
    at: 'articles/2024/11/map.svg:1:1',
    message: '`map.svg` is a picture in the SVG format: SVG can contain scripts.',
    hint: 'Export it as PNG and write that name: `map.png`.',
  },
  {
    code: 'unexpected-file',
    of: 'a picture in the format of a telephone',
    files: { 'articles/2024/11/IMG_0001.HEIC': '' },
    at: 'articles/2024/11/IMG_0001.HEIC:1:1',
    message: '`IMG_0001.HEIC` is a picture in the HEIC format: most browsers do not show it.',
    hint: 'Export it as JPEG and write that name: `IMG_0001.jpg`.',
  },
  {
    code: 'unexpected-file',
    of: 'a picture under a name that servers do not know',
    files: { 'articles/2024/11/bridge.jfif': '' },
    at: 'articles/2024/11/bridge.jfif:1:1',
    message: '`bridge.jfif` ends in `.jfif`, which servers do not recognise as a picture.',
    hint: 'Rename it to `bridge.jpg` and write that name.',
  },
  {
    code: 'unexpected-file',
    of: 'a picture that is beside no story',
    files: { 'pages/bridge.jpg': '' },
    at: 'pages/bridge.jpg:1:1',
    message: 'The program does not use this file.',
    hint: strayHint,
  },
  {
    code: 'unexpected-file',
    of: 'a logo that is a photograph',
    files: { 'theme/logo.png': '' },
    at: 'theme/logo.png:1:1',
    message: 'The program does not use this file.',
    hint: 'In theme/, there can be tokens.css, logo.svg, logo-dark.svg, favicon.svg, fonts/, components/ and pages/. Save a drawing as one of them, as plain SVG, or delete it.',
  },
  {
    code: 'misplaced-file',
    of: 'a story in no month',
    files: { 'articles/rain.md': toStory() },
    at: 'articles/rain.md:1:1',
    message: 'The story is not in a folder for its year and month.',
    hint: 'Move it to articles/YYYY/MM/, the year and month of `published`.',
  },
  {
    code: 'misplaced-file',
    of: 'a story in a folder of a day',
    files: { 'articles/2024/11/13/rain.md': toStory() },
    at: 'articles/2024/11/13/rain.md:1:1',
    message: 'The story is not in a folder for its year and month.',
    hint: 'Move it to articles/YYYY/MM/, the year and month of `published`.',
  },
  {
    code: 'invalid-slug',
    of: 'an underscore, which other systems read as a draft',
    files: { 'articles/2024/11/_draft.md': toStory() },
    at: 'articles/2024/11/_draft.md:1:1',
    message: slugMessage('_draft'),
    hint: 'Rename the file to draft.md.',
  },
  {
    code: 'invalid-slug',
    of: 'nothing but marks',
    files: { 'articles/2024/11/!!!.md': toStory() },
    at: 'articles/2024/11/!!!.md:1:1',
    message: slugMessage('!!!'),
    hint: 'Rename the file to a-few-words.md.',
  },
  {
    code: 'invalid-slug',
    of: 'a long name, cut to a name that is valid',
    files: { [`articles/2024/11/${'a'.repeat(99)}-b.md`]: toStory() },
    at: `articles/2024/11/${'a'.repeat(99)}-b.md:1:1`,
    message: slugMessage(`${'a'.repeat(99)}-b`),
    hint: `Rename the file to ${'a'.repeat(99)}.md.`,
  },
  {
    code: 'alias-loop',
    of: 'an alias that is the story itself',
    files: story({ aliases: '[/old/, /2024/11/Flood/]' }),
    at: '8:18',
    message: 'The alias `/2024/11/Flood/` is the page’s own address: it would redirect to itself.',
    hint: 'Delete it: a page already has this address.',
  },
  {
    code: 'duplicate-address',
    of: 'an alias of a topic that is a story',
    files: {
      'topics.yaml':
        'health:\n  title: Health\n  description: Care.\n  mediaTopic: 07000000\n  aliases: [/2024/11/flood/]\n',
    },
    at: 'topics.yaml:5:13',
    message: `The alias \`/2024/11/flood/\` is already used by ${storyFile}.`,
    hint: 'Delete the alias, or choose another address.',
  },
  {
    code: 'duplicate-address',
    of: 'a group that is a place',
    files: { 'places.yaml': 'groups:\n  romania:\n    title: Romania\n    members: [RO]\n' },
    at: 'places.yaml:3:5',
    message: 'The group `romania` would have the same address as the place Romania.',
    hint: 'Give the group another id.',
  },
  {
    code: 'file-too-large',
    of: 'a story of more than 100 kB',
    files: story({}, 'a'.repeat(100_000)),
    at: '1:1',
    message: 'The file is 101 kB; the limit is 100 kB.',
    hint: 'Split it into several, or remove what is not text.',
  },
  {
    code: 'invalid-utf8',
    of: 'Latin-1',
    files: { [storyFile]: Buffer.from(toStory({ title: 'Überschwemmung' }), 'latin1') },
    at: '2:8',
    message: 'The file is not UTF-8: the bytes here are not a character.',
    hint: 'Save it as UTF-8 (in most editors: “Save with encoding”).',
  },
  {
    code: 'invalid-utf8',
    of: 'a lost byte behind a replacement character that was written',
    files: { [storyFile]: Buffer.concat([Buffer.from('---\ntitle: a\ufffdb\ntopic: ü'), Buffer.from([0xc3])]) },
    at: '3:9',
    message: 'The file is not UTF-8: the bytes here are not a character.',
    hint: 'Save it as UTF-8 (in most editors: “Save with encoding”).',
  },
  {
    code: 'missing-file',
    of: 'topics.yaml, without a word on the topics of stories',
    files: { 'topics.yaml': null },
    at: 'topics.yaml:1:1',
    message: 'There is no topics.yaml.',
    hint: fileHint,
  },
  {
    code: 'missing-file',
    of: 'authors.yaml',
    files: { 'authors.yaml': null },
    at: 'authors.yaml:1:1',
    message: 'There is no authors.yaml.',
    hint: fileHint,
  },
  {
    code: 'missing-file',
    of: 'pages/about.md',
    files: { 'pages/about.md': null },
    at: 'pages/about.md:1:1',
    message: 'There is no pages/about.md.',
    hint: fileHint,
  },
];

const yamlRows: readonly Row[] = [
  {
    code: 'missing-front-matter',
    of: 'a text alone',
    files: { [storyFile]: 'The river rose.\n' },
    at: '1:1',
    message: 'The file does not start with a `---` line.',
    hint: frontMatterHint,
  },
  {
    code: 'missing-front-matter',
    of: 'an empty file',
    files: { [storyFile]: '' },
    at: '1:1',
    message: 'The file does not start with a `---` line.',
    hint: frontMatterHint,
  },
  {
    code: 'missing-front-matter',
    of: 'front matter without an end',
    files: { [storyFile]: '---\ntitle: A\n' },
    at: '1:1',
    message: 'The front matter has no second `---` line.',
    hint: frontMatterHint,
  },
  {
    code: 'invalid-yaml',
    of: 'a colon in a text',
    files: story({ title: 'Flood: the river rose' }),
    at: '2:8',
    message: 'Text with `: ` in it needs quotation marks.',
    hint: 'Write `title: "Flood: the river rose"`.',
  },
  {
    code: 'invalid-yaml',
    of: 'the same key twice',
    files: { [storyFile]: toStory().replace('topic: ', 'title: Again\ntopic: ') },
    at: '5:1',
    message: 'The key appears twice.',
    hint: 'Keep one of the two.',
  },
  {
    code: 'invalid-yaml',
    of: 'a tab',
    files: story({ tags: '\n\t- flood' }),
    at: '9:1',
    message: 'The line is indented with a tab.',
    hint: 'Indent with spaces: `  - flood`.',
  },
  {
    code: 'invalid-yaml',
    of: 'an alias within what it names',
    files: story({ dateline: '&a {place: Oslo, region: NO, at: *a}' }),
    at: '8:40',
    message: 'The YAML cannot be read: an alias refers to something that contains it.',
    hint: aliasHint,
  },
  {
    code: 'invalid-yaml',
    of: 'an alias of nothing',
    files: story({ title: '*flood' }),
    at: '2:8',
    message: '`*flood` would be lost: at the start of a text it has a special meaning in YAML.',
    hint: 'Write `title: "*flood"`.',
  },
  {
    code: 'invalid-yaml',
    of: 'a bomb of aliases',
    files: story({ tags: toBomb(12) }),
    at: '2:1',
    message: 'The YAML cannot be read: Excessive alias count indicates a resource exhaustion attack.',
    hint: aliasHint,
  },
  {
    code: 'altered-text',
    of: 'a comment that was meant to be read',
    files: story({ title: 'Ticket #5 goes to Boston' }),
    at: '2:8',
    message: '`#5 goes to Boston` would be lost: in YAML a `#` after a space starts a comment.',
    hint: 'Write `title: "Ticket #5 goes to Boston"`. If it is a comment, put it on its own line.',
  },
  {
    code: 'altered-text',
    of: 'a name in places.yaml',
    files: { 'places.yaml': 'names:\n  CD: DR Congo #2\n' },
    at: 'places.yaml:2:7',
    message: '`#2` would be lost: in YAML a `#` after a space starts a comment.',
    hint: 'Write `CD: "DR Congo #2"`. If it is a comment, put it on its own line.',
  },
  {
    code: 'unknown-key',
    of: 'a slip of the pen',
    files: story({ pubished: '2024-11-13' }),
    at: '8:1',
    message: 'There is no key `pubished`.',
    hint: 'Did you mean `published`?',
  },
  {
    code: 'unknown-key',
    of: 'the word of another system',
    files: story({ Category: 'news' }),
    at: '8:1',
    message: 'There is no key `Category`.',
    hint: 'Did you mean `topic`?',
  },
  {
    code: 'unknown-key',
    of: 'a slip in a list',
    files: story({
      sources: '\n  - title: A\n    publisher: B\n  - title: C\n    publisher: D\n    ulr: https://b.example/',
    }),
    at: '13:5',
    message: 'There is no key `ulr` in item 2 of `sources`.',
    hint: 'Did you mean `url`?',
  },
  {
    code: 'unknown-key',
    of: 'a key like no other',
    files: { 'topics.yaml': 'health:\n  title: Health\n  description: Care.\n  mediaTopic: 07000000\n  colour: red\n' },
    at: 'topics.yaml:5:3',
    message: 'There is no key `colour` in `health`.',
    hint: 'Known keys: title, description, mediaTopic, aliases.',
  },
  {
    code: 'unknown-key',
    of: 'the name of what every object has',
    files: story({ constructor: 'x' }),
    at: '8:1',
    message: 'There is no key `constructor`.',
    hint: `Known keys: ${allKeys()}.`,
  },
  {
    code: 'reserved-name',
    of: '`__proto__`',
    files: { [storyFile]: toStory().replace('authors: ', '__proto__: x\nauthors: ') },
    at: '7:12',
    message: 'Nothing can be called `__proto__`: the name is reserved.',
    hint: 'Choose another name.',
  },
  {
    code: 'missing-summary',
    of: 'a story of an old import',
    files: story({ summary: null }, 'Rain has flooded the old town for the third time. Nobody is hurt.'),
    at: '1:1',
    message: 'The story has no summary, so the beginning of its text is shown instead.',
    hint: 'Write one or two sentences: `summary: Rain has flooded the old town; nobody is hurt.`',
  },
  {
    code: 'missing-key',
    of: 'a key of the story',
    files: story({ topic: null }),
    at: '2:1',
    message: '`topic` is missing.',
    hint: 'Add it: this key is required.',
  },
  {
    code: 'missing-key',
    of: 'a key in a list, where its entry starts',
    files: story({ sources: '\n  - title: A\n    publisher: B\n  - title: C' }),
    at: '11:5',
    message: '`publisher` in item 2 of `sources` is missing.',
    hint: 'Add it: this key is required.',
  },
  {
    code: 'missing-alt',
    of: 'the description of a picture',
    files: {
      ...story({ image: '{src: bridge.jpg, credit: Us, caption: It stands.}' }),
      'articles/2024/11/bridge.jpg': makePixel(),
    },
    at: '8:8',
    message: 'The picture has no description.',
    hint: 'Describe it: `alt: A bridge under water`.',
  },
  {
    code: 'missing-alt',
    of: 'an empty description of a picture',
    files: {
      ...story({ image: '{src: bridge.jpg, alt: " ", credit: Us, caption: It stands.}' }),
      'articles/2024/11/bridge.jpg': makePixel(),
    },
    at: '8:31',
    message: 'The picture has no description.',
    hint: 'Describe it: `alt: A bridge under water`.',
  },
  {
    code: 'missing-credit',
    of: 'a picture',
    files: {
      ...story({ image: '{src: bridge.jpg, alt: A bridge, caption: It stands.}' }),
      'articles/2024/11/bridge.jpg': makePixel(),
    },
    at: '8:8',
    message: 'The picture has no credit.',
    hint: 'Name the photographer or the agency: `credit: Ana Pop`.',
  },
  {
    code: 'missing-image',
    of: 'a name that is nearly that of a picture',
    files: {
      ...story({ image: '{src: brigde.jpg, alt: A bridge, credit: Us, caption: It stands.}' }),
      'articles/2024/11/bridge.jpg': makePixel(),
      'articles/2024/10/brigde.jpg': makePixel(),
    },
    at: '8:14',
    message: 'There is no picture `brigde.jpg` in the story’s folder.',
    hint: 'Did you mean `bridge.jpg`?',
  },
  {
    code: 'missing-image',
    of: 'a name in small letters of a file in capitals',
    files: {
      ...story({ image: '{src: dsc_0001.jpg, alt: A bridge, credit: Us, caption: It stands.}' }),
      'articles/2024/11/DSC_0001.JPG': makePixel(),
    },
    at: '8:14',
    message: 'There is no picture `dsc_0001.jpg` in the story’s folder.',
    hint: 'Write `DSC_0001.JPG`: upper and lower case must match.',
  },
  {
    code: 'invalid-value',
    of: 'a picture that most browsers do not show',
    files: story({ image: '{src: scan.tiff, alt: A bridge, credit: Us, caption: It stands.}' }),
    at: '8:14',
    message: '`src` in `image`: `scan.tiff` is a picture in the TIFF format: most browsers do not show it.',
    hint: 'Export it as JPEG and write that name: `scan.jpg`.',
  },
  {
    code: 'unwritten-text',
    of: 'a new draft that was published',
    files: story({}, 'To be written.'),
    at: '10:1',
    message: 'The text is still the placeholder of a new draft.',
    hint: 'Write it, or set `status: draft` until it is written.',
  },
  {
    code: 'unwritten-text',
    of: 'the summary of a new draft that was published',
    files: story({ summary: '"To be written: what happened, where and when, in one or two sentences."' }),
    at: '3:10',
    message: 'The summary is still the placeholder of a new draft.',
    hint: 'Write it, or set `status: draft` until it is written.',
  },
  {
    code: 'missing-key',
    of: 'the caption of a picture',
    files: {
      ...story({ image: '{src: bridge.jpg, alt: A bridge, credit: Us}' }),
      'articles/2024/11/bridge.jpg': makePixel(),
    },
    at: '8:8',
    message: '`caption` in `image` is missing.',
    hint: 'Add it: this key is required.',
  },
  {
    code: 'wrong-type',
    of: 'a text for a list',
    files: story({ regions: 'RO' }),
    at: '6:10',
    message: '`regions` must be a list, not `RO`.',
    hint: 'Write a list: `regions: [RO]`.',
  },
  {
    code: 'wrong-type',
    of: 'a list for the whole',
    files: { [storyFile]: '---\n- a\n---\nText.\n' },
    at: '2:1',
    message: 'The file must be a set of keys, not `["a"]`.',
    hint: 'Write `key: value` lines below it, indented.',
  },
  {
    code: 'too-long',
    of: 'a title of 301 characters',
    files: story({ title: 'a'.repeat(301) }),
    at: '2:8',
    message: '`title` has 301 characters; the maximum is 300.',
    hint: 'Remove 1 character.',
  },
  {
    code: 'too-long',
    of: 'a folded summary, counted without its last line end',
    files: story({ summary: `>\n  ${'a'.repeat(1001)}` }),
    at: '3:10',
    message: '`summary` has 1001 characters; the maximum is 1000.',
    hint: 'Remove 1 character.',
  },
  {
    code: 'unusual-length',
    of: 'a title of 111 characters',
    files: story({ title: 'a'.repeat(111) }),
    at: '2:8',
    message: '`title` has 111 characters; at most 110 work best in listings and search results.',
    hint: 'Cut 1 character if you can.',
  },
  {
    code: 'unusual-length',
    of: 'a summary of 301 characters',
    files: story({ summary: 'a'.repeat(301) }),
    at: '3:10',
    message: '`summary` has 301 characters; 40 to 300 work best in listings and search results.',
    hint: 'Cut 1 character if you can.',
  },
  {
    code: 'unusual-length',
    of: 'a summary of one character',
    files: story({ summary: 'a' }),
    at: '3:10',
    message: '`summary` has 1 character; 40 to 300 work best in listings and search results.',
    hint: 'Write a little more if you can.',
  },
  {
    code: 'too-long',
    of: '51 tags',
    files: story({ tags: `[${Array.from({ length: 51 }, (_, index) => `tag-a${index}`).join(', ')}]` }),
    at: '8:7',
    message: '`tags` has 51 items; the maximum is 50.',
    hint: 'Remove 1 item.',
  },
  {
    code: 'too-long',
    of: 'six key points',
    files: story({ keyPoints: '[a, b, c, d, e, f]' }),
    at: '8:12',
    message: '`keyPoints` has 6 items; the maximum is 5.',
    hint: 'Remove 1 item.',
  },
  {
    code: 'too-short',
    of: 'a title of blanks',
    files: story({ title: '"  "' }),
    at: '2:8',
    message: '`title` has no visible characters.',
    hint: 'Type it again: it contains only invisible characters.',
  },
  {
    code: 'too-short',
    of: 'no place at all',
    files: story({ regions: '[]' }),
    at: '6:10',
    message: '`regions` has 0 items; the minimum is 1.',
    hint: 'Add at least 1 item.',
  },
  {
    code: 'invalid-value',
    of: 'a kind that is nearly one',
    files: story({ kind: 'opinon' }),
    at: '8:7',
    message: '`kind`: `opinon` is not one of `report`, `explainer`, `analysis`, `opinion`, `background`, `timeline`.',
    hint: 'Did you mean `opinion`?',
  },
  {
    code: 'invalid-value',
    of: 'a long value, cut to 60 characters',
    files: story({ status: 'x'.repeat(61) }),
    at: '8:9',
    message: `\`status\`: \`${'x'.repeat(59)}…\` is not one of \`draft\`, \`published\`, \`withdrawn\`.`,
    hint: 'Write one of them.',
  },
  {
    code: 'invalid-value',
    of: 'a status that is the name of what every object has',
    files: story({ status: 'constructor' }),
    at: '8:9',
    message: '`status`: `constructor` is not one of `draft`, `published`, `withdrawn`.',
    hint: 'Write one of them.',
  },
  {
    code: 'invalid-value',
    of: 'a source that would run',
    files: story({ sources: '\n  - title: A\n    publisher: B\n    url: javascript:alert(1)' }),
    at: '11:10',
    message: '`url` in item 1 of `sources`: `javascript:alert(1)` is not a web address.',
    hint: 'Write the full address, starting with https://.',
  },
  {
    code: 'invalid-value',
    of: 'an alias that climbs',
    files: story({ aliases: '[/../secret/]' }),
    at: '8:11',
    message: 'Item 1 of `aliases`: `/../secret/` is not an address on this site.',
    hint: 'Write it with a slash at both ends: `/old/address/`.',
  },
  {
    code: 'invalid-value',
    of: 'a language that is none',
    files: story({ lang: 'english!' }),
    at: '8:7',
    message: '`lang`: `english!` is not a language tag.',
    hint: 'Write a BCP 47 tag such as `en`, `ar` or `pt-BR`.',
  },
  {
    code: 'invalid-value',
    of: 'a tag without a letter',
    files: story({ tags: '[flood, "(–)"]' }),
    at: '8:15',
    message: 'The tag `(–)` has no letters, digits or symbols.',
    hint: 'Write words, or delete it.',
  },
  {
    code: 'invalid-value',
    of: 'a short Media Topics code',
    files: { 'topics.yaml': 'health:\n  title: Health\n  description: Care.\n  mediaTopic: "0700"\n' },
    at: 'topics.yaml:4:15',
    message: '`mediaTopic` in `health`: `0700` is not valid.',
    hint: 'A Media Topics code has eight digits.',
  },
  {
    code: 'invalid-time',
    of: '30 February',
    files: story({ updated: '2025-02-30' }),
    at: '8:10',
    message: '`updated`: `2025-02-30` is not a valid date or time.',
    hint: 'Write `2025-02-28` or `2025-03-01`, whichever you mean.',
  },
  {
    code: 'invalid-time',
    of: 'another order of day and month',
    files: story({ published: '13/11/2024' }),
    at: '4:12',
    message: '`published`: `13/11/2024` is not a valid date or time.',
    hint: 'Write `2024-11-13`.',
  },
  {
    code: 'invalid-time',
    of: 'a word',
    files: story({ published: 'tomorrow' }),
    at: '4:12',
    message: '`published`: `tomorrow` is not a valid date or time.',
    hint: 'Write `2024-11-13` or `2024-11-13T19:00:00+02:00`.',
  },
  {
    code: 'invalid-time',
    of: 'a draft of Jekyll',
    files: story({ published: 'false' }),
    at: '4:12',
    message: '`published`: `false` is not a valid date or time.',
    hint: 'Write the date of publication. To hide the story, add `status: draft`.',
  },
  {
    code: 'invalid-time',
    of: 'a day without its year, which is that of the folder',
    files: story({ updated: '20 Nov' }),
    at: '8:10',
    message: '`updated`: `20 Nov` is not a valid date or time.',
    hint: 'Write `2024-11-20`.',
  },
  {
    code: 'invalid-time',
    of: 'a day that may be one of two',
    files: story({ corrections: '\n  - kind: update\n    date: 03/12/2024\n    text: It rose.' }),
    at: '10:11',
    message: '`date` in item 1 of `corrections`: `03/12/2024` is not a valid date or time.',
    hint: 'Write `2024-12-03` or `2024-03-12`, whichever you mean.',
  },
  {
    code: 'missing-offset',
    of: 'a time without its offset',
    files: story({ published: '2024-11-13T19:00:00' }),
    at: '4:12',
    message: '`published`: `2024-11-13T19:00:00` has no time zone.',
    hint: 'Write `2024-11-13T19:00:00+00:00`: that is the time in UTC.',
  },
  {
    code: 'forbidden-character',
    of: 'NUL, as it is',
    files: story({ title: 'River\0floods' }),
    at: '2:8',
    message: '`title`: The text contains the control character U+0000.',
    hint: characterHint,
  },
  {
    code: 'forbidden-character',
    of: 'NUL, escaped',
    files: story({ title: '"River\\0floods"' }),
    at: '2:8',
    message: '`title`: The text contains the control character U+0000.',
    hint: characterHint,
  },
  {
    code: 'forbidden-character',
    of: 'a character that turns the direction',
    files: story({ title: 'River \u202e sdoolf' }),
    at: '2:8',
    message: '`title`: The text contains the control character U+202E.',
    hint: characterHint,
  },
  {
    code: 'forbidden-character',
    of: 'half a character',
    files: story({ credit: '"\\uD83D"' }),
    at: '8:9',
    message: '`credit`: The text contains the control character U+D83D.',
    hint: characterHint,
  },
];

const ruleRows: readonly Row[] = [
  {
    code: 'unknown-topic',
    of: 'a slip of the pen',
    files: story({ topic: 'heatlh' }),
    at: '5:8',
    message: '`heatlh` is not in topics.yaml.',
    hint: 'Did you mean `health`?',
  },
  {
    code: 'unknown-topic',
    of: 'a topic when there are none',
    files: { 'topics.yaml': '' },
    at: '5:8',
    message: '`health` is not in topics.yaml.',
    hint: 'Known: none yet.',
  },
  {
    code: 'unknown-region',
    of: 'three letters',
    files: story({ regions: '[RO, FRA]' }),
    at: '6:15',
    message: placeMessage('FRA'),
    hint: 'Did you mean `FR` (France)?',
  },
  {
    code: 'unknown-region',
    of: 'a name',
    files: story({ regions: '\n  - RO\n  - Norway' }),
    at: '8:5',
    message: placeMessage('Norway'),
    hint: 'Did you mean `NO` (Norway)?',
  },
  {
    code: 'unknown-region',
    of: 'Norway in small letters',
    files: story({ regions: '[no]' }),
    at: '6:11',
    message: placeMessage('no'),
    hint: 'Did you mean `NO` (Norway)?',
  },
  {
    code: 'unknown-region',
    of: 'where the story was filed',
    files: story({ dateline: '{place: Atlantis, region: 999}' }),
    at: '8:37',
    message: placeMessage('999'),
    hint: regionHint,
  },
  {
    code: 'unknown-place',
    of: 'a dateline in no city of its country',
    files: story({ dateline: '{place: Atlantis-on-Sea, region: AQ}' }),
    at: '8:19',
    message: 'No city in AQ is called `Atlantis-on-Sea`.',
    hint: 'Correct the name or the country, or add the latitude and longitude: `at: [44.43, 26.1]`.',
  },
  {
    code: 'unknown-place',
    of: 'an event in no city of its country',
    files: story({ places: '[{name: Bucharest, region: RO}, {name: Atlantis-on-Sea, region: AQ}]' }),
    at: '8:48',
    message: 'No city in AQ is called `Atlantis-on-Sea`.',
    hint: 'Correct the name or the country, or add the latitude and longitude: `at: [44.43, 26.1]`.',
  },
  {
    code: 'ambiguous-place',
    of: 'a dateline in one of two cities',
    files: story({ dateline: '{place: Las Vegas, region: US}' }),
    at: '8:19',
    message:
      '`Las Vegas` is the name of 2 cities in US: Las Vegas (Nevada) at 36.21, -115.22; Las Vegas (New Mexico) at 35.6, -105.22.',
    hint: 'Say which one you mean with its latitude and longitude: `at: [36.21, -115.22]`.',
  },
  {
    code: 'invalid-value',
    of: 'a dateline whose longitude is no longitude',
    files: story({ dateline: '{place: Oslo, region: NO, at: [10.7, 590]}' }),
    at: '8:41',
    message: '`at` in `dateline`: [10.7, 590] is not a place on Earth.',
    hint: 'Write the latitude (−90 to 90), then the longitude (−180 to 180): `at: [44.43, 26.1]`.',
  },
  {
    code: 'duplicate-address',
    of: 'a place beyond that would take a place of the tree',
    files: { 'places.yaml': 'beyond:\n  asia:\n    title: Asia Station\n' },
    at: 'places.yaml:3:5',
    message: 'The place `asia` would have the same address as the place Asia.',
    hint: 'Give the place another id.',
  },
  {
    code: 'duplicate-address',
    of: 'an alias that is an address already',
    files: { 'places.yaml': 'aliases:\n  france: DE\n' },
    at: 'places.yaml:2:11',
    message: 'The alias `france` would have the same address as the place France.',
    hint: 'Delete it: the place already has this address.',
  },
  {
    code: 'unknown-region',
    of: 'an alias of nowhere',
    files: { 'places.yaml': 'aliases:\n  persia: IRN\n' },
    at: 'places.yaml:2:11',
    message: placeMessage('IRN'),
    hint: 'Did you mean `IR` (Iran)?',
  },
  {
    code: 'reserved-name',
    of: 'a group with the name of a year',
    files: { 'places.yaml': 'groups:\n  "2024":\n    title: Year\n    members: [RO]\n' },
    at: 'places.yaml:3:5',
    message: '`2024` would have the address of a year.',
    hint: 'Choose an id with letters.',
  },
  {
    code: 'unknown-region',
    of: 'a member of a group',
    files: { 'places.yaml': 'groups:\n  delta:\n    title: Delta\n    members: [RO, XQ]\n' },
    at: 'places.yaml:4:19',
    message: placeMessage('XQ'),
    hint: regionHint,
  },
  {
    code: 'unknown-author',
    of: 'a slip of the pen',
    files: story({ authors: '[world-desk, world-dsek]' }),
    at: '7:23',
    message: '`world-dsek` is not in authors.yaml.',
    hint: 'Did you mean `world-desk`?',
  },
  {
    code: 'unknown-author',
    of: 'the name of what every object has',
    files: story({ authors: '[constructor]' }),
    at: '7:11',
    message: '`constructor` is not in authors.yaml.',
    hint: 'Known: `world-desk`.',
  },
  {
    code: 'unknown-storyline',
    of: 'a storyline without a file',
    files: { ...story({ storylines: '[flood-of-2024]' }), 'storylines/harvest.md': toStoryline() },
    at: '8:14',
    message: '`flood-of-2024` is not in storylines/.',
    hint: 'Known: `harvest`.',
  },
  {
    code: 'unknown-article',
    of: 'the lead of the front page',
    files: { 'front.yaml': 'lead: 2024/11/floot\n' },
    at: 'front.yaml:1:7',
    message: '`2024/11/floot` is not in articles/.',
    hint: 'Did you mean `2024/11/flood`?',
  },
  {
    code: 'unknown-article',
    of: 'a milestone',
    files: {
      'storylines/rain.md': toStoryline({ milestones: '\n  - {date: 2024-11-13, text: It rained., article: rain}' }),
    },
    at: 'storylines/rain.md:5:51',
    message: '`rain` is not in articles/.',
    hint: 'Write the path of the file in articles/, without .md.',
  },
  {
    code: 'duplicate-value',
    of: 'a place',
    files: story({ regions: '[RO, 142, RO]' }),
    at: '6:20',
    message: 'Item 3 of `regions`: `RO` appears twice.',
    hint: 'Remove one of them.',
  },
  {
    code: 'duplicate-value',
    of: 'two spellings of a number',
    files: story({ regions: '[5, "005"]' }),
    at: '6:14',
    message: 'Item 2 of `regions`: `005` appears twice.',
    hint: 'Remove one of them.',
  },
  {
    code: 'duplicate-value',
    of: 'two spellings of a tag',
    files: story({ tags: '[River flood, river-flood]' }),
    at: '8:21',
    message: 'The tag `river-flood` appears twice in this story.',
    hint: 'Remove one of them.',
  },
  {
    code: 'near-duplicate-tag',
    of: 'the singular that fewer stories have',
    files: {
      ...story({ tags: '[rain, flood]' }),
      'articles/2024/11/a.md': toStory({ tags: '[floods]' }),
      'articles/2024/11/z.md': toStory({ tags: '[floods]' }),
    },
    at: '8:14',
    message: 'The tag `flood` is almost the same as `floods`, which more stories use.',
    hint: 'Write `floods`.',
  },
  {
    code: 'reserved-name',
    of: 'a story that is the page of a listing',
    files: { 'articles/2024/11/2.md': toStory() },
    at: 'articles/2024/11/2.md:1:1',
    message: '`2` is an address that the site itself uses.',
    hint: 'Choose another name for the file.',
  },
  {
    code: 'reserved-name',
    of: 'a page that is the search page',
    files: { 'pages/search.md': toStoryline() },
    at: 'pages/search.md:1:1',
    message: '`search` is an address that the site itself uses.',
    hint: 'Choose another name for the file.',
  },
  ...[
    'assets',
    'globes',
    'maps',
    'media',
    'pictures',
    'icons',
    'pagefind',
    'sitemaps',
    'search',
    'cdn-cgi',
    '2024',
  ].map((name): Row => ({
    code: 'reserved-name',
    of: `a page that is /${name}/`,
    files: { [`pages/${name}.md`]: toStoryline() },
    at: `pages/${name}.md:1:1`,
    message: `\`${name}\` is an address that the site itself uses.`,
    hint: 'Choose another name for the file.',
  })),
  ...['articles/2024/11/con.md', 'storylines/aux.md', 'pages/lpt1.md'].map((file): Row => ({
    code: 'reserved-name',
    of: `${file}, which Windows cannot have`,
    files: { [file]: file.startsWith('articles/') ? toStory() : toStoryline() },
    at: `${file}:1:1`,
    message: `\`${path.basename(file, '.md')}\` cannot be an address: Windows reserves it for a device.`,
    hint: 'Choose another name for the file.',
  })),
  {
    code: 'reserved-name',
    of: 'a picture that Windows cannot have',
    files: { 'articles/2024/11/aux.png': makePixel() },
    at: 'articles/2024/11/aux.png:1:1',
    message: '`aux.png` cannot be part of an address: Windows reserves it for a device.',
    hint: 'Choose another name.',
  },
  {
    code: 'too-long',
    of: 'the name of a picture',
    files: { [`articles/2024/11/${'a'.repeat(240)}.png`]: makePixel() },
    at: `articles/2024/11/${'a'.repeat(240)}.png:1:1`,
    message: 'The name is 244 bytes long; the limit is 240.',
    hint: 'Rename it: a few words are enough.',
  },
  {
    code: 'invalid-slug',
    of: 'a name of many bytes',
    files: { [`storylines/${'水'.repeat(81)}.md`]: toStoryline() },
    at: `storylines/${'水'.repeat(81)}.md:1:1`,
    message: slugMessage('水'.repeat(81)),
    hint: `Rename the file to ${'水'.repeat(80)}.md.`,
  },
  {
    code: 'reserved-name',
    of: 'an author who is a number',
    files: { 'authors.yaml': 'world-desk:\n  name: World desk\n7:\n  name: Seven\n' },
    at: 'authors.yaml:4:3',
    message: '`7` would have the address of a page number.',
    hint: 'Choose an id with letters.',
  },
  {
    code: 'folder-date-mismatch',
    of: 'a story of another month',
    files: story({ published: '2024-10-31' }),
    at: '4:12',
    message: 'The story was published in 2024/10 (UTC) but is in the folder 2024/11.',
    hint: 'Move the file to articles/2024/10/, or correct `published`.',
  },
  {
    code: 'updated-before-published',
    of: 'one second',
    files: story({ updated: '2024-11-13T16:59:59Z' }),
    at: '8:10',
    message: '`updated` is earlier than `published`.',
    hint: 'Correct one of the two, or delete `updated`.',
  },
  {
    code: 'correction-before-published',
    of: 'the day before',
    files: story({ corrections: '\n  - kind: update\n    date: 2024-11-12\n    text: It rose.' }),
    at: '10:11',
    message: 'The correction is dated before the story was published.',
    hint: 'Correct the date of the correction.',
  },
  {
    code: 'correction-before-published',
    of: 'a withdrawal the day before',
    files: story({ withdrawn: '{ date: 2024-11-12, reason: It was wrong. }' }),
    at: '8:20',
    message: 'The story was withdrawn before it was published.',
    hint: 'Correct the date of the withdrawal.',
  },
  {
    code: 'expires-before-published',
    of: 'the same instant',
    files: story({ expires: '2024-11-13T17:00:00Z' }),
    at: '8:10',
    message: '`expires` is not later than `published`: readers would never see the story.',
    hint: 'Correct one of the two, or delete `expires`.',
  },
  {
    code: 'empty-body',
    of: 'blank lines',
    files: story({}, ' \n\t'),
    at: '9:1',
    message: 'There is no text below the front matter.',
    hint: 'Write the text, list what the story links to under `sources`, or delete the file.',
  },
  {
    code: 'missing-image',
    of: 'a picture that is in another folder',
    files: {
      ...story({ image: '{src: bridge.jpg, alt: A bridge, credit: Us, caption: A bridge.}' }),
      'articles/2024/10/bridge.jpg': makePixel(),
    },
    at: '8:14',
    message: 'There is no picture `bridge.jpg` in the story’s folder.',
    hint: 'Put the picture in that folder and write its file name. It can be AVIF, GIF, JPEG, PNG or WebP.',
  },
];

const rows: readonly Row[] = [...fileRows, ...yamlRows, ...ruleRows];

describe('readNewsroom', () => {
  it('finds nothing wrong with the tiny newsroom', async () => {
    const { newsroom, issues } = await read();
    expect(issues).toEqual([]);
    expect(newsroom).toEqual({
      articles: [
        {
          id: '2024/11/flood',
          file: storyFile,
          textHash: expect.any(String),
          wordCount: 3,
          title: 'River floods the old town',
          summary: 'Water stood a metre high in the old town on Wednesday morning.',
          kind: 'report',
          published: { epochMs: Date.UTC(2024, 10, 13, 17), isDateOnly: false },
          topic: 'health',
          regions: ['RO'],
          tags: [],
          storylines: [],
          authors: ['world-desk'],
          places: [],
          keyPoints: [],
          sources: [],
          corrections: [],
          media: [],
          status: 'published',
          aliases: [],
          lang: 'en',
        },
      ],
      storylines: [],
      topics: [{ id: 'health', title: 'Health', description: 'Medicine and care.', mediaTopic: '07000000' }],
      authors: [{ id: 'world-desk', name: 'World desk', type: 'desk', languages: [] }],
      pages: [
        {
          id: 'about',
          file: 'pages/about.md',
          textHash: expect.any(String),
          title: 'About',
          summary: 'Two people who write down what they see in the town.',
        },
      ],
      places: { names: {}, groups: {}, beyond: {}, aliases: {} },
      front: { seconds: [] },
      pictures: [],
    });
  });

  it.each(rows)('reports $code: $of', async ({ code, files, at, message, hint }) => {
    const { issues } = await read(files);
    expect(issues.map(({ field: _field, ...issue }) => issue)).toEqual([
      { code, severity: issueCodes[code].severity, message, hint, ...toPlace(at) },
    ]);
  });

  it('reports every code that is not of bodies alone', () => {
    const codes = Object.keys(issueCodes);
    const ofReader = [...codes.slice(0, codes.indexOf('unwritten-text') + 1), 'missing-image', 'missing-alt'];
    const tested = new Set<string>([...rows.map(({ code }) => code), 'unreadable-file']);
    expect([...tested].toSorted()).toEqual(ofReader.toSorted());
  });

  it('reports all problems of all files at once, from top to bottom', async () => {
    const { newsroom, issues } = await read({
      'topics.yaml': 'health:\n  title: Health\n  mediaTopic: 07000000\n',
      'articles/2024/11/b.md': toStory({ title: '"\\0"', regions: '[]', lang: '"!"' }, ''),
      'articles/2024/11/a.md': '---\n---\n',
      'articles/2024/11/c.xyz': '',
      'storylines/_d.md': toStoryline({ title: '[a]' }),
    });
    expect(summarise(issues)).toEqual([
      'articles/2024/11/a.md:2:1 missing-key',
      'articles/2024/11/a.md:2:1 missing-key',
      'articles/2024/11/a.md:2:1 missing-key',
      'articles/2024/11/a.md:2:1 missing-key',
      'articles/2024/11/a.md:2:1 missing-key',
      'articles/2024/11/a.md:2:1 missing-key',
      'articles/2024/11/a.md:3:1 empty-body',
      'articles/2024/11/b.md:2:8 forbidden-character',
      'articles/2024/11/b.md:6:10 too-short',
      'articles/2024/11/b.md:8:7 invalid-value',
      'articles/2024/11/b.md:10:1 empty-body',
      'articles/2024/11/c.xyz:1:1 unexpected-file',
      'storylines/_d.md:1:1 invalid-slug',
      'storylines/_d.md:2:8 wrong-type',
      'topics.yaml:2:3 missing-key',
    ]);
    expect(newsroom.articles.map(({ id }) => id)).toEqual(['2024/11/flood']);
  });

  it('reads the same whatever the order in which files were written', async () => {
    const files = {
      'articles/2024/11/b.md': toStory({ topic: 'x' }),
      'articles/2024/11/a.md': toStory({ lang: '"!"' }),
    };
    const forwards = await read(files);
    const backwards = await read(Object.fromEntries(Object.entries(files).toReversed()));
    expect(backwards).toEqual(forwards);
    expect(forwards.newsroom.articles.map(({ id }) => id)).toEqual(['2024/11/b', '2024/11/flood']);
  });

  it('reads more stories than it opens at once, in order', async () => {
    const names = Array.from({ length: 150 }, (_, index) => `articles/2024/11/story-${index + 1000}.md`);
    const { newsroom, issues } = await read(Object.fromEntries(names.map((file) => [file, toStory()])));
    expect(issues).toEqual([]);
    expect(newsroom.articles.map(({ file }) => file)).toEqual([storyFile, ...names].toSorted());
  });
});

describe('files', () => {
  it('are passed over when they are a repository’s or a file manager’s', async () => {
    const ignored = ['.gitignore', '.git/config', '.github/x.yml', 'README.md', 'LICENSE', 'articles/.DS_Store'];
    const { issues } = await read(Object.fromEntries(ignored.map((file) => [file, 'x'])));
    expect(issues).toEqual([]);
  });

  it('collide when their addresses differ in letter case alone', async () => {
    const { issues } = await read({ 'articles/2024/11/Flood.md': toStory() });
    expect(summarise(issues)).toEqual([
      'articles/2024/11/Flood.md:1:1 invalid-slug',
      `${storyFile}:1:1 duplicate-address`,
    ]);
    expect(issues[1]).toMatchObject({
      message: 'The file has the same address as articles/2024/11/Flood.md.',
      hint: 'Rename one of the two files.',
    });
  });

  it('collide when their addresses differ in how marks are stored alone', async () => {
    const { issues } = await read({
      'storylines/\u0451.md': toStoryline(),
      'storylines/\u0435\u0308.md': toStoryline(),
    });
    expect(summarise(issues)).toEqual(['storylines/\u0451.md:1:1 duplicate-address']);
  });

  it.each(['00', '13'])('lie in no month %s', async (month) => {
    const { issues } = await read({ [`articles/2024/${month}/rain.md`]: toStory() });
    expect(issues[0]).toMatchObject({
      code: 'misplaced-file',
      file: `articles/2024/${month}/rain.md`,
      message: `There is no month ${month}.`,
      hint: 'Name the folder with a number from 01 to 12.',
      line: 1,
      column: 1,
    });
  });

  it.each([
    ['a story', 'articles/2024/11/link.md', 'flood.md'],
    ['a secret', 'articles/2024/11/bridge.jpg', '/etc/hostname'],
    ['a folder', 'articles/2023', '2024'],
    ['themselves, round and round', 'articles/2024/again', '.'],
    ['nothing', 'storylines/rain.md', 'nowhere.md'],
  ])('are no links to %s', async (_, file, linkTo) => {
    const { newsroom, issues } = await read({ [file]: { linkTo } });
    expect(summarise(issues)).toEqual([`${file}:1:1 unexpected-file`]);
    expect(issues[0]?.message).toBe('This is a symbolic link or a device, not a file.');
    expect(newsroom.articles).toHaveLength(1);
  });

  it('that are links are not to be renamed', async () => {
    const { issues } = await read({ 'articles/2024/11/link.md': { linkTo: 'flood.md' } });
    expect(issues.map(({ hint }) => hint)).not.toEqual([markdownHint]);
  });

  it('that are misnamed lists are given their name', async () => {
    const { issues } = await read({ 'front.yml': 'lead: 2024/11/flood\n' });
    expect(summarise(issues)).toEqual(['front.yml:1:1 unexpected-file']);
    expect(issues[0]?.hint).toContain('front.yaml');
  });

  it('that cannot be read are reported as unreadable-file', async () => {
    const contentDir = await writeNewsroom();
    const folder = path.join(contentDir, 'front.yaml');
    await mkdir(folder);
    expect(await readTextFile(contentDir, 'front.yaml', 1_000_000)).toEqual({
      code: 'unreadable-file',
      severity: 'error',
      message: 'It cannot be read: it is a folder, not a file.',
      hint: 'Check its permissions and the disk.',
      file: 'front.yaml',
      line: 1,
      column: 1,
    });
  });

  it('whose folder cannot be read are one issue, and nothing else is reported as missing', async () => {
    const missing = await readNewsroom({ contentDir: '/nowhere/content', timeZone: 'UTC', language: 'en' });
    expect(missing.issues).toEqual([
      {
        code: 'unreadable-file',
        severity: 'error',
        message: 'It cannot be read: it does not exist.',
        hint: 'Set CONTENT_DIR to the content folder of the newsroom, and check its permissions.',
        file: '.',
        line: 1,
        column: 1,
      },
    ]);
    const contentDir = await writeNewsroom();
    const file = await readNewsroom({
      contentDir: path.join(contentDir, 'topics.yaml'),
      timeZone: 'UTC',
      language: 'en',
    });
    expect(file.issues.map(({ message }) => message)).toEqual(['It cannot be read: it is a file, not a folder.']);
  });

  it('of exactly 100,000 bytes are read', async () => {
    const { issues } = await read(story({}, 'a'.repeat(100_000 - toStory({}, '').length)));
    expect(issues).toEqual([]);
  });

  it.each([
    ['a byte order mark', `\ufeff${toStory()}`],
    ['the line ends of Windows', toStory().replaceAll('\n', '\r\n')],
    ['the line ends of old Macs', toStory().replaceAll('\n', '\r')],
    ['both, and blanks behind the hyphens', `\ufeff${toStory().replaceAll('---', '--- \t').replaceAll('\n', '\r\n')}`],
  ])('with %s are read like any other', async (_, text) => {
    const { newsroom, issues } = await read({ [storyFile]: text });
    expect(issues).toEqual([]);
    expect(newsroom).toEqual((await read()).newsroom);
  });

  it('with a byte order mark and the line ends of Windows keep their places', async () => {
    const { issues } = await read({ [storyFile]: `\ufeff${toStory({ topic: 'x' }).replaceAll('\n', '\r\n')}` });
    expect(summarise(issues)).toEqual([`${storyFile}:5:8 unknown-topic`]);
  });
});

describe('front matter', () => {
  it('ends at a line of hyphens, not at hyphens in a line', async () => {
    const { newsroom, issues } = await read(story({ title: 'Talks in the old town ---', credit: 'a--- b ---' }));
    expect(issues).toEqual([]);
    expect(newsroom.articles).toMatchObject([{ title: 'Talks in the old town ---', credit: 'a--- b ---' }]);
  });

  it('leaves hyphens in the body alone', async () => {
    const { issues } = await read(story({}, 'One\n\n---\n\ntwo\n---'));
    expect(issues).toEqual([]);
  });

  it('reads NO as Norway and numbers as M49 codes', async () => {
    const { newsroom, issues } = await read({
      [storyFile]: toStory({ regions: '[NO]' }),
      'articles/2024/11/a.md': toStory({ regions: '[142]' }),
      'articles/2024/11/b.md': toStory({ regions: '[5]', dateline: '{place: Oslo, region: NO}' }),
      'articles/2024/11/c.md': toStory({ regions: '[005, 039]' }),
    });
    expect(issues).toEqual([]);
    expect(newsroom.articles.map(({ regions }) => regions)).toEqual([['142'], ['005'], ['005', '039'], ['NO']]);
  });

  it('reads words that look like other types as texts', async () => {
    const { newsroom, issues } = await read(story({ title: 'Yes', credit: '2024-11-13', tags: '[on, off, no, ~a]' }));
    expect(issues).toEqual([]);
    expect(newsroom.articles).toMatchObject([{ title: 'Yes', credit: '2024-11-13', tags: ['on', 'off', 'no', '~a'] }]);
  });

  it('folds white space and keeps every script', async () => {
    const { newsroom, issues } = await read(story({ title: '"  عاجل:\\n  النهر  🌊 "', lang: 'ar' }));
    expect(issues).toEqual([]);
    expect(newsroom.articles).toMatchObject([{ title: 'عاجل: النهر 🌊', lang: 'ar' }]);
  });

  it.each([
    ['spaces of no width', '\u200b\u200c\u200d\u2060'],
    ['fillers of Hangul', '\u3164\u115f\uffa0'],
    ['marks of direction', '\u200e\u200f\u061c'],
    ['soft hyphens and selectors', '\u00ad\ufe0f\u034f'],
    ['blank braille', '\u2800\u2800'],
    ['tags', '\u{e0041}\u{e0042}'],
  ])('refuses a title of %s', async (_, title) => {
    const { issues } = await read(story({ title: `"${title}"`, tags: `["${title}"]` }));
    expect(issues).toMatchObject([
      { code: 'too-short', field: ['title'], message: '`title` has no visible characters.' },
      { code: 'too-short', field: ['tags', 0], message: 'Item 1 of `tags` has no visible characters.' },
    ]);
  });

  it.each([
    ['a very long word', 'Donaudampfschifffahrtselektrizit\u00e4tenhauptbetriebswerkbau'.repeat(2).slice(0, 110)],
    ['a joined emoji', '👩‍👩‍👧 at home'],
    ['joiners of Persian', 'می‌خواهم'],
    ['marks of direction', 'قال \u200eNASA\u200f اليوم'],
  ])('keeps %s', async (_, title) => {
    const { newsroom, issues } = await read(story({ title }));
    expect(issues).toEqual([]);
    expect(newsroom.articles).toMatchObject([{ title }]);
  });

  it.each([
    ['tags', 51, 50],
    ['authors', 51, 50],
    ['storylines', 51, 50],
    ['regions', 201, 200],
    ['keyPoints', 6, 5],
  ])('refuses a list of %s with %i entries', async (key, count, most) => {
    const list = `[${Array.from({ length: count }, (_, index) => `a${index}b`).join(', ')}]`;
    const { issues } = await read(story({ [key]: list }));
    expect(issues.filter(({ field }) => field?.length === 1)).toMatchObject([
      { code: 'too-long', message: `\`${key}\` has ${count} items; the maximum is ${most}.`, hint: 'Remove 1 item.' },
    ]);
  });

  it.each([
    ['sources', '{title: A, publisher: B}', 201],
    ['corrections', '{kind: update, date: 2024-11-14, text: A}', 201],
    ['aliases', '/a/', 201],
  ])('refuses a list of %s with too many entries', async (key, entry, count) => {
    const { issues } = await read(story({ [key]: repeat(entry, count) }));
    expect(issues.map(({ code }) => code)).toContain('too-long');
  });

  it('refuses too many members of a group, milestones and languages', async () => {
    const { issues } = await read({
      'places.yaml': `groups:\n  sahel: {title: Sahel, members: ${repeat('ML', 1001)}}\n`,
      'storylines/rain.md': toStoryline({ milestones: repeat('{date: 2024-11-13, text: A}', 1001) }),
      'authors.yaml': `world-desk:\n  name: Desk\n  languages: ${repeat('en', 51)}\n`,
    });
    const found = issues.filter(({ code }) => code === 'too-long').map(({ file }) => file);
    expect(found).toEqual(['authors.yaml', 'places.yaml', 'storylines/rain.md']);
  });

  it.each([110, 111])('counts the %i characters of a title after folding', async (length) => {
    const { issues } = await read(story({ title: `"a${' '.repeat(50)}${'b'.repeat(length - 2)}"` }));
    expect(issues.map(({ code }) => code)).toEqual(length > 110 ? ['unusual-length'] : []);
  });

  it('reads a bare date in the site’s time zone, and its folder too', async () => {
    const files = story({ published: '2024-11-01' });
    const { newsroom, issues } = await read(files, 'Pacific/Kiritimati');
    expect(issues).toEqual([]);
    expect(newsroom.articles[0]?.published).toEqual({ epochMs: Date.UTC(2024, 9, 31, 10), isDateOnly: true });
    expect((await read(story({ published: '2024-11-01T00:30:00Z' }), 'America/New_York')).issues).toMatchObject([
      {
        code: 'folder-date-mismatch',
        message: 'The story was published in 2024/10 (America/New_York) but is in the folder 2024/11.',
      },
    ]);
  });

  it.each([
    ['published', { published: '2024-11-13T19:00:00' }, '2024-11-13T19:00:00+02:00'],
    ['updated in summer', { updated: '2025-07-01 09:00' }, '2025-07-01T09:00+03:00'],
    ['expires as clocks go forward', { expires: '2025-03-30T03:30' }, '2025-03-30T04:30+03:00'],
    [
      'a correction as clocks go back',
      { corrections: '\n  - {kind: update, date: 2025-10-26T03:30, text: A}' },
      '2025-10-26T03:30+03:00` or `2025-10-26T03:30+02:00',
    ],
    ['a source', { sources: '\n  - {title: A, publisher: B, published: 2024-11-13T08:00}' }, '2024-11-13T08:00+02:00'],
  ])('offers the newsroom’s own offset for %s', async (_, keys, time) => {
    const { issues } = await read(story(keys), 'Europe/Bucharest');
    expect(issues).toMatchObject([{ code: 'missing-offset', hint: expect.stringContaining(`Write \`${time}\``) }]);
  });

  it('offers the newsroom’s own offset for a milestone', async () => {
    const { issues } = await read(
      { 'storylines/rain.md': toStoryline({ milestones: '\n  - {date: 2024-07-13T09:00, text: It rained.}' }) },
      'America/New_York',
    );
    expect(issues.find(({ code }) => code === 'missing-offset')?.hint).toBe(
      'Write `2024-07-13T09:00-04:00`: that is the time in America/New_York.',
    );
  });

  it('allows an update at the instant of publication and a correction on its day', async () => {
    const corrections = '\n  - {kind: update, date: 2024-11-13, text: It rose.}';
    const { issues } = await read(story({ updated: '2024-11-13T17:00:00Z', corrections }));
    expect(issues).toEqual([]);
  });

  it('is done with a bomb of aliases within a second', { timeout: 1_000 }, async () => {
    const { newsroom, issues } = await read(story({ tags: toBomb(100) }));
    expect(issues.map(({ code }) => code)).toEqual(['invalid-yaml']);
    expect(newsroom.articles).toEqual([]);
  });

  it('locates a thousand slips without reading the file for each', async () => {
    const slips = Object.fromEntries(Array.from({ length: 1_000 }, (_, index) => [`slip-${index}`, 'x']));
    const { issues } = await read(story(slips));
    expect(issues).toHaveLength(1_000);
    expect(issues.at(-1)).toMatchObject({ code: 'unknown-key', line: 1_007, column: 1 });
  });

  it.each(['../10/bridge.jpg', '/bridge.jpg', 'maps/../bridge.jpg', 'bridge#1.jpg', 'https://b.example/bridge.jpg'])(
    'names a picture beside the story, not %s',
    async (src) => {
      const { issues } = await read({
        ...story({ image: `{src: "${src}", alt: A bridge, credit: Us, caption: It stands.}` }),
        'articles/2024/10/bridge.jpg': makePixel(),
        'articles/2024/11/bridge.jpg': makePixel(),
        'articles/2024/11/bridge#1.jpg': makePixel(),
      });
      expect(issues.map(({ line, column, severity }) => ({ line, column, severity }))).toEqual([
        { line: 8, column: 14, severity: 'error' },
      ]);
    },
  );

  it.each(['bridge.jpg', './bridge.jpg', 'maps/bridge.jpg'])('may name the picture %s', async (src) => {
    const { issues } = await read({
      ...story({ image: `{src: ${src}, alt: A bridge, credit: Us, caption: It stands.}` }),
      'articles/2024/11/bridge.jpg': makePixel(),
      'articles/2024/11/maps/bridge.jpg': makePixel(),
    });
    expect(issues).toEqual([]);
  });
});

describe('references', () => {
  it('to stories and storylines with errors are not errors themselves', async () => {
    const { issues } = await read({
      'articles/2024/11/a.md': toStory({ lang: '"!"' }),
      'storylines/rain.md': 'It rained.\n',
      'storylines/sun.md': toStoryline({ milestones: '\n  - {date: 2024-11-13, text: Sun., article: 2024/11/a}' }),
      'front.yaml': 'lead: 2024/11/a\nseconds: [2024/11/flood]\n',
      ...story({ storylines: '[rain, sun]' }),
    });
    expect(summarise(issues)).toEqual([
      'articles/2024/11/a.md:8:7 invalid-value',
      'storylines/rain.md:1:1 missing-front-matter',
    ]);
  });

  it.each([
    ['topics.yaml', ': x', ['unknown-author', 'unknown-region']],
    ['authors.yaml', '- x', ['unknown-region', 'unknown-topic']],
    ['places.yaml', 'x: y', ['unknown-author', 'unknown-topic']],
  ])('are not checked against a broken %s, but against the others', async (file, text, codes) => {
    const { issues } = await read({ ...story({ topic: 'x', authors: '[x]', regions: '[my-group]' }), [file]: text });
    const found = issues.filter((issue) => issue.file === storyFile).map(({ code }) => code);
    expect(found.toSorted()).toEqual(codes);
    expect(issues.map((issue) => issue.file)).toContain(file);
  });

  it.each([
    ['a stray file', 'articles/2024/11/notes.yaml', ''],
    ['a broken front page', 'front.yaml', 'led: x'],
  ])('are checked in spite of %s', async (_, file, text) => {
    const { issues } = await read({ ...story({ topic: 'x' }), [file]: text });
    expect(issues.map((issue) => issue.file)).toEqual([storyFile, file].toSorted());
  });

  it.each(['Public Health', 'a/b', '..', '""', 'a?b'])(
    'cannot be to a topic whose id is no address: %s',
    async (id) => {
      const health = 'health:\n  title: Health\n  description: Care.\n  mediaTopic: 07000000\n';
      const { issues } = await read({ 'topics.yaml': health + health.replace('health', id) });
      expect(issues).toMatchObject([{ severity: 'error', file: 'topics.yaml' }]);
      expect(issues[0]?.line).toBeGreaterThanOrEqual(5);
    },
  );

  it.each(['/topics/health/', '/search/', '/2024/', '/regions/romania/'])(
    'from old addresses cannot take that of the page %s',
    async (alias) => {
      const { issues } = await read(story({ aliases: `[${alias}]` }));
      expect(issues).toMatchObject([{ severity: 'error', file: storyFile, line: 8, column: 11 }]);
    },
  );
});

function toPlace(at: string): { file: string; line: number; column: number } {
  const [column = '', line = '', ...file] = at.split(':').toReversed();
  return { file: file[0] ?? storyFile, line: Number(line), column: Number(column) };
}

/** Lists of nine lists of nine lists …: a few bytes that expand to 9 to the power of `depth` texts. */
function toBomb(depth: number): string {
  const lines = Array.from({ length: depth }, (_, index) => {
    const entry = index === 0 ? 'x' : `*a${index - 1}`;
    return `\n  a${index}: &a${index} [${Array(9).fill(entry).join(', ')}]`;
  });
  return lines.join('');
}

function allKeys(): string {
  const keys =
    'title summary kind published updated dateline places topic regions tags storylines authors credit keyPoints sources ' +
    'corrections image status withdrawn expires aliases lang';
  return keys.split(' ').join(', ');
}
