import { updateSites } from '../support/sites.ts';

/** Runs before the tests of servers: brings the two editions that they serve up to date. */
export default async function setUp(): Promise<void> {
  await updateSites(['demo', 'based']);
}
