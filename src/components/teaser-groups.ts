import { markup, type Markup } from '../core/markup.ts';
import type { ListingView, TeaserGroupView } from '../views/listing.ts';
import { renderTeasers } from './teaser.ts';

/** The number of stories shown with their standfirst. */
const openStories = 5;

/**
 * Renders the stories of a listing under their days or months: the first ones with their standfirst, the others small and
 * in two columns where there is room.
 *
 * @param hasTopic false if all of them have the same topic
 */
export function renderTeaserGroups({ groups, showsDays }: ListingView, hasTopic: boolean): Markup {
  let shown = 0;
  return markup`${groups.map(({ heading, teasers }) => {
    const open = Math.max(0, openStories - shown);
    shown += teasers.length;
    const options = { hasDate: showsDays, hasTopic };
    const small = { ...options, isSmall: true, hasStandfirst: false };
    const [first, others] = [teasers.slice(0, open), teasers.slice(open)];
    return markup`<section class="group"><h2>${renderHeading(heading)}</h2><div>${[
      first.length > 0 && markup`<div class="teasers">${renderTeasers(first, options)}</div>`,
      others.length > 0 && markup`<div class="teasers is-dense">${renderTeasers(others, small)}</div>`,
    ].filter((part) => part !== false)}</div></section>`;
  })}`;
}

function renderHeading({ text, machine }: TeaserGroupView['heading']): Markup {
  return machine === undefined ? markup`${text}` : markup`<time datetime="${machine}">${text}</time>`;
}
