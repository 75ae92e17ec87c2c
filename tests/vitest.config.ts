import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/**
 * Rules as functions; whole newsrooms, built once, read as files and driven in a browser; hostile and random input. The
 * README beside this file says what belongs where.
 */
export default defineConfig({
  test: {
    // More than a small machine has cores: tests wait for builds, browsers and clocks, a third of their time.
    maxWorkers: Math.max(3, availableParallelism() - 1),
    // Nothing here replaces a module or a global: files share what they have loaded, which saves a third of the rules'
    // time.
    isolate: false,
    projects: [
      {
        test: { name: 'unit', root: '.', include: ['tests/unit/**/*.test.ts'], testTimeout: 60_000 },
      },
      {
        test: {
          name: 'site',
          root: '.',
          include: ['tests/{build,browser,commands}/**/*.test.ts'],
          globalSetup: ['tests/support/set-up.ts'],
          testTimeout: 90_000,
          hookTimeout: 90_000,
        },
      },
      {
        test: {
          name: 'hostile',
          root: '.',
          include: ['tests/hostile/**/*.test.ts'],
          globalSetup: ['tests/hostile/set-up.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
