import { describe, expect, it } from 'vitest';
import { readRights, renderRights } from '../../../../src/content/pictures/picture-rights.ts';

function toIptc(sets: readonly (readonly [number: number, text: Buffer])[]): Buffer {
  return Buffer.concat([
    Buffer.from('Photoshop 3.0\x008BIM', 'latin1'),
    ...sets.flatMap(([number, text]) => [Buffer.from([0x1c, 2, number, text.length >> 8, text.length & 255]), text]),
  ]);
}

describe('the rights that a picture carries', () => {
  it('are read from IPTC, in UTF-8 and in older characters', () => {
    const iptc = toIptc([
      [80, Buffer.from('Ana Pöp')],
      [80, Buffer.from('J\u00f6rg', 'latin1')],
      [92, Buffer.from('Somewhere secret')],
      [110, Buffer.from('Agency')],
      [116, Buffer.from('© Us')],
    ]);
    expect(readRights({ iptc })).toMatchObject({ creator: 'Ana Pöp, Jörg', credit: 'Agency', copyright: '© Us' });
  });

  it('survive being written and read', () => {
    const rights = {
      creator: 'A <b> & "c"',
      copyright: '© 2024',
      credit: 'Us',
      usageTerms: 'Ask',
      webStatement: 'https://host.example/terms?a=1&b=2',
      digitalSourceType: 'http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia',
    };
    expect(readRights({ xmp: Buffer.from(renderRights(rights) ?? '') })).toEqual(rights);
  });

  it.each([
    ['nothing', {}],
    [
      'noise',
      { xmp: Buffer.from('<dc:creator'), iptc: Buffer.from([0x1c, 2]), exif: Buffer.from('Exif\0\0II*\0\uffff\uffff') },
    ],
    ['a directory that lies outside', { exif: Buffer.from('II*\0\xff\xff\xff\x7f\0\0\0\0', 'latin1') }],
  ])('are none in %s', (_what, metadata) => {
    expect(renderRights(readRights(metadata))).toBeUndefined();
  });
});
