import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { memoize } from '../../core/memo.ts';

/**
 * Creates a function from an address to the integrity hash of a script or style sheet. Each file is read once, because
 * Astro has written them all before it renders the first page.
 *
 * @param base the site's base path, with slashes at both ends
 */
export function createIntegrity(dir: string, base: string): (href: string) => string {
  return memoize((href) => `sha256-${hash('sha256', readFileSync(path.join(dir, href.slice(base.length))), 'base64')}`);
}
