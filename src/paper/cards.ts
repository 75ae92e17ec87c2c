import { memoize } from '../core/memo.ts';
import { siteCardPath, toCardPath } from '../news/urls.ts';
import { buildCard, buildSiteCard, type CardView } from '../views/card.ts';
import type { Context } from '../views/context.ts';
import { getOwnPicture } from '../views/shared-picture.ts';

/** Returns what builds each card of an edition, by its site path: the site's own, and that of each published story without a picture of its own. */
export const collectCards: (context: Context) => ReadonlyMap<string, () => CardView> = memoize((context) => {
  const { site, edition } = context;
  if (!site.hasCards) return new Map();
  return new Map([
    [siteCardPath, () => buildSiteCard(context)],
    ...edition.articles
      .filter((article) => !getOwnPicture(context, article))
      .map((article) => [toCardPath(article.id), () => buildCard(context, article)] as const),
  ]);
}, 1);
