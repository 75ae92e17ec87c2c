import process from 'node:process';
import { runCommand } from './failure.ts';

// What the build is made of is loaded within, so that a missing package is said in words, too.
await runCommand(async () => (await import('./build-site.ts')).runBuild(process.argv.slice(2)));
