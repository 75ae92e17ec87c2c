import { gunzipSync } from 'node:zlib';
import { createIndex, type PagefindIndex } from 'pagefind';
import { removeSignature } from '../format/index-files.ts';

/** All stories of one language in a part, joined into one text. */
export interface JoinedText {
  /** The language of the index: `x-en`, `ja`. */
  readonly language: string;
  /** The text, with marks for places of which the position is wanted. */
  readonly text: string;
  /** Texts that are indexed besides, by field. */
  readonly meta: Readonly<Record<string, string>>;
}

/** Pagefind's index of a joined text. */
export interface JoinedIndex {
  /** The text's words, as Pagefind numbers them, in the form of `splitWords`. */
  readonly content: string;
  /** The kind of every mark in the text, and the number of the word after it. */
  readonly places: readonly { readonly kind: string; readonly at: number }[];
  /** Pagefind's word files, unpacked. Every word is in one of them. */
  readonly chunks: readonly Uint8Array[];
}

/**
 * Has Pagefind index joined texts.
 *
 * Its service builds an index twice for every request and packs each of its files at full strength. Both take the less
 * time the fewer pages there are: one page for 500 stories takes half of what 500 pages take.
 */
export async function askPagefind(texts: readonly JoinedText[]): Promise<readonly JoinedIndex[]> {
  const { index, errors } = await createIndex();
  if (!index) throw new Error(`The search index could not be started: ${errors.join('; ')}`);
  const added = await Promise.all(
    texts.map(({ language, text, meta }) =>
      index.addCustomRecord({ url: language, content: text, language, meta: { ...meta } }),
    ),
  );
  throwErrors(added.flatMap((answer) => answer.errors));
  const { files, errors: failures } = await index.getFiles();
  throwErrors(failures);
  // The service keeps an index in memory until it is told to forget it.
  await index.deleteIndex();
  return texts.map(({ language }) => toJoinedIndex(files, language));
}

type PagefindFile = Awaited<ReturnType<PagefindIndex['getFiles']>>['files'][number];

function throwErrors(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(`The search index failed: ${errors.join('; ')}`);
}

/** Part of Pagefind's record of a page (`pagefind/src/fragments/mod.rs`). */
interface PageRecord {
  readonly content: string;
  readonly anchors: readonly { readonly id: string; readonly location: number }[];
}

/** A text without a word has no files. */
function toJoinedIndex(files: readonly PagefindFile[], language: string): JoinedIndex {
  const find = (folder: string) =>
    files.filter(({ path }) => path.startsWith(`${folder}/${language}_`)).map(unpackFile);
  const [fragment] = find('fragment');
  const page: PageRecord = fragment ? JSON.parse(new TextDecoder().decode(fragment)) : { content: '', anchors: [] };
  return {
    content: page.content,
    places: page.anchors.map(({ id, location }) => ({ kind: id, at: location })),
    chunks: find('index'),
  };
}

/** Node's zlib packs in different ways on different processors, but unpacks in the same way everywhere. */
function unpackFile({ content }: PagefindFile): Uint8Array {
  return removeSignature(gunzipSync(content));
}
