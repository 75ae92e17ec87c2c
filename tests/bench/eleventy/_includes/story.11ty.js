const escape = (text) => String(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

export default class Story {
  render({ title, description, date, regions, topics, keywords, points, place, source, sourceUrl, content }) {
    const filters = [
      ...regions.map((value) => `<meta data-pagefind-filter="region[content]" content="${value}">`),
      ...topics.map((value) => `<meta data-pagefind-filter="topic[content]" content="${value}">`),
      ...keywords.map((value) => `<meta data-pagefind-filter="tag[content]" content="${value}">`),
    ].join('');
    return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escape(title)}</title><meta name="description" content="${escape(description)}"><link rel="alternate" type="application/rss+xml" href="/feed.xml">${filters}<meta data-pagefind-sort="date[content]" content="${date.getTime() / 1000}"></head><body><header><a href="/">Peer</a></header><main><article data-pagefind-body><h1>${escape(title)}</h1><p>${escape(description)}</p><p>${escape(place)} <time>${date.toISOString().slice(0, 10)}</time></p><ul>${points.map((point) => `<li>${escape(point)}</li>`).join('')}</ul>${content}<p><a href="${sourceUrl}">${escape(source)}</a></p><p>${regions.map((region) => `<a href="/regions/${region}/">${region}</a>`).join(' ')} ${keywords.map((word) => `<a href="/keywords/${word.replaceAll(' ', '-')}/">${word}</a>`).join(' ')}</p></article></main></body></html>`;
  }
}
