import { toPrimary } from './words.ts';

/**
 * Particles that a language writes as one with the next word, in the order in which they stand before it: “and”, then
 * “in” and its like, then the article.
 */
const particles: Readonly<Record<string, readonly RegExp[]>> = {
  ar: [/^[وف]/u, /^[بلك]/u, /^ال/u],
  he: [/^ו/u, /^כ?ש/u, /^[בכלמ]/u, /^ה/u],
};

/** The minimum number of letters of a word without its particles. */
const shortestBare = 3;

/**
 * Lists what may be the word itself behind particles, with fewer of them each time. The first letter of many words looks
 * like one, so the index has a word with and without them.
 *
 * @example listBare('وبالقاهره', 'ar') // ['بالقاهره', 'القاهره', 'قاهره']
 */
export function listBare(word: string, language: string): readonly string[] {
  const bare: string[] = [];
  // The article loses its first letter after “for”.
  let rest = word.replace(/^([وف]?)لل/u, '$1لال');
  for (const particle of getParticles(language)) {
    const next = rest.replace(particle, '');
    if (next === rest || next.length < shortestBare) continue;
    bare.push(next);
    rest = next;
  }
  return bare;
}

/** Removes the article of a word: it says nothing, and readers type it or not. */
export function removeArticle(word: string, language: string): string {
  const bare = word.replace(getParticles(language).at(-1) ?? /^$/u, '');
  return bare.length < shortestBare ? word : bare;
}

function getParticles(language: string): readonly RegExp[] {
  return particles[toPrimary(language)] ?? [];
}
