import { readFile } from 'node:fs/promises';
import type { Nodes } from 'mdast';
import { parse } from 'yaml';
import { z } from 'zod';
import { parseMarkdown } from '../../src/content/markdown/parse-markdown.ts';
import { listNodes } from '../../src/content/rules/markdown-nodes.ts';
import { foldSpace } from '../../src/core/text.ts';
import { findSource, splitMarks } from '../../src/news/source-marks.ts';
import { findNumbers, toIsoDays } from '../tools/check-sheets.ts';

const factSchema = z.object({
  sources: z.array(z.number()),
  figures: z.array(z.string()),
  quotes: z.array(z.string()),
});

/**
 * The facts that each story of the demo edition rests on. They are in sheets outside of the repository, so this has of
 * each fact its sources, counted from 1, its figures and its quotations, but not its words. `passages` says which facts
 * each key point, paragraph and list item rests on, by its first words, with figures that follow from the facts without
 * being in them. This was proposed by the words that a passage shares with a fact, and then read and corrected.
 * `tests/tools/check-marks.ts` compares it with the sheets.
 */
const fixtureSchema = z.record(
  z.string(),
  z.object({
    sheet: z.string(),
    facts: z.array(factSchema),
    passages: z.record(z.string(), z.object({ facts: z.array(z.number()), derived: z.array(z.string()).optional() })),
  }),
);

/** A fact as the repository knows it. */
export type Fact = z.infer<typeof factSchema>;

/** The facts of stories, by the stories' ids. */
export type DemoFacts = z.infer<typeof fixtureSchema>;

const fixture = new URL('../fixtures/demo-facts.json', import.meta.url);

/** Reads the facts of the demo edition. */
export async function readDemoFacts(): Promise<DemoFacts> {
  return fixtureSchema.parse(JSON.parse(await readFile(fixture, 'utf8')));
}

/** A part of a story that can have marks: a key point, a paragraph or an item of a list. */
export interface Passage {
  /** Its first words, which identify it in the fixture; those of a key point come after a dot. */
  readonly key: string;
  /** Its words without marks. */
  readonly text: string;
  /** Numbers of sources, counted from 1. */
  readonly marks: readonly number[];
}

const storySchema = z.object({
  keyPoints: z.array(z.union([z.string(), z.object({ text: z.string() }).transform(({ text }) => text)])),
  sources: z.array(z.object({ id: z.string().optional() })),
});

/** Lists the passages of a story of the demo edition. */
export async function listPassages(id: string): Promise<readonly Passage[]> {
  const [, yaml = '', ...body] = (await readFile(`content/articles/${id}.md`, 'utf8')).split('---\n');
  const { keyPoints, sources } = storySchema.parse(parse(yaml));
  const points = keyPoints.map((point) => ({ ...splitMarks(point), start: '• ' }));
  const paragraphs = listNodes(parseMarkdown(body.join('---\n')))
    .filter(({ type }) => type === 'paragraph')
    .map(splitParagraph)
    // A picture with its caption, which its own alternative text and credit explain.
    .filter(({ text }) => text !== '');
  return [...points, ...paragraphs].map(({ start, text, marks }) => ({
    key: `${start}${text.slice(0, 48)}`,
    text,
    marks: marks.map((mark) => findSource(sources, mark) + 1),
  }));
}

function splitParagraph(paragraph: Nodes): {
  readonly start: string;
  readonly text: string;
  readonly marks: readonly string[];
} {
  const nodes = listNodes(paragraph);
  const words = nodes.map((node) => (node.type === 'text' || node.type === 'inlineCode' ? node.value : ''));
  return {
    start: '',
    text: foldSpace(words.join('')),
    marks: nodes.flatMap((node) => (node.type === 'sourceMark' ? [node.value] : [])),
  };
}

/** Values that words such as “first” and “both” have: too many to be figures. */
const small = new Set(['0', '0.5', '1', '2']);

/**
 * Finds the figures of a text: its numbers above two, and its days in ISO form.
 *
 * @param year the year of days that are written without one
 */
export function findFigures(text: string, year: string): readonly string[] {
  const values = [...findNumbers(toIsoDays(text, year)).keys()].map((value) => value.replace(/^\w+day /u, ''));
  return [...new Set(values)].filter((value) => !small.has(value));
}

/** Finds the quotations of a text. */
export function findQuotes(text: string): readonly string[] {
  return [...text.matchAll(/[“"]([^“”"]+)[”"]/gu)].map(([, quote = '']) => quote.replaceAll('’', "'"));
}

/** Checks the marks of a passage against the facts that it rests on, and returns what is wrong. */
export function checkPassage({ key, text, marks }: Passage, story: DemoFacts[string], year: string): readonly string[] {
  const known = story.passages[key];
  const [figures, quotes] = [findFigures(text, year), findQuotes(text)];
  if (!known) return [`“${key}” has no facts in the fixture`];
  const facts = known.facts.map((index) => story.facts[index]).filter((fact) => fact !== undefined);
  const sources = new Set(facts.flatMap((fact) => fact.sources));
  const has = (value: string) => facts.some((fact) => fact.figures.some((figure) => isSame(value, figure)));
  return [
    ...(marks.length === 0 && figures.length + quotes.length > 0 ? ['has a figure or a quotation and no mark'] : []),
    ...marks.filter((mark) => !sources.has(mark)).map((mark) => `has the mark ${mark}, which its facts do not support`),
    ...(marks.length === 0 ? [] : facts.filter((fact) => !fact.sources.some((source) => marks.includes(source)))).map(
      (fact) => `has no mark for a fact of the sources ${fact.sources.join(', ')}`,
    ),
    ...figures
      .filter((figure) => !has(figure) && !known.derived?.includes(figure))
      .map((figure) => `says ${figure}, which is in none of its facts`),
    ...quotes
      .filter(
        (quote) => !facts.some((fact) => fact.quotes.some((said) => said.toLowerCase().includes(quote.toLowerCase()))),
      )
      .filter((quote) => !known.derived?.includes(quote))
      .map((quote) => `quotes “${quote}”, which is in none of its facts`),
  ].map((problem) => `“${key}” ${problem}`);
}

/** A year is part of a day. */
function isSame(value: string, figure: string): boolean {
  return value === figure || (/^\d{4}$/u.test(value) && figure.startsWith(`${value}-`));
}
