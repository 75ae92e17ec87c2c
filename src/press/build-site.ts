import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { describeLeftOutMoves } from '../hosts/host-files.ts';
import { findNextChange, listWithheld } from '../news/agenda.ts';
import { formatCount } from '../core/text.ts';
import type { LocalSite, Settings } from '../core/settings.ts';
import { findFreshAddresses, recordAddresses } from './address-book.ts';
import { formatAddressNotice } from './report/address-notice.ts';
import { formatNextBuild, formatWithheld, toDueInstant } from './report/agenda-report.ts';
import { listSpoilt, openBuildState } from './plan/build-state.ts';
import { getBuildStateFile } from '../disk/cache-dir.ts';
import { toPublishedSite } from '../paper/kinds/host-texts.ts';
import { withStore } from './plan/with-store.ts';
import { assertNoteFile } from './output/note-file.ts';
import { openOutput, type Output } from './output/output.ts';
import { formatPhases, startPhases, type Phases } from './report/phases.ts';
import { prepareEdition, type Prepared } from './plan/prepare.ts';
import { formatChanges } from './report/report.ts';
import { formatSizeNotice } from './report/size-notice.ts';
import { buildShard } from './shard.ts';
import { startProgram, type Program } from './program/open-program.ts';
import { openShard } from './plan/shard-folder.ts';
import type { Shard } from './plan/shard-plan.ts';
import { writeChanges } from './write-changes.ts';
import { readLastBuild } from './plan/last-build.ts';
import type { PageStore } from '../content/store/page-store.ts';

/** The files that a build writes besides the site. */
export interface BuildOptions {
  /** The shard to build, into its own folder (see `merge.ts`). */
  readonly shard?: Shard | undefined;
  /** The file for the addresses of all pages that changed. */
  readonly changedFile?: string | undefined;
  /** The file for the instant at which the next build is due. */
  readonly dueFile?: string | undefined;
}

/** The result of a build without errors. */
export interface Built {
  /** When the next build is due, in milliseconds since 1970. Undefined if no story is waiting. */
  readonly dueMs: number | undefined;
}

/**
 * Builds the site. Pages are written to a staging folder and moved at the end, so that a build that fails or is stopped
 * leaves the old site unchanged.
 *
 * @returns undefined when there are errors, which were printed
 */
export async function buildSite(
  settings: Settings,
  { shard, changedFile, dueFile }: BuildOptions = {},
): Promise<Built | undefined> {
  const { site } = settings;
  assertNoteFile('changed', changedFile, site.contentDir);
  assertNoteFile('due', dueFile, site.contentDir);
  const output = await (shard ? openShard(site, shard) : openSiteOutput(site));
  const phases = startPhases();
  const program = startProgram(settings);
  try {
    const prepared = await withStore(site, (store) =>
      'listOwned' in output
        ? buildWhole(settings, { output, program, changedFile }, store, phases)
        : buildShard(settings, output, program, store, phases),
    );
    return prepared && { dueMs: await announce(site, prepared, dueFile) };
  } finally {
    await program.stop();
    output.release();
  }
}

/** Opens the folder of the site. If its mark is lost, the state of the last build tells which files are ours. */
export function openSiteOutput(site: LocalSite): Promise<Output> {
  return openOutput(site, async () => {
    const last = await openBuildState(getBuildStateFile(site)).read(site.outDir);
    const spoilt = last && listSpoilt(last);
    return [...(last?.files.keys() ?? [])].filter((file) => !spoilt?.has(file));
  });
}

/**
 * Reports what was withheld, when the next build is due, and whether the site has an address.
 *
 * @returns when the next build is due
 */
async function announce(
  site: LocalSite,
  { newsroom, context }: Prepared,
  dueFile: string | undefined,
): Promise<number | undefined> {
  const folder = path.relative('', site.contentDir) || '.';
  const { instantMs } = context.edition;
  const next = findNextChange(newsroom.articles, instantMs);
  process.stdout.write(formatWithheld(listWithheld(newsroom.articles, instantMs), folder, site.timeZone));
  process.stdout.write(formatNextBuild(next, folder));
  if (!site.isPreview) process.stdout.write(formatAddressNotice(site.url));
  process.stdout.write(describeLeftOutMoves(toPublishedSite(context)));
  const due = toDueInstant(next);
  if (dueFile !== undefined) await writeFile(dueFile, due && `${due}\n`);
  return next && Date.parse(due);
}

/** The target of a build. */
interface Target {
  readonly output: Output;
  readonly program: Program;
  /** The file for the addresses of everything that changed. */
  readonly changedFile: string | undefined;
}

async function buildWhole(
  settings: Settings,
  { output, program, changedFile }: Target,
  store: PageStore,
  phases: Phases,
): Promise<Prepared | undefined> {
  const { site } = settings;
  const last = await phases.time('state', () => readLastBuild(site));
  const prepared = await prepareEdition(settings, store, phases, { hasTexts: true, before: last.prints });
  if (!prepared) return undefined;
  const outcome = await writeChanges(settings, output, program, prepared, last, store, phases);
  if (prepared.addresses && !site.isPreview) await recordAddresses(site.contentDir, findFreshAddresses(prepared));
  process.stdout.write(
    `Built ${formatCount(prepared.context.edition.articles.length, 'story', 'stories')} into ${site.outDir} in ${phases.formatTotal()}: ` +
      `${outcome.written} of ${formatCount(prepared.keys.size, 'page or feed', 'pages and feeds')} written, ${outcome.removed} removed.\n` +
      `${formatPhases(phases)}\n${formatChanges(outcome.changed)}`,
  );
  if (outcome.size && !site.isPreview) process.stdout.write(formatSizeNotice(outcome.size));
  const addresses = outcome.changed.map((changed) => `${prepared.context.addresses.absolute(changed)}\n`);
  if (changedFile !== undefined) await writeFile(changedFile, addresses.join(''));
  return prepared;
}
