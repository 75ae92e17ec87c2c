import { describe, expect, it } from 'vitest';
import { drawGlobe } from '../../../src/atlas/globe.ts';
import { getGlobeStyle, getMapStyle, renderGlobe, renderMap } from '../../../src/atlas/svg.ts';
import { ownFace } from '../../../src/core/face.ts';

const [mapStyle, globeStyle] = [getMapStyle(ownFace), getGlobeStyle(ownFace)];

const path = (name: string, data: string) => `<path class="${name}" fill-rule="evenodd" d="${data}"/>`;

describe('renderMap', () => {
  it('draws what there is, from the bottom up, and nothing of what there is not', () => {
    const start = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"><style>${mapStyle}</style>`;
    const size = { width: 40, height: 30 };
    const sea = '<path class="s" d="M0 0h40v30H0z"/>';
    expect(renderMap(size, { here: 'm1 1', land: 'm0 0', borders: '' }, 'lowest')).toBe(
      `${start}${sea}${path('l', 'm0 0')}${path('h', 'm1 1')}</svg>\n`,
    );
    expect(renderMap(size, { others: 'm1 1' }, 'above')).toBe(`${start}${path('o', 'm1 1')}</svg>\n`);
  });
});

describe('renderGlobe', () => {
  it('marks a place that is too small to be seen with a dot on top', () => {
    const globe = renderGlobe({ land: 'm0 0', here: '', dot: [12.4, 99.6] });
    expect(globe).toContain(`<style>${globeStyle}</style><circle cx="64" cy="64" r="63"/><path class="l"`);
    expect(globe).toContain('d="m0 0"/><circle class="d" cx="12" cy="100" r="7"/></svg>\n');
    expect(renderGlobe({ land: '', here: '' })).not.toContain('class=');
  });
});

describe('drawGlobe', () => {
  it.each([
    ['FR', true],
    ['TV', true],
    ['TR', false],
    ['AU', false],
  ])('of %s has a dot: %s', (code, hasDot) => {
    expect(drawGlobe([code]).includes('class="d"')).toBe(hasDot);
  });
});
