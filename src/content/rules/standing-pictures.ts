import type { Image, Link, Nodes, Paragraph, PhrasingContent } from 'mdast';

/** A picture of a text that stands by itself and so has room for a caption. */
export interface StandingPicture {
  readonly image: Image;
  /** The link around it. */
  readonly link?: Link | undefined;
  /** The source marks after it. */
  readonly marks: readonly (Nodes & { type: 'sourceMark' })[];
}

/**
 * Lists the pictures of a paragraph that has nothing but pictures, each with the source marks after it. Empty for any other
 * paragraph: a picture among words is a sign within them.
 */
export function listStandingPictures({ children }: Paragraph): readonly StandingPicture[] {
  const pictures: (StandingPicture & { readonly marks: (Nodes & { type: 'sourceMark' })[] })[] = [];
  for (const node of children) {
    const link = node.type === 'link' && node.children.length === 1 ? node : undefined;
    const [inner = node] = link?.children ?? [];
    if (inner.type === 'image') pictures.push({ image: inner, link, marks: [] });
    else if (node.type === 'sourceMark' && pictures.length > 0) pictures.at(-1)?.marks.push(node);
    else if (!isSpace(node)) return [];
  }
  return pictures;
}

function isSpace(node: PhrasingContent): boolean {
  return node.type === 'break' || (node.type === 'text' && node.value.trim() === '');
}

/** The words under a picture. */
export interface PictureWords {
  readonly caption: string;
  readonly credit: string;
}

/**
 * Splits the title of a picture, which is its caption and its credit, at the last ` | `.
 *
 * @example parsePictureTitle('The bridge on Monday | Ana Pop') // { caption: 'The bridge on Monday', credit: 'Ana Pop' }
 */
export function parsePictureTitle(title: string): PictureWords {
  const at = ` ${title} `.lastIndexOf(' | ');
  if (at < 0) return { caption: title.trim(), credit: '' };
  return { caption: title.slice(0, at).trim(), credit: title.slice(at + 1).trim() };
}
