import process from 'node:process';
import { startProgram } from './start-program.mjs';

// The tools of this repository: `node src/desk/launch.mjs vitest run`.
startProgram(process.argv.slice(2));
