import { joinMarkup, markup, toAttributes, type Markup } from '../core/markup.ts';
import type { TeaserView } from '../views/teaser.ts';
import { renderKicker } from './kicker.ts';
import { parts, type TeaserOptions } from './parts.ts';

export type { TeaserOptions };

/** Renders a story's entry in a list. A page has up to thirty, so this is no Astro component, which takes ten times as long. */
export function renderTeaser(view: TeaserView, options: TeaserOptions = {}): Markup {
  return (parts.Teaser ?? renderOurTeaser)(view, options);
}

/** Renders our own form of it, for a newsroom that adds something to it. */
export function renderOurTeaser(view: TeaserView, options: TeaserOptions): Markup {
  const { rank = 3, isSmall = false, hasStandfirst = true, hasTopic = true } = options;
  const className = isSmall ? 'teaser is-small' : 'teaser';
  const language = toAttributes({ lang: view.lang, dir: view.dir });
  return markup`<article class="${className}">${[
    ...renderSign(view),
    renderKicker(view.kicker, hasTopic),
    markup`<h${rank}${language}><a href="${view.href}">${view.title}</a></h${rank}>`,
    ...(hasStandfirst ? [markup`<p class="standfirst"${language}>${view.summary}</p>`] : []),
    ...renderLine(view, options),
  ]}</article>`;
}

/** Renders the story's picture or, if it has none, the globe turned to its place. The headline says what they show. */
function renderSign({ picture, globe }: TeaserView): readonly Markup[] {
  if (picture) {
    const { src, srcset, width, height } = picture;
    return [
      markup`<img class="thumbnail" src="${src}" srcset="${srcset}" sizes="6rem" width="${width}" height="${height}" alt loading="lazy">`,
    ];
  }
  return globe === undefined ? [] : [markup`<img src="${globe}" alt loading="lazy">`];
}

/** Renders the last line: the date, the story's notices and the reason why it is shown. */
function renderLine({ published, notices }: TeaserView, { hasDate = true, reason }: TeaserOptions): readonly Markup[] {
  if (!hasDate && !reason && notices.length === 0) return [];
  const parts = [
    hasDate && markup`<time datetime="${published.machine}">${published.text}</time>`,
    ...notices.map((notice) => markup`<span class="notice-chip">${notice}</span>`),
    reason !== undefined && markup`<span>${reason}</span>`,
  ];
  return [markup`<p class="label dotted">${joinMarkup(parts)}</p>`];
}

/** Renders the entries of a list. */
export function renderTeasers(views: readonly TeaserView[], options?: TeaserOptions): Markup {
  return markup`${views.map((view) => renderTeaser(view, options))}`;
}
