import type { CreativeWorkSeries, DefinedTerm, Thing } from 'schema-dts';
import type { Listing } from '../../news/listing.ts';
import { toTagId } from '../../news/tag.ts';
import { toListingPath } from '../../news/urls.ts';
import type { Context } from '../../views/context.ts';
import { getPlace } from '../../views/place.ts';
import { mediaTopicScheme } from '../media-topics.ts';
import { buildAuthorProfile } from './author.ts';
import { ids } from './ids.ts';
import { buildPlace } from './place.ts';

/**
 * Builds the name of a topic, with its IPTC Media Topics code.
 *
 * Source: https://schema.org/DefinedTerm, https://iptc.org/standards/media-topics/
 */
export function buildTopic(context: Context, id: string): DefinedTerm {
  const topic = context.edition.topics.get(id);
  return {
    '@type': 'DefinedTerm',
    '@id': ids.subject(context, { kind: 'topic', id }),
    name: topic?.title ?? id,
    ...(topic?.mediaTopic === undefined ? {} : { termCode: topic.mediaTopic, inDefinedTermSet: mediaTopicScheme }),
  };
}

/** Builds the name of a tag. */
export function buildTag(context: Context, tag: string): DefinedTerm {
  return { '@type': 'DefinedTerm', '@id': ids.subject(context, { kind: 'tag', id: toTagId(tag) }), name: tag };
}

/** Builds the name of a storyline. */
export function buildStorylineSeries(context: Context, id: string): CreativeWorkSeries {
  const storyline = context.edition.storylines.get(id);
  return {
    '@type': 'CreativeWorkSeries',
    '@id': ids.subject(context, { kind: 'storyline', id }),
    name: storyline?.title ?? id,
  };
}

/** Builds the description of a listing's subject, for the listing's page. A month has none. */
export function buildSubject(context: Context, { kind, id, title }: Listing): Thing | undefined {
  const url = context.addresses.absolute(toListingPath({ kind, id }));
  switch (kind) {
    case 'topic':
      return { ...buildTopic(context, id), url, ...toMediaTopic(context, id) };
    case 'tag':
      return { ...buildTag(context, title), url };
    case 'region':
      return { ...buildPlace(context, getPlace(context, id)), url };
    case 'storyline':
      return { ...buildStorylineSeries(context, id), url };
    case 'author':
      return buildAuthorProfile(context, id);
    case 'month':
      return undefined;
  }
}

function toMediaTopic({ edition }: Context, id: string): { readonly sameAs?: string } {
  const code = edition.topics.get(id)?.mediaTopic;
  return code === undefined ? {} : { sameAs: `${mediaTopicScheme}${code}` };
}
