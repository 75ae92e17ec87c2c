/**
 * Languages in which readers may name a place in a paper of any language. The browser knows the names, so that they
 * cost a reader nothing.
 */
const languages =
  'ar bg bn cs da de el en es fa fi fr he hi hr hu id it ja ko lt nl no pl pt ro ru sk sl sr sv th tr uk ur vi zh zh-Hant'.split(
    ' ',
  );

/** Shorter names in Latin letters are words of other languages too often. */
const shortestLatin = 5;

/**
 * Lists the names of places in many languages, those of one language at a time.
 *
 * @param codes ISO 3166-1 alpha-2 or UN M49 codes
 */
export function* listWorldNames(
  codes: readonly string[],
): Generator<readonly (readonly [code: string, name: string])[]> {
  for (const language of languages) {
    const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    yield codes
      .map((code) => [code, names.of(code) ?? ''] as const)
      .filter(([, name]) => name.length >= shortestLatin || /^\P{Script=Latin}{2,}$/u.test(name));
  }
}
