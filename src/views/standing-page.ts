import type { StandingPage } from '../news/newsroom.ts';
import { paths, toStandingPagePath } from '../news/urls.ts';
import type { Context, Link } from './context.ts';
import { buildHead, type HeadView } from './head.ts';

/** A standing page, such as a policy, without its text. */
export interface StandingPageView {
  readonly head: HeadView;
  readonly title: string;
  readonly summary: string;
}

/** Builds a standing page. */
export function buildStandingPage(context: Context, { id, title, summary }: StandingPage): StandingPageView {
  const head = buildHead(context, { title, description: summary, path: toStandingPagePath(id) });
  return { head, title, summary };
}

/** The page for addresses that do not exist. */
export interface NotFoundView {
  readonly head: HeadView;
  readonly searchAction: string;
  readonly ways: readonly Link[];
}

/** Builds the page for addresses that do not exist. */
export function buildNotFound(context: Context): NotFoundView {
  const { addresses, words } = context;
  return {
    head: buildHead(context, {
      title: words.notFoundTitle,
      description: words.notFoundText,
      path: '/404.html',
      isIndexed: false,
    }),
    searchAction: addresses.href(paths.search),
    ways: [
      { text: words.front, href: addresses.href(paths.front) },
      { text: words.regions, href: addresses.href(paths.regions) },
      { text: words.topics, href: addresses.href(paths.topics) },
      { text: words.tags, href: addresses.href(paths.tags) },
    ],
  };
}

/** The page shown when another page cannot be loaded without a network. */
export interface OfflineView {
  readonly head: HeadView;
}

/** Builds the page shown when another page cannot be loaded without a network. */
export function buildOffline(context: Context): OfflineView {
  const { words } = context;
  return {
    head: buildHead(context, {
      title: words.offlineTitle,
      description: words.offlineText,
      path: paths.offline,
      isIndexed: false,
    }),
  };
}
