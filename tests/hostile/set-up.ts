import type { TestProject } from 'vitest/node';
import { findBrowser } from '../support/browser.ts';
import { buildSites, sites } from '../support/sites.ts';
import { writeHostile } from '../support/write-hostile.ts';
import { writeLongWords } from '../support/write-long-words.ts';

/** Runs before the tests of hostile input: finds a browser and builds their sites. */
export default async function setUp(project: TestProject): Promise<void> {
  project.provide('browserLaunch', await findBrowser());
  await writeHostile(sites.hostile.contentDir);
  await writeLongWords(sites.long.contentDir);
  await buildSites(['hostile', 'long']);
}
