/** Letters of the languages of western Europe, ASCII first. */
export const basicLatin = toRange(0x20, 0x7e);

const latin1 = toRange(0xa0, 0xff);
const punctuation = '–—‘’‚“”„†•…‹›€−';

/** The letters of faces for text and headlines. */
export const everyday = `${basicLatin}${latin1}${punctuation}ıŒœŠšŽž`;

/** Italics are for titles and names of ships in running text, so they need fewer letters. */
export const emphasis = `${basicLatin}${punctuation}\u00a0ÀÁÂÄÇÈÉÊËÍÑÓÖØÚÜàáâãäåæçèéêëíîïñóôõöøúûüß`;

/** Returns all characters from one code point to another. */
export function toRange(first: number, last: number): string {
  return Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)).join('');
}
