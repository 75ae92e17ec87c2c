import { unpackTree, type PackedTree } from '../../core/html-tree.ts';
import { separateWords } from '../format/separators.ts';
import { toIndexText, type IndexHeading } from './index-text.ts';
import { escapeMarks } from '../pagefind/marks.ts';
import type { SearchRecord } from './record.ts';
import { fieldKind, TokenList } from './token-list.ts';

/** A story with its rendered text. */
export interface IndexedStory {
  readonly record: SearchRecord;
  readonly tree: PackedTree;
}

/** Stories of one language, split into tokens. */
export interface ReadStories {
  /** The language of the index: `x-en`, `ja`. */
  readonly language: string;
  /** Newest first. */
  readonly stories: readonly ReadStory[];
  /** Names of the meta fields, in Pagefind's order. */
  readonly fields: readonly string[];
  readonly list: TokenList;
}

/** A story as numbers of tokens. */
export interface ReadStory {
  readonly record: SearchRecord;
  readonly meta: Readonly<Record<string, string>>;
  readonly text: readonly number[];
  /** Tokens of the meta fields, in the order of the fields. */
  readonly fields: readonly (readonly number[])[];
  readonly headings: readonly TokenHeading[];
}

/** A heading that results can lead to, and how many tokens there are before it. */
interface TokenHeading {
  readonly heading: IndexHeading;
  readonly at: number;
}

/** Splits the stories of one language into tokens. */
export function readStories(language: string, group: readonly IndexedStory[]): ReadStories {
  const list = new TokenList();
  const metas = group.map(({ record }) => toMeta(record));
  const fields = [...new Set(metas.flatMap((meta) => Object.keys(meta)))].sort();
  const stories = group.map(({ record, tree }, at): ReadStory => {
    const meta = metas[at] ?? {};
    const toNumbers = (field: string) => list.add(fieldKind, meta[field] ?? '');
    return { record, meta, ...readText(record, tree, list), fields: fields.map(toNumbers) };
  });
  return { language, stories, fields, list };
}

function toMeta({ title, summary, meta }: SearchRecord): Readonly<Record<string, string>> {
  const all = Object.entries({ ...meta, summary, title }).map(([name, value]) => [name, clean(value)] as const);
  return Object.fromEntries(all.filter(([, value]) => value !== ''));
}

/** Pagefind's white space is Unicode's. */
function clean(text: string): string {
  return escapeMarks(separateWords(text))
    .split(/\p{White_Space}+/u)
    .filter(Boolean)
    .join(' ');
}

function readText(record: SearchRecord, tree: PackedTree, list: TokenList): Pick<ReadStory, 'text' | 'headings'> {
  const numbers: number[] = [];
  const headings: TokenHeading[] = [];
  for (const { level, text, heading } of toIndexText(record, unpackTree(tree).children)) {
    if (heading) headings.push({ heading, at: numbers.length });
    list.add(level, text, numbers);
  }
  return { text: numbers, headings };
}
