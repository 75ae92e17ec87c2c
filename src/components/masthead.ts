import { markup, toAttributes, type Markup } from '../core/markup.ts';
import type { Dictionary } from '../i18n/dictionary.ts';
import type { Link } from '../views/context.ts';
import type { MastheadView } from '../views/masthead.ts';

/**
 * Renders the masthead of every page but the front page.
 *
 * @param current the address of the section that is marked; one that is no section marks none
 */
export function renderMasthead(view: MastheadView, words: Dictionary, current: string): Markup {
  return markup`<header class="masthead"><p class="masthead-name"><a href="${view.home}">${renderName(view)}</a></p>${renderTools(view, words)}${renderSections(view, words, current)}</header>`;
}

/** Renders the paper's name: its letters, or drawings of it, of which a reader sees the one for the look of the page. */
export function renderName({ name, logos }: MastheadView): Markup {
  if (logos.length === 0) return markup`${name}`;
  const images = logos.map(({ src, width, height, isDark }, index) => {
    const mark = toAttributes({ class: isDark ? 'is-dark' : undefined, loading: index > 0 ? 'lazy' : undefined });
    return markup`<img${mark} src="${src}" width="${width}" height="${height}" alt="${name}">`;
  });
  return markup`${images}`;
}

/** Renders the search, a field where there is room and else a link to the field of the search page, and the settings. */
export function renderTools({ search, searchOrder }: MastheadView, words: Dictionary): Markup {
  const field = markup`<form class="masthead-search" action="${search.href}"><input name="q" type="search" aria-label="${words.searchLabel}" placeholder="${search.text}" enterkeyhint="search">${
    searchOrder !== undefined && markup`<input name="sort" type="hidden" value="${searchOrder}">`
  }</form>`;
  const link = markup`<a class="search-link" href="${search.href}#q">${search.text}</a>`;
  const settings = markup`<button class="settings-button needs-script" type="button" popovertarget="reading-settings"><span aria-hidden="true" lang="en">Aa</span><span class="sr-only">${words.readingSettings}</span></button>`;
  return markup`<div class="masthead-tools label">${field}${link}${settings}</div>`;
}

/** Renders the sections of the paper, and marks the one with an address. */
export function renderSections({ sections }: MastheadView, words: Dictionary, current: string): Markup {
  const items = sections.map((link) => markup`<li>${renderSection(link, current)}</li>`);
  return markup`<nav class="label" aria-label="${words.sections}"><ul class="sections" role="list">${items}</ul></nav>`;
}

function renderSection({ href, text }: Link, current: string): Markup {
  const mark = toAttributes({ href, 'aria-current': href === current ? 'true' : undefined });
  return markup`<a${mark}>${text}</a>`;
}
