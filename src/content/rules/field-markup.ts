import { toIssue, type FieldPath, type Issue } from '../../core/issue.ts';
import type { Article } from '../../news/article.ts';

/** Texts of front matter that pages, feeds and search results show unchanged. */
interface PlainTexts {
  readonly title?: string;
  readonly summary?: string;
  readonly keyPoints?: Article['keyPoints'];
}

/**
 * Warns of markup in plain texts, as old archives have it: readers would see its signs. At most one warning per text.
 */
export function checkFieldMarkup({ title, summary, keyPoints = [] }: PlainTexts, file: string): readonly Issue[] {
  const texts: readonly (readonly [FieldPath, string | undefined])[] = [
    [['title'], title],
    [['summary'], summary],
    ...keyPoints.map(({ text }, index) => [['keyPoints', index], text] as const),
  ];
  return texts.flatMap(([field, text]) => {
    // Key points may have source marks, which are checked with those of the text.
    const found = (field[0] === 'keyPoints' ? undefined : findMark(text ?? '')) ?? findMarkup(text ?? '');
    if (!found) return [];
    const message = `\`${found.markup}\` will be published as typed: this is plain text.`;
    return [toIssue({ code: 'leftover-markup', message, hint: found.hint, file, field })];
  });
}

interface Markup {
  readonly markup: string;
  readonly hint: string;
}

function findMark(text: string): Markup | undefined {
  const [markup] = /(?<!\\)\[@[\p{L}\p{M}\p{N}-]+\]/u.exec(text) ?? [];
  return markup === undefined
    ? undefined
    : { markup, hint: 'Delete it: source marks belong in the text and in key points.' };
}

function findMarkup(text: string): Markup | undefined {
  const [entity = '', decimal, hex, name = ''] = anyEntity.exec(text) ?? [];
  if (entity !== '') {
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    const meant = characters[name.toLowerCase()] ?? toCharacter(code);
    return meant === '' ? undefined : { markup: entity, hint: `Write \`${meant}\`.` };
  }
  const [markup = '', , inner = ''] = /(\*\*|__)(?=\S)([^*_]{1,80}?)(?<=\S)\1/u.exec(text) ?? [];
  return markup === '' ? undefined : { markup, hint: `Write \`${inner}\`.` };
}

function toCharacter(code: number): string {
  const isCharacter = code > 0 && code <= 0x10_ff_ff && !(code >= 0xd8_00 && code <= 0xdf_ff);
  return isCharacter ? String.fromCodePoint(code) : '';
}

/** The named characters that editors' programs write. */
const characters: Readonly<Record<string, string>> = {
  amp: '&',
  apos: "'",
  gt: '>',
  hellip: '…',
  laquo: '«',
  ldquo: '“',
  lsquo: '‘',
  lt: '<',
  mdash: '—',
  nbsp: ' ',
  ndash: '–',
  quot: '"',
  raquo: '»',
  rdquo: '”',
  rsquo: '’',
};

const anyEntity = new RegExp(`&(?:#(\\d{1,7})|#x([\\da-f]{1,6})|(${Object.keys(characters).join('|')}));`, 'iu');
