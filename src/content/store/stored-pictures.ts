import type { Issue } from '../../core/issue.ts';
import type { Picture } from '../../news/picture.ts';
import { toDiskPath } from '../text/disk-path.ts';
import { readStat } from '../text/file-stat.ts';
import type { PageStore } from './page-store.ts';
import { isIssue } from '../text/text-file.ts';

/** Reads pictures and returns the result for each, in the same order. */
export type PicturesReader = (files: readonly string[]) => Promise<readonly (Picture | Issue)[]>;

/** The number of pictures decoded at once. It limits memory. */
const openPictures = 4;

/** Creates a reader that reads every picture. */
export function createPicturesReader(contentDir: string): PicturesReader {
  return async (files) => {
    if (files.length === 0) return [];
    const { readPicture } = await import('../pictures/picture-file.ts');
    const readings: (Picture | Issue)[] = [];
    for (let start = 0; start < files.length; start += openPictures) {
      const batch = files.slice(start, start + openPictures);
      readings.push(...(await Promise.all(batch.map((file) => readPicture(contentDir, file)))));
    }
    return readings;
  };
}

/** Creates a reader that reads only pictures that have changed since they were stored. Broken ones are never stored. */
export function createStoredPicturesReader(contentDir: string, store: PageStore): PicturesReader {
  const read = createPicturesReader(contentDir);
  return async (files) => {
    const known = store.getPictures();
    const stats = new Map(files.map((file) => [file, readStat(toDiskPath(contentDir, file))]));
    const isKnown = (file: string) => stats.get(file) !== '' && known.get(file)?.stat === stats.get(file);
    const unread = files.filter((file) => !isKnown(file));
    const readings = new Map((await read(unread)).map((reading) => [reading.file, reading]));
    const fresh = [...readings.values()].filter((reading): reading is Picture => !isIssue(reading));
    store.putPictures(fresh.map((picture) => ({ picture, stat: stats.get(picture.file) ?? '' })));
    return files.flatMap((file) => readings.get(file) ?? known.get(file)?.picture ?? []);
  };
}
