import type { Element, ElementContent, Properties, Root, Text } from 'hast';
import { changeTree, h, isSourceMark, renderHtml } from '../core/html-tree.ts';
import { memoize } from '../core/memo.ts';
import { removeForbiddenCharacters } from '../core/text.ts';
import { getDirection } from '../i18n/dictionary.ts';
import type { Article, Source } from '../news/article.ts';
import type { Context } from '../views/context.ts';
import type { AroundText, FeedImage } from './feed.ts';

/**
 * Renders a text for feed readers: absolute addresses, no source marks, no links from headings to themselves, no characters that XML
 * does not allow.
 *
 * @param tree the text as the Markdown chain makes it
 * @param siteRoot the absolute address of the front page
 */
export function renderFeedText(tree: Root, siteRoot: string): string {
  const origin = getOrigin(siteRoot);
  return renderHtml(changeTree(tree, (node) => toFeedNode(node, origin)).children);
}

const getOrigin = memoize((url: string) => new URL(url).origin);

function toFeedNode(node: ElementContent, origin: string): ElementContent | undefined {
  if (node.type === 'text') return { ...node, value: removeForbiddenCharacters(node.value) };
  if (node.type !== 'element' || isSourceMark(node)) return undefined;
  const [heading] = node.children;
  if (String(node.properties['className']) === 'heading') return heading;
  if (node.tagName === 'figcaption') return { ...node, properties: {} };
  return { ...node, properties: toFeedProperties(node.properties, origin) };
}

function toFeedProperties(properties: Properties, origin: string): Properties {
  const entries = Object.entries(properties).map(([name, value]): [string, Properties[string]] => {
    if (typeof value !== 'string') return [name, value];
    const isSitePath = (name === 'href' || name === 'src') && /^\/(?!\/)/u.test(value);
    return [name, removeForbiddenCharacters(isSitePath ? `${origin}${value}` : value)];
  });
  return Object.fromEntries(entries);
}

/**
 * Renders everything before and after a story's text in a feed: correction notices and the picture, its dateline
 * and the sources. Feed readers know neither the direction nor the language of a single story, so it states both itself.
 */
export function renderAroundText(context: Context, article: Article, image: FeedImage | undefined): AroundText {
  const { lang } = article;
  const dir = getDirection(lang);
  const isPlain = lang === context.site.language && dir === 'ltr';
  const start = [...toNotices(context, article), ...(image ? [toFigure(image)] : [])];
  const before = renderHtml(start.flatMap((block) => [block, lineEnd]));
  const after = renderHtml(toBackMatter(context, article).flatMap((block) => [lineEnd, block]));
  if (isPlain) return { before, after };
  const [open = '', close = ''] = renderHtml([h('div', { lang, dir }, ['\n\n'])]).split('\n\n');
  return { before: `${open}\n${before}`, after: `${after}\n${close}` };
}

const lineEnd: Text = { type: 'text', value: '\n' };

/** A reader who has read the first version first learns what was wrong in it. */
function toNotices({ words, dates }: Context, { corrections }: Article): readonly Element[] {
  return corrections.map(({ kind, date, text }) => {
    const time = h('time', { dateTime: dates.machine(date) }, [dates.moment(date)]);
    return h('p', {}, [h('strong', {}, [words.correctionKinds[kind] + words.comma, time, ':']), ` ${text}`]);
  });
}

function toFigure({ url, width, height, alt, caption, credit }: FeedImage): Element {
  return h('figure', {}, [
    h('img', { src: url, alt, width, height }),
    h('figcaption', {}, [caption, ' ', h('small', {}, [credit])]),
  ]);
}

function toBackMatter(context: Context, { dateline, credit, sources }: Article): readonly Element[] {
  const { site, words } = context;
  const lines = [credit, dateline && words.datelines[site.datelines](dateline.place)].filter(
    (line) => line !== undefined,
  );
  const paragraphs = lines.map((line) => h('p', {}, [line]));
  if (sources.length === 0) return paragraphs;
  const items = sources.map((source) => h('li', {}, toSource(context, source)));
  return [
    ...paragraphs,
    h('h2', {}, [words.sources]),
    h('ol', {}, [...items.flatMap((item) => [lineEnd, item]), lineEnd]),
  ];
}

function toSource({ words, dates }: Context, source: Source): readonly (Element | string)[] {
  const { title, publisher, url, published } = source;
  const facts = [publisher, ...(published ? [dates.moment(published)] : [])].map((fact) => words.comma + fact);
  return [url === undefined ? title : h('a', { href: url }, [title]), ...facts];
}
