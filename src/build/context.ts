import { createBodies, type Bodies } from '../content/body.ts';
import { readNowMs } from '../content/clock.ts';
import { readEdition } from '../content/edition.ts';
import { createDateFormat } from '../core/dates.ts';
import { getDictionary } from '../i18n/dictionary.ts';
import { createAddresses } from '../news/urls.ts';
import { site } from '../site.config.ts';
import type { Context } from '../views/context.ts';

/** What pages are made of: the context of their views, and the texts. */
export interface Paper extends Context {
  readonly bodies: Bodies;
}

let paper: Promise<Paper> | undefined;

/** Gives the edition with all that pages need: built once per build, anew for each page of the authoring server. */
export function getPaper(): Promise<Paper> {
  if (import.meta.env.DEV) return openPaper();
  paper ??= openPaper();
  return paper;
}

async function openPaper(): Promise<Paper> {
  const words = getDictionary(site.language);
  const addresses = createAddresses(site.url);
  return {
    site,
    words,
    addresses,
    edition: await readEdition({ nowMs: readNowMs(), language: site.language, timeZone: site.timeZone }),
    dates: createDateFormat(site.locale, site.timeZone),
    bodies: createBodies({ contentDir: site.contentDir, addresses, words }),
  };
}
