import { getCollection } from 'astro:content';

/** Pages of the bench's Astro site: stories, listings with pages, feeds; the same as ours. */
export const pageSize = 30;
const feedSize = 20;

export const topics = ['climate', 'culture', 'diplomacy', 'economy', 'health', 'justice', 'politics', 'science'];

export async function getStories() {
  const stories = await getCollection('stories');
  return stories.sort((a, b) => b.data.date.valueOf() - a.data.date.valueOf());
}

export function toSlug(term) {
  return term.replaceAll(' ', '-');
}

/** Listings have addresses of two parts: `/topics/climate/`, `/2024/11/`. */
export async function getListings() {
  const listings = new Map();
  const add = (group, name, title, story) => {
    const path = `/${group}/${name}/`;
    if (!listings.has(path)) listings.set(path, { group, name, title, stories: [] });
    listings.get(path).stories.push(story);
  };
  for (const story of await getStories()) {
    const [year, month] = story.id.split('/');
    add(year, month, `${year}/${month}`, story);
    for (const group of ['topics', 'regions', 'keywords']) {
      for (const term of story.data[group]) add(group, toSlug(term), term, story);
    }
  }
  return [...listings.values()];
}

export function renderFeed(title, path, stories) {
  const items = stories.slice(0, feedSize).map(({ id, data, rendered }) => {
    const url = `https://gazetteer.example/${id}/`;
    return `<item><title>${data.title}</title><link>${url}</link><guid>${url}</guid><pubDate>${data.date.toUTCString()}</pubDate><description>${data.description}</description><content:encoded><![CDATA[${rendered.html}]]></content:encoded></item>`;
  });
  return new Response(
    `<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>${title}</title><link>https://gazetteer.example${path}</link><description>${title}</description>${items.join('')}</channel></rss>`,
    { headers: { 'content-type': 'application/rss+xml' } },
  );
}
