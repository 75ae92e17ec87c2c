import { getNearest } from '../../core/spelling.ts';
import { quoteText } from '../text/quoting.ts';

/**
 * Suggests what to write instead of a key that a schema does not have.
 *
 * @param value the value of the key
 * @param keys those that the schema has
 */
export function explainKey(key: string, value: unknown, keys: readonly string[]): string {
  // YAML reads `title:Flood: again` as the key `title:Flood`.
  const [first = '', ...rest] = key.split(':');
  if (rest.length > 0 && keys.includes(first.trim())) {
    const text = `${rest.join(':').trim()}${typeof value === 'string' ? `: ${value}` : ''}`;
    return `Write \`${first.trim()}: ${quoteText(text)}\`.`;
  }
  const cure = keys.includes('published')
    ? otherCures.get(key.toLowerCase().replace(/[_-]/gu, ''))?.(value)
    : undefined;
  const meant = suggestKey(key, keys);
  return cure ?? (meant ? `Did you mean \`${meant}\`?` : `Known keys: ${keys.join(', ')}.`);
}

/** Finds the key of a schema that was most likely meant by an unknown one. */
export function suggestKey(key: string, keys: readonly string[]): string | undefined {
  const ours = commonKeys.get(key.toLowerCase().replace(/[_-]/gu, '')) ?? [];
  return ours.find((name) => keys.includes(name)) ?? getNearest(key, keys);
}

/** Keys of other systems for each of ours, without hyphens and underscores. */
const commonKeys: ReadonlyMap<string, readonly string[]> = toLookup({
  title: 'headline name',
  summary: 'description excerpt standfirst subtitle subhead abstract deck dek teaser lede lead intro',
  published: 'date pubdate publishdate publishedat datepublished created createdat',
  updated: 'lastmod modified lastmodified updatedat datemodified dateupdated lastupdated',
  expires: 'expirydate expires expireson expiresat unpublish unpublishdate enddate',
  dateline: 'location',
  topic: 'category categories section channel beat desk',
  places: 'event-places locations pins',
  regions: 'region place country countries area',
  tags: 'keywords keyword tag labels subjects',
  storylines: 'series storyline collection',
  authors: 'author byline by writer writers contributors creator',
  keyPoints: 'highlights takeaways bullets',
  sources: 'source references links',
  corrections: 'correction corrigendum',
  image: 'cover thumbnail featuredimage featureimage hero banner photo picture images',
  status: 'state',
  aliases: 'alias redirectfrom redirects oldurl',
  lang: 'language locale',
  kind: 'type format genre',
  url: 'link href uri',
  alt: 'alttext alternative',
  src: 'file path',
  text: 'note body',
  name: 'title sitename sitetitle',
  motto: 'tagline slogan claim subtitle',
  address: 'url siteurl baseurl base site link domain',
  language: 'lang',
  timeZone: 'zone tz',
  securityContact: 'contact security',
  pageSize: 'perpage itemsperpage postsperpage paginate pagination',
  cards: 'socialcards',
});

/** Inverts a table of other systems' keys by ours. */
function toLookup(words: Readonly<Record<string, string>>): ReadonlyMap<string, readonly string[]> {
  const pairs = Object.entries(words).flatMap(([ours, theirs]) => theirs.split(' ').map((word) => ({ word, ours })));
  const byWord = Map.groupBy(pairs, ({ word }) => word);
  return new Map([...byWord].map(([word, found]) => [word, found.map(({ ours }) => ours)]));
}

/** Advice for keys of other systems whose meaning we express differently. */
const otherCures: ReadonlyMap<string, (value: unknown) => string> = new Map(
  Object.entries({
    draft: (value) =>
      value === 'false' ? 'Delete the line: a story is published unless it is a draft.' : 'Write `status: draft`.',
    slug: toFileName,
    permalink: toFileName,
    url: toFileName,
    ...Object.fromEntries(
      ['layout', 'template', 'weight', 'toc', 'comments', 'math', 'id', 'uid', 'guid', 'permalinks'].map((key) => [
        key,
        () => 'Delete the line: it has no effect here.',
      ]),
    ),
  } satisfies Record<string, (value: unknown) => string>),
);

function toFileName(): string {
  return 'Delete the line: the file name is the address. Old addresses go under `aliases`.';
}
