import { parentPort, workerData } from 'node:worker_threads';
import { fuzz, type FuzzMessage, type FuzzPlan } from './fuzz.ts';

const tell = (message: FuzzMessage) => parentPort?.postMessage(message);

/** Sends each text before trying it: silence is a hang. */
tell({ result: await fuzz(workerData as FuzzPlan, (trying) => tell({ trying })) });
