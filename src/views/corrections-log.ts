import type { Article } from '../news/article.ts';
import { listNotices } from '../news/notices.ts';
import { paths, toArticlePath, toListingPath, toPagePath, toYearPath } from '../news/urls.ts';
import type { Context, DateView, Link } from './context.ts';
import { buildCorrections, type CorrectionView } from './correction.ts';
import { buildHead, type HeadView } from './head.ts';
import { getLanguage, toStoryLink, type LanguageView, type StoryLink } from './language.ts';

/** The notices of a story. */
interface NoticesView {
  /** The story by its headline. A withdrawn one no longer has any. */
  readonly link: StoryLink;
  /** The language of its notices. */
  readonly language: LanguageView;
  readonly published: DateView;
  readonly corrections: readonly CorrectionView[];
}

/** One page of the corrections log, or a month of the archive that has only notices. */
export interface CorrectionsView {
  readonly head: HeadView;
  readonly title: string;
  /** Empty for a month. */
  readonly intro: string;
  readonly breadcrumb?: readonly Link[] | undefined;
  readonly stories: readonly NoticesView[];
  readonly newer?: string | undefined;
  readonly older?: string | undefined;
}

/** Counts the pages of the corrections log. */
export function countCorrectionPages({ edition, site }: Context): number {
  return Math.max(1, Math.ceil(edition.corrected.length / site.pageSize));
}

/** Builds a page of the corrections log, the story with the latest notice first. */
export function buildCorrectionsLog(context: Context, page: number): CorrectionsView {
  const { edition, addresses, words, site } = context;
  const { corrections: title, correctionsIntro: intro } = words;
  return {
    head: buildHead(context, { title, description: intro, path: toPagePath(paths.corrections, page) }),
    title,
    intro,
    stories: edition.corrected
      .slice((page - 1) * site.pageSize, page * site.pageSize)
      .map((article) => buildNotices(context, article)),
    newer: page > 1 ? addresses.href(toPagePath(paths.corrections, page - 1)) : undefined,
    older: page < countCorrectionPages(context) ? addresses.href(toPagePath(paths.corrections, page + 1)) : undefined,
  };
}

/** Builds a month of the archive whose stories have all been withdrawn. */
export function buildNoticeMonth(context: Context, id: string): CorrectionsView {
  const { edition, addresses, words, dates } = context;
  const title = toMonthName(context, id);
  const [year = ''] = id.split('/');
  const path = toListingPath({ kind: 'month', id });
  return {
    head: buildHead(context, { title, description: words.storiesAbout(title), path, isIndexed: false }),
    title,
    intro: '',
    breadcrumb: [{ text: words.archiveOf(dates.year(year)), href: addresses.href(toYearPath(year)) }],
    stories: edition.withdrawn
      .filter((article) => article.id.startsWith(`${id}/`))
      .map((article) => buildNotices(context, article)),
  };
}

/** Returns the name of a month of the archive by its id: `November 2024`. */
export function toMonthName({ dates }: Context, id: string): string {
  const [year = 0, month = 0] = id.split('/').map(Number);
  return dates.month(Date.UTC(year, month - 1, 15));
}

function buildNotices(context: Context, article: Article): NoticesView {
  const { addresses, words, dates } = context;
  const href = addresses.href(toArticlePath(article.id));
  return {
    link: article.status === 'withdrawn' ? { text: words.withdrawnTitle, href } : toStoryLink(context, article),
    language: getLanguage(context, article),
    published: { text: dates.day(article.published.epochMs), machine: dates.machine(article.published) },
    corrections: buildCorrections(context, listNotices(article)),
  };
}
