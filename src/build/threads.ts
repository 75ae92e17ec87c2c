import { availableParallelism } from 'node:os';
import process from 'node:process';

/** How many threads a build uses beside its own: one for each core, or `BUILD_THREADS`, where several builds share a machine. */
export const threads = Math.max(1, Number(process.env['BUILD_THREADS']) || availableParallelism());
