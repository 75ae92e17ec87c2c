import { parentPort, workerData } from 'node:worker_threads';
import { fuzzOne, type FuzzPlan } from './fuzz.ts';

/** Tries one mutation after the other and says after each what became of it: silence is a hang. */
const { from, to } = workerData as FuzzPlan;
for (let seed = from; seed < to; seed += 1) parentPort?.postMessage(await fuzzOne(seed));
