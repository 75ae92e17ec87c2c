import { toChannels, type Colour } from '../../core/colours.ts';
import { fullLevel } from './coverage.ts';

export type { Colour };

/** The index of the colour that results on each colour of a palette, below each level of coverage: `16 * under + level`. */
export type Blend = Uint8Array;

/** The few colours of a picture. */
export interface Palette {
  /** Red, green and blue of each. */
  readonly bytes: Uint8Array;
  /** Throws if there is no such colour. */
  getIndex(colour: Colour): number;
  /** Returns what a colour of the palette looks like where it covers others in part. */
  getBlend(colour: Colour): Blend;
  /** Returns the index of the nearest colour. */
  findNearest(red: number, green: number, blue: number): number;
}

/**
 * Creates a palette in which two pixels fit into a byte.
 *
 * @param colours sixteen at most, with the shades in between that smooth edges need
 */
export function createPalette(colours: readonly Colour[]): Palette {
  const channels = colours.map(toChannels);
  const getIndex = (colour: Colour) => {
    const index = colours.indexOf(colour);
    if (index < 0) throw new Error(`The palette does not have ${colour}.`);
    return index;
  };
  const buildBlend = (colour: Colour) => {
    const blend = new Uint8Array(16 * colours.length);
    for (const [index, under] of channels.entries()) {
      for (let level = 0; level <= fullLevel; level += 1) {
        blend[16 * index + level] = findNearest(mixChannels(under, toChannels(colour), level / fullLevel), channels);
      }
    }
    return blend;
  };
  const blends = colours.map(buildBlend);
  return {
    bytes: Uint8Array.from(channels.flat()),
    getIndex,
    findNearest: (...wanted) => findNearest(wanted, channels),
    getBlend: (colour) => blends[getIndex(colour)] ?? new Uint8Array(),
  };
}

function mixChannels(a: readonly number[], b: readonly number[], share: number): readonly number[] {
  return a.map((from, channel) => Math.round(from + ((b[channel] ?? 0) - from) * share));
}

function findNearest(wanted: readonly number[], all: readonly (readonly number[])[]): number {
  const distances = all.map((one) => one.reduce((sum, value, at) => sum + (value - (wanted[at] ?? 0)) ** 2, 0));
  return distances.indexOf(Math.min(...distances));
}
