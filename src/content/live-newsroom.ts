import { hasErrors, type Issue } from '../core/issue.ts';
import { emptyNewsroom, type Newsroom } from '../news/newsroom.ts';
import { readNewsroom } from './reader.ts';
import type { PageReading, PagesReader, ReadOptions } from './reading/page.ts';
import { createPagesReader } from './reading/read-pages.ts';
import { createSchemas } from './schema/schema.ts';
import { toDiskPath } from './text/disk-path.ts';
import { readStat } from './text/file-stat.ts';

/** A newsroom as the authoring server shows it. */
export interface LiveNewsroom {
  /** Its last version without errors. */
  readonly newsroom: Newsroom;
  /** The errors and warnings of a newer version that has errors. */
  readonly issues: readonly Issue[];
}

/** Astro's pages share no variables with the server that shows them, but run in the same process. */
const slot = Symbol.for('gazetteer.newsroom');

/** Leaves a newsroom for the pages of the authoring server. */
export function shareNewsroom(live: LiveNewsroom): void {
  Reflect.set(globalThis, slot, live);
}

/** Returns the newsroom that was shared last. */
export function getLiveNewsroom(): LiveNewsroom {
  return (Reflect.get(globalThis, slot) as LiveNewsroom | undefined) ?? { newsroom: emptyNewsroom, issues: [] };
}

/** Creates a function that reads a newsroom, and after that only the texts that have changed. */
export function followNewsroom(options: ReadOptions): () => Promise<LiveNewsroom> {
  const readPages = rereadChanged(options.contentDir, createPagesReader(options.contentDir, createSchemas(options)));
  return async () => {
    const { newsroom, issues } = await readNewsroom(options, readPages);
    return hasErrors(issues) ? { ...getLiveNewsroom(), issues } : { newsroom, issues: [] };
  };
}

/** Makes a reader remember files whose size and times stay the same. */
function rereadChanged(contentDir: string, read: PagesReader): PagesReader {
  const known = new Map<string, { readonly stat: string; readonly reading: PageReading }>();
  return async (files, media) => {
    const looked = files.map((page) => ({ ...page, stat: readStat(toDiskPath(contentDir, page.file)) }));
    const changed = looked.filter(({ file, stat }) => stat === '' || known.get(file)?.stat !== stat);
    const readings = await read(changed, media);
    for (const [index, { file, stat }] of changed.entries())
      known.set(file, { stat, reading: readings[index] ?? { issues: [] } });
    return files.map(({ file }) => known.get(file)?.reading ?? { issues: [] });
  };
}
