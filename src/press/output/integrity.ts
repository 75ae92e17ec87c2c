import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { memoize } from '../../core/memo.ts';

/**
 * Returns, by its address, the hash that a browser holds a script or a style sheet to. Each file is read once: Astro has written
 * them all before it renders the first page.
 *
 * @param base the site's base path, with slashes at both ends
 */
export function createIntegrity(dir: string, base: string): (href: string) => string {
  return memoize((href) => `sha256-${hash('sha256', readFileSync(path.join(dir, href.slice(base.length))), 'base64')}`);
}
