import { setPriority } from 'node:os';
import process from 'node:process';
import { workerData } from 'node:worker_threads';
import { answerTasks } from '../disk/worker-pool.ts';
import type { CardView } from '../views/card.ts';
import { drawCard } from './draw-card.ts';
import type { OwnParts } from './own-parts.ts';

// Pages come first. On Linux this is the priority of the thread, elsewhere it would be that of the whole process.
if (process.platform === 'linux') setPriority(10);
const own: OwnParts = workerData;
answerTasks((card: CardView) => drawCard(card, own));
