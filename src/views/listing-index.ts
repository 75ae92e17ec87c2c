import type { Listing } from '../news/listing.ts';
import { paths } from '../news/urls.ts';
import type { Context } from './context.ts';
import { buildHead, type HeadView } from './head.ts';
import { buildIndexEntry, type IndexEntryView } from './listing.ts';

/** A page that lists listings. */
export interface IndexView {
  readonly head: HeadView;
  readonly title: string;
  readonly intro: string;
  readonly entries: readonly IndexEntryView[];
}

/** Builds the index of topics. */
export function buildTopicIndex(context: Context): IndexView {
  const { words, edition } = context;
  const describe = ({ id }: Listing) => edition.topics.get(id)?.description;
  return buildIndex(context, 'topic', paths.topics, { title: words.topics, intro: words.topicsIntro }, describe);
}

/** Builds the index of storylines. */
export function buildStorylineIndex(context: Context): IndexView {
  const { words, edition } = context;
  const describe = ({ id }: Listing) => edition.storylines.get(id)?.summary;
  const text = { title: words.storylines, intro: words.storylinesIntro };
  return buildIndex(context, 'storyline', paths.storylines, text, describe);
}

/** Builds the index of authors and desks. */
export function buildAuthorIndex(context: Context): IndexView {
  const { words, edition } = context;
  const describe = ({ id }: Listing) => edition.authors.get(id)?.role;
  return buildIndex(context, 'author', paths.authors, { title: words.authors, intro: words.authorsIntro }, describe);
}

function buildIndex(
  context: Context,
  kind: 'topic' | 'storyline' | 'author',
  path: string,
  { title, intro }: { title: string; intro: string },
  describe: (listing: Listing) => string | undefined,
): IndexView {
  return {
    head: buildHead(context, { title, description: intro, path }),
    title,
    intro,
    entries: [...context.edition.listings[kind].values()].map((listing) =>
      buildIndexEntry(context, listing, describe(listing)),
    ),
  };
}
