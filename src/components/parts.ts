import type { Markup } from '../core/markup.ts';
import type { Dictionary } from '../i18n/dictionary.ts';
import type { ArticleView } from '../views/article.ts';
import type { DateView } from '../views/context.ts';
import type { FrontView } from '../views/front.ts';
import type { MapView } from '../views/map.ts';
import type { MastheadView } from '../views/masthead.ts';
import type { NotFoundView, StandingPageView } from '../views/standing-page.ts';
import type { TeaserView } from '../views/teaser.ts';

/*
 * The parts of pages that a newsroom can replace, with their props. The props are a contract: the changelog names every
 * prop that a version removes.
 */

/** The name, the search, the reading settings and the sections, above every page. */
export interface MastheadProps {
  readonly view: MastheadView;
  readonly words: Dictionary;
  /** The address of the section that the page belongs to; empty if it belongs to none. */
  readonly current: string;
  /** Whether the page is the front page, whose heading is the paper's name. */
  readonly isFront: boolean;
  /** The edition's date, on the front page. */
  readonly edition?: DateView | undefined;
}

/** The links below every page, and who publishes the paper. */
export interface FooterProps {
  readonly view: MastheadView;
  readonly words: Dictionary;
}

/** Kicker, headline, standfirst, byline and dates of a story. */
export interface ArticleHeaderProps {
  readonly view: ArticleView;
  readonly words: Dictionary;
}

/** The map of a story with a picture, and its storylines. */
export interface ArticleAsideProps {
  readonly view: ArticleView;
  readonly map: MapView | undefined;
  readonly words: Dictionary;
}

/** Everything between masthead and footer of the front page. */
export interface FrontPageProps {
  readonly view: FrontView;
  /** The map of the lead story. */
  readonly map: MapView | undefined;
  readonly words: Dictionary;
}

/** A list without entries. */
export interface EmptyStateProps {
  readonly text: string;
}

/** Everything between masthead and footer at addresses that do not exist. */
export interface NotFoundProps {
  readonly view: NotFoundView;
  readonly words: Dictionary;
}

/** A page of the newsroom, with its text as HTML. */
export interface StandingPageProps {
  readonly view: StandingPageView;
  readonly html: string;
}

/** The parts and the look of a teaser. */
export interface TeaserOptions {
  /** The level of the headline on its page. */
  readonly rank?: 2 | 3;
  readonly isSmall?: boolean;
  readonly hasStandfirst?: boolean;
  /** False if a group heading shows the date. */
  readonly hasDate?: boolean;
  readonly hasTopic?: boolean;
  /** The reason why the story is shown. */
  readonly reason?: string | undefined;
}

/** An Astro component. */
export type Component<Props> = (props: Props) => HTMLElement;

/** The parts that a newsroom has replaced. */
export interface Parts {
  readonly Masthead?: Component<MastheadProps>;
  readonly Footer?: Component<FooterProps>;
  readonly ArticleHeader?: Component<ArticleHeaderProps>;
  readonly ArticleAside?: Component<ArticleAsideProps>;
  readonly FrontPage?: Component<FrontPageProps>;
  readonly EmptyState?: Component<EmptyStateProps>;
  readonly NotFound?: Component<NotFoundProps>;
  /** A function, since a page has up to thirty: an Astro component takes three times as long. */
  readonly Teaser?: (view: TeaserView, options: TeaserOptions) => Markup;
}

/** None. Where a newsroom has some, `astro/replace-parts.ts` writes another module in place of this one. */
export const parts: Parts = {};

/** Pages of the newsroom that have a component of their own, by their ids. */
export const ownPages: Readonly<Record<string, Component<StandingPageProps>>> = {};
