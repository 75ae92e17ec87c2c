import { parseHTML } from 'linkedom';
import type { AtomFeed, JsonFeed, RssFeed } from 'feedsmith';
import { readGraph, type GraphThing } from './schema-org.ts';

/** The facts about a story in a page, a feed or structured data. */
export interface StoryFacts {
  readonly title: string;
  readonly address: string;
  /** Instants as `toISOString` writes them. A day alone is its midnight, since the tests' sites are in UTC. */
  readonly published: string;
  readonly modified: string;
  readonly authors: readonly string[];
  readonly summary: string;
  readonly corrections: readonly { readonly kind: string; readonly date: string; readonly text: string }[];
  readonly sourceCount: number;
  /** The places it is about, sorted, because in JSON Feed they are among other words and their order is not known. */
  readonly places: readonly string[];
  readonly dateline?: string | undefined;
}

/** Parses a page or a fragment of HTML. */
export function parseDocument(html: string): Document {
  return parseHTML(/<html/u.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`).document;
}

/** Reads the visible facts on a story's page. A notice that appears twice counts once. */
export function readPage(html: string): StoryFacts {
  const document = parseDocument(html);
  const all = (selector: string) => [...document.querySelectorAll(selector)];
  const attribute = (selector: string, name: string) => document.querySelector(selector)?.getAttribute(name) ?? '';
  const corrections = all('.correction').map((notice) => ({
    kind: toText(notice.querySelector('.label')).split(',')[0]?.trim() ?? '',
    date: toInstant(notice.querySelector('time')?.getAttribute('datetime')),
    text: toText([...notice.querySelectorAll('p')].at(-1)),
  }));
  return {
    title: toText(document.querySelector('article h1')),
    address: attribute('link[rel="canonical"]', 'href'),
    published: toInstant(attribute('.article-header time', 'datetime')),
    modified: toInstant(attribute('meta[property="article:modified_time"]', 'content')),
    authors: all('.article-header [rel="author"]').map(toText),
    summary: toText(document.querySelector('.standfirst')),
    corrections: [...new Map(corrections.map((notice) => [JSON.stringify(notice), notice])).values()],
    sourceCount: all('.sources > li').length,
    places: all('[aria-labelledby="places-and-tags"] a[href*="/regions/"]').map(toText).toSorted(),
  };
}

/** Reads the structured data of a story's page. */
export function readDescription(html: string): StoryFacts {
  const story = readGraph(html)?.find((thing) => thing['@type'].endsWith('NewsArticle'));
  if (!story) throw new Error('The page describes no story.');
  const list = (property: string) => (story[property] ?? []) as readonly Record<string, string>[];
  return {
    title: String(story['headline']),
    address: String(story['url']),
    published: toInstant(story['datePublished']),
    modified: toInstant(story['dateModified']),
    authors: list('author').map(({ name = '' }) => name),
    summary: String(story['description']),
    corrections: list('correction').map(({ name = '', datePublished, text = '' }) => ({
      kind: name,
      date: toInstant(datePublished),
      text,
    })),
    sourceCount: list('citation').length,
    // Regions have pages of their own; cities are in structured data alone.
    places: list('contentLocation')
      .filter((place) => '@id' in place)
      .map(({ name = '' }) => name)
      .toSorted(),
    dateline: story['dateline'] as string | undefined,
  } satisfies StoryFacts & { dateline: GraphThing[string] };
}

/** Reads the places that a description names and that have no page of their own: cities. */
export function readCities(html: string): readonly string[] {
  const story = readGraph(html)?.find((thing) => thing['@type'].endsWith('NewsArticle'));
  const places = (story?.['contentLocation'] ?? []) as readonly Record<string, string>[];
  return places.filter((place) => !('@id' in place)).map(({ name = '' }) => name);
}

/** Reads an item of RSS. */
export function readRssItem(item: RssFeed.Item<string>): StoryFacts {
  return {
    title: item.title ?? '',
    address: item.link ?? '',
    published: toInstant(item.pubDate),
    modified: toInstant(item.atom?.updated ?? item.pubDate),
    authors: item.dc?.creators ?? [],
    summary: item.description ?? '',
    ...readFeedText(item.content?.encoded ?? ''),
    places: (item.categories ?? [])
      .flatMap(({ name = '', domain = '' }) => (domain.endsWith('/regions/') ? [name] : []))
      .toSorted(),
    dateline: item.georss?.featureName,
  };
}

/** Reads an entry of Atom. */
export function readAtomEntry(entry: AtomFeed.Entry<string>): StoryFacts {
  return {
    title: entry.title?.value ?? '',
    address: entry.links?.find(({ rel }) => rel === 'alternate')?.href ?? '',
    published: toInstant(entry.published),
    modified: toInstant(entry.updated),
    authors: (entry.authors ?? []).map(({ name = '' }) => name),
    summary: entry.summary?.value ?? '',
    ...readFeedText(entry.content?.value ?? ''),
    places: (entry.categories ?? [])
      .flatMap(({ label = '', scheme = '' }) => (scheme.endsWith('/regions/') ? [label] : []))
      .toSorted(),
    dateline: entry.georss?.featureName,
  };
}

/** Reads an item of JSON Feed, whose tags are the topic, the places and the tags. Places are those among `known`. */
export function readJsonItem(item: JsonFeed.Item<string>, known: readonly string[]): StoryFacts {
  return {
    title: item.title ?? '',
    address: item.url ?? '',
    published: toInstant(item.date_published),
    modified: toInstant(item.date_modified),
    authors: (item.authors ?? []).map(({ name = '' }) => name),
    summary: item.summary ?? '',
    ...readFeedText(item.content_html ?? ''),
    places: (item.tags ?? []).slice(1, 1 + known.length).toSorted(),
  };
}

/** Reads the notices before a story's text and the sources after it in a feed. */
function readFeedText(html: string): Pick<StoryFacts, 'corrections' | 'sourceCount'> {
  const [...elements] = parseDocument(html).body.children;
  const end = elements.findIndex((element) => !element.querySelector(':scope > strong > time'));
  const [heading, sources] = elements.slice(-2);
  return {
    corrections: elements.slice(0, end).map((notice) => {
      const label = toText(notice.querySelector('strong'));
      return {
        kind: label.split(',')[0] ?? '',
        date: toInstant(notice.querySelector('time')?.getAttribute('datetime')),
        text: toText(notice).slice(label.length).trim(),
      };
    }),
    sourceCount: toText(heading) === 'Sources' ? (sources?.children.length ?? 0) : 0,
  };
}

function toText(node: Node | null | undefined): string {
  return (node?.textContent ?? '').replace(/\s+/gu, ' ').trim();
}

function toInstant(date: unknown): string {
  return new Date(String(date)).toISOString();
}
