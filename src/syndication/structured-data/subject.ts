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
 * Builds the description of a topic, with its IPTC Media Topics code.
 *
 * Source: https://schema.org/DefinedTerm, https://iptc.org/standards/media-topics/
 */
export function buildTopic(context: Context, id: string): DefinedTerm {
  const topic = context.edition.topics.get(id);
  return {
    '@type': 'DefinedTerm',
    '@id': ids.subject(context, { kind: 'topic', id }),
    name: topic?.title ?? id,
    url: context.addresses.absolute(toListingPath({ kind: 'topic', id })),
    ...(topic?.mediaTopic !== undefined
      ? {
          termCode: topic.mediaTopic,
          inDefinedTermSet: mediaTopicScheme,
          sameAs: `${mediaTopicScheme}${topic.mediaTopic}`,
        }
      : {}),
  };
}

/** Builds the description of a tag. */
export function buildTag(context: Context, tag: string): DefinedTerm {
  const subject = { kind: 'tag', id: toTagId(tag) } as const;
  return {
    '@type': 'DefinedTerm',
    '@id': ids.subject(context, subject),
    name: tag,
    url: context.addresses.absolute(toListingPath(subject)),
  };
}

/** Builds the description of a storyline. */
export function buildStorylineSeries(context: Context, id: string): CreativeWorkSeries {
  const storyline = context.edition.storylines.get(id);
  return {
    '@type': 'CreativeWorkSeries',
    '@id': ids.subject(context, { kind: 'storyline', id }),
    name: storyline?.title ?? id,
    url: context.addresses.absolute(toListingPath({ kind: 'storyline', id })),
  };
}

/** Builds the description of a listing's subject. A month has none. */
export function buildSubject(context: Context, { kind, id, title }: Listing): Thing | undefined {
  switch (kind) {
    case 'topic':
      return buildTopic(context, id);
    case 'tag':
      return buildTag(context, title);
    case 'region':
      return buildPlace(context, getPlace(context, id));
    case 'storyline':
      return buildStorylineSeries(context, id);
    case 'author':
      return buildAuthorProfile(context, id);
    case 'month':
      return undefined;
  }
}
