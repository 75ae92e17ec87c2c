import type { Root } from 'hast';
import type { Root as MarkdownRoot } from 'mdast';
import rehypeAutolinkHeadings from 'rehype-autolink-headings';
import rehypeSanitize, { type Options as SanitizeSchema } from 'rehype-sanitize';
import { remark } from 'remark';
import remarkRehype from 'remark-rehype';
import { toPlainText } from '../../core/html-tree.ts';
import { foldSpace } from '../../core/text.ts';
import { headingPrefix, notePrefix } from './id-prefixes.ts';
import { parseMarkdown } from './parse-markdown.ts';
import { rehypeHeadingIds } from './rehype-heading-ids.ts';
import { rehypeLowerCaseSchemes } from './rehype-lower-case-schemes.ts';
import { rehypeScrollableTables } from './rehype-scrollable-tables.ts';
import { rehypeTaskLabels } from './rehype-task-labels.ts';
import { rehypeSiteAddresses, type SiteAddressOptions } from './rehype-site-addresses.ts';

/** Words that the chain itself writes, in the language of the story. */
export interface MarkdownWords {
  readonly footnotes: string;
  backToReference(number: number): string;
  linkToSection(heading: string): string;
  readonly table: string;
  readonly taskDone: string;
  readonly taskOpen: string;
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
   * Renders a tree that has passed the body rules as a tree of HTML. `file` is the source's path in the content folder.
   */
  render(tree: MarkdownRoot, file: string): Root;
}

/**
 * Creates the chain. The order of the plug-ins matters:
 *
 * 1. `parseMarkdown`: CommonMark and GFM.
 * 2. `remark-rehype`: Markdown to HTML; raw HTML is dropped here.
 * 3. `rehypeLowerCaseSchemes`: the sanitiser knows `https:`, not `HTTPS:`.
 * 4. `rehype-sanitize`: only the elements and attributes of a story pass. It runs before we add our own.
 * 5. `rehypeHeadingIds`: ids by `rehype-slug`, after the sanitiser, which would rename them; the prefix keeps them harmless.
 * 6. `rehype-autolink-headings`: needs the ids.
 * 7. `rehypeScrollableTables`: a wide table scrolls by itself on a phone.
 * 8. `rehypeTaskLabels`: names the checkboxes of task lists.
 * 9. `rehypeSiteAddresses`: puts site paths under the base path. It runs last, when every link exists.
 *
 * Its output is a tree. Pages, feeds and the search index first add what they need, and only then render it as text
 * (`renderHtml`).
 */
export function createMarkdownChain({ words, ...addresses }: MarkdownOptions): MarkdownChain {
  const processor = remark()
    .use(remarkRehype, {
      clobberPrefix: notePrefix,
      footnoteLabel: words.footnotes,
      footnoteLabelTagName: 'h2',
      footnoteBackLabel: (index) => words.backToReference(index + 1),
    })
    .use(rehypeLowerCaseSchemes)
    .use(rehypeSanitize, storySchema)
    .use(rehypeHeadingIds)
    .use(rehypeAutolinkHeadings, {
      // The link is beside the heading, because inside it its words would be read aloud as part of the heading.
      behavior: 'after',
      group: { type: 'element', tagName: 'div', properties: { className: ['heading'] }, children: [] },
      test: (element) => element.properties['id']?.toString().startsWith(headingPrefix) ?? false,
      properties: (heading) => ({
        className: ['anchor'],
        ariaLabel: words.linkToSection(foldSpace(toPlainText(heading))),
      }),
      content: [],
    })
    .use(rehypeScrollableTables, { label: words.table })
    .use(rehypeTaskLabels, { done: words.taskDone, open: words.taskOpen })
    .use(rehypeSiteAddresses, addresses)
    .freeze();

  return {
    parse: parseMarkdown,
    render: (tree, file) => processor.runSync(tree, { path: file }),
  };
}

/**
 * The elements and attributes that a story's HTML may have: those that the chain makes, and none that can run or load
 * anything.
 */
const storySchema: SanitizeSchema = {
  tagNames:
    'p h2 h3 h4 h5 h6 ul ol li blockquote pre code hr br em strong del a img sup section input table thead tbody tr th td'.split(
      ' ',
    ),
  attributes: {
    a: ['href', 'title', 'id', 'ariaDescribedBy', 'ariaLabel', 'dataFootnoteRef', 'dataFootnoteBackref'],
    img: ['src', 'alt', 'title'],
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
