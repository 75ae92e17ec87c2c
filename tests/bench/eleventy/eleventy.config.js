/** Pages of the bench's Eleventy site: stories, listings with pages, feeds; the same as ours. */
const pageSize = 30;
const feedSize = 20;

function collectListings(stories) {
  const listings = new Map([['/', stories]]);
  const put = (path, story) => listings.set(path, [...(listings.get(path) ?? []), story]);
  const add = (path, story) => {
    const list = listings.get(path);
    if (list) list.push(story);
    else put(path, story);
  };
  for (const story of stories) {
    for (const topic of story.data.topics ?? []) add(`/topics/${topic}/`, story);
    for (const region of story.data.regions ?? []) add(`/regions/${region}/`, story);
    for (const word of story.data.keywords ?? []) add(`/keywords/${word.replaceAll(' ', '-')}/`, story);
    add(story.url.slice(0, 9), story);
  }
  return listings;
}

export default function configure(config) {
  config.addCollection('stories', (api) => api.getFilteredByGlob('stories/**/*.md').reverse());
  config.addCollection('listingPages', (api) => {
    const stories = api.getFilteredByGlob('stories/**/*.md').reverse();
    return [...collectListings(stories)].flatMap(([path, list]) => {
      const count = Math.ceil(list.length / pageSize);
      return Array.from({ length: count }, (_, index) => ({
        path: index === 0 ? path : `${path}${index + 1}/`,
        title: path,
        stories: list.slice(index * pageSize, (index + 1) * pageSize),
        older: index + 1 < count ? `${path}${index + 2}/` : '',
      }));
    });
  });
  config.addCollection('feeds', (api) => {
    const stories = api.getFilteredByGlob('stories/**/*.md').reverse();
    return [...collectListings(stories)].map(([path, list]) => ({ path, stories: list.slice(0, feedSize) }));
  });
  return { dir: { input: '.', output: '_site', includes: '_includes' }, markdownTemplateEngine: false };
}
