import { markup, type Markup } from '../core/markup.ts';
import type { Dictionary } from '../i18n/dictionary.ts';
import type { MastheadView } from '../views/masthead.ts';
import { renderSectionList } from './section-list.ts';

/** Renders the footer of every page. */
export function renderFooter({ name, motto, footer }: MastheadView, words: Dictionary): Markup {
  return markup`<footer class="footer label"><div><p class="footer-name">${name}</p><p>${motto}</p></div><nav aria-label="${words.footer}">${renderSectionList(footer)}</nav></footer>`;
}
