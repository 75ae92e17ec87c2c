import { mergeShards } from '../press/merge.ts';

/** Merges the shards of a build. */
export function runMerge(): Promise<void> {
  return mergeShards();
}
