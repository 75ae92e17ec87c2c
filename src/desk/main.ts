import process from 'node:process';
import { runCheck } from './check.ts';
import { runServe } from './serve.ts';

const commands: Readonly<Record<string, () => Promise<void>>> = { check: runCheck, serve: runServe };

const name = process.argv[2] ?? '';
const command = commands[name];
if (command) await command();
else {
  process.stderr.write(`There is no desk command \`${name}\`. Commands: ${Object.keys(commands).join(', ')}.\n`);
  process.exitCode = 1;
}
