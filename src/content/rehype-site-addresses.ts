import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';

/** How the addresses in a text become addresses of the site. */
export interface SiteAddressOptions {
  /** Puts a site path under the site's base path. */
  toHref(path: string): string;
  /** Gives the site path at which a picture beside the text `file` is published. */
  toMediaPath(src: string, file: string): string;
}

/** Puts site paths in links under the base path, and pictures where they are published. */
export function rehypeSiteAddresses({ toHref, toMediaPath }: SiteAddressOptions): (tree: Root, file: VFile) => void {
  return (tree, file) => {
    visit(tree, 'element', ({ tagName, properties }) => {
      if (tagName === 'a' && typeof properties['href'] === 'string' && properties['href'].startsWith('/')) {
        properties['href'] = toHref(properties['href']);
      }
      if (tagName === 'img' && typeof properties['src'] === 'string') {
        properties['src'] = toHref(toMediaPath(properties['src'], file.path));
        properties['loading'] = 'lazy';
        properties['decoding'] = 'async';
      }
    });
  };
}
