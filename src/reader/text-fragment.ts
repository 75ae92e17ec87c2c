/** A passage of a text, with its surroundings in its paragraph. */
export interface Passage {
  /** The text of the passage, one line for each paragraph it touches. */
  readonly text: string;
  readonly before: string;
  readonly after: string;
}

/** A passage longer than this is identified by its first and last words. */
const longLetters = 120;

/**
 * The number of words that identify the start or end of a long passage, and of letters where words have no spaces
 * between them.
 */
const [edgeWords, edgeLetters] = [5, 16];

/** Surrounding words that distinguish a passage from another with the same words. */
const contextWords = 3;

/**
 * Returns the text fragment of a passage: `#:~:text=[prefix-,]start[,end][,-suffix]`, as the WICG's URL Fragment Text
 * Directives define it. Browsers look for whole words, so a passage that begins or ends within a word is widened.
 *
 * @param isUnique false if the page has these words elsewhere too, so that those around them are added
 * @returns empty when the passage has no words
 * @example toTextFragment({ text: 'ver ros', before: 'The ri', after: 'e.' }, true) // '#:~:text=river%20rose'
 */
export function toTextFragment(passage: Passage, isUnique: boolean): string {
  const before = /^\s/u.test(passage.text) ? '' : (/[\p{L}\p{M}\p{N}]+$/u.exec(passage.before)?.[0] ?? '');
  const after = /\s$/u.test(passage.text) ? '' : (/^[\p{L}\p{M}\p{N}]+/u.exec(passage.after)?.[0] ?? '');
  const paragraphs = `${before}${passage.text}${after}`.split('\n').map(foldSpace).filter(Boolean);
  const [first, last] = [paragraphs[0], paragraphs.at(-1)];
  if (first === undefined || last === undefined) return '';
  const isLong = paragraphs.length > 1 || first.length > longLetters;
  const parts = isLong ? [takeEdge(first, false), takeEdge(last, true)] : [first];
  const prefix = isUnique ? '' : takeWords(dropEnd(passage.before, before.length), true, contextWords);
  const suffix = isUnique ? '' : takeWords(passage.after.slice(after.length), false, contextWords);
  return `#:~:text=${[
    ...(prefix ? [`${encode(prefix)}-`] : []),
    ...parts.map(encode),
    ...(suffix ? [`-${encode(suffix)}`] : []),
  ].join(',')}`;
}

function foldSpace(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

function dropEnd(text: string, letters: number): string {
  return text.slice(0, text.length - letters);
}

function takeEdge(text: string, isEnd: boolean): string {
  if (/\s/u.test(text)) return takeWords(text, isEnd, edgeWords);
  const letters = [...text];
  return (isEnd ? letters.slice(-edgeLetters) : letters.slice(0, edgeLetters)).join('');
}

function takeWords(text: string, isEnd: boolean, count: number): string {
  const words = foldSpace(text).split(' ');
  return (isEnd ? words.slice(-count) : words.slice(0, count)).join(' ');
}

/** Escapes the dash, the comma and the ampersand, which separate the parts of a directive. */
function encode(text: string): string {
  return encodeURIComponent(text).replaceAll('-', '%2D');
}
