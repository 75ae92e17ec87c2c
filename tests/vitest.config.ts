import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Rules as functions, then whole newsrooms: built once, read as files and driven in a browser. */
export default defineConfig({
  test: {
    // One more than a small machine has cores: much of the time a browser or the disk is waited for.
    maxWorkers: availableParallelism() + 1,
    projects: [
      {
        test: { name: 'unit', root: '.', include: ['tests/unit/**/*.test.ts'], testTimeout: 60_000 },
      },
      {
        test: {
          name: 'site',
          root: '.',
          include: ['tests/build/**/*.test.ts', 'tests/browser/**/*.test.ts'],
          globalSetup: ['tests/support/set-up.ts'],
          testTimeout: 90_000,
          hookTimeout: 90_000,
        },
      },
    ],
  },
});
