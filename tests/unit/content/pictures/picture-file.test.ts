import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { readNewsroom } from '../../../../src/content/reader.ts';
import { limits } from '../../../../src/content/text/limits.ts';
import { readPicture } from '../../../../src/content/pictures/picture-file.ts';
import { renderOriginal, renderPicture } from '../../../../src/content/pictures/render-picture.ts';
import { readRendering, vips } from '../../../../src/content/pictures/stored-rendering.ts';
import { makePhoto, makePngHeader } from '../../../support/make-picture.ts';
import { toStory, storyFile, writeNewsroom, type FileChange } from '../../../support/write-newsroom.ts';

const file = 'articles/2024/11/bridge.jpg';

async function read(bytes: FileChange, name = file) {
  return readPicture(await writeNewsroom({ [name]: bytes }), name);
}

describe('a picture', () => {
  it('is as large as it is when upright', async () => {
    expect(await read(await makePhoto(60, 40))).toEqual({ file, width: 60, height: 40, isAnimated: false });
    // 6: turn it a quarter to the right.
    const lying = await sharp(await makePhoto(60, 40))
      .withMetadata({ orientation: 6 })
      .toBuffer();
    expect(await read(lying)).toMatchObject({ width: 40, height: 60 });
  });

  it('may move', async () => {
    const stills = await Promise.all(
      ['#c81e1e', '#1e1ec8'].map((background) =>
        sharp({ create: { width: 10, height: 10, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    );
    const frames = await sharp(stills, { join: { animated: true } })
      .gif()
      .toBuffer();
    expect(await read(frames, 'articles/2024/11/wave.gif')).toMatchObject({ width: 10, height: 10, isAnimated: true });
  });

  it.each([
    ['an empty file', Buffer.alloc(0)],
    ['a text', Buffer.from('I am no picture.')],
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['an SVG under another name', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')],
  ])('is not %s', async (_what, bytes) => {
    expect(await read(bytes)).toMatchObject({
      code: 'broken-picture',
      message: 'The picture cannot be read: it is not an AVIF, GIF, JPEG, PNG or WebP file.',
      hint: 'Open it in an image editor and export it again as JPEG, PNG, WebP, AVIF or GIF.',
      file,
      line: 1,
      column: 1,
    });
  });

  it('is refused when it ends too early', async () => {
    const photo = await makePhoto(400, 300);
    expect(await read(photo.subarray(0, photo.length >> 1))).toMatchObject({
      code: 'broken-picture',
      message: expect.stringMatching(/^The picture cannot be read: .+\.$/u),
      file,
    });
  });

  it('is refused, before it is unpacked, when it is a bomb', async () => {
    const bomb = makePngHeader(60_000, 60_000, deflateSync(Buffer.alloc(1_000_000)));
    const before = process.memoryUsage.rss();
    expect(await read(bomb, 'articles/2024/11/bomb.png')).toMatchObject({
      code: 'picture-too-large',
      message: 'The picture is too large: 60000 × 60000 pixels.',
      hint: 'Make it smaller. The limit is 25 MB and 50 million pixels; 3000 pixels across is enough.',
      file: 'articles/2024/11/bomb.png',
    });
    expect(process.memoryUsage.rss() - before).toBeLessThan(200e6);
  });

  it('is refused when its file is too large', async () => {
    expect(await read(Buffer.alloc(limits.pictureBytes + 1))).toMatchObject({
      code: 'picture-too-large',
      message: 'The picture is too large: 26 MB.',
    });
  });

  it('that is broken is an issue of the newsroom, a draft’s too', async () => {
    const contentDir = await writeNewsroom({ [storyFile]: toStory({ status: 'draft' }), [file]: 'no picture' });
    const { issues, newsroom } = await readNewsroom({ contentDir, timeZone: 'UTC', language: 'en' });
    expect(issues).toMatchObject([{ code: 'broken-picture', severity: 'error', file }]);
    expect(newsroom.pictures).toEqual([]);
  });
});

const write = async (bytes: Uint8Array) => path.join(await writeNewsroom({ [file]: bytes }), file);

describe('renderings of a picture', () => {
  it.each(['avif', 'webp'] as const)('are %s files of the width asked for, without camera data', async (format) => {
    const rendered = await renderPicture(await write(await makePhoto(600, 400)), 300, format);
    const { width, height, exif, icc, xmp } = await sharp(rendered).metadata();
    expect([width, height]).toEqual([300, 200]);
    expect([exif, icc, xmp]).toEqual([undefined, undefined, undefined]);
  });

  it('in its own format no longer say where they were taken', async () => {
    const photo = await makePhoto(60, 40);
    expect((await sharp(photo).metadata()).exif?.toString('latin1')).toContain('Somewhere secret');
    const original = await renderOriginal(await write(photo));
    const { format, width, exif } = await sharp(original).metadata();
    expect({ format, width, exif }).toEqual({ format: 'jpeg', width: 60, exif: undefined });
    expect(Buffer.from(original).toString('latin1')).not.toContain('Somewhere secret');
  });

  it('of the same photograph beside two stories are made at once', async () => {
    const photo = await makePhoto(60, 40);
    const twin = 'articles/2024/11/twin.jpg';
    const contentDir = await writeNewsroom({ [file]: photo, [twin]: photo });
    const cacheDir = path.join(contentDir, 'cache');
    const made = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        readRendering(cacheDir, path.join(contentDir, index % 2 ? file : twin), '480.webp', async () =>
          Buffer.from([7]),
        ),
      ),
    );
    expect(made.map((bytes) => [...bytes])).toEqual(made.map(() => [7]));
    expect(await readdir(cacheDir)).toHaveLength(1);
  });

  it('are made once for the same bytes, and anew for others', async () => {
    const source = await write(await makePhoto(60, 40));
    const cacheDir = path.join(path.dirname(source), 'cache');
    let made = 0;
    const render = async () => Buffer.from([(made += 1)]);
    const readIt = () => readRendering(cacheDir, source, '480.webp', render);
    expect([...(await readIt())]).toEqual([1]);
    expect([...(await readIt())]).toEqual([1]);
    await writeFile(source, await makePhoto(61, 40));
    expect([...(await readIt())]).toEqual([2]);
    expect(await readdir(cacheDir)).toHaveLength(2);
  });

  it('are made anew by another version of the library', () => {
    expect(vips).toBe(sharp.versions.vips);
  });
});
