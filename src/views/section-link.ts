import type { ChosenLink } from '../core/site-choices.ts';
import { parseSectionLink, type SectionLink } from '../news/section-links.ts';
import { paths, toListingPath, toStandingPagePath, toYearPath } from '../news/urls.ts';
import type { Context, Link } from './context.ts';

/** Builds the links of a menu. What an edition does not have is left out, such as the archive of an empty one. */
export function buildSectionLinks(context: Context, links: readonly ChosenLink[]): readonly Link[] {
  return links.flatMap(({ to, text }) => {
    const link = parseSectionLink(to);
    const found = link ? findTargets(context, link) : [];
    return text === undefined ? found : found.map(({ href }) => ({ text, href }));
  });
}

function findTargets(context: Context, link: SectionLink): readonly Link[] {
  if (link.kind === 'web') return [{ text: new URL(link.href).hostname, href: link.href }];
  if (link.kind === 'index') return findIndex(context, link.index);
  const { kind, id } = link;
  return id === '*' ? listAll(context, kind) : findOne(context, kind, id);
}

type Named = Extract<SectionLink, { readonly id: string }>['kind'];

function findIndex({ edition, words, addresses }: Context, index: IndexName): readonly Link[] {
  const latestYear = edition.years.keys().next().value;
  if (index === 'archive' && latestYear === undefined) return [];
  const path = index === 'archive' ? toYearPath(latestYear ?? '') : paths[index];
  return [{ text: words[index], href: addresses.href(path) }];
}

type IndexName = Extract<SectionLink, { readonly kind: 'index' }>['index'];

function findOne({ edition, addresses }: Context, kind: Named, id: string): readonly Link[] {
  if (kind === 'pages') {
    const page = edition.pages.get(id);
    return page ? [{ text: page.title, href: addresses.href(toStandingPagePath(id)) }] : [];
  }
  const listing =
    kind === 'regions'
      ? (edition.gazetteer.byCode.get(id) ?? edition.gazetteer.byId.get(id))
      : edition.listings[listingKinds[kind]].get(id);
  return listing
    ? [{ text: listing.title, href: addresses.href(toListingPath({ kind: listingKinds[kind], id: listing.id })) }]
    : [];
}

const listingKinds = { topics: 'topic', storylines: 'storyline', authors: 'author', regions: 'region' } as const;

/** Lists all things of a kind: topics, storylines and authors with stories; of the pages, the one about the paper first. */
function listAll(context: Context, kind: Named): readonly Link[] {
  const { edition, words } = context;
  const ids =
    kind === 'pages'
      ? [...edition.pages.values()]
          .sort((a, b) => Number(b.id === 'about') - Number(a.id === 'about') || words.compare(a.title, b.title))
          .map(({ id }) => id)
      : [...edition.listings[listingKinds[kind]].values()]
          .filter(({ articles }) => articles.length > 0)
          .map(({ id }) => id);
  return ids.flatMap((id) => findOne(context, kind, id));
}
