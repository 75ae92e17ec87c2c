/** A picture beside a story, as it is when its metadata have turned it upright. */
export interface Picture {
  /** Its path in the content folder: `articles/2024/11/bridge.jpg`. */
  readonly file: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** It moves: it is shown as it is. */
  readonly isAnimated: boolean;
}

/** Formats in which a picture is offered besides its own, the smallest first. */
export const pictureFormats = ['avif', 'webp'] as const;

/** A format in which a picture is offered. */
export type PictureFormat = (typeof pictureFormats)[number];

/** Widths in pixels for phones to wide screens with fine pixels. */
const widths = [480, 800, 1200, 1600] as const;

/**
 * Gives the widths in which a picture is offered, never more than it has; none when it moves.
 *
 * @example getPictureWidths({ width: 1000, isAnimated: false }) // [480, 800, 1000]
 */
export function getPictureWidths({ width, isAnimated }: Pick<Picture, 'width' | 'isAnimated'>): readonly number[] {
  if (isAnimated) return [];
  const most = widths.at(-1) ?? width;
  return [...widths.filter((step) => step < Math.min(width, most)), Math.min(width, most)];
}
