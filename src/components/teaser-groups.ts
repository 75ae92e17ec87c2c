import { markup, type Markup } from '../core/markup.ts';
import type { ListingView } from '../views/listing.ts';
import { renderTeasers } from './teaser.ts';

/**
 * Renders the stories of a listing under their days or months.
 *
 * @param hasTopic false if all of them have the same topic
 */
export function renderTeaserGroups({ groups, showsDays }: ListingView, hasTopic: boolean): Markup {
  return markup`${groups.map(({ heading, teasers }) => {
    const date = markup`<time datetime="${heading.machine}">${heading.text}</time>`;
    const list = renderTeasers(teasers, { hasDate: showsDays, hasTopic });
    return markup`<section class="group"><h2>${date}</h2><div class="teasers">${list}</div></section>`;
  })}`;
}
