/** Postpositions that Korean writes as one with a word, and endings of the plural. */
const korean =
  /(?<=..)(?:들)?(?:은|는|이|가|을|를|의|에|와|과|도|만|로|으로|에서|에게|에는|에도|까지|부터|보다|처럼|라고|이라고|이나|으로는|에서는|들)$/u;

/** Vowel signs and nasal endings of Hindi nouns, adjectives and verbs, after Ramanathan & Rao (2003). */
const hindi = /(?<=..)(?:ि?य[ाोे][ंँ]?|ाओं?|ुओं?|[ािीुूेैोौॉ][ंँ]?|[ंँ])$/u;

/**
 * Removes what Korean writes after a word. At least two syllables stay.
 *
 * @example stemKorean('취약점을') // '취약점'
 */
export function stemKorean(word: string): string {
  return word.replace(korean, '');
}

/**
 * Removes the ending of a Hindi word.
 *
 * @example stemHindi('सड़कों') // 'सड़क'
 */
export function stemHindi(word: string): string {
  return word.replace(hindi, '');
}
