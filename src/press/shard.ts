import path from 'node:path';
import process from 'node:process';
import { readNowSecondMs } from '../content/clock.ts';
import type { PageStore } from '../content/store/page-store.ts';
import type { ContentKind } from '../content/text/files.ts';
import { toTarget } from '../news/links.ts';
import type { Settings } from '../core/settings.ts';
import { findFreshAddresses } from './address-book.ts';
import { packPages } from './plan/build-state.ts';
import type { Done } from './plan/ending.ts';
import { readProgramFingerprint } from './plan/fingerprint.ts';
import { toEnding } from './plan/to-ending.ts';
import { withStore } from './plan/with-store.ts';
import { describeCommon } from '../paper/kinds/inputs.ts';
import { collectSiteLinks } from '../paper/check-site.ts';
import { articlePages, standingPages } from '../paper/kinds/articles.ts';
import { storylinePages } from '../paper/kinds/listings.ts';
import { packFiles } from './output/packed-files.ts';
import { formatPhases, type Phases } from './report/phases.ts';
import { fingerprintEdition, prepareEdition, prepareLinks, prepareTexts, type Fingerprinted } from './plan/prepare.ts';
import type { ShardFolder } from './plan/shard-folder.ts';
import { assign, type Assignment } from './plan/shard-plan.ts';
import { startProgram, type Program } from './program/open-program.ts';
import { startIndex, writeSite } from './write-site.ts';

/**
 * Builds one shard. It reads all front matter, but renders only its own texts, pages and parts of the search index.
 *
 * @returns undefined when there are errors, which were printed
 */
export async function buildShard(settings: Settings, folder: ShardFolder, phases: Phases): Promise<Done | undefined> {
  const program = startProgram(settings);
  try {
    return await withStore(settings.site, (store) => build(settings, folder, program, store, phases));
  } finally {
    await program.stop();
  }
}

async function build(
  settings: Settings,
  folder: ShardFolder,
  program: Program,
  store: PageStore,
  phases: Phases,
): Promise<Done | undefined> {
  const { site } = settings;
  const read = await prepareEdition(settings, store, phases, { hasTexts: false, nowMs: readNowSecondMs() });
  if (!read) return undefined;
  const prepared = await phases.time('compare', () => fingerprintEdition(read));
  const { shard, dir: outDir } = folder;
  const own = assign(prepared.keys, prepared.parts, shard);
  if (!(await prepareTexts(settings, collectTexts(prepared, own), store, phases))) return undefined;
  // A link may lead to a heading of a text that another shard renders.
  if (!(await prepareTexts(settings, collectAnchored(prepared, store), store, phases, 'headings'))) return undefined;
  if (!(await prepareLinks(site, prepared, store, phases))) return undefined;

  const isFirst = shard.index === 1;
  const { context } = prepared;
  const task = {
    program,
    context,
    plan: prepared.plan,
    own: prepared.own,
    outDir,
    isWanted: own.hasPage,
    hasAllParts: false,
    hasAssets: isFirst,
  };
  const indexing = startIndex(settings, { parts: own.parts, outDir, placed: {}, hasAllParts: false }, store, phases);
  const index = await writeSite(settings, task, indexing, phases);
  if (site.hasPackedFiles) await packFiles(outDir);
  await folder.finish({
    freshAddresses: isFirst && prepared.addresses ? findFreshAddresses(prepared) : [],
    state: {
      program: readProgramFingerprint(site),
      edition: prepared.editionKey,
      common: describeCommon(context),
      media: '',
      pages: isFirst ? packPages(prepared.prints) : [],
      index: Object.fromEntries(index),
    },
  });
  process.stdout.write(
    `Built shard ${shard.index} of ${shard.count} into ${path.dirname(outDir)} in ${phases.formatTotal()}.\n${formatPhases(phases)}\n`,
  );
  return { ending: toEnding(site, prepared) };
}

/** Collects the texts that a shard shows. The first shard also checks the texts of drafts. */
function collectTexts(prepared: Fingerprinted, { hasPage }: Assignment) {
  return listTexts(prepared).filter(({ at }) => hasPage(prepared.keys.has(at) ? at : ''));
}

/** Lists the texts of a newsroom with their addresses, or the addresses they will have once they are published. */
function listTexts({
  newsroom,
}: Fingerprinted): readonly { readonly kind: ContentKind; readonly file: string; readonly at: string }[] {
  const { articles, storylines, pages } = newsroom;
  return [
    ...articles.map(({ id, file }) => ({ kind: 'articles' as const, file, at: articlePages.toPath(id) })),
    ...storylines.map(({ id, file }) => ({
      kind: 'storylines' as const,
      file,
      at: storylinePages.toPath({ id, page: undefined }),
    })),
    ...pages.map(({ id, file }) => ({ kind: 'pages' as const, file, at: standingPages.toPath(id) })),
  ];
}

/** Collects the stories and standing pages to whose headings the texts of a shard link. */
function collectAnchored(prepared: Fingerprinted, store: PageStore) {
  const targets = new Set(
    collectSiteLinks(prepared, store)
      .map(({ url }) => toTarget(url))
      .filter(({ anchor }) => anchor !== '')
      .map(({ path: at }) => at),
  );
  return listTexts(prepared).filter(({ at }) => targets.has(at));
}
