import { readFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import type { Nodes } from 'mdast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { visit } from 'unist-util-visit';
import { parse } from 'yaml';
import { z } from 'zod';
import { countWords, foldSpace } from '../../src/core/text.ts';
import { splitMarks } from '../../src/news/source-marks.ts';
import { listFiles } from '../support/site-files.ts';

const regionNames = new Intl.DisplayNames('en', { type: 'region', style: 'short' });

/** The parts of a fact sheet that a story may use, without the desk's `note` and how the sheet is filed. */
const sheetSchema = z.object({
  title_hint: z.string(),
  date: z.string(),
  dateline: z.object({ city: z.string().nullable(), country: z.string() }),
  regions: z.array(z.string().transform((code) => regionNames.of(code))),
  tags: z.array(z.string()),
  people: z.array(z.record(z.string(), z.string())),
  organisations: z.array(z.string()),
  facts: z.array(z.object({ text: z.string() })),
  sources: z.array(z.record(z.string(), z.unknown())),
});
const storySchema = z.object({
  title: z.string(),
  summary: z.string(),
  keyPoints: z.array(z.union([z.string(), z.object({ text: z.string() }).transform(({ text }) => text)])),
  sources: z.array(z.record(z.string(), z.unknown())),
});
type Sheet = Awaited<ReturnType<typeof readSheet>>;
type Story = Awaited<ReturnType<typeof readStory>>;

const weekdays = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
const months = 'January February March April May June July August September October November December'.split(' ');
const toEntries = (words: string, start = 0, step = 1) =>
  words.split(' ').map((word, index) => [word, start + step * index] as const);
const numberWords = new Map([
  ...toEntries('zero one two three four five six seven eight nine ten eleven twelve'),
  ...toEntries('thirteen fourteen fifteen sixteen seventeen eighteen nineteen', 13),
  ...toEntries('twenty thirty forty fifty sixty seventy eighty ninety', 20, 10),
  ...toEntries('first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth', 1),
  ...toEntries('thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth', 13),
  ...toEntries('twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth', 20, 10),
  ...Object.entries({ once: 1, twice: 2, doubled: 2, triple: 3, tripled: 3, dozen: 12, half: 0.5, halved: 0.5 }),
]);
const factors = new Map(Object.entries({ hundred: 1e2, thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 }));

const factor = `(?<factor>${[...factors.keys()].join('|')})\\b`;
const numberWord = `\\b(?:[a-z]+ty-)?(?:${[...numberWords.keys()].join('|')})(?=fold|\\b)`;
const isoDay = `(?:(?:${weekdays.join('|')}) )?(?:\\d{4}|-)-\\d\\d-\\d\\d`;
const digits = `(?<![\\p{L}\\d])\\d+(?:,\\d{3})*(?:\\.\\d+)?`;
const numberPattern = new RegExp(`(?<number>${isoDay}|${digits}|${numberWord})(?:[- ](?:a )?${factor})?`, 'giu');
const listedDays = `\\d{1,2}(?:(?:–|, | and | to | or )(?:[A-Z]\\w+day )?\\d{1,2})*`;
const dayPattern = new RegExp(`(?<![\\d.,])(${listedDays}) (${months.join('|')})(?: (\\d{4}))?`, 'gu');
const nameWord = `\\p{Lu}[\\p{L}\\p{M}\\p{N}]*(?:[’'.][\\p{L}\\p{N}]+)*`;
const namePattern = new RegExp(`(?<![\\p{L}\\p{N}])${nameWord}(?:[- ]${nameWord})*`, 'gu');

/** Words that count nothing or refer back (“one of”, “the two”), and phrases for the number of sources. */
const harmless = new RegExp(
  `(?<!-)\\bone\\b(?! ${factor})|\\bthe two\\b|\\b(?:two|three) (?:sources|reports)\\b`,
  'giu',
);

/**
 * Writes the days of a text in ISO form. Those without a year get the given one, or none.
 *
 * @example toIsoDays('From 12 to 13 November and on 6 May 2025') // 'From --11-12 --11-13 and on 2025-05-06'
 */
export function toIsoDays(text: string, year = '-'): string {
  return text.replace(dayPattern, (_, days: string, month: string, ownYear = year) => {
    const start = `${ownYear}-${String(months.indexOf(month) + 1).padStart(2, '0')}`;
    const each = days.match(/(?:[A-Z]\w+day )?\d+/gu) ?? [];
    return each.map((day) => day.replace(/\d+/u, (number) => `${start}-${number.padStart(2, '0')}`)).join(' ');
  });
}

/**
 * Finds the numbers of a text, including ISO days: values, each as it is written.
 *
 * @example findNumbers('twenty-one of 1.3 million') // Map { '21' => 'twenty-one', '1300000' => '1.3 million' }
 */
export function findNumbers(text: string): ReadonlyMap<string, string> {
  const found = [...text.replace(harmless, '').matchAll(numberPattern)];
  return new Map(found.map(({ 0: written, groups }) => [toValue(groups?.['number'], groups?.['factor']), written]));
}

function toValue(number = '', factor = ''): string {
  if (/-\d/u.test(number)) return number;
  const words = number.toLowerCase().split('-');
  const value = /^\d/u.test(number)
    ? Number(number.replaceAll(',', ''))
    : words.reduce((sum, word) => sum + (numberWords.get(word) ?? 0), 0);
  return String(value * (factors.get(factor.toLowerCase()) ?? 1));
}

/**
 * Finds the names of a text: runs of capitalised words, without the first word of a sentence.
 *
 * @example findNames('The president met Bonnie Jenkins of the State Department.') // ['Bonnie Jenkins', 'State Department']
 */
export function findNames(text: string): readonly string[] {
  return text
    .split(/(?<!\b\p{Lu})[.!?:][”’)]*\s+|“/u)
    .flatMap((sentence) => sentence.replace(/^[^\p{L}\d]*[\p{L}\p{M}\d’'.]+/u, '').match(namePattern) ?? []);
}

/**
 * Splits a text into words without accents, possessives and punctuation.
 *
 * @example toWords('Côte d’Ivoire’s 1,200') // ['Cote', 'dIvoire', '1200']
 */
export function toWords(text: string): readonly string[] {
  const bare = text.normalize('NFD').replace(/\p{M}|['’]s\b|[.,'’]/gu, '');
  return bare.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/**
 * Removes the endings that distinguish a country from its people and its adjective. Too coarse for Niger and Nigeria.
 *
 * @example ['kazakhstan', 'kazakh', 'ukraine', 'ukrainians'].map(toStem) // ['kazakh', 'kazakh', 'ukrain', 'ukrain']
 */
export function toStem(word: string): string {
  return word.replace(/^(.{4,}?)(?:stan|land|vian|ian|ean|an|ese|ish|ain|on|en|[aeinosy])+$/u, '$1');
}

/** Lists the runs of exactly `length` words of a text, in lower case. */
export function toRuns(text: string, length = 9): readonly string[] {
  const words = toWords(text.toLowerCase());
  return words.slice(length - 1).map((_, start) => words.slice(start, start + length).join(' '));
}

/**
 * Finds the longest runs of at least `length` words that a text shares with others, except names: those with three
 * small words or fewer.
 */
export function findSharedRuns(text: string, runs: ReadonlySet<string>, length = 9): readonly string[] {
  const shared: { start: number; end: number }[] = [];
  for (const [start, run] of toRuns(text, length).entries()) {
    const last = shared.at(-1);
    if (!runs.has(run)) continue;
    if (last?.end === start + length - 1) last.end += 1;
    else shared.push({ start, end: start + length });
  }
  return shared
    .map(({ start, end }) => toWords(text).slice(start, end))
    .filter((words) => words.filter((word) => /^\p{Ll}/u.test(word)).length > 3)
    .map((words) => words.join(' '));
}

function checkStories(stories: readonly Story[], sheets: readonly Sheet[]): readonly string[] {
  const runs = new Set(sheets.flatMap(getWordings).flatMap((text) => toRuns(text)));
  const used = new Set<Sheet | undefined>();
  const found = stories.flatMap((story) => {
    const sheet = findSheet(story, sheets);
    used.add(sheet);
    return [
      ...(sheet ? checkStory(story, sheet) : ['sheet: none']),
      ...story.texts.flatMap((text) => findSharedRuns(text, runs)).map((run) => `shared run: ${run}`),
      ...(story.wordCount < 200 || story.wordCount > 600 ? [`words: ${story.wordCount}`] : []),
    ].map((finding) => `${story.file}: ${finding}`);
  });
  return [...found, ...sheets.filter((sheet) => !used.has(sheet)).map(({ file }) => `${file}: story: none`)];
}

/** Finds the sheet with the most sources in common with a story. */
function findSheet({ urls }: Story, sheets: readonly Sheet[]): Sheet | undefined {
  const count = (sheet: Sheet) => sheet.sources.filter(({ url }) => url !== null && urls.includes(url)).length;
  return sheets.filter(count).toSorted((a, b) => count(b) - count(a))[0];
}

function checkStory({ texts, counts }: Story, sheet: Sheet): readonly string[] {
  const heldDays = toIsoDays(sheet.held, sheet.date.slice(0, 4));
  const days = heldDays.match(/\d{4}-\d\d-\d\d/gu) ?? [];
  const numbers = new Set([...findNumbers(heldDays).keys(), ...days.flatMap(toDayForms), ...counts]);
  const words = new Set(toWords([sheet.held, ...days.flatMap(toDayNames)].join(' ').toLowerCase()));
  const acronyms = new Set(sheet.held.match(/\b\p{Lu}{2,}\b/gu));
  const stems = new Set([...words].map(toStem));
  const facts = sheet.facts.map(({ text }) => ` ${toWords(text).join(' ')} `);

  const isHeldWord = (word: string) => words.has(word) || stems.has(toStem(word));
  const isHeldName = (name: string) =>
    toWords(name.toLowerCase()).every(isHeldWord) || acronyms.has(name.replace(/[^\p{Lu}]/gu, ''));
  const isQuoted = (text: string) => facts.some((fact) => fact.includes(` ${toWords(text).join(' ')} `));

  const dated = texts.map((text) => toIsoDays(text));
  const foreign = [...findNumbers(dated.join('\n'))].filter(([value]) => !numbers.has(value));
  const names = new Set(dated.flatMap(findNames).filter((name) => !isHeldName(name)));
  const quotations = texts.flatMap((text) => text.match(/“[^”]*”/gu) ?? []).filter((text) => !isQuoted(text));
  return [
    ...foreign.map(([, written]) => `number: ${written}`),
    ...[...names].map((name) => `name: ${name}`),
    ...quotations.map((quotation) => `quotation: ${quotation}`),
  ];
}

/**
 * Writes a day in every form that a text may use: with and without year (`--11-13`) and weekday, and its year alone.
 */
function toDayForms(day: string): readonly string[] {
  const forms = [day, `-${day.slice(4)}`];
  return [day.slice(0, 4), ...forms, ...forms.map((form) => `${toDayNames(day)[0]} ${form}`)];
}

function toDayNames(day: string): readonly string[] {
  const date = new Date(day);
  return [weekdays[date.getUTCDay()] ?? '', months[date.getUTCMonth()] ?? ''];
}

/** Returns the phrases that a story must not repeat. */
function getWordings({ facts, title_hint, sources }: Sheet): readonly string[] {
  return [title_hint, ...facts.map(({ text }) => text), ...sources.map(({ title }) => String(title))];
}

/** Lists all texts in a value except addresses. */
function collectStrings(value: unknown): readonly string[] {
  if (typeof value === 'string') return /^https?:/u.test(value) ? [] : [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(collectStrings) : [];
}

/** A bold lead ends like a sentence. */
function toPlainText(node: Nodes): string {
  if ('value' in node) return node.value;
  const text = 'children' in node ? node.children.map(toPlainText).join('') : '';
  return node.type === 'strong' ? `${text}:` : text;
}

/** Reads a sheet. `held` is everything that it says. */
async function readSheet(dir: string, file: string) {
  const fields = sheetSchema.parse(parse(await readFile(path.join(dir, file), 'utf8')));
  return { ...fields, file, held: collectStrings(fields).join('\n') };
}

/**
 * Reads a story without its Markdown. `counts` holds the number of entries of its lists and tables, which it may
 * mention.
 */
async function readStory(dir: string, file: string) {
  const [, yaml = '', body = ''] = (await readFile(path.join(dir, file), 'utf8')).split(/^---$/mu);
  const { title, summary, keyPoints, sources } = storySchema.parse(parse(yaml));
  const blocks: string[] = [];
  const counts: string[] = [];
  visit(remark().use(remarkGfm).parse(body), (node) => {
    if (['paragraph', 'heading', 'tableCell'].includes(node.type)) blocks.push(foldSpace(toPlainText(node)));
    if (node.type === 'list') counts.push(String(node.children.length));
    if (node.type === 'table') counts.push(String(node.children.length - 1));
  });
  const urls = sources.map(({ url }) => url);
  return {
    file,
    urls,
    texts: [title, summary, ...keyPoints, ...blocks].map((text) => splitMarks(text).text),
    counts,
    wordCount: countWords(blocks.join(' ')),
  };
}

/**
 * Prints the claims of stories that their fact sheets do not support, and the phrases they repeat word for word: `node
 * src/desk/launch.mjs tests/tools/check-sheets.ts <folder of sheets>`. The exit code is 1 if there are any.
 */
async function run(sheetDir?: string, storyDir = 'content/articles'): Promise<void> {
  if (sheetDir === undefined) throw new Error('Name the folder of the fact sheets.');
  const sheets = await Promise.all((await listFiles(sheetDir, '.yaml')).map((file) => readSheet(sheetDir, file)));
  const stories = await Promise.all((await listFiles(storyDir, '.md')).map((file) => readStory(storyDir, file)));
  const findings = checkStories(stories, sheets);
  process.stdout.write([...findings, `${stories.length} stories, ${findings.length} findings\n`].join('\n'));
  if (findings.length > 0) process.exitCode = 1;
}

if (import.meta.main) await run(process.argv[2], process.argv[3]);
