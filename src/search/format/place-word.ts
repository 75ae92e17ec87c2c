/**
 * Returns the word of the index that stands for a place. All stories about the place have it, and no text does.
 *
 * @example toPlaceWord('central-asia') // '@central-asia'
 */
export function toPlaceWord(id: string): string {
  return `@${id}`;
}

/** The name of the meta field that holds these words. */
export const placeField = 'region';
