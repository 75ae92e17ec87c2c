/** The folders and the module of a compiled program, relative to its own folder. */
export const compiled = { client: 'client', server: 'server', entry: 'server/entry.mjs' } as const;
