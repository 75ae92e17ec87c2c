import path from 'node:path';
import process from 'node:process';
import type { PageStore } from '../content/store/page-store.ts';
import type { PageKind } from '../content/text/files.ts';
import { toTarget } from '../news/links.ts';
import { toArticlePath, toListingPath } from '../news/urls.ts';
import { placeIndex } from '../search/indexing/build-index.ts';
import { site } from '../site.config.ts';
import { findFreshAddresses } from './address-book.ts';
import { readProgramFingerprint } from './plan/fingerprint.ts';
import { collectSiteLinks } from '../paper/check-site.ts';
import { packFiles } from './output/packed-files.ts';
import { formatPhases, type Phases } from './report/phases.ts';
import { prepareEdition, prepareLinks, prepareTexts, type Prepared } from './plan/prepare.ts';
import type { ShardFolder } from './plan/shard-folder.ts';
import { assign, type Assignment } from './plan/shard-plan.ts';
import { toIndexKeys } from './write-changes.ts';
import { writeSite } from './write-site.ts';

/**
 * Builds one shard: reads all front matter, but renders its own texts, pages and parts of the search index only.
 *
 * @returns undefined when there are errors, which were printed
 */
export async function buildShard(folder: ShardFolder, store: PageStore, phases: Phases): Promise<Prepared | undefined> {
  const prepared = await prepareEdition(store, phases, false);
  if (!prepared) return undefined;
  const { shard, dir: outDir } = folder;
  const own = assign(prepared.keys, prepared.parts, shard);
  if (!(await prepareTexts(collectTexts(prepared, own), store, phases))) return undefined;
  // A link may lead to a heading of a text that another shard renders.
  if (!(await prepareTexts(collectAnchored(prepared, store), store, phases, 'headings'))) return undefined;
  if (!(await prepareLinks(prepared, store, phases))) return undefined;

  const isFirst = shard.index === 1;
  const { context, keys } = prepared;
  const task = {
    context,
    keys,
    own: prepared.own,
    outDir,
    isWanted: own.hasPage,
    parts: own.parts,
    placed: {},
    hasAllParts: false,
    hasAssets: isFirst,
  };
  const index = await writeSite(task, store, phases);
  await placeIndex(index, outDir);
  if (site.hasPackedFiles) await packFiles(outDir);
  await folder.finish({
    freshAddresses: isFirst && prepared.addresses ? findFreshAddresses(prepared) : [],
    state: {
      program: await readProgramFingerprint(site),
      edition: prepared.editionKey,
      media: '',
      pages: isFirst ? Object.fromEntries(prepared.keys) : {},
      index: toIndexKeys(index),
    },
  });
  process.stdout.write(
    `Built shard ${shard.index} of ${shard.count} into ${path.dirname(outDir)} in ${phases.formatTotal()}.\n${formatPhases(phases)}\n`,
  );
  return prepared;
}

/** The texts that a shard shows; texts of drafts are checked by the first one. */
function collectTexts({ newsroom, keys }: Prepared, { hasPage }: Assignment) {
  const tasks: { kind: PageKind; file: string }[] = [];
  const add = (kind: PageKind, file: string, page: string) => {
    if (hasPage(page)) tasks.push({ kind, file });
  };
  for (const { id, file } of newsroom.articles) add('articles', file, toArticlePath(id));
  for (const { id, file } of newsroom.storylines) {
    const first = toListingPath({ kind: 'storyline', id });
    add('storylines', file, keys.has(first) ? first : '');
  }
  for (const { id, file } of newsroom.pages) add('pages', file, `/${id}/`);
  return tasks;
}

/** The stories and standing pages to whose headings the texts of a shard link. */
function collectAnchored(prepared: Prepared, store: PageStore) {
  const targets = new Set(
    collectSiteLinks(prepared, store)
      .map(({ url }) => toTarget(url))
      .filter(({ anchor }) => anchor !== '')
      .map(({ path: at }) => at),
  );
  const { articles, storylines, pages } = prepared.newsroom;
  return [
    ...articles.map(({ id, file }) => ({ kind: 'articles' as const, file, at: toArticlePath(id) })),
    ...storylines.map(({ id, file }) => ({
      kind: 'storylines' as const,
      file,
      at: toListingPath({ kind: 'storyline', id }),
    })),
    ...pages.map(({ id, file }) => ({ kind: 'pages' as const, file, at: `/${id}/` })),
  ].filter(({ at }) => targets.has(at));
}
