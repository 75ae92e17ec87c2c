/**
 * Speculation rules: browsers that know them load a page ahead when a reader rests on a link to it for a moment, so that it opens at
 * once. Only addresses that end as our pages do: no file, no search with words in it, no other site. Browsers leave it where a reader saves
 * data, battery or memory.
 *
 * `prefetch` and not `prerender`: the page itself costs 4 to 6 kB; its map, and the scripts, wait until it is opened. Inline because an
 * outer file needs a header that a plain host cannot send; the same on every page, so that a policy allows it by its hash. A script that
 * adds `<link rel="prefetch">` would do the same with bytes of its own, before its time, and deaf to the wish to save data.
 */
export const prefetchRules = JSON.stringify({
  // The pattern is of this host: `//elsewhere.example/` starts with a slash, too.
  prefetch: [{ where: { and: [{ href_matches: '/*' }, { selector_matches: 'a[href$="/"]' }] }, eagerness: 'moderate' }],
});
