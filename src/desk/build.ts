import process from 'node:process';
import { runCommand } from './run-command.ts';

// What the build is made of is loaded within, so that a missing package is said in words, too.
await runCommand(async () => (await import('../press/build-site.ts')).runBuild(process.argv.slice(2)));
