import { openSearchEngine } from '../engine/engine.ts';
import { findDateWords } from './date-words.ts';
import { EntityList } from './entity-list.client.ts';
import { listenForKeys } from './result-keys.client.ts';

/** The code that every search runs, in one file: a reader waits for each file that loads after another. */
export const everySearch = { openSearchEngine, findDateWords, EntityList, listenForKeys };
