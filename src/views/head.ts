import { paths, toFeedPath } from '../news/urls.ts';
import type { Context, Link } from './context.ts';

/** What stands in the head of a page. */
export interface HeadView {
  /** With the site's name behind it, but for the front page. */
  readonly title: string;
  readonly description: string;
  /** The whole address under which the page wants to be known. */
  readonly canonical: string;
  /** RSS feeds of the page, the site's last. */
  readonly feeds: readonly Link[];
  readonly openGraph: readonly { readonly property: string; readonly content: string }[];
  /** False for pages that search engines should leave out. */
  readonly isIndexed: boolean;
}

/** What a view says of its page's head. */
export interface HeadInput {
  readonly title: string;
  readonly description: string;
  readonly path: string;
  /** Title and path of the listing whose feed the page announces. */
  readonly feed?: { readonly title: string; readonly listingPath: string };
  readonly isIndexed?: boolean;
  readonly article?: {
    readonly published: string;
    readonly modified: string;
    readonly section: string;
    readonly tags: readonly string[];
  };
}

/** Builds the head of a page. */
export function buildHead({ site, addresses }: Context, input: HeadInput): HeadView {
  const canonical = addresses.absolute(input.path);
  const siteFeed = { text: site.name, href: addresses.href(toFeedPath(paths.front)) };
  const own = input.feed && {
    text: `${site.name}: ${input.feed.title}`,
    href: addresses.href(toFeedPath(input.feed.listingPath)),
  };
  return {
    title: input.path === paths.front ? `${site.name}: ${site.motto}` : `${input.title} · ${site.name}`,
    description: input.description,
    canonical,
    feeds: own ? [own, siteFeed] : [siteFeed],
    openGraph: [
      { property: 'og:site_name', content: site.name },
      { property: 'og:type', content: input.article ? 'article' : 'website' },
      { property: 'og:title', content: input.title },
      { property: 'og:description', content: input.description },
      { property: 'og:url', content: canonical },
      { property: 'og:locale', content: site.locale.replace('-', '_') },
      ...(input.article ? toArticleProperties(input.article) : []),
    ],
    isIndexed: input.isIndexed ?? true,
  };
}

function toArticleProperties({ published, modified, section, tags }: NonNullable<HeadInput['article']>) {
  return [
    { property: 'article:published_time', content: published },
    { property: 'article:modified_time', content: modified },
    { property: 'article:section', content: section },
    ...tags.map((content) => ({ property: 'article:tag', content })),
  ];
}
