/** How the name of a folder ends in which a part of the index is being made. */
export const stagingEnd = '.next';

/** After this time in milliseconds, a part that is still being made is one that a killed build has left. */
export const staleMs = 86_400_000;
