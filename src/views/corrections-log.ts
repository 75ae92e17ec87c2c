import { paths, toPagePath } from '../news/urls.ts';
import type { Context, DateView } from './context.ts';
import { buildCorrection, type CorrectionView } from './correction.ts';
import { buildHead, type HeadView } from './head.ts';
import { toStoryLink, type StoryLink } from './language.ts';

/** One page of the corrections log. */
export interface CorrectionsView {
  readonly head: HeadView;
  readonly stories: readonly {
    /** The story, by its headline. */
    readonly link: StoryLink;
    readonly published: DateView;
    readonly corrections: readonly CorrectionView[];
  }[];
  readonly newer?: string | undefined;
  readonly older?: string | undefined;
}

/** Counts the pages of the corrections log. */
export function countCorrectionPages({ edition, site }: Context): number {
  return Math.max(1, Math.ceil(edition.corrected.length / site.pageSize));
}

/** Builds a page of the corrections log, the latest corrected story first. */
export function buildCorrections(context: Context, page: number): CorrectionsView {
  const { edition, addresses, words, dates, site } = context;
  return {
    head: buildHead(context, {
      title: words.corrections,
      description: words.correctionsIntro,
      path: toPagePath(paths.corrections, page),
    }),
    stories: edition.corrected.slice((page - 1) * site.pageSize, page * site.pageSize).map((article) => ({
      link: toStoryLink(context, article),
      published: { text: dates.day(article.published.epochMs), machine: dates.machine(article.published) },
      corrections: article.corrections.map((correction) => buildCorrection(context, correction)),
    })),
    newer: page > 1 ? addresses.href(toPagePath(paths.corrections, page - 1)) : undefined,
    older: page < countCorrectionPages(context) ? addresses.href(toPagePath(paths.corrections, page + 1)) : undefined,
  };
}
