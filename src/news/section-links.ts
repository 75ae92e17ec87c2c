import { toIssue, type FieldPath, type Issue } from '../core/issue.ts';
import type { SiteChoices } from '../core/site-choices.ts';
import { getNearest } from '../core/spelling.ts';
import type { Edition } from './edition.ts';

/** The parts of a site that have one page, or an index of their own. */
const indexes = [
  'front',
  'topics',
  'regions',
  'storylines',
  'tags',
  'authors',
  'archive',
  'corrections',
  'feeds',
  'search',
] as const;

/** The kinds of thing that a menu may name: `topics/economy`. */
const holders = ['topics', 'regions', 'storylines', 'authors', 'pages'] as const;

/** The forms of a link, for messages. */
export const linkForms = '`topics`, `topics/economy`, `topics/*`, `regions/RO`, `pages/about`';

/** A link as it was read. The id of all things of a kind is `*`. */
export type SectionLink =
  | { readonly kind: 'index'; readonly index: (typeof indexes)[number] }
  | { readonly kind: (typeof holders)[number]; readonly id: string }
  | { readonly kind: 'web'; readonly href: string };

/**
 * Reads a link of a menu. Undefined if it has none of the forms.
 *
 * @example parseSectionLink('topics/economy') // { kind: 'topics', id: 'economy' }
 */
export function parseSectionLink(text: string): SectionLink | undefined {
  if (/^https?:\/\/\S+$/iu.test(text)) return URL.canParse(text) ? { kind: 'web', href: text } : undefined;
  const index = indexes.find((name) => name === text);
  if (index) return { kind: 'index', index };
  const { name, id } = /^(?<name>\w+)\/(?<id>\S+)$/u.exec(text)?.groups ?? {};
  const kind = holders.find((holder) => holder === name);
  if (kind === undefined || id === undefined || (id === '*' && kind === 'regions')) return undefined;
  return { kind, id: id.normalize('NFC') };
}

/** Returns whether a text has the form of a link. A web address must come with its words, which a check sees. */
export function isLinkForm(text: string): boolean {
  return parseSectionLink(text) !== undefined;
}

/** The parts of an edition that menus lead to. */
type Known = Pick<Edition, 'topics' | 'storylines' | 'authors' | 'pages' | 'gazetteer'>;

/** Checks that everything that a newsroom's menus name exists. */
export function checkSectionLinks(choices: SiteChoices, known: Known): readonly Issue[] {
  const { navigation = [], footer = [], imprint } = choices;
  const links = [
    ...navigation.map((link, index) => ({ ...link, field: ['navigation', index] })),
    ...footer.flatMap((group, at) =>
      group.links.map((link, index) => ({ ...link, field: ['footer', at, 'links', index] })),
    ),
  ];
  return [
    ...links.flatMap((link) => checkLink(link, known)),
    ...(imprint === undefined || known.pages.has(imprint)
      ? []
      : [explainUnknown('pages', imprint, known, ['imprint'])]),
  ];
}

function checkLink(
  { to, text, field }: { readonly to: string; readonly text?: string | undefined; readonly field: FieldPath },
  known: Known,
): readonly Issue[] {
  const link = parseSectionLink(to);
  if (link?.kind === 'web' && text === undefined) {
    const hint = `Write \`{ to: ${to}, text: Its name }\`.`;
    const message = `The link to ${to} has no words.`;
    return [toIssue({ code: 'missing-key', message, hint, file: 'site.yaml', field })];
  }
  if (!link || !('id' in link) || link.id === '*') return [];
  const { kind, id } = link;
  const exists =
    kind === 'regions' ? known.gazetteer.byCode.has(id) || known.gazetteer.byId.has(id) : known[kind].has(id);
  return exists ? [] : [explainUnknown(kind, id, known, field)];
}

const homes = {
  topics: 'topics.yaml',
  authors: 'authors.yaml',
  storylines: 'storylines/',
  pages: 'pages/',
  regions: 'the list of places',
} as const;

function explainUnknown(kind: keyof typeof homes, id: string, known: Known, field: FieldPath): Issue {
  const ids = kind === 'regions' ? [] : [...known[kind].keys()];
  const meant = kind === 'regions' ? known.gazetteer.suggest(id)?.code : getNearest(id, ids);
  const all =
    ids.length > 0
      ? `Known: ${ids
          .slice(0, 12)
          .map((one) => `\`${one}\``)
          .join(', ')}.`
      : '';
  return toIssue({
    code: 'unknown-section',
    message: `\`${id}\` is not in ${homes[kind]}.`,
    hint: meant === undefined ? all : `Did you mean \`${meant}\`?`,
    file: 'site.yaml',
    field,
  });
}
