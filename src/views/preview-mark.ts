import type { Article } from '../news/article.ts';
import type { Context } from './context.ts';

/** The mark of a story that readers do not see, in a preview; undefined for all other stories and editions. */
export interface PreviewMarkView {
  /** `Under embargo`: in lists. */
  readonly name: string;
  /** Why it is not seen, and until when: on its page. */
  readonly notice: string;
}

/** Builds the mark of a story in a preview. */
export function buildPreviewMark({ edition, words, dates }: Context, { id }: Article): PreviewMarkView | undefined {
  const hold = edition.holds.get(id);
  if (!hold || hold.reason === 'withdrawn') return undefined;
  const { reason, at } = hold;
  const notice = words.holdNotices[reason](at ? dates.moment(at) : '');
  return { name: words.holdNames[reason], notice };
}
