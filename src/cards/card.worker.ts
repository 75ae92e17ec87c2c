import { parentPort } from 'node:worker_threads';
import type { CardView } from '../views/card.ts';
import { drawCard } from './draw-card.ts';

parentPort?.on('message', (cards: readonly CardView[]) => {
  parentPort?.postMessage(cards.map(drawCard));
});
