import { joinMarkup, markup, type Markup } from '../core/markup.ts';
import type { KickerView } from '../views/teaser.ts';

/** Renders the line above a headline. */
export function renderKicker({ topic, place, kind }: KickerView, hasTopic = true): Markup {
  const className = hasTopic ? 'kicker' : 'kicker is-place';
  const parts = [
    hasTopic && markup`<a href="${topic.href}">${topic.text}</a>`,
    place && markup`<a href="${place.href}">${place.text}</a>`,
    kind !== undefined && markup`<span class="kicker-kind">${kind}</span>`,
  ];
  return markup`<p class="${className}">${joinMarkup(parts)}</p>`;
}
