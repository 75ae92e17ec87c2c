/**
 * The prefix of all stored names. This is the only file that touches web storage. Values stay in the reader's own
 * browser; where storage is full or forbidden, nothing is stored.
 */
export const prefix = 'gazetteer:';

/** The name under which the reading settings are stored: the reader's choices, as words separated by spaces. */
export const settingsName = 'reader';

/**
 * Applies the reading settings before the first paint: `<html data-reader="theme-dark size-large">`. The attribute is
 * empty if nothing is stored, and missing if scripts are off, so that elements that need scripts can be hidden from the
 * start.
 *
 * It is inline in the head of every page. A file would delay the first paint of the first page by a round trip and cost
 * a request on every other; a module would run after the paint. A text of a hundred bytes that is the same on every
 * page needs no request, and the site's policy allows it by its hash (hosts/content-policy.ts).
 */
export const settingsScript = `{let r="";try{r=localStorage.getItem("${prefix}${settingsName}")??""}catch{}document.documentElement.dataset.reader=r}`;

/** Returns the name under which the newest chapter of a storyline that a reader has seen is stored. */
export function toStorylineName(storyline: string): string {
  return `storyline:${storyline}`;
}

/** Reads a value. Undefined if there is none. */
export function readStored(name: string): string | undefined {
  try {
    return localStorage.getItem(prefix + name) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Stores a value. */
export function store(name: string, value: string): void {
  try {
    localStorage.setItem(prefix + name, value);
  } catch {
    // The page works without it.
  }
}
