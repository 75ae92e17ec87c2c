import { answerTasks } from '../disk/worker-pool.ts';
import { drawCard } from './draw-card.ts';

answerTasks(drawCard);
