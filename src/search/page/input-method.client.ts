/**
 * Returns whether an input method still asks which word is meant: “にほn” may become 日本. A Korean syllable is what it
 * says from its first letter on.
 */
export function isUnfinished(event: Event): boolean {
  return event instanceof InputEvent && event.isComposing && !/^\p{Script=Hangul}+$/u.test(event.data ?? '');
}
