import { z } from 'zod';
import { articleKinds, articleStatuses, sourceTypes, type Article } from '../../news/article.ts';
import type { Author } from '../../news/author.ts';
import { correctionKinds } from '../../news/correction.ts';
import type { FrontChoice, StandingPage } from '../../news/newsroom.ts';
import type { PlacesConfig } from '../../news/region.ts';
import type { Storyline } from '../../news/storyline.ts';
import type { Topic } from '../../news/topic.ts';
import { limits } from '../text/limits.ts';
import {
  articleId,
  asSet,
  createTimestamp,
  id,
  keyPoint,
  languageTag,
  localImage,
  oldAddresses,
  placeCode,
  plainText,
  position,
  sourceId,
  unique,
  webAddress,
} from './schema-fields.ts';
import { contactAddress } from './site-fields.ts';
import { siteSchema } from './site-schema.ts';

/** The settings that the schemas depend on. */
export interface SchemaOptions {
  /** IANA time zone in which a bare date is midnight. */
  readonly timeZone: string;
  /** BCP 47 tag of stories that name no language. */
  readonly language: string;
}

/** The content contract: one strict schema for each kind of file. */
export type Schemas = ReturnType<typeof createSchemas>;

/** Creates the schemas of a site. Parsing returns the checked value, or zod issues that `toContentIssue` explains. */
export function createSchemas({ timeZone, language }: SchemaOptions) {
  const timestamp = createTimestamp(timeZone, language);

  /** The front matter of a story. */
  const article = z.strictObject({
    title: plainText({ max: limits.titleLength }).describe(
      'The headline, in plain text. More than 110 characters give a warning.',
    ),
    summary: plainText({ max: limits.summaryMost }).describe(
      'The standfirst: one or two sentences of plain text. Fewer than 40 or more than 300 characters give a warning.',
    ),
    kind: z.enum(articleKinds).default('report').describe('What kind of story it is.'),
    published: timestamp.describe(
      'ISO 8601 with a UTC offset. A date alone means midnight in the site’s time zone. A time in the future is an embargo.',
    ),
    updated: timestamp.optional().describe('When the story last changed for readers; not before `published`.'),
    dateline: z
      .strictObject({
        place: plainText({ max: 80 }).describe('The name of the city only.'),
        region: placeCode.describe('The two-letter code of its country.'),
        at: position
          .optional()
          .describe('Latitude, then longitude, in degrees. Required unless the place is a known city in the country.'),
      })
      .optional()
      .describe('Where the story was filed, or where the event took place: `datelines` in site.yaml says which.'),
    places: z
      .array(
        z.strictObject({
          name: plainText({ max: 80 }).describe('Its name.'),
          region: placeCode.describe('The two-letter code of its country.'),
          at: position
            .optional()
            .describe(
              'Latitude, then longitude, in degrees. Required unless the place is a known city in the country.',
            ),
        }),
      )
      .max(12)
      .default([])
      .describe('Where it happened: places that its map marks with their names.'),
    topic: id.describe('An id from topics.yaml.'),
    regions: z
      .array(placeCode)
      .min(1)
      .max(limits.entries.some)
      .check(unique)
      .meta(asSet)
      .describe(
        'The places it is about, the main one first: `RO` (ISO 3166-1), `142` (UN M49) or an id from places.yaml.',
      ),
    tags: z
      .array(plainText({ max: 60 }))
      .max(limits.entries.few)
      .default([])
      .describe('Keywords of your choice. Different spellings of one tag share a page.'),
    storylines: z
      .array(id)
      .max(limits.entries.few)
      .check(unique)
      .meta(asSet)
      .default([])
      .describe('Ids of storylines: names of files in storylines/, without .md.'),
    authors: z.array(id).min(1).max(limits.entries.few).check(unique).meta(asSet).describe('Ids from authors.yaml.'),
    credit: plainText({ max: 120 }).optional().describe('An agency line, such as “With inputs from agencies”.'),
    keyPoints: z
      .array(keyPoint)
      .max(5)
      .default([])
      .describe(
        'Sentences that sum up the story. Each links to the paragraph that says most of it, or to the one named.',
      ),
    sources: z
      .array(
        z.strictObject({
          id: sourceId
            .optional()
            .describe('Its name in source marks: `met` for `[@met]`. `[@2]` is the second source.'),
          title: plainText({ max: 300 }).describe('Its headline or title.'),
          publisher: plainText({ max: 120 }).describe('Who published it.'),
          type: z
            .enum(sourceTypes)
            .optional()
            .describe('An institution’s own text, an agency’s report or a work of reference.'),
          url: webAddress.optional(),
          published: timestamp.optional().describe('When it was published.'),
        }),
      )
      .max(limits.entries.some)
      .default([])
      .describe('Where the facts of the story come from.'),
    corrections: z
      .array(
        z.strictObject({
          kind: z.enum(correctionKinds).describe('A correction also appears above the text.'),
          date: timestamp.describe('Not before `published`.'),
          text: plainText({ max: 1000 }).describe('What was wrong and what is right.'),
        }),
      )
      .max(limits.entries.some)
      .default([])
      .describe('What has changed since publication. Readers see every entry.'),
    image: z
      .strictObject({
        src: localImage.describe('The name of a file in the story’s folder.'),
        alt: plainText({ max: 400 }).describe('What it shows, for readers who cannot see it.'),
        credit: plainText({ max: 120 }).describe('Who made it.'),
        caption: plainText({ max: 400 }).describe('The caption that all readers see.'),
      })
      .optional()
      .describe('A picture from the story’s folder.'),
    status: z
      .enum(articleStatuses)
      .default('published')
      .describe('A draft is hidden from readers. A withdrawn story leaves a notice; `withdrawn` says why.'),
    withdrawn: z
      .strictObject({
        date: timestamp.describe('When it was withdrawn; not before `published`.'),
        reason: plainText({ max: 1000 }).describe('Why: readers see it in place of the story.'),
      })
      .optional()
      .describe('Withdraws the story: its address says when and why, as do the corrections log and its feed.'),
    expires: timestamp.optional().describe('When the story is taken down; later than `published`.'),
    aliases: oldAddresses.default([]).describe('Old addresses that redirect here: `/old/address/`.'),
    lang: languageTag.default(language).describe('The language it is written in, if it is not the site’s.'),
  }) satisfies z.ZodType<Omit<Article, 'id' | 'file' | 'textHash' | 'wordCount' | 'media'>>;

  /** The front matter of a storyline. */
  const storyline = z.strictObject({
    title: plainText({ max: limits.titleLength }).describe('The name of the continuing story.'),
    summary: plainText({ max: limits.summaryMost }).describe('The standfirst: one or two sentences of plain text.'),
    milestones: z
      .array(
        z.strictObject({
          date: timestamp.describe('When it happened.'),
          text: plainText({ max: 240 }).describe('What happened.'),
          article: articleId.optional().describe('The story about it: the path of its file in articles/, without .md.'),
          source: z
            .strictObject({
              publisher: plainText({ max: 120 }).describe('Who published it.'),
              url: webAddress.optional(),
            })
            .optional()
            .describe('Where this was reported, if not in a story on this site.'),
        }),
      )
      .max(limits.entries.many)
      .default([])
      .describe('The steps of the story so far.'),
    aliases: oldAddresses.optional().describe('Old addresses that redirect here: `/old/address/`.'),
  }) satisfies z.ZodType<Omit<Storyline, 'id' | 'file' | 'textHash'>>;

  return { article, storyline, topics, authors, places, front, page, site: siteSchema };
}

const topics = z.record(
  z.string(),
  z.strictObject({
    title: plainText({ max: 60 }).describe('Its name.'),
    description: plainText({ max: 300 }).describe('What its stories are about.'),
    mediaTopic: z
      .string()
      .regex(/^\d{8}$/u, 'A Media Topics code has eight digits.')
      .meta({ type: ['string', 'integer'], description: 'IPTC Media Topics code, eight digits.' })
      .optional(),
    aliases: oldAddresses.optional().describe('Old addresses that redirect here: `/old/address/`.'),
  }),
) satisfies z.ZodType<Record<string, Omit<Topic, 'id'>>>;

const authors = z.record(
  z.string(),
  z.strictObject({
    name: plainText({ max: 80 }).describe('The name in the byline.'),
    type: z.enum(['person', 'desk']).default('person').describe('A desk is an organisation.'),
    role: plainText({ max: 120 }).optional().describe('What the author does for the newsroom.'),
    basedIn: plainText({ max: 80 }).optional().describe('Where the author works.'),
    languages: z
      .array(z.string())
      .max(limits.entries.few)
      .default([])
      .describe('BCP 47 tags of the languages that the author works in.'),
    bio: plainText({ max: 1000 }).optional().describe('A few sentences of plain text.'),
    contact: contactAddress
      .optional()
      .describe('How readers reach the author: a `mailto:`, `https:` or `tel:` address.'),
    aliases: oldAddresses.optional().describe('Old addresses that redirect here: `/old/address/`.'),
  }),
) satisfies z.ZodType<Record<string, Omit<Author, 'id'>>>;

const places = z.strictObject({
  names: z
    .record(z.string(), plainText({ max: 80 }))
    .default({})
    .describe('Names to use instead of those in the Unicode CLDR, by code.'),
  groups: z
    .record(
      z.string(),
      z.strictObject({
        title: plainText({ max: 80 }).describe('Its name.'),
        members: z.array(placeCode).min(1).max(limits.entries.many).describe('Codes of countries or regions.'),
      }),
    )
    .default({})
    .describe('Groups of places; each has a page of its own.'),
  beyond: z
    .record(z.string(), z.strictObject({ title: plainText({ max: 80 }).describe('Its name.') }))
    .default({})
    .describe('Places that are not on Earth; they have no map.'),
  aliases: z.record(z.string(), placeCode).default({}).describe('More addresses for places: `persia: IR`.'),
}) satisfies z.ZodType<PlacesConfig>;

const front = z.strictObject({
  lead: articleId.optional().describe('The lead story: the path of its file in articles/, without .md.'),
  seconds: z.array(articleId).max(5).check(unique).default([]).describe('The stories next to it, in order.'),
}) satisfies z.ZodType<FrontChoice>;

const page = z.strictObject({
  title: plainText({ max: limits.titleLength }).describe('The headline: plain text.'),
  summary: plainText({ max: limits.summaryMost }).describe(
    'What the page is about: one or two sentences of plain text.',
  ),
  aliases: oldAddresses.optional().describe('Old addresses that redirect here: `/old/address/`.'),
}) satisfies z.ZodType<Omit<StandingPage, 'id' | 'file' | 'textHash'>>;
