import { once } from '../core/memo.ts';
import type { Article } from '../news/article.ts';
import type { Listing } from '../news/listing.ts';
import type { ChangedStories } from '../news/changed.ts';
import { getParts, type ArchivePart } from '../news/parts.ts';
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

/**
 * Collects the parts of the search index. The records of their stories are built when they are first asked for.
 *
 * @param before the inputs of the parts of an earlier edition, by id
 * @param changed the stories that have changed since then, if everything else is the same
 */
export function collectIndexParts(
  context: Context,
  before: Readonly<Record<string, Pick<IndexPart, 'inputs'>>> = {},
  changed?: ChangedStories,
): readonly IndexPart[] {
  return getParts(context.edition, context.site.partSize).map((part) => {
    const { id, articles } = part;
    const getRecords = once(() => articles.map((article) => buildSearchRecord(context, article)));
    const known = changed && isApart(part, changed) ? before[id]?.inputs : undefined;
    // With the same first month and as many stories, it has the same months.
    const isSame = known?.startsWith(formatCount(part));
    return {
      id,
      inputs: isSame && known !== undefined ? known : describePart(context, part),
      get records() {
        return getRecords();
      },
    };
  });
}

function describePart(context: Context, part: ArchivePart): string {
  const { articles } = part;
  const names = getNames(context, articles);
  const stories = describeStories(context, articles);
  return formatCount(part) + toFingerprint([stories, describePlaces(context), names]);
}

function formatCount({ articles }: ArchivePart): string {
  return `${articles.length} `;
}

/** Returns whether no month of a part has changed, and no name of a tag in it. */
function isApart({ months, articles }: ArchivePart, { listings, near }: ChangedStories): boolean {
  return !months.some((month) => listings.has(month)) && !articles.some((article) => near.has(article));
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
