import { siteCardPath, toCardPath } from '../../news/urls.ts';
import { buildCard, buildSiteCard, type CardView } from '../../views/card.ts';
import { getOwnPicture } from '../../views/shared-picture.ts';
import { describePlaces, describeStories } from './inputs.ts';
import type { PageKind } from './page-kind.ts';

/**
 * The site's card, whose subject is undefined, and those of stories without their own picture. The press draws them.
 */
export const cardFiles: PageKind<string | undefined, CardView> = {
  list: (context) => {
    const { site, edition } = context;
    if (!site.hasCards) return [];
    return [undefined, ...edition.articles.filter((article) => !getOwnPicture(context, article)).map(({ id }) => id)];
  },
  toPath: (id) => (id === undefined ? siteCardPath : toCardPath(id)),
  getInputs: (context, id) => {
    const article = id === undefined ? undefined : context.edition.byId.get(id);
    return article && [describeStories(context, [article]), describePlaces(context)];
  },
  shows: (_context, id, article) => id === article.id,
  isApart: (_context, id, { ids }) => id === undefined || !ids.has(id),
  build: (context, id) => {
    const article = id === undefined ? undefined : context.edition.byId.get(id);
    return article ? buildCard(context, article) : buildSiteCard(context);
  },
};
