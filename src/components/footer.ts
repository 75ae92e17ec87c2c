import { markup, type Markup } from '../core/markup.ts';
import type { Dictionary } from '../i18n/dictionary.ts';
import type { Link } from '../views/context.ts';
import type { FooterGroup, MastheadView } from '../views/masthead.ts';
import { renderSectionList } from './section-list.ts';

/** Renders the footer of every page. */
export function renderFooter(view: MastheadView, words: Dictionary): Markup {
  const { name, motto, footer } = view;
  return markup`<footer class="footer label"><div><p class="footer-name">${name}</p><p>${motto}</p>${renderPublisher(view)}</div><nav aria-label="${words.footer}">${footer.map(renderGroup)}</nav></footer>`;
}

function renderGroup({ title, links }: FooterGroup): Markup {
  const list = renderSectionList(links);
  return title === undefined ? list : markup`<div class="footer-group"><h2>${title}</h2>${list}</div>`;
}

/** Renders what the newsroom says about itself: publisher, contacts, profiles and licence, each if there is one. */
function renderPublisher({ publisher, contacts, profiles, licence }: MastheadView): readonly Markup[] {
  const lines = [contacts.map((link) => renderLink(link)), profiles.map((link) => renderLink(link, 'me'))];
  return [
    ...(publisher === '' ? [] : [markup`<p>${publisher}</p>`]),
    ...lines.flatMap((links) => (links.length > 0 ? [markup`<ul class="sections" role="list">${links}</ul>`] : [])),
    ...(licence ? [markup`<p><a rel="license" href="${licence.href}">${licence.text}</a></p>`] : []),
  ];
}

function renderLink({ href, text }: Link, rel?: string): Markup {
  const mark = rel === undefined ? '' : markup` rel="${rel}"`;
  return markup`<li><a${mark} href="${href}">${text}</a></li>`;
}
