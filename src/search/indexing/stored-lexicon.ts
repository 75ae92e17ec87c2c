import { readChecked, writeChecked } from '../../disk/checked-file.ts';
import type { KnownToken, Lexicon } from './lexicon.ts';

/**
 * Keeps what a lexicon was asked about last, so that a process that indexes nearly the same stories asks Pagefind about
 * their new tokens only.
 */
export async function keepLexicon(file: string, lexicon: Lexicon): Promise<void> {
  await writeChecked(file, new TextEncoder().encode(JSON.stringify(lexicon.listLast())));
}

/** Hands a new lexicon what another one has kept. Does nothing if that is missing or damaged. */
export async function recallLexicon(file: string, lexicon: Lexicon): Promise<void> {
  const bytes = await readChecked(file);
  if (!bytes) return;
  const known: readonly KnownToken[] = JSON.parse(new TextDecoder().decode(bytes));
  lexicon.add(known);
}
