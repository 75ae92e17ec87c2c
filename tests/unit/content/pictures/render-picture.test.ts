import path from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { readPicture } from '../../../../src/content/pictures/picture-file.ts';
import { renderOriginal, renderPicture } from '../../../../src/content/pictures/render-picture.ts';
import { isIssue } from '../../../../src/content/text/text-file.ts';
import { getOriginalWidth, getPictureWidths, getSharedWidth, pictureFormats } from '../../../../src/news/picture.ts';
import { makePhoto } from '../../../support/make-picture.ts';
import { writeNewsroom } from '../../../support/write-newsroom.ts';

const month = 'articles/2024/11';

function make(width: number, height: number, channels: 3 | 4 = 3): Sharp {
  const background = channels === 3 ? '#c8641e' : { r: 200, g: 100, b: 30, alpha: 0.4 };
  return sharp({ create: { width, height, channels, background } });
}

/** Makes a photograph with noise, which does not compress well. */
async function makeNoise(width: number, height: number): Promise<Sharp> {
  const pixels = Buffer.alloc(width * height * 3);
  let seed = 7;
  for (let at = 0; at < pixels.length; at += 1) {
    seed ^= seed << 13;
    seed ^= seed >>> 17;
    seed ^= seed << 5;
    pixels[at] = seed;
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

async function makeMoving(width: number, height: number, format: 'gif' | 'webp'): Promise<Buffer> {
  const stills = await Promise.all(
    [make(width, height), make(width, height).negate()].map((still) => still.png().toBuffer()),
  );
  const frames = sharp(stills, { join: { animated: true } });
  return format === 'gif' ? frames.gif().toBuffer() : frames.webp().toBuffer();
}

/** One picture of every kind that cameras, desktop programs and accidents produce. */
const kinds: readonly (readonly [of: string, name: string, bytes: () => Promise<Buffer>])[] = [
  ['a high screenshot', 'a.png', () => make(90, 17_500).png().toBuffer()],
  ['a higher one', 'a.png', () => make(40, 60_000).png().toBuffer()],
  ['a line across', 'a.png', () => make(20_000, 10).png().toBuffer()],
  ['a hair across', 'a.jpg', () => make(20_000, 1).jpeg().toBuffer()],
  ['a line down', 'a.png', () => make(1, 16_383).png().toBuffer()],
  ['a high GIF', 'a.gif', () => make(30, 20_000).gif().toBuffer()],
  ['one pixel', 'a.png', () => make(1, 1).png().toBuffer()],
  ['a moving GIF', 'a.gif', () => makeMoving(30, 20, 'gif')],
  ['a high moving GIF', 'a.gif', () => makeMoving(10, 17_000, 'gif')],
  ['a moving WebP', 'a.webp', () => makeMoving(30, 20, 'webp')],
  ['a high moving WebP', 'a.webp', () => makeMoving(10, 16_000, 'webp')],
  ['a wide moving WebP', 'a.webp', () => makeMoving(3000, 20, 'webp')],
  ['a JPEG for print', 'a.jpg', () => make(60, 40).toColourspace('cmyk').jpeg().toBuffer()],
  ['16 bits', 'a.png', () => make(60, 40).toColourspace('rgb16').png().toBuffer()],
  ['a palette that one can see through', 'a.png', () => make(60, 40, 4).png({ palette: true }).toBuffer()],
  ['what one can see through', 'a.webp', () => make(60, 40, 4).webp().toBuffer()],
  ['a progressive JPEG', 'a.jpg', () => make(60, 40).jpeg({ progressive: true }).toBuffer()],
  ['wide colours', 'a.jpg', () => make(60, 40).withIccProfile('p3').jpeg().toBuffer()],
  ['grey', 'a.jpg', () => make(60, 40).greyscale().jpeg().toBuffer()],
  ['grey and see-through', 'a.png', () => make(60, 40, 4).greyscale().png().toBuffer()],
  ['a PNG with the name of a JPEG', 'a.jpg', () => make(60, 40, 4).png().toBuffer()],
  ['a JPEG with the name of a PNG', 'a.PNG', () => make(60, 40).jpeg().toBuffer()],
  ['a JPEG with the name of a GIF', 'a.gif', () => make(60, 40).jpeg().toBuffer()],
  ['a WebP with the name of an AVIF', 'a.avif', () => make(60, 40).webp().toBuffer()],
  ['a moving GIF with the name of a JPEG', 'a.jpg', () => makeMoving(30, 20, 'gif')],
  ['an AVIF', 'a.avif', () => make(60, 40).avif().toBuffer()],
  ['a picture on its side', 'a.JPG', () => make(60, 40).withMetadata({ orientation: 6 }).jpeg().toBuffer()],
  [
    'a picture on its side that is wide',
    'a.jpg',
    () => make(3000, 40).withMetadata({ orientation: 8 }).jpeg().toBuffer(),
  ],
];

describe('what the check accepts, the build renders', () => {
  it.each(kinds)('%s', async (_of, name, makeBytes) => {
    const bytes = await makeBytes();
    const file = `${month}/${name}`;
    const contentDir = await writeNewsroom({ [file]: bytes });
    const full = path.join(contentDir, file);
    const picture = await readPicture(contentDir, file);
    if (isIssue(picture)) throw new Error(picture.message);
    const original = await sharp(await renderOriginal(full)).metadata();
    expect(original.format).toBe(
      { '.jpg': 'jpeg', '.avif': 'heif' }[path.extname(name).toLowerCase()] ??
        path.extname(name).slice(1).toLowerCase(),
    );
    expect(original.autoOrient.width).toBe(getOriginalWidth(picture));
    for (const width of getPictureWidths(picture).slice(-1)) {
      for (const format of pictureFormats) {
        const made = await sharp(await renderPicture(full, width, format)).metadata();
        expect(made.width).toBe(width);
        expect(Math.max(made.width, made.height)).toBeLessThanOrEqual(16_383);
      }
    }
    const shared = await sharp(await renderPicture(full, getSharedWidth(picture), 'jpg')).metadata();
    expect([shared.format, shared.width]).toEqual(['jpeg', getSharedWidth(picture)]);
  });

  it('and refuses what no format holds', async () => {
    const file = `${month}/a.png`;
    const contentDir = await writeNewsroom({ [file]: await make(1, 17_000).png().toBuffer() });
    expect(await readPicture(contentDir, file)).toMatchObject({
      code: 'picture-too-large',
      message: 'The picture is too long and narrow: 1 × 17000 pixels.',
      hint: 'Cut it into several pictures, or make it wider. No web format can store one this long.',
      line: 1,
      column: 1,
    });
  });
});

async function publish(bytes: Buffer, name = 'a.jpg'): Promise<Buffer> {
  const file = `${month}/${name}`;
  const contentDir = await writeNewsroom({ [file]: bytes });
  return Buffer.from(await renderOriginal(path.join(contentDir, file)));
}

describe('the original of a picture', () => {
  it.each(['jpeg', 'png', 'webp', 'avif'] as const)(
    'is as wide as readers need it, with no more bytes: %s',
    async (format) => {
      const noise = await makeNoise(2600, 40);
      const source = await noise[format]().toBuffer();
      const original = await publish(source, `a.${format === 'jpeg' ? 'jpg' : format}`);
      expect((await sharp(original).metadata()).width).toBe(2400);
      expect(original.length).toBeLessThanOrEqual(source.length);
    },
  );

  it.each([95, 80, 50, 20])(
    'of a photograph with camera data in quality %i has no more bytes than it had',
    async (quality) => {
      const photo = (await makeNoise(700, 500)).withExif({ IFD0: { Make: 'Camera' } }).jpeg({ quality });
      const source = await photo.toBuffer();
      const original = await publish(source);
      expect(original.length).toBeLessThanOrEqual(source.length);
      expect(original.toString('latin1')).not.toContain('Camera');
    },
  );

  it.each(['jpeg', 'png', 'webp'] as const)(
    'is left as it is where nothing else is in it and nothing is won: %s',
    async (format) => {
      const noise = await makeNoise(70, 50);
      const source = await (
        format === 'png' ? noise.png({ compressionLevel: 9 }) : noise[format]({ quality: 60 })
      ).toBuffer();
      expect(await publish(source, `a.${format === 'jpeg' ? 'jpg' : format}`)).toEqual(source);
    },
  );

  it('contains nothing from after its end', async () => {
    const photo = await (await makeNoise(70, 50)).jpeg({ quality: 40 }).toBuffer();
    const original = await publish(Buffer.concat([photo, Buffer.from('a film of the same moment')]));
    expect(original.toString('latin1')).not.toContain('a film');
  });

  it.each([
    ['a comment', Buffer.from('ÿþ\0\u0008secret', 'latin1')],
    ['a second picture', Buffer.from('ÿâ\0\u000cMPF\0secret', 'latin1')],
    ['notes of a maker', Buffer.from('ÿí\0\u0008secret', 'latin1')],
  ])('holds no %s', async (_what, segment) => {
    const photo = await make(70, 50).jpeg().toBuffer();
    const original = await publish(Buffer.concat([photo.subarray(0, 2), segment, photo.subarray(2)]));
    expect(original.toString('latin1')).not.toContain('secret');
  });

  it('is left unchanged when it is animated', async () => {
    const source = await makeMoving(30, 20, 'gif');
    expect((await sharp(await publish(source, 'a.gif')).metadata()).pages).toBe(2);
  });
});

const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:aux="http://ns.adobe.com/exif/1.0/aux/"
 xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" xmlns:exif="http://ns.adobe.com/exif/1.0/"
 photoshop:Credit="Ana &amp; Co" aux:SerialNumber="SECRET1" exif:GPSLatitude="44,26.1N SECRET2">
 <dc:creator><rdf:Seq><rdf:li>Ana Pop</rdf:li><rdf:li>Ion Pop</rdf:li></rdf:Seq></dc:creator>
 <dc:rights><rdf:Alt><rdf:li xml:lang="x-default">© 2024 Ana Pop</rdf:li></rdf:Alt></dc:rights>
 <Iptc4xmpExt:DigitalSourceType>http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture</Iptc4xmpExt:DigitalSourceType>
 </rdf:Description></rdf:RDF></x:xmpmeta>`;

const kept = ['Ana Pop, Ion Pop', '© 2024 Ana Pop', 'Ana &amp; Co', 'digitalsourcetype/digitalCapture'];

describe('the rights of a picture', () => {
  it.each(['jpeg', 'png', 'webp', 'avif'] as const)(
    'stay in its original, and nothing private does: %s',
    async (format) => {
      const picture = make(70, 50)
        .withXmp(xmp)
        .withExif({
          IFD0: { Make: 'SECRET3', Software: 'SECRET4' },
          IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '44/1 26/1 0/1' },
        });
      const source = await picture.toFormat(format).toBuffer();
      expect((await sharp(source).metadata()).xmpAsString).toContain('SECRET1');
      const original = await publish(source, `a.${format === 'jpeg' ? 'jpg' : format}`);
      const { xmpAsString = '', exif } = await sharp(original).metadata();
      for (const text of kept) expect(xmpAsString).toContain(text);
      expect(exif).toBeUndefined();
      expect(original.toString('latin1')).not.toMatch(/SECRET|GPS/u);
    },
  );

  it('stay in the picture that is shared', async () => {
    const file = `${month}/a.jpg`;
    const contentDir = await writeNewsroom({ [file]: await make(70, 50).withXmp(xmp).jpeg().toBuffer() });
    const shared = await renderPicture(path.join(contentDir, file), 70, 'jpg');
    const { xmpAsString = '' } = await sharp(shared).metadata();
    for (const text of kept) expect(xmpAsString).toContain(text);
    expect(xmpAsString).not.toContain('SECRET');
  });

  it('are read from Exif where there is nothing else', async () => {
    const source = await make(70, 50)
      .withExif({ IFD0: { Artist: 'Ana Pop', Copyright: 'Us <2024>', Make: 'SECRET' } })
      .jpeg()
      .toBuffer();
    const { xmpAsString = '' } = await sharp(await publish(source)).metadata();
    expect(xmpAsString).toContain('<rdf:li>Ana Pop</rdf:li>');
    expect(xmpAsString).toContain('Us &lt;2024&gt;');
  });

  it('are undefined if the picture has none', async () => {
    expect((await sharp(await publish(await makePhoto(60, 40))).metadata()).xmp).toBeUndefined();
  });
});
