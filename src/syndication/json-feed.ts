import { toIsoInstant } from '../core/dates.ts';
import type { FeedSite, FeedStory, FeedWriter } from './feed.ts';

/**
 * Writes JSON Feed 1.1. A text is `content_html`. The format requires some content, so a story without its text has its
 * summary as `content_text` too.
 *
 * Source: https://www.jsonfeed.org/version/1.1/
 */
export const jsonFeed: FeedWriter = {
  renderStory: (site, story, { before, after }) => ({
    before: `${startObject(toFacts(site, story))},"content_html":"${escapeString(before)}`,
    after: `${escapeString(after)}"}`,
  }),
  renderSummary: (site, story) => JSON.stringify({ ...toFacts(site, story), content_text: story.summary }),
  escapeText: escapeString,
  renderFeed: ({ site, addresses }, { title, description, listingPath, path }, stories) => {
    const { licence } = site.choices;
    const facts = {
      version: 'https://jsonfeed.org/version/1.1',
      title,
      description,
      home_page_url: addresses.absolute(listingPath),
      feed_url: addresses.absolute(path),
      language: site.language,
      // The format has no field for it; names of extensions begin with a line.
      ...(licence ? { _rights: { about: licence.address, name: licence.name } } : {}),
    };
    return `${startObject(facts)},"items":[${stories.join(',\n')}]}`;
  },
};

function toFacts({ site }: FeedSite, story: FeedStory) {
  const { url, title, summary, published, modified, authors, topic, places, tags, image, lang } = story;
  return {
    id: url,
    url,
    title,
    summary,
    date_published: toIsoInstant(published.getTime()),
    date_modified: toIsoInstant(modified.getTime()),
    authors,
    tags: [...(topic ? [topic.title] : []), ...places.map((place) => place.title), ...tags],
    ...(image === undefined ? {} : { image: image.url }),
    ...(lang === site.language ? {} : { language: lang }),
  };
}

/** Renders an object as JSON without the brace that ends it. */
function startObject(value: object): string {
  return JSON.stringify(value).slice(0, -1);
}

/** Escapes a text for the inside of a string of JSON. */
function escapeString(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}
