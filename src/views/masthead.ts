import type { Logo } from '../core/face.ts';
import type { SiteChoices } from '../core/site-choices.ts';
import { memoize } from '../core/memo.ts';
import { paths, toStandingPagePath } from '../news/urls.ts';
import type { Context, Link } from './context.ts';
import { buildSectionLinks } from './section-link.ts';

/** A group of links in the footer. */
export interface FooterGroup {
  readonly title?: string | undefined;
  readonly links: readonly Link[];
}

/** A drawing of the paper's name. */
interface LogoView extends Pick<Logo, 'width' | 'height'> {
  readonly src: string;
  readonly isDark: boolean;
}

/** The masthead and footer of every page. */
export interface MastheadView {
  readonly name: string;
  readonly motto: string;
  readonly home: string;
  /** Drawings of the name, by day and by night, if the newsroom has some. */
  readonly logos: readonly LogoView[];
  readonly sections: readonly Link[];
  readonly search: Link;
  /** The order of results that a search begins with, if it is not the usual one. */
  readonly searchOrder?: string | undefined;
  readonly footer: readonly FooterGroup[];
  /** The newsroom's profiles on other sites. */
  readonly profiles: readonly Link[];
  /** Who publishes the paper, and where, in one line. Empty if the newsroom does not say. */
  readonly publisher: string;
  /** The publisher's addresses, the imprint and where to give money. */
  readonly contacts: readonly Link[];
  /** The licence of texts. */
  readonly licence?: Link | undefined;
}

/** Builds the masthead and the footer, once per build, because they are the same on all pages. */
export const buildMasthead: (context: Context) => MastheadView = memoize(build, 1);

function build(context: Context): MastheadView {
  const { site, addresses, words } = context;
  const { profiles = [], publisher = {}, licence } = site.choices;
  return {
    name: site.name,
    motto: site.motto,
    home: addresses.href(paths.front),
    logos: [site.face.logo, site.face.logoDark].flatMap((logo, index) =>
      logo ? [{ src: addresses.href(logo.path), width: logo.width, height: logo.height, isDark: index === 1 }] : [],
    ),
    sections: buildSectionLinks(context, site.choices.navigation ?? listUsualSections(context)),
    search: { text: words.search, href: addresses.href(paths.search) },
    searchOrder: getStartOrder(context),
    footer: (site.choices.footer ?? usualFooter).map(({ title, links }) => ({
      title,
      links: buildSectionLinks(context, links),
    })),
    profiles: profiles.map(({ name, address }) => ({ text: name, href: address })),
    publisher: [publisher.name, publisher.post].filter(Boolean).join(words.comma),
    contacts: listContacts(context, site.choices),
    licence: licence && { text: licence.name, href: licence.address },
  };
}

/** Returns the order of results that a search begins with. Undefined if it is the usual one. */
export function getStartOrder({ site }: Context): string | undefined {
  const { order } = site.choices.search ?? {};
  return order === 'relevance' ? undefined : order;
}

function listUsualSections({ edition }: Context): SiteChoices['navigation'] & {} {
  const storylines = edition.listings.storyline.size > 0 ? [{ to: 'storylines' }] : [];
  return [{ to: 'regions' }, ...storylines, { to: 'topics/*' }];
}

const usualFooter: SiteChoices['footer'] & {} = [
  {
    links: ['topics', 'regions', 'storylines', 'tags', 'archive', 'authors', 'corrections', 'feeds', 'pages/*'].map(
      (to) => ({ to }),
    ),
  },
];

function listContacts({ words, addresses }: Context, choices: SiteChoices): readonly Link[] {
  const { publisher: { email, phone } = {}, imprint, donation } = choices;
  return [
    ...(email === undefined ? [] : [{ text: email, href: `mailto:${email}` }]),
    ...(phone === undefined ? [] : [{ text: phone, href: `tel:${phone.replaceAll(/[^+\d]/gu, '')}` }]),
    ...(imprint === undefined ? [] : [{ text: words.imprint, href: addresses.href(toStandingPagePath(imprint)) }]),
    ...(donation === undefined ? [] : [{ text: words.donate, href: donation }]),
  ];
}

/**
 * Finds the section that a page belongs to by its address, as the region index is the section of all places.
 *
 * @returns the section's address; empty if the page belongs to none
 */
export function findSection({ sections, home }: Pick<MastheadView, 'sections' | 'home'>, canonical: string): string {
  const { pathname } = new URL(canonical);
  const own = sections.filter(({ href }) => href !== home && pathname.startsWith(href));
  // A newsroom may list a region beside the index of all.
  return own.sort((a, b) => b.href.length - a.href.length)[0]?.href ?? '';
}
