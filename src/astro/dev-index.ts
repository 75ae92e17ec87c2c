import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { ServerResponse, IncomingMessage } from 'node:http';
import { getAgeMs } from '../disk/clock.ts';
import type { PartEntry } from '../search/format/part.ts';
import type { Context } from '../views/context.ts';
import { answerRequest } from '../server/answer-file.ts';

/** The search index of the last build, for the authoring server. */
export interface BuiltParts {
  /** Newest first. Months are written as in the address of a search. */
  readonly parts: readonly { readonly id: string; readonly stories: number; readonly lastMonth: string }[];
  readonly builtMs: number;
}

/** Reads the search index that the last build put into an output folder. Undefined if there is none. */
export async function readBuiltIndex(outDir: string): Promise<BuiltParts | undefined> {
  const folder = path.join(outDir, 'pagefind');
  const ids = (await readdir(folder).catch(() => [])).sort().reverse();
  const entries = await Promise.all(
    ids.map(async (id) => {
      const file = path.join(folder, id, 'pagefind-entry.json');
      const [entry, { mtimeMs }]: [PartEntry, { mtimeMs: number }] = [
        JSON.parse(await readFile(file, 'utf8')),
        await stat(file),
      ];
      const stories = entry.stories.reduce((sum, [, , count]) => sum + count, 0);
      return { part: { id, stories, lastMonth: entry.stories[0]?.[0] ?? id }, mtimeMs };
    }),
  );
  if (entries.length === 0) return undefined;
  return { parts: entries.map(({ part }) => part), builtMs: Math.max(...entries.map(({ mtimeMs }) => mtimeMs)) };
}

/** Returns the parts of the last build's index, and the authoring server's notice about it. */
export async function readSearchNotice(
  outDir: string,
  { words, site }: Pick<Context, 'words' | 'site'>,
): Promise<{ readonly parts: BuiltParts['parts']; readonly notice: string }> {
  const index = await readBuiltIndex(outDir);
  if (!index) return { parts: [], notice: words.searchIndexMissing };
  return { parts: index.parts, notice: words.searchIndexAge(formatAge(getAgeMs(index.builtMs), site.locale)) };
}

/**
 * Formats how long ago something was, in the largest unit that fits.
 *
 * @example formatAge(90 * 60_000, 'en') // '1 hour ago'
 */
function formatAge(ageMs: number, language: string): string {
  const minutes = Math.max(0, Math.floor(ageMs / 60_000));
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  if (minutes < 60) return format.format(-minutes, 'minute');
  return minutes < 48 * 60
    ? format.format(-Math.floor(minutes / 60), 'hour')
    : format.format(-Math.floor(minutes / 1440), 'day');
}

/** A Vite plug-in that serves the last build's index in the authoring server. */
export function serveBuiltIndex(outDir: string, base: string) {
  const dir = path.join(outDir, 'pagefind');
  return {
    name: 'gazetteer-search-index',
    configureServer(server: {
      readonly middlewares: {
        use(path: string, handle: (request: IncomingMessage, response: ServerResponse) => void): void;
      };
    }) {
      // The middleware receives addresses without its own path.
      server.middlewares.use(`${base}pagefind`, (request, response) =>
        answerRequest(request, response, { dir, base: '/' }),
      );
    },
  };
}
