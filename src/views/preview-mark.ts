import type { Article } from '../news/article.ts';
import type { Context } from './context.ts';

/** The mark of a story that readers cannot see, in a preview. */
export interface PreviewMarkView {
  /** `Under embargo`, as shown in lists. */
  readonly name: string;
  /** The reason why readers cannot see it, and until when, as shown on its page. */
  readonly notice: string;
}

/** Builds the mark of a story in a preview. Undefined for all other stories and editions. */
export function buildPreviewMark({ edition, words, dates }: Context, { id }: Article): PreviewMarkView | undefined {
  const hold = edition.holds.get(id);
  if (!hold || hold.reason === 'withdrawn') return undefined;
  const { reason, at } = hold;
  const notice = words.holdNotices[reason](at ? dates.moment(at) : '');
  return { name: words.holdNames[reason], notice };
}
