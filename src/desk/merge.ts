import type { Settings } from '../core/settings.ts';
import { mergeShards } from '../press/merge.ts';
import type { Call } from './command.ts';

/** Merges the shards of a build. */
export function runMerge(_call: Call, { site }: Settings): Promise<void> {
  return mergeShards(site);
}
