import type { TestProject } from 'vitest/node';
import { findBrowser, type BrowserLaunch } from './browser.ts';
import { buildSites } from './sites.ts';
import { writeArchive } from './write-archive.ts';
import { writeHostile } from './write-hostile.ts';
import { writeLongWords } from './write-long-words.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    browserLaunch: BrowserLaunch;
  }
}

/** Before the tests of built sites: finds a browser, which fails with what to install, and builds the sites. */
export default async function setUp(project: TestProject): Promise<void> {
  project.provide('browserLaunch', await findBrowser());
  await writeArchive('node_modules/.cache/tests/archive-content', { stories: 400, years: 0.6 });
  await writeHostile('node_modules/.cache/tests/hostile-content');
  await writeLongWords('node_modules/.cache/tests/long-content');
  await buildSites();
}
