/** A story whose page is saved on the reader's device. */
export interface KeptStory {
  readonly url: string;
  readonly language: string;
  readonly title: string;
  readonly summary: string;
  readonly topic: string;
  readonly place: string;
  readonly date: string;
  /** Everything that can be read on the page. */
  readonly text: string;
}

/**
 * Reads a story from its page: its data are those that search engines get. Undefined for other pages. The page is read as
 * text, because the site's policy (Trusted Types) lets no script parse HTML.
 */
export function readKeptStory(url: string, html: string): KeptStory | undefined {
  const data = /<script type="application\/ld\+json">(?<json>.*?)<\/script>/su.exec(html)?.groups?.['json'];
  const article = /<article[\s>].*<\/article>/su.exec(html)?.[0] ?? '';
  const nodes = parseGraph(data ?? '');
  const story = nodes.find(({ headline }) => typeof headline === 'string');
  if (!story || article === '') return undefined;
  const [place] = Array.isArray(story['contentLocation']) ? story['contentLocation'] : [];
  return {
    url,
    language: toText(story['inLanguage']),
    title: toText(story['headline']),
    summary: toText(story['description']),
    topic: toText(story['articleSection']),
    place: toText(place?.name),
    date: /<time[^>]*>(?<date>[^<]*)</u.exec(article)?.groups?.['date'] ?? '',
    text: toPlainText(article),
  };
}

function parseGraph(json: string): readonly Readonly<Record<string, unknown>>[] {
  try {
    const { '@graph': nodes }: { '@graph'?: unknown } = JSON.parse(json);
    return Array.isArray(nodes) ? nodes : [];
  } catch {
    return [];
  }
}

function toText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };

function toPlainText(html: string): string {
  return html
    .replaceAll(/<[^>]*>/gu, ' ')
    .replaceAll(/&(?:#(?<code>\d{1,6})|(?<name>\w+));/gu, (whole, code: string | undefined, name: string) =>
      code === undefined ? (entities[name] ?? whole) : String.fromCodePoint(Number(code)),
    )
    .replaceAll(/\s+/gu, ' ');
}
