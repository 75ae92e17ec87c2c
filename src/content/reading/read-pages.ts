import type { Schemas } from '../schema/schema.ts';
import { isIssue } from '../text/text-file.ts';
import { isWithdrawn, parsePage, readMarkdown, withMedia, type PageReading, type PagesReader } from './page.ts';
import { readMedia } from './text-media.ts';

/** The number of files that are open at once. */
const openFiles = 64;

/** Creates a reader of Markdown files that reads several at once and does not render their texts. */
export function createPagesReader(contentDir: string, schemas: Schemas): PagesReader {
  return async (files) => {
    const readings: PageReading[] = [];
    for (let start = 0; start < files.length; start += openFiles) {
      const batch = files.slice(start, start + openFiles).map(async ({ kind, file }) => {
        const source = await readMarkdown(contentDir, file);
        if (isIssue(source)) return { issues: [source] };
        const reading = parsePage(kind, source, schemas);
        return isWithdrawn(reading) ? reading : withMedia(reading, readMedia(source));
      });
      readings.push(...(await Promise.all(batch)));
    }
    return readings;
  };
}
