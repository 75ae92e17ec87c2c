import path from 'node:path';
import type { LocalSite } from '../../core/settings.ts';
import { describeLeftOutMoves } from '../../hosts/host-files.ts';
import { findNextChange, listWithheld } from '../../news/agenda.ts';
import { toPublishedSite } from '../../paper/kinds/host-texts.ts';
import { formatAddressNotice } from '../report/address-notice.ts';
import { formatNextBuild, formatWithheld, toDueInstant } from '../report/agenda-report.ts';
import type { Ending } from './ending.ts';
import type { Fingerprinted } from './prepare.ts';

/** Returns what a build of an edition says at its end. */
export function toEnding(site: LocalSite, { newsroom, context, keys }: Fingerprinted): Ending {
  const folder = path.relative('', site.contentDir) || '.';
  const { instantMs, articles } = context.edition;
  const next = findNextChange(newsroom.articles, instantMs);
  const notes = [
    formatWithheld(listWithheld(newsroom.articles, instantMs), folder, site.timeZone),
    formatNextBuild(next, folder),
    site.isPreview ? '' : formatAddressNotice(site.url),
    describeLeftOutMoves(toPublishedSite(context)),
  ].join('');
  return { stories: articles.length, pages: keys.size, notes, due: toDueInstant(next) };
}
