import { markup, type Markup } from '../core/markup.ts';
import type { Dictionary } from '../i18n/dictionary.ts';
import type { DateView } from '../views/context.ts';
import type { MastheadView } from '../views/masthead.ts';
import { renderSectionList } from './section-list.ts';

/** Renders the masthead of every page but the front page. */
export function renderMasthead(view: MastheadView, words: Dictionary): Markup {
  return markup`<header class="masthead"><p class="masthead-name"><a href="${view.home}">${view.name}</a></p>${renderSections(view, words)}</header>`;
}

/** Renders the masthead of the front page, with the edition's date. Its name is the page's heading. */
export function renderFrontMasthead(view: MastheadView, words: Dictionary, edition: DateView | undefined): Markup {
  const date =
    edition && markup`<p class="masthead-date label"><time datetime="${edition.machine}">${edition.text}</time></p>`;
  return markup`<header class="masthead is-front"><h1 class="masthead-name">${view.name}</h1>${date}<p class="masthead-motto label">${view.motto}</p>${renderSections(view, words)}</header>`;
}

function renderSections({ sections, search }: MastheadView, words: Dictionary): Markup {
  const settings = markup`<button class="settings-button needs-script" type="button" popovertarget="reading-settings"><span aria-hidden="true" lang="en">Aa</span><span class="sr-only">${words.readingSettings}</span></button>`;
  return markup`<nav class="label" aria-label="${words.sections}">${renderSectionList(sections)}<a class="search-link" href="${search.href}">${search.text}</a>${settings}</nav>`;
}
