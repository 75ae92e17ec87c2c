import { memoize } from '../core/memo.ts';
import type { Context } from './context.ts';
import { buildMasthead, type MastheadView } from './masthead.ts';

/**
 * The frame of every page: the masthead and the footer, and the settings and words of the site. It holds nothing else
 * of the edition.
 */
export interface PageFrame extends Pick<Context, 'site' | 'words' | 'addresses'> {
  /** As in the context. */
  readonly problems: Context['problems'];
  readonly masthead: MastheadView;
  /** Names of places by their codes, for maps. */
  readonly placeNames: ReadonlyMap<string, string>;
}

/** Returns the names of an edition's places by their codes. */
export const getPlaceNames: (context: Context) => ReadonlyMap<string, string> = memoize(
  ({ edition }) => new Map([...edition.gazetteer.byCode.values()].map(({ code, title }) => [code, title])),
  1,
);

/** Builds the frame of all pages of a build. */
export const buildPageFrame: (context: Context) => PageFrame = memoize((context) => {
  const { site, words, addresses, problems } = context;
  return { site, words, addresses, problems, masthead: buildMasthead(context), placeNames: getPlaceNames(context) };
}, 1);
