import { markup, type Markup } from '../core/markup.ts';
import type { HeadView } from '../views/head.ts';

/** Renders the parts of a head that serve those who share the page or follow its feeds. */
export function renderSharing({ openGraph, hasPicture, additions, feeds }: HeadView): Markup {
  return markup`${openGraph.map(({ property, content }) => markup`<meta property="${property}" content="${content}">`)}${
    hasPicture && markup`<meta name="twitter:card" content="summary_large_image">`
  }${additions.map(({ name, content }) => markup`<meta name="${name}" content="${content}">`)}${feeds.map(({ text, href, type }) => markup`<link rel="alternate" type="${type}" title="${text}" href="${href}">`)}`;
}
