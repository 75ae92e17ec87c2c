import { markup, type Markup } from '../core/markup.ts';
import type { Dictionary } from '../i18n/dictionary.ts';
import type { DateView } from '../views/context.ts';
import type { MastheadView } from '../views/masthead.ts';
import { renderName, renderSections, renderTools } from './masthead.ts';

/** Renders the masthead of the front page, with the edition's date. Its name is the page's heading. */
export function renderFrontMasthead(view: MastheadView, words: Dictionary, edition: DateView | undefined): Markup {
  const date =
    edition && markup`<p class="masthead-date label"><time datetime="${edition.machine}">${edition.text}</time></p>`;
  return markup`<header class="masthead is-front"><h1 class="masthead-name">${renderName(view)}</h1>${date}<p class="masthead-motto label">${view.motto}</p>${renderTools(view, words)}${renderSections(view, words, '')}</header>`;
}
