import { workerData } from 'node:worker_threads';
import { answerTasks } from '../../disk/worker-pool.ts';
import { openRenderer, type RenderOptions } from './renderer.ts';

const { render } = await openRenderer(workerData as RenderOptions);
answerTasks(render);
