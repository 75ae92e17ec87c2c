/** A colour as `#rrggbb`. */
export type Colour = string;

/** Returns red, green and blue of a colour, 0 to 255 each. */
export function toChannels(colour: Colour): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}

/**
 * Mixes two colours.
 *
 * @param share how much of the second
 */
export function mixColours(a: Colour, b: Colour, share: number): Colour {
  const [from, to] = [toChannels(a), toChannels(b)];
  const mixed = from.map((channel, index) => Math.round(channel + ((to[index] ?? 0) - channel) * share));
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

/**
 * Returns the contrast of two colours, from 1 to 21.
 *
 * Source: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
 */
export function getContrast(a: Colour, b: Colour): number {
  const [dark = 0, light = 0] = [getLuminance(a), getLuminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

/** Source: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
export function getLuminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = toChannels(colour)
    .map((channel) => channel / 255)
    .map((share) => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
