import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { Root } from 'hast';
import { findSupport } from '../../src/content/reading/key-points.ts';
import { once } from '../../src/core/memo.ts';
import { removeForbiddenCharacters } from '../../src/core/text.ts';
import type { Article } from '../../src/news/article.ts';
import { toIndexText } from '../../src/search/indexing/index-text.ts';
import { removeSeparators } from '../../src/search/format/separators.ts';
import { buildArticle, buildArticleText } from '../../src/views/article.ts';
import type { Link } from '../../src/views/context.ts';
import { makeContext } from './make-context.ts';
import { makeArticle } from './make-newsroom.ts';
import { parseHtml, toShape, type Shape } from './parse-html.ts';
import { renderFeeds } from './render-feeds.ts';
import { renderTree } from './render-markdown.ts';

/** A story's text as a browser, a feed reader and Pagefind find it in everything made from it. */
export interface StoryOutputs {
  /** The tree that left the Markdown chain. */
  readonly tree: readonly Shape[];
  readonly page: readonly Shape[];
  readonly sections: readonly Link[];
  /** Title, summary and content of its only entry, in RSS, Atom and JSON Feed. */
  readonly entries: readonly { readonly title: string; readonly summary: string; readonly content: readonly Shape[] }[];
  /** The words that Pagefind reads, without white space and full stops. */
  readonly indexed: string;
}

/** The edition need not contain the story, because building it takes longest. */
const getContext = once(() => makeContext({ pictures: [picture] }));

const picture = { file: 'articles/2024/11/x.png', width: 1000, height: 500, isAnimated: false };

/** Makes everything that depends on a story's text, and parses it again. */
export async function makeOutputs(markdown: string, partial: Partial<Article>): Promise<StoryOutputs> {
  const article = makeArticle(partial);
  const context = getContext();
  const tree = await renderTree(markdown);
  const view = buildArticle(context, { ...article, kind: 'explainer' });
  const { paragraphs: support } = findSupport(article.keyPoints, tree, article.file);
  const { html, contents } = buildArticleText(view, { tree, support });
  return {
    tree: toShape(tree.children),
    page: toShape(parseHtml(html).children),
    sections: contents,
    entries: readFeeds(context, article, tree),
    indexed: readIndexed(article, tree),
  };
}

function readIndexed({ title, summary, image }: Article, tree: Root): string {
  const runs = toIndexText({ title, summary, imageAlt: image?.alt ?? '' }, tree.children);
  return toLetters(removeSeparators(runs.map(({ text }) => text).join('')));
}

/** Removes white space, full stops, some of which stand for the ends of elements, and the zero-width spaces that Pagefind removes. */
export function toLetters(text: string): string {
  return text.replaceAll(/[\s.\u200B]+/gu, '');
}

function readFeeds(context: ReturnType<typeof makeContext>, article: Article, tree: Root): StoryOutputs['entries'] {
  const feeds = renderFeeds(context, article, tree);
  const rss = parseXml(feeds.rss).rss.channel.item;
  const atom = parseXml(feeds.atom).feed.entry;
  const [json] = JSON.parse(feeds.json).items;
  return [
    read(rss.title, rss.description, rss['content:encoded']),
    read(atom.title, atom.summary, atom.content['#text']),
    read(json.title, json.summary, json.content_html),
  ];
}

function read(title: unknown, summary: unknown, content: unknown): StoryOutputs['entries'][number] {
  return { title: String(title), summary: String(summary), content: toShape(parseHtml(String(content)).children) };
}

/** Parses XML. A single element becomes an object and several an array, so that a duplicate would be noticed. */
function parseXml(xml: string) {
  const valid = XMLValidator.validate(xml);
  if (valid !== true) throw new Error(`${valid.err.msg} in line ${valid.err.line} of ${xml}`);
  return new XMLParser({ ignoreAttributes: false, parseTagValue: false, trimValues: false }).parse(xml);
}

/** Removes from a page's text what is added for a page: ids for key points, and the formats of pictures. */
export function toPlainPage(shapes: readonly Shape[]): readonly Shape[] {
  return shapes.map((shape): Shape => {
    if (typeof shape === 'string') return shape;
    const [tagName, attributes, content] = shape;
    const img = content.at(-1);
    if (tagName === 'picture' && img !== undefined) return toPlainPage([img])[0] ?? img;
    const { id = '', width: _width, height: _height, ...others } = attributes;
    return [tagName, /^(?:k-\d+)?$/u.test(id) ? others : { id, ...others }, toPlainPage(content)];
  });
}

/**
 * Converts a text to its form in a feed: headings without anchors, captions without classes, absolute addresses, and no characters that XML does
 * not allow.
 */
export function toFeedShape(shapes: readonly Shape[]): readonly Shape[] {
  return shapes.map((shape): Shape => {
    if (typeof shape === 'string') return removeForbiddenCharacters(shape);
    const [tagName, attributes, content] = shape;
    const [heading] = attributes['className'] === 'heading' ? toFeedShape(content) : [];
    if (tagName === 'figcaption') return [tagName, {}, toFeedShape(content)];
    return heading ?? [tagName, Object.fromEntries(Object.entries(attributes).map(toWhole)), toFeedShape(content)];
  });
}

function toWhole([name, value]: [string, string]): [string, string] {
  const isPath = (name === 'href' || name === 'src') && value.startsWith('/') && !value.startsWith('//');
  return [name, removeForbiddenCharacters(isPath ? `https://host.example${value}` : value)];
}

/** Returns the words of a text that Pagefind reads: no footnote marks, and the descriptions and captions of pictures without their credits. */
export function toIndexedWords(shapes: readonly Shape[]): string {
  return shapes
    .map((shape) => {
      if (typeof shape === 'string') return shape;
      const [tagName, attributes, content] = shape;
      if ('dataFootnoteRef' in attributes || 'dataFootnoteBackref' in attributes || tagName === 'small') return '';
      return tagName === 'img' ? (attributes['alt'] ?? '') : toIndexedWords(content);
    })
    .join('');
}
