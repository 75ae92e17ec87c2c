import { z } from 'zod';
import { frontSections, searchOrders, textUses, type SiteChoices } from '../../core/site-choices.ts';
import { isLinkForm, linkForms } from '../../news/section-links.ts';
import { limits } from '../text/limits.ts';
import { plainText, unique, webAddress, type CustomParams } from './schema-fields.ts';
import { contactAddress, onOrOff, toField, toSetting, wholeNumber } from './site-fields.ts';

const target = toField({
  parse: (text) => (isLinkForm(text) ? text : undefined),
  noun: 'a part of the site or a web address',
  suggest: () => `Write one of ${linkForms}, or a full web address.`,
});

const [linkText, groupTitle] = [plainText({ max: 60 }), plainText({ max: 60 })];

/** A link, or only where it leads. */
const chosenLink = z
  .transform((value) => (typeof value === 'string' ? { to: value } : value))
  .pipe(
    z.strictObject({
      to: target.describe(`Where it leads: ${linkForms}, or a web address.`),
      text: z.exactOptional(linkText).describe('Its words, if not the usual ones.'),
    }),
  )
  .meta({
    type: ['string', 'object'],
    required: ['to'],
    additionalProperties: false,
    properties: {
      to: { type: 'string', description: `Where it leads: ${linkForms}, or a web address.` },
      text: { type: 'string', ...linkText.meta(), description: 'Its words, if not the usual ones.' },
    },
  });

const sectionName = z.enum(frontSections);

/** A section of the front page, or only its name. */
const frontSection = z
  .transform((value) => (typeof value === 'string' ? { section: value } : value))
  .pipe(
    z.strictObject({
      section: sectionName.describe('Which section.'),
      most: z.exactOptional(wholeNumber(1, 30)).describe('The number of its entries at most.'),
    }),
  )
  .meta({
    type: ['string', 'object'],
    required: ['section'],
    additionalProperties: false,
    properties: {
      section: { type: 'string', enum: [...frontSections], description: 'Which section.' },
      most: { type: 'integer', minimum: 1, maximum: 30, description: 'The number of its entries at most.' },
    },
  });

/** An account in the Fediverse. */
const account = toField({
  parse: (text) => (/^@[\w.-]+@[\w-]+(?:\.[\w-]+)+$/u.test(text) ? text : undefined),
  noun: 'an account in the Fediverse',
  suggest: () => 'Write name and server: `@paper@mastodon.example`.',
}).meta({ pattern: '^@[^@]+@[^@]+$' });

const email = toField({
  parse: (text) => (/^[^\s:@]+@[^\s:@]+\.[^\s:@]+$/u.test(text) ? text : undefined),
  noun: 'an e-mail address',
  suggest: () => 'Write it without `mailto:`: `office@example.org`.',
});

const phone = toField({
  parse: (text) => (/^\+[\d ()-]{5,24}$/u.test(text) ? text : undefined),
  noun: 'a telephone number',
  suggest: () => 'Write it with the code of the country: `+40 21 555 0123`.',
});

/** Names of `meta` elements that the program writes itself or that change how a page behaves. */
const ownMeta =
  /^(?:description|viewport|robots|googlebot|referrer|theme-color|color-scheme|twitter:.*|fediverse:.*)$/iu;

const metaName = toField({
  parse: (text) => (/^[a-z][\w:.-]{0,79}$/iu.test(text) && !ownMeta.test(text) ? text : undefined),
  noun: 'a name that an addition to the head can have',
  suggest: (text) =>
    /^fediverse:/iu.test(text)
      ? 'Write `fediverse: "@paper@mastodon.example"` at the top level instead.'
      : 'Write the name that the other site asks for, such as `google-site-verification`. The program writes the usual ones itself.',
});

/** Keys of `site.yaml` for menus, the front page and what is said about the paper. */
export const choicesShape = {
  navigation: toSetting(
    z.array(chosenLink).min(1).max(limits.entries.few),
    `The sections in the masthead, in order: ${linkForms}, or web addresses. By default regions, storylines and all topics.`,
  ),
  footer: toSetting(
    z
      .array(
        z.strictObject({
          title: z.exactOptional(groupTitle).describe('The heading of the group.'),
          links: z.array(chosenLink).min(1).max(limits.entries.few).describe('Its links, written as in `navigation`.'),
        }),
      )
      .min(1)
      .max(12),
    'The groups of links in the footer. By default one group with every index and page.',
  ),
  profiles: toSetting(
    z
      .array(
        z.strictObject({
          name: plainText({ max: 60 }).describe('The name of the network.'),
          address: webAddress.describe('The address of the profile.'),
        }),
      )
      .min(1)
      .max(limits.entries.few),
    'The newsroom’s profiles on other sites: in the footer, and for search engines.',
  ),
  fediverse: toSetting(
    account,
    'The newsroom’s account in the Fediverse. Mastodon names it under links to stories; WebFinger finds it at the site’s own domain.',
  ),
  licence: toSetting(
    z.strictObject({
      name: plainText({ max: 120 }).describe('Its name: `CC BY 4.0`.'),
      address: webAddress.describe('The address of its text.'),
      refuses: z
        .exactOptional(z.array(z.enum(textUses)).check(unique).max(textUses.length))
        .describe('What machines may not use texts for, in the words of RSL.'),
    }),
    'The licence of texts: in the footer, in feeds, for search engines, and in `robots.txt` (RSL).',
  ),
  publisher: toSetting(
    z.strictObject({
      name: z.exactOptional(plainText({ max: 120 })).describe('The person or body that publishes the paper.'),
      email: z.exactOptional(email).describe('Its e-mail address.'),
      phone: z.exactOptional(phone).describe('Its telephone number.'),
      post: z.exactOptional(plainText({ max: 200 })).describe('Its postal address, in one line.'),
      founded: z.exactOptional(wholeNumber(1000, 2999)).describe('The year in which it was founded.'),
    }),
    'Who publishes the paper and can be reached: in the footer and for search engines.',
  ),
  imprint: toSetting(
    plainText({ max: limits.slugLength }),
    'The page that is the imprint: its file in pages/, without .md.',
  ),
  donation: toSetting(contactAddress, 'Where readers can give money; a link in the footer.'),
  front: toSetting(
    z.array(frontSection).max(frontSections.length),
    'The sections of the front page, in order, each with the number of its entries at most. By default all. The lead is always first; `seconds`, `storylines` and `latest` stand beside it.',
  ),
  show: toSetting(
    z.strictObject({
      maps: toSetting(onOrOff, 'Stories, places and storylines have maps.', true),
      globes: toSetting(onOrOff, 'Entries without a picture have a globe, as do maps.', true),
      keyPoints: toSetting(onOrOff, 'Stories show their key points.', true),
      readingTime: toSetting(onOrOff, 'Stories say how long it takes to read them.', true),
    }),
    'What pages show.',
  ),
  words: toSetting(
    z.record(z.string(), plainText({ max: 300 })),
    'Words of the interface to use instead, by their names in the program’s dictionary (src/i18n/en.ts): `latest: Just in`.',
  ),
  search: toSetting(
    z.strictObject({ order: toSetting(z.enum(searchOrders), 'The order of results.', 'relevance') }),
    'How the search begins.',
  ),
  head: toSetting(
    z
      .array(
        z.strictObject({
          name: metaName.describe('Its name: `google-site-verification`.'),
          content: plainText({ max: 300 }).describe('Its content.'),
        }),
      )
      .max(limits.entries.few)
      .check((context) => {
        const names = context.value.map(({ name }) => name);
        const twin = names.findIndex((name, index) => names.indexOf(name) < index);
        if (twin < 0) return;
        const params: CustomParams = { code: 'duplicate-value', hint: 'Delete one of the two.' };
        const message = `\`${names[twin]}\` appears twice.`;
        context.issues.push({ code: 'custom', input: context.value, message, params, path: [twin, 'name'] });
      }),
    'Additions to the head of every page, such as proofs that the site is yours.',
  ),
};

// The same names and types as where the rest of the program reads them.
z.strictObject(choicesShape) satisfies z.ZodType<SiteChoices>;
