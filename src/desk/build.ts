import type { Settings } from '../core/settings.ts';
import { buildSite } from '../press/build-site.ts';
import { parseShard } from '../press/plan/shard-plan.ts';
import type { Call } from './command.ts';

/** Builds the site or one of its shards. */
export function runBuild({ options }: Call, settings: Settings): Promise<void> {
  const [shard] = options.get('shard') ?? [];
  return buildSite(settings, {
    shard: shard === undefined ? undefined : parseShard(shard),
    changedFile: options.get('changed')?.[0],
    dueFile: options.get('due')?.[0],
  });
}
