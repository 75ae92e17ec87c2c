import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the folder of this program: in a newsroom, that of an installed package. */
export const programDir: string = path.resolve(fileURLToPath(new URL('../..', import.meta.url)));
