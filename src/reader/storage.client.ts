/** The one file that touches web storage. What is kept stays in the reader's own browser; where it is full or forbidden, nothing is kept. */
export const prefix = 'gazetteer:';

/** Under which name the reading settings are kept: what the reader chose, as words with spaces between them. */
export const settingsName = 'reader';

/**
 * Puts the reading settings onto the page before its first paint: `<html data-reader="theme-dark size-large">`; empty where nothing
 * is kept, and missing where scripts are off, so that what needs them can be left out from the start.
 *
 * It stands in the head of every page as it is. A file of its own would hold up the first paint of the first page by a round trip
 * and cost a request on every other; a module would come after the paint. A text of a hundred bytes that is the same on every page
 * needs no request, and the site's policy allows it by its hash (hosts/content-policy.ts).
 */
export const settingsScript = `{let r="";try{r=localStorage.getItem("${prefix}${settingsName}")??""}catch{}document.documentElement.dataset.reader=r}`;

/** Returns the name under which the newest chapter that a reader has seen of a storyline is kept. */
export function toStorylineName(storyline: string): string {
  return `storyline:${storyline}`;
}

/** Reads a value; undefined when there is none. */
export function readStored(name: string): string | undefined {
  try {
    return localStorage.getItem(prefix + name) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a value. */
export function store(name: string, value: string): void {
  try {
    localStorage.setItem(prefix + name, value);
  } catch {
    // The page works without it.
  }
}
