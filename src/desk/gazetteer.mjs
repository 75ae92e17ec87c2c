#!/usr/bin/env node
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { startProgram } from './start-program.mjs';

// The command of the package: `npx gazetteer build`. Larger semi-spaces make Node collect garbage less often while it
// renders pages.
startProgram([
  '--max-semi-space-size=64',
  fileURLToPath(new URL('./main.ts', import.meta.url)),
  ...process.argv.slice(2),
]);
