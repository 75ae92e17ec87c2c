import type { Root } from 'hast';
import type { Article } from '../../src/news/article.ts';
import { atom } from '../../src/syndication/atom.ts';
import { buildFeedStory, type FeedFacts, type FeedWriter } from '../../src/syndication/feed.ts';
import { renderAroundText, renderFeedText } from '../../src/syndication/feed-text.ts';
import { jsonFeed } from '../../src/syndication/json-feed.ts';
import { rss } from '../../src/syndication/rss.ts';
import type { Context } from '../../src/views/context.ts';

/** Renders a story with its text, or with its summary, as a feed of a format has it. */
export function renderStory(writer: FeedWriter, context: Context, article: Article, tree: Root | undefined): string {
  const story = buildFeedStory(context, article);
  if (!tree) return writer.renderSummary(context, story);
  const around = renderAroundText(context, article, story.image);
  const { before, after } = writer.renderStory(context, story, around);
  return before + writer.escapeText(renderFeedText(tree, context.addresses.absolute('/'))) + after;
}

/** Renders the feed of a topic with one story, in every format. */
export function renderFeeds(context: Context, article: Article, tree?: Root) {
  const render = (writer: FeedWriter) =>
    writer.renderFeed(context, makeFacts(), [renderStory(writer, context, article, tree)]);
  return { rss: render(rss), atom: render(atom), json: render(jsonFeed) };
}

/** Makes the facts about a feed. */
export function makeFacts(more: Partial<FeedFacts> = {}): FeedFacts {
  const names = { title: 'World', description: 'All of it.', format: 'rss', modifiedMs: 0 } as const;
  return { ...names, path: '/topics/world/feed.xml', listingPath: '/topics/world/', ...more };
}
