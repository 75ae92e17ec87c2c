import { defineConfig } from 'vitest/config';

/**
 * Configures the tests that need more than npm installs: servers and two more browsers from Debian. `npm run
 * test:hosts`
 */
export default defineConfig({
  test: {
    name: 'hosts',
    root: '.',
    include: ['tests/hosts/*.test.ts'],
    globalSetup: ['tests/hosts/set-up.ts'],
    // Servers and browsers share two cores.
    fileParallelism: false,
    maxConcurrency: 2,
    testTimeout: 90_000,
    hookTimeout: 90_000,
  },
});
