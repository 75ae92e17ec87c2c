import { setPriority } from 'node:os';
import process from 'node:process';
import { answerTasks } from '../disk/worker-pool.ts';
import { drawCard } from './draw-card.ts';

// Pages come first. On Linux this is the priority of the thread, elsewhere it would be that of the whole process.
if (process.platform === 'linux') setPriority(10);
answerTasks(drawCard);
