import { toIssue, type Issue } from '../core/issue.ts';
import { getNearest } from '../core/spelling.ts';
import { listAddressOwners, type AddressOwner } from './aliases.ts';
import type { Article } from './article.ts';
import type { Edition } from './edition.ts';
import { getMoves } from './moves.ts';
import type { Newsroom } from './newsroom.ts';
import { isArticlePath, toArticlePath, toListingPath } from './urls.ts';
import { getHold } from './visibility.ts';

/** An address that was once published, and where it is recorded. */
export interface PublishedAddress {
  readonly address: string;
  /** Relative to the content folder. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
}

/**
 * Checks that every address once published still answers. An expired story may be gone as long as its file exists,
 * since its end was announced. A story may not become a draft again or get a future date, because readers and links
 * know it.
 *
 * @param permanent the addresses that the edition promises for ever
 */
export function checkPermanence(
  published: readonly PublishedAddress[],
  permanent: ReadonlySet<string>,
  newsroom: Newsroom,
  edition: Edition,
): readonly Issue[] {
  const moves = getMoves(edition);
  const dropped = published.filter(
    ({ address }) => !permanent.has(address) && !moves.has(address) && !isPlace(address, edition),
  );
  if (dropped.length === 0) return [];
  const hidden = collectHidden(newsroom.articles, edition.instantMs);
  const known = new Set(published.map(({ address }) => address));
  const successors = listAddressOwners(newsroom).filter(({ address }) => permanent.has(address) && !known.has(address));
  return dropped.flatMap((entry) => {
    const found = hidden.get(entry.address);
    return found ? checkHidden(entry, found, edition.instantMs) : [toGone(entry, successors)];
  });
}

function isPlace(address: string, { gazetteer }: Edition): boolean {
  const root = toListingPath({ kind: 'region', id: '' }).slice(0, -1);
  return address.startsWith(root) && gazetteer.byId.has(address.slice(root.length, -1));
}

/** A hidden story, with the index of the alias that is meant. */
interface Hidden {
  readonly article: Article;
  readonly alias?: number;
}

function collectHidden(articles: readonly Article[], nowMs: number): ReadonlyMap<string, Hidden> {
  return new Map(
    articles.flatMap((article): readonly (readonly [string, Hidden])[] =>
      getHold(article, nowMs)
        ? [
            [toArticlePath(article.id), { article }],
            ...article.aliases.map((address, alias) => [address, { article, alias }] as const),
          ]
        : [],
    ),
  );
}

function checkHidden({ address }: PublishedAddress, { article, alias }: Hidden, nowMs: number): Issue[] {
  const reason = getHold(article, nowMs)?.reason;
  if (reason !== 'draft' && reason !== 'embargo') return [];
  const why = reason === 'draft' ? 'the story is now a draft' : '`published` is now in the future';
  const before = reason === 'draft' ? '`status: published`' : 'the time at which it was first published';
  return [
    toIssue({
      code: 'dropped-address',
      message: `\`${address}\` has been published, but ${why}: the address would stop working.`,
      hint: `Write \`status: withdrawn\`, which leaves a notice, or ${before}.`,
      file: article.file,
      field: alias === undefined ? [reason === 'draft' ? 'status' : 'published'] : ['aliases', alias],
    }),
  ];
}

function toGone({ address, file, line }: PublishedAddress, successors: readonly AddressOwner[]): Issue {
  const message = `\`${address}\` has been published, but there is nothing at this address any more.`;
  return toIssue({ code: 'dropped-address', message, hint: toCure(address, successors), file, line, column: 1 });
}

function toCure(address: string, successors: readonly AddressOwner[]): string {
  const place = /^\/regions\/(?<id>[^/]+)\/$/u.exec(address)?.groups?.['id'];
  const end = 'If the address is no longer needed, delete this line.';
  if (place !== undefined)
    return `Write \`aliases: {${place}: CODE}\` in places.yaml, with the code of the place that it should lead to. ${end}`;
  const heir = findSuccessor(address, successors);
  const isStory = isArticlePath(address);
  const back = isStory ? 'put the file back with `status: withdrawn`' : 'restore what was there';
  if (!heir) {
    const whose = isStory ? 'the story' : 'the page';
    return `Write \`aliases: [${address}]\` in ${whose} that replaced it, or ${back}. ${end}`;
  }
  const key = heir.field.length > 1 ? ` under \`${heir.field[0]}\`` : '';
  return `Write \`aliases: [${address}]\` in ${heir.file}${key}, or ${back}. ${end}`;
}

/** Finds a new address of the same kind with a similar name. A story that was moved to another month keeps its name. */
function findSuccessor(address: string, successors: readonly AddressOwner[]): AddressOwner | undefined {
  const alike = successors.filter((heir) => toKind(heir.address) === toKind(address));
  const nearest = getNearest(
    toName(address),
    alike.map((heir) => toName(heir.address)),
  );
  return alike.find((heir) => toName(heir.address) === nearest);
}

/** Addresses in one folder are of one kind. Stories are of one kind whatever their month. */
function toKind(address: string): string {
  return isArticlePath(address) ? 'story' : address.slice(0, address.lastIndexOf('/', address.length - 2) + 1);
}

function toName(address: string): string {
  return address.slice(address.lastIndexOf('/', address.length - 2) + 1, -1);
}
