/** A character with the marks that belong to it. */
const characters = /\P{M}[\p{M}\uFF9E\uFF9F]*/gu;

/**
 * Cuts a text where its converted form has been cut. A character that would be cut itself goes to the piece in which it
 * begins.
 *
 * @param pieces pieces of the converted text, with or without a space at the end
 * @example cutLike('ｶﾞｽ価格', ['ガス', '価格 '], toPlainSigns) // ['ｶﾞｽ', '価格']
 */
export function cutLike(text: string, pieces: readonly string[], convert: (text: string) => string): readonly string[] {
  const trimmed = pieces.map((piece) => piece.trimEnd());
  if (trimmed.length === 1) return [text];
  if (trimmed.join('') === text) return trimmed;
  const cut = trimmed.map(() => '');
  let [piece, left] = [0, trimmed[0]?.length ?? 0];
  for (const character of text.match(characters) ?? []) {
    while (left <= 0 && piece < cut.length - 1) left += trimmed[(piece += 1)]?.length ?? 0;
    cut[piece] += character;
    left -= convert(character).length;
  }
  return cut;
}
