import { z } from 'zod';
import { datelineMeanings } from '../../news/article.ts';
import { limits } from '../text/limits.ts';
import { languageTag, plainText } from './schema-fields.ts';
import { choicesShape } from './site-choices.ts';
import { contactAddress, fontName, onOrOff, siteAddress, timeZoneName, toSetting, wholeNumber } from './site-fields.ts';

/** The settings of a newsroom that sets none. */
export const siteDefaults = {
  name: 'Gazetteer',
  motto: 'News you can place',
  description: 'An open news archive that says with every story where it happened, who says so and what was corrected.',
  language: 'en',
  locale: 'en-GB',
  timeZone: 'UTC',
  pageSize: 30,
  feedSize: 20,
  datelines: 'filed',
  indexPartSize: 5000,
  features: { cards: true, offline: true, packed: false },
} as const;

const { features } = siteDefaults;

/**
 * The settings in `site.yaml`, all optional: the newsroom's identity and what its site offers. A key that is present
 * must have a value.
 */
export const siteSchema = z.strictObject({
  name: toSetting(plainText({ max: 120 }), 'The name of the paper.', siteDefaults.name),
  motto: toSetting(plainText({ max: 200 }), 'A few words below the name.', siteDefaults.motto),
  description: toSetting(
    plainText({ max: limits.summaryMost }),
    'The paper in a sentence, for search engines and feeds.',
  ),
  address: toSetting(siteAddress, 'Where the site is published, with its base path: `https://example.org/news/`.'),
  language: toSetting(
    languageTag,
    'The language of the interface, and of stories without `lang`: a BCP 47 tag.',
    siteDefaults.language,
  ),
  locale: toSetting(
    languageTag,
    'How dates, numbers and lists are written: a BCP 47 tag of the same language.',
    siteDefaults.locale,
  ),
  timeZone: toSetting(
    timeZoneName,
    'Decides which day a story was published on: an IANA name, such as `Europe/Bucharest`.',
    siteDefaults.timeZone,
  ),
  securityContact: toSetting(contactAddress, 'Contact for reporting security vulnerabilities, for `security.txt`.'),
  pageSize: toSetting(wholeNumber(1, 500), 'Stories on one page of a listing.', siteDefaults.pageSize),
  feedSize: toSetting(wholeNumber(1, 500), 'Stories in one feed.', siteDefaults.feedSize),
  indexPartSize: toSetting(
    wholeNumber(1, 1_000_000),
    'Stories in one part of the search index. It limits the memory that a build needs and the first download of a search.',
    siteDefaults.indexPartSize,
  ),
  datelines: toSetting(
    z.enum(datelineMeanings),
    'The place of a dateline: where the story was filed, or where the event took place.',
    siteDefaults.datelines,
  ),
  features: toSetting(
    z.strictObject({
      cards: toSetting(
        onOrOff,
        'A story without a picture gets a card: the picture shown when the story is shared.',
        features.cards,
      ),
      offline: toSetting(onOrOff, 'Readers can reopen pages they have read without a network.', features.offline),
      packed: toSetting(
        onOrOff,
        'Every text file gets a compressed copy (`.br`, `.gz`), for a server of your own.',
        features.packed,
      ),
    }),
    'What the site offers.',
  ),
  fonts: toSetting(
    z.strictObject({
      text: toSetting(fontName, 'The face of texts.'),
      display: toSetting(fontName, 'The face of headlines and bold words.'),
      italic: toSetting(
        fontName,
        'The face of emphasis in texts. Without it, that of the package of `text`, or slanted text.',
      ),
    }),
    'Fonts: files in `theme/fonts/`, or `@fontsource` packages of the newsroom.',
  ),
  ...choicesShape,
});

/** The settings that a newsroom has written. */
export type SiteFile = z.output<typeof siteSchema>;
