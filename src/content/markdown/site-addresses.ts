import type { Element } from 'hast';
import { headingPrefix, notePrefix } from './id-prefixes.ts';
import { isLocalFile } from '../text/local-file.ts';

/** The mapping of addresses in a text to addresses of the site. */
export interface SiteAddressOptions {
  /** Puts a site path under the site's base path. */
  toHref(path: string): string;
  /** Returns the site path at which a picture or file beside the text `file` is published. */
  toMediaPath(src: string, file: string): string;
}

/**
 * Puts a site path in a link under the base path, points a link to a heading at its id, and a link to a file beside the
 * text at where it is published.
 */
export function completeLink(
  { properties }: Element,
  source: string,
  { toHref, toMediaPath }: SiteAddressOptions,
): void {
  if (typeof properties['href'] !== 'string') return;
  const file = toFileName(properties['href']);
  properties['href'] = file === undefined ? toPageHref(properties['href'], toHref) : toHref(toMediaPath(file, source));
  // Safari shows no PDF if the policy forbids objects.
  if (file?.toLowerCase().endsWith('.pdf')) properties['download'] = true;
}

/** Points a picture at where it is published. It is loaded when a reader comes near. */
export function completePicture(
  { properties }: Element,
  source: string,
  { toHref, toMediaPath }: SiteAddressOptions,
): void {
  if (typeof properties['src'] !== 'string') return;
  properties['src'] = toHref(toMediaPath(decodeURI(properties['src']), source));
  properties['loading'] = 'lazy';
  properties['decoding'] = 'async';
}

/** Returns the name of the file beside the text that a link leads to. Undefined if it leads elsewhere. */
function toFileName(href: string): string | undefined {
  try {
    const name = decodeURI(href);
    return isLocalFile(name) ? name : undefined;
  } catch {
    return undefined;
  }
}

function toPageHref(href: string, toHref: SiteAddressOptions['toHref']): string {
  return href.startsWith('/') ? toHref(toComposed(href)) : toOwnAnchor(href);
}

/** Converts the path of a link to NFC, percent-encoded or not, because addresses are published in NFC. */
function toComposed(href: string): string {
  const [path = ''] = href.split(/[?#]/u, 1);
  const named = path.replace(/(?:[^%]?)(?:%[89a-f][0-9a-f])+/giu, composeRun);
  return named + href.slice(path.length);
}

function composeRun(run: string): string {
  try {
    return encodeURI(decodeURI(run).normalize('NFC'));
  } catch {
    return run;
  }
}

/**
 * Points a link to a heading of the same text at its id. Ids have a prefix that writers need not know.
 *
 * @example toOwnAnchor('#water') // '#s-water'
 */
export function toOwnAnchor(href: string): string {
  const isPrefixed = href.startsWith(`#${headingPrefix}`) || href.startsWith(`#${notePrefix}`);
  return href.startsWith('#') && href.length > 1 && !isPrefixed ? `#${headingPrefix}${href.slice(1)}` : href;
}
