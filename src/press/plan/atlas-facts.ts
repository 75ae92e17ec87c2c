import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { addFacts, getFacts } from '../../atlas/facts.ts';
import { getAnchors } from '../../atlas/anchors.ts';
import { getAtlasFile, type CacheOwner } from '../../disk/cache-dir.ts';
import { formatChecked, parseChecked } from '../../disk/checked-text.ts';
import { replaceWhole } from '../../disk/write-whole.ts';

const schema = z.object({ program: z.string(), facts: z.array(z.tuple([z.string(), z.string()])) });

/** Facts about the outlines of countries that builds keep for one another. */
export interface KeptFacts {
  /** Keeps the facts if there are more than before. */
  keep(): Promise<void>;
}

/**
 * Adds the facts that earlier builds have found to those of this process.
 *
 * @param program the fingerprint of the program: another one may find other facts
 */
export async function openAtlasFacts(site: CacheOwner, program: string): Promise<KeptFacts> {
  const file = getAtlasFile(site);
  const kept = schema.safeParse(parseChecked(await readFile(file, 'utf8').catch(() => ''))).data;
  const isOurs = kept?.program === program;
  if (isOurs) addFacts(kept.facts);
  const count = isOurs ? kept.facts.length : 0;
  return {
    keep: async () => {
      // Every thread that lays out a map needs them.
      getAnchors();
      const facts = [...getFacts()];
      if (facts.length > count) await replaceWhole(file, formatChecked({ program, facts }));
    },
  };
}
