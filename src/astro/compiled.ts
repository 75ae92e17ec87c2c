/**
 * Parts of a compiled program: folders, its module and its two service workers, relative to its own folder and
 * to that for browsers. It is the same for all newsrooms: `base` stands for the base path of a site.
 */
export const compiled = {
  client: 'client',
  server: 'server',
  entry: 'server/entry.mjs',
  worker: 'sw.js',
  workerOff: 'sw-off.js',
  base: '/base-path-of-the-site/',
} as const;
