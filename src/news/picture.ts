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

/** A format in which a picture is rendered: those in which pages offer it, and the one that every network shows. */
export type PictureFormat = (typeof pictureFormats)[number] | 'jpg';

/** Widths in pixels for phones to wide screens with fine pixels. */
const widths = [480, 800, 1200, 1600] as const;

/** The most pixels that a side of a WebP picture can have; one of AVIF can have one more. */
const maxSide = 16_383;

/** Pixels, upright. */
type Size = Pick<Picture, 'width' | 'height'>;

/** Tells whether a picture can be rendered at all: a long and narrow one is cut to nothing before it fits. */
export function isShowable(size: Size): boolean {
  return getMaxWidth(size, size.width) >= 1;
}

/** Returns the width in which a picture is published in its own format: what a wide screen with fine pixels shows, at most. */
export function getOriginalWidth(size: Size): number {
  return getMaxWidth(size, 2400);
}

/** Returns the width of the picture that stands for a story where it is shared. */
export function getSharedWidth(size: Size): number {
  return getMaxWidth(size, 1200);
}

/**
 * Returns the height of a picture in another width.
 *
 * @example getHeight({ width: 3000, height: 2000 }, 1200) // 800
 */
export function getHeight({ width, height }: Size, widthPx: number): number {
  return Math.max(1, Math.round((height * widthPx) / width));
}

/**
 * Returns the widths in which a picture is offered, never more than it has; none when it moves.
 *
 * @example getPictureWidths({ width: 1000, height: 600, isAnimated: false }) // [480, 800, 1000]
 */
export function getPictureWidths({ isAnimated, ...size }: Size & Pick<Picture, 'isAnimated'>): readonly number[] {
  if (isAnimated) return [];
  const most = getMaxWidth(size, widths.at(-1) ?? size.width);
  return [...widths.filter((step) => step < most), most];
}

/** Returns the width that a picture can have, so that it is neither wider than asked for nor higher than a format allows. */
function getMaxWidth({ width, height }: Size, askedPx: number): number {
  return Math.min(width, askedPx, Math.floor((maxSide * width) / Math.max(height, 1)), maxSide);
}
