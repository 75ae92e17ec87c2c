/** Precedes every heading id, so that none can shadow a property of `document` (DOM clobbering). */
export const headingPrefix = 's-';

/** Precedes the ids of footnotes, for the same reason. */
export const notePrefix = 'note-';
