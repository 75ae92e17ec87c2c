import process from 'node:process';

/** The benchmarks by name. Each reads the rest of the command line itself. */
const benches: Readonly<Record<string, () => Promise<unknown>>> = {
  builds: () => import('./bench.ts'),
  lighthouse: () => import('./lighthouse.ts'),
  maps: () => import('./maps.ts'),
  relevance: () => import('./relevance/relevance.ts'),
  search: () => import('./search/search.ts'),
};

// `npm run bench -- maps 10000`; without a name it measures builds: `npm run bench -- 1000`.
const [name = ''] = process.argv.slice(2);
const isNamed = Object.hasOwn(benches, name);
if (isNamed) process.argv.splice(2, 1);
await benches[isNamed ? name : 'builds']?.();
