import { markup, type Markup } from '../core/markup.ts';
import type { Link } from '../views/context.ts';

/** Renders links to parts of the paper, in a line. */
export function renderSectionList(links: readonly Link[]): Markup {
  const items = links.map(({ href, text }) => markup`<li><a href="${href}">${text}</a></li>`);
  return markup`<ul class="sections" role="list">${items}</ul>`;
}
