import { once } from '../core/memo.ts';
import type { Article } from '../news/article.ts';
import type { Listing } from '../news/listing.ts';
import { getParts } from '../news/parts.ts';
import { toTagId } from '../news/tag.ts';
import { toArticlePath } from '../news/urls.ts';
import type { IndexPart } from '../search/indexing/build-index.ts';
import { toFilterValue } from '../search/engine/facets.ts';
import type { SearchRecord } from '../search/indexing/record.ts';
import type { Context } from '../views/context.ts';
import { buildPreviewMark } from '../views/preview-mark.ts';
import { buildKicker } from '../views/teaser.ts';
import { toFingerprint } from './kinds/fingerprint.ts';
import { describePlaces, describeStories } from './kinds/inputs.ts';

/** Collects the parts of the search index. The records of their stories are built when they are first asked for. */
export function collectIndexParts(context: Context): readonly IndexPart[] {
  return getParts(context.edition, context.site.partSize).map(({ id, articles }) => {
    const getRecords = once(() => articles.map((article) => buildSearchRecord(context, article)));
    return {
      id,
      inputs: toFingerprint([describeStories(context, articles), describePlaces(context), getNames(context, articles)]),
      get records() {
        return getRecords();
      },
    };
  });
}

/** Builds a story's record for the search index, without its text. */
function buildSearchRecord(context: Context, article: Article): SearchRecord {
  const { edition, addresses, dates, words } = context;
  const hold = buildPreviewMark(context, article);
  const { topic, place } = buildKicker(context, article);
  const regions = new Set(article.regions.flatMap((code) => edition.gazetteer.getRollUp(code).map(({ id }) => id)));
  const { tags, storylines, authors } = getNames(context, [article]);
  const places = article.regions.map((code) => edition.gazetteer.byCode.get(code)?.title ?? '');
  return {
    url: addresses.href(toArticlePath(article.id)),
    id: article.id,
    file: article.file,
    textHash: article.textHash,
    lang: article.lang,
    month: dates.isoDay(article.published.epochMs).slice(0, '2024-11'.length),
    title: article.title,
    summary: article.summary,
    imageAlt: article.image?.alt ?? '',
    meta: {
      date: `${hold ? hold.name + words.comma : ''}${dates.day(article.published.epochMs)}`,
      topic: topic.text,
      place: place?.text ?? '',
      // Searchable but never shown: the place it was filed from, the places it is about, and its subjects.
      names: [
        article.dateline?.place ?? '',
        ...places,
        ...[...tags, ...storylines, ...authors].map(({ title }) => title),
      ]
        .filter(Boolean)
        .join(' / '),
    },
    filters: {
      region: [...regions],
      topic: [article.topic],
      kind: [article.kind],
      tag: tags.map(toValue),
      storyline: storylines.map(toValue),
      author: authors.map(toValue),
    },
  };
}

/** Returns the names of the subjects and authors of some stories, as their listings have them. */
function getNames({ edition: { listings } }: Context, articles: readonly Article[]) {
  return {
    tags: toNamed(
      listings.tag,
      articles.flatMap(({ tags }) => tags.map(toTagId)),
    ),
    storylines: toNamed(
      listings.storyline,
      articles.flatMap(({ storylines }) => storylines),
    ),
    authors: toNamed(
      listings.author,
      articles.flatMap(({ authors }) => authors),
    ),
  };
}

type Named = Pick<Listing, 'id' | 'title'>;

function toNamed(listings: ReadonlyMap<string, Listing>, ids: readonly string[]): readonly Named[] {
  return [...new Set(ids)].map((id) => ({ id, title: listings.get(id)?.title ?? id }));
}

function toValue({ id, title }: Named): string {
  return toFilterValue(id, title);
}
