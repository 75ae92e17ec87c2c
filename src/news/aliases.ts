import { toIssue, type FieldPath, type Issue } from '../core/issue.ts';
import { countBytes } from '../core/text.ts';
import type { ListingKind } from './listing.ts';
import type { Newsroom } from './newsroom.ts';
import { explainSystemName, isReservedId, isSiteFile, isSitePath, longestAddress, longestName } from './names.ts';
import { toArticlePath, toListingPath, toStandingPagePath } from './urls.ts';

/** Something with an address of its own, and the old addresses that lead there. */
export interface AddressOwner {
  readonly address: string;
  readonly aliases: readonly string[];
  readonly file: string;
  /** The field that holds its aliases in the file. */
  readonly field: FieldPath;
  /** The kind of listing under whose addresses its old ones may be. Stories and standing pages have none. */
  readonly kind?: ListingKind;
}

/** Lists everything in a newsroom that has its own address and may have had others, whatever its status. */
export function listAddressOwners({ articles, pages, storylines, topics, authors }: Newsroom): readonly AddressOwner[] {
  const own: FieldPath = ['aliases'];
  return [
    ...pages.map(({ id, file, aliases = [] }) => ({ address: toStandingPagePath(id), aliases, file, field: own })),
    ...articles.map(({ id, file, aliases }) => ({ address: toArticlePath(id), aliases, file, field: own })),
    ...storylines.map((storyline) => toAddressOwner('storyline', storyline.file, own, storyline)),
    ...topics.map((topic) => toAddressOwner('topic', 'topics.yaml', [topic.id, 'aliases'], topic)),
    ...authors.map((author) => toAddressOwner('author', 'authors.yaml', [author.id, 'aliases'], author)),
  ];
}

/** Anything whose address is that of its listing. */
interface Listed {
  readonly id: string;
  readonly aliases?: readonly string[] | undefined;
}

function toAddressOwner(kind: ListingKind, file: string, field: FieldPath, { id, aliases = [] }: Listed): AddressOwner {
  return { address: toListingPath({ kind, id }), aliases, file, field, kind };
}

/**
 * Checks that every old address is free: it is not a page of the site, the address of anything in the newsroom
 * (whatever its status), or another old address. So an old address leads to a page in one step, never in a circle.
 * Addresses that differ only in letter case or in the encoding of accents are the same on many hosts.
 */
export function checkAliases(newsroom: Newsroom): Issue[] {
  const named = listAddressOwners(newsroom);
  const byAddress = new Map(named.map((thing) => [fold(thing.address), thing]));
  const taken = new Map<string, AddressOwner>();
  return named.flatMap((thing) =>
    thing.aliases.flatMap((alias, index) => {
      const key = fold(alias);
      const at = { file: thing.file, field: [...thing.field, index] };
      const fault = checkParts(alias, at);
      if (fault) return [fault];
      const owner = byAddress.get(key);
      if (owner && isCircle(thing, owner)) return [toLoop(alias, thing, owner, at)];
      const other = owner ?? taken.get(key);
      taken.set(key, other ?? thing);
      const holder = other?.file ?? (isReserved(key, thing.kind) ? 'the site itself' : undefined);
      if (holder === undefined) return [];
      const message = `The alias \`${alias}\` is already used by ${holder}.`;
      const hint = 'Delete the alias, or choose another address.';
      return [toIssue({ code: 'duplicate-address', message, hint, ...at })];
    }),
  );
}

/** Checks that file systems and servers accept an address. */
function checkParts(alias: string, at: { file: string; field: FieldPath }): Issue | undefined {
  const parts = alias.split('/').slice(1, -1);
  const isLong = parts.some((part) => countBytes(part) > longestName.bytes) || countBytes(alias) > longestAddress;
  if (isLong) {
    const message = `The alias \`${alias.slice(0, 60)}…\` is too long: the limit is ${longestName.bytes} bytes for each part and ${longestAddress} for the whole.`;
    return toIssue({ code: 'too-long', message, hint: 'Delete it: nothing can be published at this address.', ...at });
  }
  const part = parts.find((name) => explainSystemName(name) !== undefined);
  if (part === undefined) return undefined;
  const message = `The alias \`${alias}\` contains \`${part}\`: ${explainSystemName(part) ?? ''}.`;
  return toIssue({ code: 'reserved-name', message, hint: 'Delete it: not every host can serve this address.', ...at });
}

function fold(address: string): string {
  return address.normalize('NFC').toLowerCase();
}

/** Returns whether two owners claim each other's address, or one claims its own. */
function isCircle(thing: AddressOwner, owner: AddressOwner): boolean {
  return owner === thing || owner.aliases.some((alias) => fold(alias) === fold(thing.address));
}

function toLoop(
  alias: string,
  thing: AddressOwner,
  owner: AddressOwner,
  at: { file: string; field: FieldPath },
): Issue {
  const message =
    owner === thing
      ? `The alias \`${alias}\` is the page’s own address: it would redirect to itself.`
      : `The alias \`${alias}\` is the address of ${owner.file}, which has \`${thing.address}\` as an alias: each would redirect to the other.`;
  return toIssue({ code: 'alias-loop', message, hint: 'Delete it: a page already has this address.', ...at });
}

/** The addresses of listings belong to the site. Old addresses of the same kind of thing may be among them. */
function isReserved(key: string, kind: ListingKind | undefined): boolean {
  if (key.split('/').some(isSiteFile)) return true;
  if (!isSitePath(key)) return false;
  const root = kind && toListingPath({ kind, id: '' }).slice(0, -1);
  const rest = root !== undefined && key.startsWith(root) ? key.slice(root.length, -1) : '';
  return rest === '' || rest.includes('/') || isReservedId(rest);
}
