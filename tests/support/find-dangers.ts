import type { Element } from 'hast';
import rehypeParse from 'rehype-parse';
import { remark } from 'remark';
import { visit } from 'unist-util-visit';

const tagNames = new Set(
  (
    'p h2 h3 h4 h5 h6 ul ol li blockquote pre code hr br em strong del a img figure figcaption span small sup section input ' +
    'table thead tbody tr th td div'
  ).split(' '),
);

/** Properties as hast names them. */
const properties = new Set(
  (
    'href title id ariaDescribedBy ariaLabel dataFootnoteRef dataFootnoteBackref dataFootnotes dataPagefindIgnore ' +
    'src alt loading decoding className start type checked disabled role tabIndex'
  ).split(' '),
);

const page = 'https://host.example/news/2024/11/flood/';

/**
 * Reads a story's HTML as a browser does and lists everything forbidden in it: foreign elements and attributes, event
 * handlers included, ids that could shadow a property of `document`, links that run something, pictures from another
 * host.
 */
export function findDangers(html: string): readonly string[] {
  const dangers: string[] = [];
  // Only remark's processor is used: rehype-parse replaces its parser.
  const tree = remark().use(rehypeParse, { fragment: true }).parse(html);
  visit(tree, (node) => {
    if (node.type === 'comment' || node.type === 'doctype') dangers.push(node.type);
    if (node.type === 'element') dangers.push(...findInElement(node));
  });
  return dangers;
}

function findInElement({ tagName, properties: found }: Element): string[] {
  const dangers = tagNames.has(tagName) ? [] : [`<${tagName}>`];
  for (const [name, value] of Object.entries(found)) {
    const text = String(value);
    if (!properties.has(name)) dangers.push(`${name}="${text}"`);
    if (name === 'id' && !/^(?:s-|note-|footnote-label$)/u.test(text)) dangers.push(`id="${text}"`);
    if (name === 'href' && !isHarmlessLink(text)) dangers.push(`href="${text}"`);
    if (name === 'src' && !isOwnPicture(text)) dangers.push(`src="${text}"`);
  }
  return dangers;
}

/** An invalid address leads nowhere. */
function isHarmlessLink(href: string): boolean {
  return !URL.canParse(href, page) || /^(?:https?|mailto|tel):$/u.test(new URL(href, page).protocol);
}

function isOwnPicture(src: string): boolean {
  return URL.canParse(src, page) && new URL(src, page).origin === new URL(page).origin;
}
