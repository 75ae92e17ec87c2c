/** Picture formats that every browser shows; SVG can carry scripts and is not one of them. */
export const mediaExtensions = ['.avif', '.gif', '.jpeg', '.jpg', '.png', '.webp'] as const;

/**
 * Tells whether an image address names a picture file beside the story: no scheme, no way up, a format without scripts.
 *
 * @example isLocalImage('../secret.png') // false
 */
export function isLocalImage(url: string): boolean {
  return (
    /^(?:\.\/)?(?:[\p{L}\p{N}_-][\p{L}\p{N}._-]*\/)*[\p{L}\p{N}_-][\p{L}\p{N}._-]*$/u.test(url) &&
    mediaExtensions.some((end) => url.endsWith(end))
  );
}
