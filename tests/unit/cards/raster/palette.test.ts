import { describe, expect, it } from 'vitest';
import { fullLevel } from '../../../../src/cards/raster/coverage.ts';
import { createPalette } from '../../../../src/cards/raster/palette.ts';
import { mixColours } from '../../../../src/core/colours.ts';

const third = mixColours('#ffffff', '#000000', 1 / 3);
const palette = createPalette(['#ffffff', '#000000', third, '#cc0000', '#555555']);

describe('a palette', () => {
  it('mixes colours', () => {
    expect(third).toBe('#aaaaaa');
    expect(mixColours('#102030', '#102030', 0.5)).toBe('#102030');
  });

  it('knows the shade nearest to a colour that covers another in part', () => {
    const black = palette.getBlend('#000000');
    expect([...black.subarray(0, fullLevel + 1)]).toEqual([0, 2, 4, 1]);
    const onRed = 16 * palette.getIndex('#cc0000');
    expect([...black.subarray(onRed, onRed + fullLevel + 1)]).toEqual([3, 3, 1, 1]);
  });

  it('refuses a colour that it does not have', () => {
    expect(() => palette.getBlend('#123456')).toThrow('#123456');
    expect(() => palette.getIndex('#123456')).toThrow('#123456');
  });
});
