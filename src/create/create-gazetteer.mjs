#!/usr/bin/env node
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';

// The command of `npm create gazetteer FOLDER`, in a package of its own: npm looks for it under this name.
const manifest = createRequire(import.meta.url).resolve('gazetteer/package.json');
const command = path.join(path.dirname(manifest), 'src/desk/gazetteer.mjs');
const { status } = spawnSync(process.execPath, [command, 'init', ...process.argv.slice(2)], { stdio: 'inherit' });
process.exitCode = status ?? 1;
