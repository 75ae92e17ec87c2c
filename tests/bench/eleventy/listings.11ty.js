export default class Listings {
  data() {
    return {
      pagination: { data: 'collections.listingPages', size: 1, alias: 'listing' },
      permalink: ({ listing }) => `${listing.path}index.html`,
      eleventyExcludeFromCollections: true,
    };
  }
  render({ listing }) {
    const items = listing.stories.map(
      ({ url, data }) =>
        `<article><h2><a href="${url}">${data.title}</a></h2><p>${data.description}</p><time>${data.date.toISOString().slice(0, 10)}</time></article>`,
    );
    return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${listing.title}</title></head><body><main><h1>${listing.title}</h1>${items.join('')}${listing.older && `<a href="${listing.older}">Older</a>`}</main></body></html>`;
  }
}
