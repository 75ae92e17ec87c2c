/** A picture beside a story, turned upright as its metadata say. */
export interface Picture {
  /** Its path in the content folder: `articles/2024/11/bridge.jpg`. */
  readonly file: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** Whether it is animated. Animated pictures are shown unchanged. */
  readonly isAnimated: boolean;
}

/** Formats in which a picture is offered besides its own, smallest first. */
export const pictureFormats = ['avif', 'webp'] as const;

/** The one format of a small picture, which every browser in use shows. */
export const thumbnailFormat = 'webp' satisfies (typeof pictureFormats)[number];

/** A format in which a picture is rendered: those offered on pages, and the one that every social network shows. */
export type PictureFormat = (typeof pictureFormats)[number] | 'jpg';

/** Widths in pixels, from phones to wide high-density screens. */
const widths = [480, 800, 1200, 1600] as const;

/** The maximum side of a WebP picture, in pixels. AVIF allows one more. */
const maxSide = 16_383;

/** Pixels, upright. */
type Size = Pick<Picture, 'width' | 'height'>;

/** Returns whether a picture can be rendered. A long and narrow one would shrink to nothing before it fits. */
export function isShowable(size: Size): boolean {
  return getMaxWidth(size, size.width) >= 1;
}

/**
 * Returns the width in which a picture is published in its own format: at most what a wide high-density screen can
 * show.
 */
export function getOriginalWidth(size: Size): number {
  return getMaxWidth(size, 2400);
}

/** Returns the width of the picture shown where a story is shared. */
export function getSharedWidth(size: Size): number {
  return getMaxWidth(size, 1200);
}

/**
 * Returns the height of a picture at another width.
 *
 * @example getHeight({ width: 3000, height: 2000 }, 1200) // 800
 */
export function getHeight({ width, height }: Size, widthPx: number): number {
  return Math.max(1, Math.round((height * widthPx) / width));
}

/**
 * Returns the widths in which a picture is offered, none wider than the original. Empty if it is animated.
 *
 * @example getPictureWidths({ width: 1000, height: 600, isAnimated: false }) // [480, 800, 1000]
 */
export function getPictureWidths({ isAnimated, ...size }: Size & Pick<Picture, 'isAnimated'>): readonly number[] {
  if (isAnimated) return [];
  const most = getMaxWidth(size, widths.at(-1) ?? size.width);
  return [...widths.filter((step) => step < most), most];
}

/** Returns the widths of the small picture beside a story's headline: for common screens and for dense ones. */
export function getThumbnailWidths({ isAnimated, ...size }: Size & Pick<Picture, 'isAnimated'>): readonly number[] {
  if (isAnimated) return [];
  return [...new Set([96, 192].map((width) => getMaxWidth(size, width)))];
}

/** Returns the largest width that is neither wider than asked for nor makes the picture higher than a format allows. */
function getMaxWidth({ width, height }: Size, askedPx: number): number {
  return Math.min(width, askedPx, Math.floor((maxSide * width) / Math.max(height, 1)), maxSide);
}
