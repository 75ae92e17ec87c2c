import { memoize } from '../core/memo.ts';
import { paths, toListingPath, toStandingPagePath, toYearPath } from '../news/urls.ts';
import type { Context, Link } from './context.ts';

/** The masthead and footer of every page. */
export interface MastheadView {
  readonly name: string;
  readonly motto: string;
  readonly home: string;
  readonly sections: readonly Link[];
  readonly search: Link;
  readonly footer: readonly Link[];
}

/** Builds the masthead and the footer, once per build, because they are the same on all pages. */
export const buildMasthead: (context: Context) => MastheadView = memoize(build, 1);

function build({ site, edition, addresses, words }: Context): MastheadView {
  const link = (text: string, path: string): Link => ({ text, href: addresses.href(path) });
  const topics = [...edition.listings.topic.values()].filter(({ articles }) => articles.length > 0);
  // The page about the paper first, then its policies by name.
  const policies = [...edition.pages.values()].sort(
    (a, b) => Number(b.id === 'about') - Number(a.id === 'about') || words.compare(a.title, b.title),
  );
  const latestYear = edition.years.keys().next().value;
  return {
    name: site.name,
    motto: site.motto,
    home: addresses.href(paths.front),
    sections: [
      link(words.regions, paths.regions),
      ...(edition.listings.storyline.size > 0 ? [link(words.storylines, paths.storylines)] : []),
      ...topics.map((topic) => link(topic.title, toListingPath(topic))),
    ],
    search: link(words.search, paths.search),
    footer: [
      link(words.topics, paths.topics),
      link(words.regions, paths.regions),
      link(words.storylines, paths.storylines),
      link(words.tags, paths.tags),
      ...(latestYear === undefined ? [] : [link(words.archive, toYearPath(latestYear))]),
      link(words.authors, paths.authors),
      link(words.corrections, paths.corrections),
      link(words.feeds, paths.feeds),
      ...policies.map(({ id, title }) => link(title, toStandingPagePath(id))),
    ],
  };
}

/**
 * Finds the section that a page belongs to by its address, as the region index is the section of all places.
 *
 * @returns the section's address; empty if the page belongs to none
 */
export function findSection({ sections }: Pick<MastheadView, 'sections'>, canonical: string): string {
  const { pathname } = new URL(canonical);
  return sections.find(({ href }) => pathname.startsWith(href))?.href ?? '';
}
