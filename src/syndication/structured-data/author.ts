import type { Organization, Person } from 'schema-dts';
import { toListingPath } from '../../news/urls.ts';
import type { Context } from '../../views/context.ts';
import { ids } from './ids.ts';

/** Builds a story's author: a person, or a desk, which is an organisation. */
export function buildAuthor(context: Context, id: string): Person | Organization {
  const isPerson = context.edition.authors.get(id)?.type === 'person';
  return { '@type': isPerson ? 'Person' : 'Organization', ...getNames(context, id) };
}

/** Builds everything known about an author, for the author's own page. */
export function buildAuthorProfile(context: Context, id: string): Person | Organization {
  const author = context.edition.authors.get(id);
  const publisher = { '@id': ids.publisher(context) };
  const facts = {
    ...getNames(context, id),
    ...(author?.bio === undefined ? {} : { description: author.bio }),
    ...(author && author.languages.length > 0 ? { knowsLanguage: author.languages } : {}),
    ...toContact(author?.contact),
  };
  if (author?.type !== 'person') {
    const place = author?.basedIn === undefined ? {} : { location: author.basedIn };
    return { '@type': 'Organization', ...facts, ...place, parentOrganization: publisher };
  }
  return {
    '@type': 'Person',
    ...facts,
    ...(author.role === undefined ? {} : { jobTitle: author.role }),
    ...(author.basedIn === undefined ? {} : { workLocation: { '@type': 'Place', name: author.basedIn } }),
    worksFor: publisher,
  };
}

function toContact(contact = ''): { readonly email?: string; readonly telephone?: string; readonly sameAs?: string } {
  const [scheme, rest = ''] = contact.split(/:(.*)/su);
  if (scheme === 'mailto') return { email: rest };
  if (scheme === 'tel') return { telephone: rest };
  return contact === '' ? {} : { sameAs: contact };
}

function getNames(context: Context, id: string) {
  const subject = { kind: 'author', id } as const;
  return {
    '@id': ids.subject(context, subject),
    name: context.edition.authors.get(id)?.name ?? id,
    url: context.addresses.absolute(toListingPath(subject)),
  } as const;
}
