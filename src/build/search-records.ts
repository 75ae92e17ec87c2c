import type { Article } from '../news/article.ts';
import { getParts } from '../news/parts.ts';
import { toTagId } from '../news/tag.ts';
import { toArticlePath } from '../news/urls.ts';
import type { IndexPart } from '../search/build-index.ts';
import type { SearchRecord } from '../search/record.ts';
import type { Context } from '../views/context.ts';
import { buildKicker } from '../views/teaser.ts';

/** Gives the parts of the search index with what each is told of its stories. */
export function collectIndexParts(context: Context): readonly IndexPart[] {
  return getParts(context.edition, context.site.partSize).map(({ id, articles }) => ({
    id,
    records: articles.map((article) => buildSearchRecord(context, article)),
  }));
}

/** Builds what the search index is told of a story besides its text. */
function buildSearchRecord(context: Context, article: Article): SearchRecord {
  const { edition, addresses, dates } = context;
  const { topic, place } = buildKicker(context, article);
  const regions = new Set(article.regions.flatMap((code) => edition.gazetteer.getRollUp(code).map(({ id }) => id)));
  return {
    url: addresses.href(toArticlePath(article.id)),
    id: article.id,
    file: article.file,
    textHash: article.textHash,
    title: article.title,
    summary: article.summary,
    imageAlt: article.image?.alt ?? '',
    meta: { date: dates.moment(article.published), topic: topic.text, place: place?.text ?? '' },
    filters: {
      region: [...regions],
      topic: [article.topic],
      tag: [...new Set(article.tags.map(toTagId))],
      kind: [article.kind],
      month: [dates.isoDay(article.published.epochMs).slice(0, 7)],
    },
    sortDate: String(Math.floor(article.published.epochMs / 1000)).padStart(11, '0'),
  };
}
