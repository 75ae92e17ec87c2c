import { createDateFormat } from '../../src/core/dates.ts';
import { getDictionary } from '../../src/i18n/dictionary.ts';
import { buildEdition } from '../../src/news/edition.ts';
import type { Newsroom } from '../../src/news/newsroom.ts';
import { createAddresses } from '../../src/news/urls.ts';
import { site } from './make-site.ts';
import type { Context } from '../../src/views/context.ts';
import { makeNewsroom } from './make-newsroom.ts';

/** Makes the context from which views are built: an English newsroom under a base path, on 15 November 2024 at noon. */
export function makeContext(partial: Partial<Newsroom> = {}): Context {
  const url = 'https://host.example/news/';
  const nowMs = Date.parse('2024-11-15T12:00Z');
  return {
    site: { ...site, url, language: 'en', locale: 'en-GB' },
    edition: buildEdition(makeNewsroom(partial), { nowMs, language: 'en', timeZone: 'UTC' }),
    addresses: createAddresses(url),
    words: getDictionary('en'),
    dates: createDateFormat('en-GB', 'UTC'),
  };
}
