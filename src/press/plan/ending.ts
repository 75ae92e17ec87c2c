import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { toContentStamp, type ContentStats } from '../../content/text/content-stamp.ts';
import type { LocalSite } from '../../core/settings.ts';
import { getEndingFile } from '../../disk/cache-dir.ts';
import { formatChecked, parseChecked } from '../../disk/checked-text.ts';
import { replaceWhole } from '../../disk/write-whole.ts';
import type { LookAtSite } from './site-look.ts';

const endingSchema = z.object({
  stories: z.number(),
  pages: z.number(),
  notes: z.string(),
  due: z.string(),
});

/** The last words of a build, besides its changes. */
export interface Ending {
  readonly stories: number;
  /** Pages and feeds. */
  readonly pages: number;
  /** Lists what was withheld; says when the next build is due, and whether the site has an address. */
  readonly notes: string;
  /** When the next build is due: `2026-11-27T06:00:00Z`. Empty if none is. */
  readonly due: string;
}

/** A finished build. */
export interface Done {
  readonly ending: Ending;
  /** The whole addresses of everything that changed, a line each. A shard does not know them. */
  readonly changed?: readonly string[];
}

const schema = z.object({
  key: z.string(),
  edition: z.string(),
  fromMs: z.number(),
  untilMs: z.number(),
  ending: endingSchema,
});

/** Everything that decides what a build makes and says, before it reads any text. */
export interface Start {
  /** Fingerprint of the program and of the settings. */
  readonly program: string;
  /** A look at the content folder. Empty if unknown. */
  readonly stats: ContentStats;
  /** The build's instant, in milliseconds since 1970. */
  readonly nowMs: number;
}

/**
 * Returns how the last build ended if this one would make the same site and end the same way, so that nothing has to be
 * read. The content and all files of the site must be as they were, and no instant that matters may have passed.
 */
export async function recallEnding(site: LocalSite, start: Start, lookAtSite: LookAtSite): Promise<Ending | undefined> {
  const known = await recallEdition(site, start);
  if (!known) return undefined;
  const look = await lookAtSite();
  if (look?.state.program !== start.program || look.state.edition !== known.edition) return undefined;
  return look.spoilt.size === 0 ? known.ending : undefined;
}

/** An edition that was built from the same content. */
export type KnownEdition = Pick<z.output<typeof schema>, 'edition' | 'untilMs' | 'ending'>;

/**
 * Returns the edition of the last build if the content was as `stats` tell, and if no instant that matters has passed
 * since.
 */
export async function recallEdition(site: LocalSite, start: Start): Promise<KnownEdition | undefined> {
  const text = await readFile(getEndingFile(site), 'utf8').catch(() => '');
  const known = schema.safeParse(parseChecked(text)).data;
  if (known === undefined || known.key !== toKey(site, start)) return undefined;
  return start.nowMs < known.fromMs || start.nowMs >= known.untilMs ? undefined : known;
}

/**
 * Remembers how a build ended.
 *
 * @param edition the fingerprint of its edition, as in the state of the build
 * @param untilMs the next instant at which a build may end differently
 */
export async function rememberEnding(
  site: LocalSite,
  start: Start,
  ending: Ending,
  { edition, untilMs }: { readonly edition: string; readonly untilMs: number },
): Promise<void> {
  const key = toKey(site, start);
  if (key === undefined) return;
  const known: z.input<typeof schema> = { key, edition, fromMs: start.nowMs, untilMs, ending };
  await replaceWhole(getEndingFile(site), formatChecked(known));
}

/** The notes name files relative to the working folder. */
function toKey({ contentDir }: LocalSite, { program, stats }: Start): string | undefined {
  const stamp = toContentStamp(stats);
  return stamp === '' ? undefined : hash('sha256', JSON.stringify([program, stamp, path.relative('', contentDir)]));
}
