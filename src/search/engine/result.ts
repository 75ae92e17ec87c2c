import { highlightParameter } from '../../news/urls.ts';
import { chooseExcerpt, collectForms, markForms, selectMarked, toPieces, type TextPiece } from './excerpt.ts';
import type { LanguageTools } from './languages.ts';
import type { Fragment } from '../format/part.ts';
import { splitWords, type WordList } from '../pagefind/word-list.ts';
import type { Hit } from './rank.ts';
import { removeSeparators } from '../format/separators.ts';
import { toIndexWord, toIndexWords } from '../format/words.ts';

/** A story as the list of results shows it. */
export interface SearchResult {
  /** Its address. It includes the search words, so that the story can highlight them. */
  readonly url: string;
  readonly language: string;
  readonly title: readonly TextPiece[];
  readonly summary: readonly TextPiece[];
  /** The part of the text that shows most of the search words. Empty if only headline and standfirst do. */
  readonly excerpt: readonly TextPiece[];
  readonly meta: Readonly<Record<string, string>>;
  /** The section from which the excerpt is. Undefined before the first heading. */
  readonly section: { readonly url: string; readonly title: string } | undefined;
}

const formsInAddress = 12;

/** Builds the result of a hit from what the index stores about the story. */
export async function buildResult(
  { index, page, forms: known, ...hit }: Hit,
  { stopWords }: LanguageTools,
): Promise<SearchResult> {
  const fragment = await index.readFragment(page);
  const text = splitWords(fragment.content);
  const positions = hit.positions.map((list, at) => (list?.length === 0 ? findForms(text, known[at] ?? []) : list));
  const found = new Set(positions.flatMap((list) => list ?? []));
  const { all: matches, alone } = selectMarked(text, found, known.flat(), stopWords);
  const forms = collectForms(text, alone);
  const [title, summary] = [fragment.meta['title'] ?? '', fragment.meta['summary'] ?? ''];
  const marks = positions.map((list) => list?.filter((at) => alone.has(at)));
  const range = chooseExcerpt(text, marks, findTextStart(text, `${title} ${summary}`));
  const heading = range && findSection(fragment, findFirst(matches, range));
  const marked = new Set(forms.map(toIndexWord));
  const url = addForms(fragment.url, forms.slice(0, formsInAddress));
  return {
    url,
    language: index.language.replace(/^x-/u, ''),
    title: markForms(title, marked),
    summary: markForms(summary, marked),
    excerpt: range ? toPieces(text, range, matches) : [],
    meta: Object.fromEntries(Object.entries(fragment.meta).map(([name, value]) => [name, removeSeparators(value)])),
    section: heading && {
      url: `${url}#${encodeURIComponent(heading.id)}`,
      title: removeSeparators(heading.text),
    },
  };
}

/** Finds the places of a word that is so common that the index does not tell them. */
function findForms({ words }: WordList, forms: readonly string[]): readonly number[] {
  const isForm = (word: string) => [toIndexWord(word), ...toIndexWords(word)].some((form) => forms.includes(form));
  return words.flatMap((word, at) => (isForm(word) ? [at] : []));
}

/** Headline and standfirst are the first words of the text (`record.ts`). */
function findTextStart({ words, joiner }: WordList, head: string): number {
  const length = head.replace(/\s/gu, '').length;
  let seen = 0;
  for (const [at, word] of words.entries()) {
    if (seen >= length) return at;
    seen += joiner === '' ? word.replace(/\s/gu, '').length : word.length;
  }
  return 0;
}

function addForms(url: string, forms: readonly string[]): string {
  return forms.length > 0 ? `${url}?${new URLSearchParams({ [highlightParameter]: forms.join(' ') })}` : url;
}

/** Returns the place of the first match in a part of a text. */
function findFirst(matches: ReadonlySet<number>, { from, to }: { readonly from: number; readonly to: number }): number {
  let at = from;
  while (at < to && !matches.has(at)) at += 1;
  return at;
}

/** Returns the heading above a place in a text. */
function findSection({ anchors }: Fragment, at: number): Fragment['anchors'][number] | undefined {
  return anchors.findLast(({ element, id, location }) => /^h[2-6]$/u.test(element) && id !== '' && location <= at);
}
