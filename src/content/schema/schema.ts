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
  languageTag,
  localImage,
  oldAddresses,
  placeCode,
  plainText,
  position,
  unique,
  webAddress,
} from './schema-fields.ts';

/** The settings that the schemas depend on. */
export interface SchemaOptions {
  /** IANA time zone in which a bare date is midnight. */
  readonly timeZone: string;
  /** BCP 47 tag of stories that name no language. */
  readonly language: string;
}

/** The content contract (DESIGN.md §2): one strict schema for each kind of file. */
export type Schemas = ReturnType<typeof createSchemas>;

/** Makes the schemas of a site. Parsing gives the checked value, or zod issues that `toContentIssue` explains. */
export function createSchemas({ timeZone, language }: SchemaOptions) {
  const timestamp = createTimestamp(timeZone, language);

  /** The front matter of a story. */
  const article = z.strictObject({
    title: plainText({ max: limits.titleLength }).describe('The headline: plain text.'),
    summary: plainText({ max: limits.summaryMost }).describe('The standfirst: one or two sentences of plain text.'),
    kind: z.enum(articleKinds).default('report').describe('What a reader may expect of the story.'),
    published: timestamp.describe('When readers may see it; ahead of now it is under embargo.'),
    updated: timestamp.optional().describe('When it was last changed for its readers.'),
    dateline: z
      .strictObject({
        place: plainText({ max: 80 }).describe('The name of the city alone.'),
        region: placeCode.describe('The two letters of its country.'),
        at: position.optional(),
      })
      .optional()
      .describe('Where it was filed, which is not the same as what it is about.'),
    topic: id.describe('One id of topics.yaml.'),
    regions: z
      .array(placeCode)
      .min(1)
      .max(limits.entries.some)
      .check(unique)
      .meta(asSet)
      .describe('The places it is about, the main one first.'),
    tags: z
      .array(plainText({ max: 60 }))
      .max(limits.entries.few)
      .default([])
      .describe('Free words; spellings of one tag share a page.'),
    storylines: z
      .array(id)
      .max(limits.entries.few)
      .check(unique)
      .meta(asSet)
      .default([])
      .describe('Ids of storylines: files of storylines/.'),
    authors: z.array(id).min(1).max(limits.entries.few).check(unique).meta(asSet).describe('Ids of authors.yaml.'),
    credit: plainText({ max: 120 }).optional().describe('An agency line: With inputs from agencies.'),
    keyPoints: z
      .array(plainText({ max: 240 }))
      .max(5)
      .default([])
      .describe('Up to five sentences; each leads to the paragraph that says most of it.'),
    sources: z
      .array(
        z.strictObject({
          title: plainText({ max: 300 }),
          publisher: plainText({ max: 120 }),
          type: z
            .enum(sourceTypes)
            .optional()
            .describe('A body’s own text, an agency’s report or a work of reference.'),
          url: webAddress.optional(),
          published: timestamp.optional(),
        }),
      )
      .max(limits.entries.some)
      .default([])
      .describe('Who says so.'),
    corrections: z
      .array(
        z.strictObject({
          kind: z.enum(correctionKinds),
          date: timestamp,
          text: plainText({ max: 1000 }).describe('What was wrong and what is right.'),
        }),
      )
      .max(limits.entries.some)
      .default([])
      .describe('What was changed since; readers see all of them.'),
    image: z
      .strictObject({
        src: localImage,
        alt: plainText({ max: 400 }).describe('What it shows, for those who cannot see it.'),
        credit: plainText({ max: 120 }).describe('Who made it.'),
        caption: plainText({ max: 400 }).describe('What it shows, for everybody.'),
      })
      .optional()
      .describe('A picture that lies beside the story.'),
    status: z
      .enum(articleStatuses)
      .default('published')
      .describe('A draft is shown to nobody; of a withdrawn story a notice is left.'),
    expires: timestamp.optional().describe('From when on readers do not see it any more.'),
    aliases: oldAddresses.default([]).describe('Old addresses that lead here.'),
    lang: languageTag.default(language).describe('The language it is written in.'),
  }) satisfies z.ZodType<Omit<Article, 'id' | 'file' | 'textHash' | 'media'>>;

  /** The front matter of a storyline. */
  const storyline = z.strictObject({
    title: plainText({ max: limits.titleLength }).describe('What the continuing story is called.'),
    summary: plainText({ max: limits.summaryMost }).describe('The standfirst: one or two sentences of plain text.'),
    milestones: z
      .array(
        z.strictObject({
          date: timestamp,
          text: plainText({ max: 240 }),
          article: articleId
            .optional()
            .describe('The story that tells it: the path of its file below articles/, without .md.'),
          source: z.strictObject({ publisher: plainText({ max: 120 }), url: webAddress.optional() }).optional(),
        }),
      )
      .max(limits.entries.many)
      .default([])
      .describe('Its steps, written by hand.'),
    aliases: oldAddresses.optional().describe('Old addresses that lead here.'),
  }) satisfies z.ZodType<Omit<Storyline, 'id' | 'file' | 'textHash'>>;

  return { article, storyline, topics, authors, places, front, page };
}

const topics = z.record(
  z.string(),
  z.strictObject({
    title: plainText({ max: 60 }),
    description: plainText({ max: 300 }),
    mediaTopic: z
      .string()
      .regex(/^\d{8}$/u, 'A Media Topics code has eight digits.')
      .meta({ type: ['string', 'integer'], description: 'IPTC Media Topics code, eight digits.' })
      .optional(),
    aliases: oldAddresses.optional().describe('Old addresses that lead here.'),
  }),
) satisfies z.ZodType<Record<string, Omit<Topic, 'id'>>>;

const authors = z.record(
  z.string(),
  z.strictObject({
    name: plainText({ max: 80 }),
    type: z.enum(['person', 'desk']).default('person').describe('A desk is an organisation.'),
    role: plainText({ max: 120 }).optional(),
    basedIn: plainText({ max: 80 }).optional(),
    languages: z.array(z.string()).max(limits.entries.few).default([]).describe('BCP 47 tags.'),
    bio: plainText({ max: 1000 }).optional(),
    aliases: oldAddresses.optional().describe('Old addresses that lead here.'),
  }),
) satisfies z.ZodType<Record<string, Omit<Author, 'id'>>>;

const places = z.strictObject({
  names: z.record(z.string(), plainText({ max: 80 })).default({}),
  groups: z
    .record(
      z.string(),
      z.strictObject({ title: plainText({ max: 80 }), members: z.array(placeCode).min(1).max(limits.entries.many) }),
    )
    .default({}),
  beyond: z.record(z.string(), z.strictObject({ title: plainText({ max: 80 }) })).default({}),
  aliases: z.record(z.string(), placeCode).default({}),
}) satisfies z.ZodType<PlacesConfig>;

const front = z.strictObject({
  lead: articleId.optional(),
  seconds: z.array(articleId).max(5).check(unique).default([]),
}) satisfies z.ZodType<FrontChoice>;

const page = z.strictObject({
  title: plainText({ max: limits.titleLength }),
  summary: plainText({ max: limits.summaryMost }),
  aliases: oldAddresses.optional().describe('Old addresses that lead here.'),
}) satisfies z.ZodType<Omit<StandingPage, 'id' | 'file' | 'textHash'>>;
