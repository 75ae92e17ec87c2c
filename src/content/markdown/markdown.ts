import type { Element, Root } from 'hast';
import type { Image, Paragraph, Root as MarkdownRoot } from 'mdast';
import rehypeSanitize, { type Options as SanitizeSchema } from 'rehype-sanitize';
import { remark } from 'remark';
import remarkRehype, { defaultHandlers, type Options as ToHtmlOptions } from 'remark-rehype';
import { listNodesOf } from '../rules/markdown-nodes.ts';
import { h } from '../../core/html-tree.ts';
import { notePrefix } from './id-prefixes.ts';
import { parseMarkdown } from './parse-markdown.ts';
import { rehypeLowerCaseSchemes } from './rehype-lower-case-schemes.ts';
import { rehypeStoryElements, type ElementWords } from './rehype-story-elements.ts';
import type { SourceMark } from './remark-source-marks.ts';
import type { SiteAddressOptions } from './site-addresses.ts';
import type { MarkedSource } from './source-mark.ts';
import { listStandingPictures, parsePictureTitle, type StandingPicture } from '../rules/standing-pictures.ts';

/** Words that the chain itself writes, in the language of the story. */
export interface MarkdownWords extends ElementWords {
  readonly footnotes: string;
  backToReference(number: number): string;
}

/** The settings that the chain depends on. */
export interface MarkdownOptions extends SiteAddressOptions {
  readonly words: MarkdownWords;
}

/** The Markdown chain. */
export interface MarkdownChain {
  /** Parses CommonMark and GFM. */
  parse(markdown: string): MarkdownRoot;
  /**
   * Renders a tree that has passed the body rules as a tree of HTML.
   *
   * @param file path of the text in the content folder
   * @param sources the sources that its marks name
   */
  render(tree: MarkdownRoot, file: string, sources?: readonly MarkedSource[]): Root;
}

/**
 * Creates the chain. The order of the plug-ins matters:
 *
 * 1. `parseMarkdown`: CommonMark and GFM.
 * 2. `remark-rehype`: Markdown to HTML; raw HTML is dropped here, and a picture that stands by itself becomes a figure.
 * 3. `rehypeLowerCaseSchemes`: the sanitiser knows `https:`, not `HTTPS:`.
 * 4. `rehype-sanitize`: only the elements and attributes of a story pass. It runs before we add our own.
 * 5. `rehypeStoryElements`: completes headings, tables, task lists, links, pictures and source marks, in one walk. The ids of headings
 *    are by `rehype-slug`, after the sanitiser, which would rename them; the prefix keeps them harmless.
 *
 * Its output is a tree. Pages, feeds and the search index first add what they need, and only then render it as text
 * (`renderHtml`).
 */
export function createMarkdownChain({ words, ...addresses }: MarkdownOptions): MarkdownChain {
  const processor = remark()
    .use(remarkRehype, {
      handlers,
      clobberPrefix: notePrefix,
      footnoteLabel: words.footnotes,
      footnoteLabelTagName: 'h2',
      footnoteBackLabel: (index) => words.backToReference(index + 1),
    })
    .use(rehypeLowerCaseSchemes)
    .use(rehypeSanitize, storySchema)
    .use(rehypeStoryElements, words, addresses)
    .freeze();

  return {
    parse: parseMarkdown,
    render: (tree, file, sources) => processor.runSync(toDefinitions(tree), { path: file, data: { sources } }),
  };
}

/** The definitions and notes of a tree, as a tree of their own that knows the whole. */
interface Definitions extends MarkdownRoot {
  readonly whole: MarkdownRoot;
}

function toDefinitions(whole: MarkdownRoot): Definitions {
  const children = [...listNodesOf(whole, 'definition'), ...listNodesOf(whole, 'footnoteDefinition')];
  return { type: 'root', children, whole };
}

/**
 * `remark-rehype` first looks for definitions in the tree that it is given, with `unist-util-visit`. This takes longer than
 * converting it, so it is given the definitions alone. Nor does it copy positions, which nobody reads.
 */
const handlers: ToHtmlOptions['handlers'] = {
  root(state, { whole }: Definitions) {
    state.patch = () => undefined;
    return state.wrap(state.all(whole));
  },
  sourceMark: (_state, { value }: SourceMark) => h('a', { dataSource: value }),
  paragraph(state, node: Paragraph) {
    const pictures = listStandingPictures(node);
    return pictures.length > 0
      ? pictures.map((picture) => toFigure(state, picture))
      : defaultHandlers.paragraph(state, node);
  },
};

type ConverterState = Parameters<typeof defaultHandlers.paragraph>[0];

/** Makes the figure of a picture that stands by itself. Its title is its caption and its credit, which need not be said twice. */
function toFigure(state: ConverterState, { link, image, marks }: StandingPicture): Element {
  const picture: Image = { ...image, title: null };
  const { caption, credit } = parsePictureTitle(image.title ?? '');
  const words = [h('span', {}, [caption, ...state.all({ type: 'paragraph', children: [...marks] })])];
  return h('figure', {}, [
    ...state.all({ type: 'paragraph', children: [link ? { ...link, children: [picture] } : picture] }),
    h('figcaption', { className: ['label', 'dotted'] }, [...words, ' ', h('small', {}, [credit])]),
  ]);
}

/**
 * The elements and attributes that a story's HTML may have: those that the chain makes, and none that can run or load
 * anything.
 */
const storySchema: SanitizeSchema = {
  tagNames:
    'p h2 h3 h4 h5 h6 ul ol li blockquote pre code hr br em strong del a img figure figcaption span small sup section input table thead tbody tr th td'.split(
      ' ',
    ),
  attributes: {
    a: ['href', 'title', 'id', 'ariaDescribedBy', 'ariaLabel', 'dataFootnoteRef', 'dataFootnoteBackref', 'dataSource'],
    img: ['src', 'alt', 'title'],
    figcaption: [['className', 'label', 'dotted']],
    h2: ['id', ['className', 'sr-only']],
    ol: ['start'],
    li: ['id', ['className', 'task-list-item']],
    ul: [['className', 'contains-task-list']],
    section: ['dataFootnotes', ['className', 'footnotes']],
    input: [['type', 'checkbox'], ['disabled', true], 'checked'],
    th: [['align', 'left', 'center', 'right']],
    td: [['align', 'left', 'center', 'right']],
  },
  required: { input: { disabled: true, type: 'checkbox' } },
  protocols: { href: ['http', 'https', 'mailto', 'tel'], src: [] },
  // Ids come only from footnotes, which `notePrefix` keeps harmless: prefixing them again would break their links.
  clobber: [],
  clobberPrefix: '',
  strip: ['script', 'style'],
  allowComments: false,
  allowDoctypes: false,
};
