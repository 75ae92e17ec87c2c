import type { NewsMediaOrganization, SearchAction, WebSite, WithActionConstraints } from 'schema-dts';
import { paths, toStandingPagePath } from '../../news/urls.ts';
import type { Context } from '../../views/context.ts';
import { ids } from './ids.ts';

/**
 * Builds the description of the publisher, with the addresses of the policies that have a page.
 *
 * Source: https://schema.org/NewsMediaOrganization
 */
export function buildPublisher(context: Context): NewsMediaOrganization {
  const { edition, addresses } = context;
  const policies = Object.entries(policyPages).flatMap(([property, id]) =>
    edition.pages.has(id) ? [[property, addresses.absolute(toStandingPagePath(id))] as const] : [],
  );
  return { ...buildPublisherName(context), ...Object.fromEntries(policies), ...buildContacts(context) };
}

/** Builds what the newsroom says about itself in `site.yaml`. */
function buildContacts({ site, addresses }: Context): object {
  const { publisher = {}, profiles = [], donation } = site.choices;
  const facts = {
    legalName: publisher.name,
    email: publisher.email,
    telephone: publisher.phone,
    address: publisher.post,
    foundingDate: publisher.founded === undefined ? undefined : String(publisher.founded),
    logo: site.face.logo && addresses.absolute(site.face.logo.path),
    sameAs: profiles.length > 0 ? profiles.map(({ address }) => address) : undefined,
    potentialAction: donation === undefined ? undefined : { '@type': 'DonateAction', target: donation },
  };
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}

/** Builds the publisher's name, for stories. The front page, where its address leads, describes it. */
export function buildPublisherName(context: Context) {
  return {
    '@type': 'NewsMediaOrganization',
    '@id': ids.publisher(context),
    name: context.site.name,
    url: context.addresses.absolute(paths.front),
  } as const;
}

/** Standing pages that are a publisher's policies, by their schema.org property. */
const policyPages = {
  publishingPrinciples: 'about',
  verificationFactCheckingPolicy: 'sourcing',
  correctionsPolicy: 'corrections-policy',
} as const satisfies Partial<Record<keyof NewsMediaOrganization, string>>;

/** Builds the description of the whole site, with the way to search it. */
export function buildWebSite(context: Context): WebSite {
  const { site, addresses } = context;
  const search: WithActionConstraints<SearchAction> = {
    '@type': 'SearchAction',
    target: {
      '@type': 'EntryPoint',
      urlTemplate: `${addresses.absolute(paths.search)}?q={search_term_string}`,
    },
    'query-input': 'required name=search_term_string',
  };
  return {
    '@type': 'WebSite',
    '@id': ids.website(context),
    name: site.name,
    description: site.description,
    url: addresses.absolute(paths.front),
    inLanguage: site.language,
    publisher: { '@id': ids.publisher(context) },
    potentialAction: search,
  };
}
