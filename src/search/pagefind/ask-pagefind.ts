import { gunzipSync } from 'node:zlib';
import { createIndex, type PagefindIndex } from 'pagefind';
import { removeSignature } from './index-files.ts';

/** A text for Pagefind. */
export interface IndexRequest {
  /** The language of the index: `x-en`, `ja`. */
  readonly language: string;
  readonly text: string;
  /** A text that is indexed as a meta field. */
  readonly meta: string;
}

/** Pagefind's index of a text. */
export interface IndexAnswer {
  /** The text's words, as Pagefind numbers them, in the form of `splitWords`. */
  readonly content: string;
  /** Pagefind's word files, unpacked. Every word is in one of them. */
  readonly chunks: readonly Uint8Array[];
}

/**
 * Marks that belong to words although they are not alphabetic, such as the sign of a missing vowel in Indic scripts.
 * Pagefind would remove them.
 */
const innerMarks = Array.from({ length: 0x1_0000 }, (_, code) => String.fromCharCode(code))
  .filter((sign) => /^(?!\p{Alphabetic})\p{M}$/u.test(sign))
  .join('');

/** Has Pagefind index texts that have at least one word each, at most one of each language. */
export async function askPagefind(requests: readonly IndexRequest[]): Promise<readonly IndexAnswer[]> {
  const { index, errors } = await createIndex({ includeCharacters: innerMarks });
  if (!index) throw new Error(`The search index could not be started: ${errors.join('; ')}`);
  const added = await Promise.all(
    requests.map(({ language, text, meta }) =>
      index.addCustomRecord({ url: language, content: text, language, meta: { meta } }),
    ),
  );
  throwErrors(added.flatMap((answer) => answer.errors));
  const { files, errors: failures } = await index.getFiles();
  throwErrors(failures);
  // The service keeps an index in memory until it is told to forget it.
  await index.deleteIndex();
  return requests.map(({ language }) => toAnswer(files, language));
}

type PagefindFile = Awaited<ReturnType<PagefindIndex['getFiles']>>['files'][number];

function throwErrors(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(`The search index failed: ${errors.join('; ')}`);
}

function toAnswer(files: readonly PagefindFile[], language: string): IndexAnswer {
  const find = (folder: string) =>
    files.filter(({ path }) => path.startsWith(`${folder}/${language}_`)).map(unpackFile);
  // Pagefind's record of a page (`pagefind/src/fragments/mod.rs`).
  const pages: readonly { readonly content: string }[] = find('fragment').map((bytes) =>
    JSON.parse(new TextDecoder().decode(bytes)),
  );
  const [page] = pages;
  if (!page) throw new Error('The search index failed: a text has no words.');
  return { content: page.content, chunks: find('index') };
}

/** Node's zlib packs in different ways on different processors, but unpacks in the same way everywhere. */
function unpackFile({ content }: PagefindFile): Uint8Array {
  return removeSignature(gunzipSync(content));
}
