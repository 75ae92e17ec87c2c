/**
 * Speculation rules: browsers that support them prefetch a page when a reader hovers over its link for a moment, so
 * that it opens at once. Only addresses with the form of our pages count: no files, no searches with words, no other
 * sites. Browsers skip it where a reader saves data, battery or memory.
 *
 * `prefetch` rather than `prerender`: the page itself costs 4 to 6 kB, and its map and scripts wait until it is opened.
 * Inline because an external file needs a header that a plain host cannot send, and identical on every page, so that a
 * policy can allow it by its hash. A script that adds `<link rel="prefetch">` would add bytes, act too early, and
 * ignore the wish to save data.
 */
export const prefetchRules = JSON.stringify({
  // The pattern requires this host, because `//elsewhere.example/` also starts with a slash.
  prefetch: [{ where: { and: [{ href_matches: '/*' }, { selector_matches: 'a[href$="/"]' }] }, eagerness: 'moderate' }],
});
