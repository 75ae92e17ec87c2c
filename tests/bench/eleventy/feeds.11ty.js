export default class Feeds {
  data() {
    return {
      pagination: { data: 'collections.feeds', size: 1, alias: 'feed' },
      permalink: ({ feed }) => `${feed.path}feed.xml`,
      eleventyExcludeFromCollections: true,
    };
  }
  render({ feed }) {
    const items = feed.stories.map(
      (story) =>
        `<item><title>${story.data.title}</title><link>https://gazetteer.example${story.url}</link><description>${story.data.description}</description><content:encoded><![CDATA[${story.content}]]></content:encoded></item>`,
    );
    return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>${feed.path}</title><link>https://gazetteer.example${feed.path}</link><description>${feed.path}</description>${items.join('')}</channel></rss>`;
  }
}
