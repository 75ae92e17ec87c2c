import type { TestProject } from 'vitest/node';
import { findBrowser, type BrowserLaunch } from './browser.ts';
import { buildSites } from './sites.ts';
import { writeArchive } from './write-archive.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    browserLaunch: BrowserLaunch;
  }
}

/** Runs before the tests of built sites: finds a browser, or fails with what to install, and builds the sites. */
export default async function setUp(project: TestProject): Promise<void> {
  project.provide('browserLaunch', await findBrowser());
  await writeArchive('node_modules/.cache/tests/archive-content', { stories: 400, years: 0.6 });
  await buildSites(['demo', 'archive', 'based', 'hard', 'arabic', 'japanese', 'places', 'empty', 'themed']);
}
