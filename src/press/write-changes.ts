import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { LocalSite, Settings } from '../core/settings.ts';
import type { SiteSize } from '../hosts/host-limits.ts';
import { compareBuilds, type Changes, describeFiles, measureFiles, openBuildState } from './plan/build-state.ts';
import { toIndexPart, type LastBuild } from './plan/last-build.ts';
import { getBuildStateFile } from '../disk/cache-dir.ts';
import { BuildRefusal, explainFailure } from '../core/failure.ts';
import { deferStop } from './interrupt.ts';
import { assertWritable, previewMark, type Output } from './output/output.ts';
import { packFiles, toPlainFile } from './output/packed-files.ts';
import { describeCommon } from '../paper/kinds/inputs.ts';
import type { PageKeys, PagePrints } from '../paper/table.ts';
import type { Phases } from './report/phases.ts';
import { fingerprintEdition, type Fingerprinted, type Prepared } from './plan/prepare.ts';
import { removeStaged, getStagingDir, isHalfPublished, planPublishing, publish } from './output/publish.ts';
import { toOutputFile } from './output/output-file.ts';
import type { Program } from './program/open-program.ts';
import { writeSite, type Indexing } from './write-site.ts';

/** The file that names all others of a part of the search index. */
const partEntry = '/pagefind-entry.json';

/** The number of pages that are compared before other work has its turn. */
const pagesAtOnce = 500;

/** The outcome of a build. */
export interface Outcome {
  /** Pages and feeds. */
  readonly written: number;
  readonly removed: number;
  /** Site paths of everything that changed, sorted. */
  readonly changed: readonly string[];
  /** The size of the site. Undefined if nothing has changed. */
  readonly size?: SiteSize;
  /** The edition of the site. */
  readonly edition: Fingerprinted;
  /** This build, for the next one in the same process. */
  readonly last: LastBuild;
}

/** Everything that writing an edition needs besides it. */
export interface WriteJob {
  readonly output: Output;
  readonly program: Program;
  readonly last: LastBuild;
  /** The parts of its search index, on which other threads work already. */
  readonly index: Indexing;
}

/**
 * Writes what has changed since the last build, or everything if there is none to compare with. Then fingerprints are
 * made while pages are rendered, from the same content.
 */
export async function writeChanges(
  settings: Settings,
  prepared: Prepared,
  { output, program, last, index }: WriteJob,
  phases: Phases,
): Promise<Outcome> {
  const { site } = settings;
  const { mediaKey } = prepared;
  const outDir = getStagingDir(site.outDir);
  const stop = deferStop();
  try {
    const early = last.prints.size > 0 ? await phases.time('compare', () => comparePages(prepared)) : undefined;
    const state = openBuildState(getBuildStateFile(site));
    if (early && last.isWhole && last.edition === early.editionKey && last.media === mediaKey) {
      const { prints } = early;
      // Otherwise the next build would look at the same pages again.
      if (hasOtherInputs(last.prints, prints)) await state.write({ ...last, outDir: site.outDir, pages: prints });
      return { written: 0, removed: 0, changed: [], edition: early, last: { ...last, prints } };
    }
    // If every file is as the last build has left it, they are those that builds have made.
    const owned = last.isWhole ? [...last.files.keys()] : await output.listOwned();
    const changes = early && compareBuilds(last.pages, early.keys);
    const wanted = changes && new Set(changes.written);
    assertWritable(site.outDir, changes ? listTouched(changes, owned) : owned);
    const isWanted = (page: string) => !early?.keys.get(page) || wanted?.has(page) === true;
    const task = { ...prepared, program, outDir, isWanted, hasAllParts: true, hasAssets: true };
    const built = await writeSite(settings, task, index, phases);
    const edition = early ?? fingerprintEdition(prepared);
    const { prints, keys, editionKey } = edition;
    stop.hold();
    const [changed, made] = await phases.time('publish', async () => {
      const kept = new Set([...built].flatMap(([id, { key }]) => (last.index[id]?.key === key ? [id] : [])));
      if (site.hasPackedFiles) await packFiles(outDir);
      if (site.isPreview)
        await writeFile(path.join(outDir, previewMark), 'Do not publish this site: it contains drafts.\n');
      const plan = await planPublishing(site.outDir, owned, listKept(site, keys, kept));
      const files = describeFiles(site.outDir, plan, last.files);
      const common = describeCommon(prepared.context);
      const keysOfParts = Object.fromEntries(built);
      const next = { program: last.program, edition: editionKey, common, media: mediaKey, index: keysOfParts, files };
      // If this is interrupted, the next build notices it by the sizes and times of the files, and writes the rest.
      await state.write({ ...next, outDir: site.outDir, pages: prints });
      await publish(site.outDir, owned, plan);
      return [toSitePaths(site, [...plan.written, ...plan.removed]), next] as const;
    });
    const compared = compareBuilds(last.pages, keys);
    return {
      written: compared.written.length,
      removed: compared.removed.length,
      changed,
      edition,
      size: measureFiles(made.files),
      last: { ...made, prints, pages: keys, isWhole: true },
    };
  } catch (error) {
    throw isHalfPublished(site.outDir) ? explainHalf(error) : error;
  } finally {
    // It must not go on writing into a folder that is removed.
    await index.parts.catch(() => undefined);
    if (!isHalfPublished(site.outDir)) removeStaged(site.outDir);
    await stop.release();
  }
}

/** Makes the fingerprints of all pages, and lets the other work of a build go on in between. */
async function comparePages(prepared: Prepared): Promise<Fingerprinted> {
  for (const [at, page] of prepared.plan.entries.entries()) {
    if (at % pagesAtOnce === 0) await setImmediate();
    prepared.plan.getPrint(page);
  }
  return fingerprintEdition(prepared);
}

/** Lists files in all folders of pages that change, and of all parts of the search index. */
function listTouched({ written, removed }: Changes, owned: readonly string[]): readonly string[] {
  return [...[...written, ...removed].map(toOutputFile), ...owned.filter((file) => file.endsWith(partEntry))];
}

function hasOtherInputs(before: PagePrints, now: PagePrints): boolean {
  return [...now].some(([page, { inputs }]) => before.get(page)?.inputs !== inputs);
}

/** Files that are neither pages nor parts of the index are written in every build that writes anything. */
function listKept(site: LocalSite, keys: PageKeys, parts: ReadonlySet<string>): (file: string) => boolean {
  const pages = new Set([...keys.keys()].map(toOutputFile));
  return (file) => pages.has(toText(site, file)) || parts.has(toIndexPart(file));
}

type Packing = Pick<LocalSite, 'hasPackedFiles'>;

/** Returns the text file of a compressed copy, or the file itself. */
function toText({ hasPackedFiles }: Packing, file: string): string {
  return hasPackedFiles ? toPlainFile(file) : file;
}

/**
 * Reduces files to site paths: a part of the search index to the file that names all others, compressed copies to their
 * text.
 */
export function toSitePaths(site: Packing, files: readonly string[]): readonly string[] {
  return [...new Set(files.map((file) => toText(site, file)))]
    .filter((file) => toIndexPart(file) === '' || file.endsWith(partEntry))
    .map((file) => `/${file.replace(/(^|\/)index\.html$/u, '$1')}`)
    .sort();
}

function explainHalf(error: unknown): unknown {
  const explained = explainFailure(error);
  if (explained === undefined) return error;
  const what = 'This happened while the site was being updated, so it is incomplete. Build again to complete it.';
  return new BuildRefusal(`${explained}\n${what}`, { cause: error });
}
