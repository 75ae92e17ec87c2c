import { defineConfig } from 'vitest/config';

/** Three kinds of tests: rules, builds of whole newsrooms, and a browser on a built site. */
export default defineConfig({
  test: {
    root: '.',
    projects: [
      {
        test: { name: 'unit', root: '.', include: ['tests/unit/**/*.test.ts'] },
      },
      {
        test: {
          name: 'build',
          root: '.',
          include: ['tests/build/**/*.test.ts'],
          globalSetup: ['tests/support/build-sites.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'browser',
          root: '.',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: ['tests/support/build-sites.ts', 'tests/support/start-browser.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
