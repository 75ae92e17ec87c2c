import { existsSync } from 'node:fs';
import path from 'node:path';
import type { PageStore } from '../content/store/page-store.ts';
import type { ReadResult } from '../content/reader.ts';
import { suggestAnchor } from '../content/markdown/own-anchors.ts';
import { once } from '../core/memo.ts';
import { getNearest } from '../core/spelling.ts';
import { programDir } from '../disk/program-dir.ts';
import { buildEdition } from '../news/edition.ts';
import type { LinkTargets } from '../news/links.ts';
import type { Newsroom } from '../news/newsroom.ts';
import { isArticlePath, toArticlePath, toListingPath, toMediaPath, toStandingPagePath } from '../news/urls.ts';
import type { Context } from '../views/context.ts';
import { toOwnPath } from './own-files.ts';
import { createContext } from './site-context.ts';
import { listEntries, type AnyPageKind } from './kinds/page-kind.ts';
import { collectSitemap, collectTextPages, htmlKinds, pageKinds } from './table.ts';

/** A newsroom that has been read, and its edition at this instant. */
export interface LoadedSite extends Pick<ReadResult, 'newsroom' | 'media' | 'own' | 'addresses' | 'unreadable'> {
  readonly context: Context;
}

/**
 * Creates the targets that links may lead to: every page and file of the table, the newsroom's own files, and the
 * program's.
 */
export function createLinkTargets(loaded: LoadedSite, store: Pick<PageStore, 'getAnchors'>): LinkTargets {
  const { context, newsroom, unreadable } = loaded;
  const own = new Set(loaded.own.map((file) => decodeURI(toOwnPath(file)).replace(/\/index\.html$/u, '/')));
  // Nearly all links lead to pages. Listing the files takes longer: maps have to be framed first.
  const pages = once(() => collectPaths(htmlKinds, context));
  const published = once(() => collectPaths(pageKinds, context));
  const getWhole = once(() =>
    createContext(buildEdition(toWhole(newsroom), { ...context.site, nowMs: farMs }), context.site),
  );
  const written = once(() => collectPaths(pageKinds, getWhole()));
  const unpublished = new Set([
    ...loaded.media.map((file) => decodeURI(toMediaPath(file))),
    ...unreadable.articles.map(toArticlePath),
    ...unreadable.pages.map(toStandingPagePath),
    ...unreadable.storylines.map((id) => toListingPath({ kind: 'storyline', id })),
  ]);
  const textPages = once(() => collectTextPages(context));
  const suggestPath = once(() => createSuggestion(getWhole()));

  return {
    isPublic: (at) => pages().has(at) || own.has(at) || isProgramFile(at) || published().has(at),
    isWritten: (at) => unpublished.has(at) || written().has(at),
    getAnchors: (at) => {
      const page = textPages().get(at);
      const inText = page && store.getAnchors(page.text.file);
      return inText && [...inText, ...page.anchors];
    },
    suggest: (at) => suggestPath()(at),
    suggestAnchor,
  };
}

/** Collects the addresses of an edition, decoded as links name them. */
function collectPaths(kinds: readonly AnyPageKind[], context: Context): ReadonlySet<string> {
  return new Set(listEntries(kinds, context).map(({ path: at }) => (at.includes('%') ? decodeURI(at) : at)));
}

/** The last possible instant, at which nothing is under embargo. */
const farMs = 8.64e15;

/** Returns the newsroom as if all drafts were published and nothing expired. */
function toWhole(newsroom: Newsroom): Newsroom {
  const articles = newsroom.articles.map((article) => ({
    ...article,
    status: article.status === 'draft' ? ('published' as const) : article.status,
    expires: undefined,
  }));
  return { ...newsroom, articles };
}

/** Returns whether an address is that of a file of the program: an asset, the search index or a file in `public/`. */
function isProgramFile(at: string): boolean {
  if (/^\/(?:assets|pagefind)\/./u.test(at)) return true;
  return /[^/]$/u.test(at) && existsSync(path.join(programDir, 'public', at));
}

/**
 * Creates the function that finds what a mistyped address meant: a story of that name in any month, or the nearest page
 * of the sitemap.
 */
function createSuggestion(context: Context): (at: string) => string {
  const articles = [...context.edition.byId.keys()].map(toArticlePath);
  const bySlug = new Map(articles.map((at) => [toSlugOf(at), at]));
  const known = new Set(collectSitemap(context).map((entry) => entry.path));
  const others = [...known].filter((at) => !isArticlePath(at));
  return (at) => {
    const closed = at.endsWith('/') ? at : `${at}/`;
    const meant = closed !== at && known.has(closed) ? closed : bySlug.get(toSlugOf(closed));
    const nearest = meant ?? getNearest(closed.slice(0, 200), isArticlePath(at) ? articles : others);
    if (nearest !== undefined) return `Did you mean \`${nearest}\`?`;
    return 'Correct the address. A story’s address is the path of its file in articles/: `/2024/11/name/`.';
  };
}

function toSlugOf(at: string): string {
  return at.split('/').at(-2) ?? '';
}
