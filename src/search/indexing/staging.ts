/** The ending of the name of a folder in which a part of the index is being made. */
export const stagingEnd = '.next';

/** Milliseconds after which an unfinished part is a leftover of a killed build. */
export const staleMs = 86_400_000;
