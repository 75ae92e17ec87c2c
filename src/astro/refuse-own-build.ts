import type { AstroIntegration } from 'astro';
import { BuildRefusal } from '../core/failure.ts';

/**
 * An integration that stops `astro build`. By itself, Astro would publish what the authoring server shows, drafts
 * included.
 */
export function refuseOwnBuild(): AstroIntegration {
  let isCompiling = false;
  return {
    name: 'gazetteer:refuse-own-build',
    hooks: {
      'astro:config:done': ({ config }) => {
        isCompiling = config.adapter !== undefined;
      },
      'astro:build:start': () => {
        if (!isCompiling) throw new BuildRefusal('Run `npm run build` instead of `astro build`. Nothing was built.');
      },
    },
  };
}
