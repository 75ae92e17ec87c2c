import { memoize } from '../../core/memo.ts';
import type { Article } from '../../news/article.ts';
import type { ChangedStories } from '../../news/changed.ts';
import type { Context } from '../../views/context.ts';

/**
 * A kind of page or file of the site: its pages, their addresses, and everything passed to the route that makes them.
 * Everything that needs to know which pages exist reads it, so a kind is added in one place.
 *
 * @typeParam Subject names one page of the kind: an id, or an id with the number of a page
 * @typeParam Content is all that its route is handed, as plain data: its fingerprint is made of nothing else
 */
export interface PageKind<Subject, Content extends object> {
  /** The route's file below `src/pages`. Undefined for files that the press writes without Astro. */
  readonly route?: string;
  /** Lists the subjects for which an edition has such a page. */
  list(context: Context): readonly Subject[];
  /** Returns the site path of a page. */
  toPath(subject: Subject): string;
  /** Builds everything passed to the route, except the text, which the route reads when a page is made. */
  build(context: Context, subject: Subject): Content;
  /**
   * Returns short data that change whenever the content or the text of a page may change. They save building it to see
   * that it has not (`inputs.ts`). Without this function, it is built.
   */
  getInputs?(context: Context, subject: Subject): unknown;
  /**
   * Returns whether a page may show anything of a story that can change while the story stays filed where it is
   * (`news/edited.ts`). Without this function, every page of the kind may.
   */
  shows?(context: Context, subject: Subject, article: Article): boolean;
  /**
   * Returns whether a page is the same as in an earlier edition that had it, although some stories are new, gone or
   * different. Everything else is the same: the frame of pages, the subjects, the places and the instant
   * (`describeCommon`). Without this function, no page of the kind is.
   */
  isApart?(context: Context, subject: Subject, changed: ChangedStories): boolean;
  /** Returns the text that a page shows. */
  getText?(context: Context, subject: Subject): TextReference | undefined;
  /** Ids of a page that others may link to, besides those in its text. */
  readonly anchors?: readonly string[];
  /**
   * Returns when the content of a page last changed, in milliseconds since 1970, or 0 if unknown. Pages without this
   * function, or for which it returns undefined, are in no sitemap.
   */
  getModifiedMs?(context: Context, subject: Subject): number | undefined;
  /** Returns whether an address is permanent once it is published. Without this function, none is. */
  isPermanent?(context: Context, subject: Subject): boolean;
  /** Set if its bytes are unknown when builds are compared, so that it is written whenever anything is. */
  readonly isAlwaysWritten?: true;
}

/** Creates a kind with a single page or file. */
export function createSingle<Content extends object>(
  route: string,
  path: string,
  build: (context: Context) => Content,
  more: Pick<PageKind<undefined, Content>, 'getModifiedMs' | 'getInputs' | 'shows'> = {},
): PageKind<undefined, Content> {
  return { ...more, route, list: () => [undefined], toPath: () => path, build };
}

/** Any kind, for code that goes through the whole table. */
export type AnyPageKind = PageKind<unknown, object>;

/** The text of a Markdown file at one moment. */
export interface TextReference {
  /** Its path in the content folder. */
  readonly file: string;
  /** Hash of the text. */
  readonly hash: string;
}

/** Returns the reference to the text of anything read from a Markdown file. */
export function toTextReference({
  file,
  textHash,
}: {
  readonly file: string;
  readonly textHash: string;
}): TextReference {
  return { file, hash: textHash };
}

/** A page of the table. */
export interface PageEntry {
  readonly kind: AnyPageKind;
  readonly subject: unknown;
  /** Site path. */
  readonly path: string;
}

/** Lists an edition's pages of some kinds. */
export function listEntries(kinds: readonly AnyPageKind[], context: Context): readonly PageEntry[] {
  return kinds.flatMap(getEntries(context));
}

/** Lists the pages of a kind once: they are asked for by the plan, by sitemaps and by the check of links. */
const getEntries = memoize(
  (context: Context) =>
    memoize((kind: AnyPageKind): readonly PageEntry[] =>
      kind.list(context).map((subject) => ({ kind, subject, path: kind.toPath(subject) })),
    ),
  1,
);

/**
 * Returns the parameters by which Astro knows a page of a route.
 *
 * @param route the route's file below `src/pages`
 * @example toParams('[year]/[month]/[...page].astro', '/2024/11/') // { year: '2024', month: '11', page: undefined }
 */
export function toParams(route: string, path: string): Readonly<Record<string, string | undefined>> {
  const found = getPattern(route).exec(path.replace(/\/?$/u, '/'));
  if (!found) throw new Error(`\`${path}\` is not an address of the route src/pages/${route}.`);
  return Object.fromEntries(
    Object.entries(found.groups ?? {}).map(([name, value]) => [
      name,
      value === undefined ? undefined : decodeURIComponent(value),
    ]),
  );
}

const getPattern = memoize((route: string) => {
  const parts = route.replace(/(?:\/?index)?\.(?:astro|ts)$/u, '').split('/');
  return new RegExp(`^/${parts.map(toPattern).join('')}$`, 'u');
});

function toPattern(part: string): string {
  const rest = /^\[\.{3}(?<name>\w+)\]$/u.exec(part)?.groups?.['name'];
  if (rest !== undefined) return `(?:(?<${rest}>.+)/)?`;
  const escaped = part.replaceAll('.', String.raw`\.`).replace(/\[(\w+)\]/gu, '(?<$1>[^/]+)');
  return escaped === '' ? '' : `${escaped}/`;
}
