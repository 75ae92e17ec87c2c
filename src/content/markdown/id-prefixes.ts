/** In front of every id of a heading, so that none can stand in for a property of `document` (DOM clobbering). */
export const headingPrefix = 's-';

/** In front of the ids of footnotes, for the same reason. */
export const notePrefix = 'note-';
