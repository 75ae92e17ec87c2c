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

/** Collects the parts of the search index with the records of their stories. */
export function collectIndexParts(context: Context): readonly IndexPart[] {
  return getParts(context.edition, context.site.partSize).map(({ id, articles }) => ({
    id,
    records: articles.map((article) => buildSearchRecord(context, article)),
  }));
}

/** Builds a story's record for the search index, without its text. */
function buildSearchRecord(context: Context, article: Article): SearchRecord {
  const { edition, addresses, dates, words } = context;
  const hold = buildPreviewMark(context, article);
  const { topic, place } = buildKicker(context, article);
  const regions = new Set(article.regions.flatMap((code) => edition.gazetteer.getRollUp(code).map(({ id }) => id)));
  const tags = toNamed(edition.listings.tag, article.tags.map(toTagId));
  const storylines = toNamed(edition.listings.storyline, article.storylines);
  const authors = toNamed(edition.listings.author, article.authors);
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
      date: hold ? `${hold.name}${words.comma}${dates.moment(article.published)}` : dates.moment(article.published),
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

type Named = Pick<Listing, 'id' | 'title'>;

function toNamed(listings: ReadonlyMap<string, Listing>, ids: readonly string[]): readonly Named[] {
  return [...new Set(ids)].map((id) => ({ id, title: listings.get(id)?.title ?? id }));
}

function toValue({ id, title }: Named): string {
  return toFilterValue(id, title);
}
