/** The code that every search runs, in one file: a reader waits for each file that loads after another. */
export { openSearchEngine } from '../engine/engine.ts';
export { findDateWords } from './date-words.ts';
export { EntityList } from './entity-list.client.ts';
export { listenForKeys } from './result-keys.client.ts';
