import { existsSync } from 'node:fs';
import path from 'node:path';
import type { PageStore } from '../content/store/page-store.ts';
import type { ReadResult } from '../content/reader.ts';
import { suggestAnchor } from '../content/markdown/own-anchors.ts';
import { once } from '../core/memo.ts';
import { getNearest } from '../core/spelling.ts';
import { buildEdition, type Edition } from '../news/edition.ts';
import { toTarget, type LinkTargets, type SiteLink } from '../news/links.ts';
import type { ListingKind } from '../news/listing.ts';
import { collectMedia } from '../news/media.ts';
import type { Newsroom } from '../news/newsroom.ts';
import { paths, toArticlePath, toListingPath, toMediaPath } from '../news/urls.ts';
import type { Context } from '../views/context.ts';
import { toOwnPath } from './own-files.ts';
import type { PageKeys } from './page-keys.ts';
import { createContext } from './site-context.ts';

/** A newsroom that has been read, and its edition at this instant. */
export interface LinkGround extends Pick<ReadResult, 'newsroom' | 'media' | 'own' | 'addresses' | 'unread'> {
  readonly context: Context;
}

/**
 * Returns what some links may lead to. Stories and listings are looked up in the edition; the few links to anything else are held
 * against all addresses that a build writes, which takes longer to collect.
 */
export async function createLinkTargets(
  ground: LinkGround,
  links: readonly SiteLink[],
  store: Pick<PageStore, 'getAnchors'>,
): Promise<LinkTargets> {
  const { context, newsroom, unread } = ground;
  const { edition, site } = context;
  const [media, publicMedia] = [toMediaPaths(ground.media), toMediaPaths(collectMedia(edition.articles))];
  const own = new Set(ground.own.map((file) => decodeURI(toOwnPath(file)).replace(/\/index\.html$/u, '/')));
  const isFile = (at: string) => publicMedia.has(at) || own.has(at) || isSiteFile(at);
  const isSimple = ({ url }: SiteLink) => hasPage(edition, toTarget(url).path);
  // All views of the site are not loaded for nothing.
  const collect = links.every(isSimple) ? undefined : (await import('./page-keys.ts')).collectPageKeys;
  const toKeys = (from: Context): PageKeys => collect?.(from) ?? new Map();
  const getKeys = once(() => toKeys(context));
  const getWhole = once(() => createContext(buildEdition(toWhole(newsroom), { ...site, nowMs: farMs })));
  const getWholeKeys = once(() => toKeys(getWhole()));
  const unreadPaths = new Set([
    ...[...unread.articles, ...unread.pages].map(toArticlePath),
    ...unread.storylines.map((id) => toListingPath({ kind: 'storyline', id })),
  ]);
  const suggestPath = once(() => createSuggestion(getWhole().edition));

  return {
    isPublic: (at) => hasPage(edition, at) || isFile(at) || getKeys().has(at),
    isWritten: (at) =>
      unreadPaths.has(at) || media.has(at) || hasPage(getWhole().edition, at) || getWholeKeys().has(at),
    getAnchors: (at) => {
      const file = getTextFile(edition, at);
      const anchors = file === undefined ? undefined : store.getAnchors(file);
      return anchors && [...anchors, ...pageAnchors];
    },
    suggest: (at) => suggestPath()(at),
    suggestAnchor,
  };
}

function toMediaPaths(files: readonly string[]): ReadonlySet<string> {
  return new Set(files.map((file) => decodeURI(toMediaPath(file))));
}

/** The last instant that there is: nothing is under embargo then. */
const farMs = 8.64e15;

/** The newsroom as it would be if drafts were published and nothing came to an end. */
function toWhole(newsroom: Newsroom): Newsroom {
  const articles = newsroom.articles.map((article) => ({
    ...article,
    status: article.status === 'draft' ? ('published' as const) : article.status,
    expires: undefined,
  }));
  return { ...newsroom, articles };
}

const fixedPaths: ReadonlySet<string> = new Set(Object.values(paths));

const listingKinds: readonly ListingKind[] = ['topic', 'tag', 'region', 'storyline', 'author', 'month'];

/** Tells of most addresses whether an edition has them. */
function hasPage(edition: Edition, at: string): boolean {
  const id = at.slice(1, -1);
  if (fixedPaths.has(at) || edition.aliases.has(at)) return true;
  if (!at.endsWith('/')) return false;
  if (edition.byId.has(id) || edition.pages.has(id) || edition.years.has(id)) return true;
  return listingKinds.some((kind) => {
    const root = toListingPath({ kind, id: '' }).slice(0, -1);
    return at.startsWith(root) && edition.listings[kind].has(at.slice(root.length, -1));
  });
}

/** Files that are no pages: our own assets, sitemaps and what lies in `public/`. */
function isSiteFile(at: string): boolean {
  if (/^\/(?:sitemaps|assets|pagefind)\/./u.test(at) || at === '/robots.txt') return true;
  return /[^/]$/u.test(at) && existsSync(path.join('public', at));
}

/** Returns the Markdown file whose text a page shows. A withdrawn story shows none, and nobody needs to be told at once. */
function getTextFile({ byId, pages, storylines }: Edition, at: string): string | undefined {
  const article = byId.get(at.slice(1, -1));
  if (article) return article.status === 'withdrawn' ? undefined : article.file;
  const page = pages.get(at.slice(1, -1));
  if (page) return page.file;
  return storylines.get(at.slice(paths.storylines.length, -1))?.file;
}

/** Ids that the layout gives to parts of a page, so that they can be linked to from elsewhere. */
export const pageAnchors = ['content', 'sources', 'corrections', 'questions', 'places-and-tags', 'related'] as const;

/** Makes the function that finds what a mistyped address meant: a story of that name in any month, or the nearest address. */
function createSuggestion(edition: Edition): (at: string) => string {
  const articles = [...edition.byId.keys()].map(toArticlePath);
  const bySlug = new Map(articles.map((at) => [toSlugOf(at), at]));
  const others = [
    ...fixedPaths,
    ...[...edition.pages.keys()].map((id) => `/${id}/`),
    ...listingKinds.flatMap((kind) => [...edition.listings[kind].keys()].map((id) => toListingPath({ kind, id }))),
  ];
  return (at) => {
    const closed = at.endsWith('/') ? at : `${at}/`;
    const known = closed !== at && hasPage(edition, closed) ? closed : bySlug.get(toSlugOf(closed));
    const candidates = /^\/\d{4}\/\d{2}\/./u.test(at) ? articles : others;
    const nearest = known ?? getNearest(closed.slice(0, 200), candidates);
    if (nearest !== undefined) return `Did you mean \`${nearest}\`?`;
    return 'Correct the address: a story’s is the path of its file below articles/, `/2024/11/name/`.';
  };
}

function toSlugOf(at: string): string {
  return at.split('/').at(-2) ?? '';
}
