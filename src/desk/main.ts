import { enableCompileCache } from 'node:module';
import process from 'node:process';
import { runCommand } from './run-command.ts';

/** The desk's commands; each is loaded only when it is called for. */
const commands: Readonly<Record<string, () => Promise<(args: readonly string[]) => Promise<void>>>> = {
  addresses: async () => (await import('./addresses.ts')).runAddresses,
  check: async () => (await import('./check.ts')).runCheck,
  new: async () => (await import('./new.ts')).runNew,
  reference: async () => (await import('./reference.ts')).runReference,
  server: async () => (await import('./server.ts')).runServer,
  serve: async () => (await import('./serve.ts')).runServe,
};

// Half of what a short command takes is reading and compiling the program.
enableCompileCache();

const [name = '', ...args] = process.argv.slice(2);
const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
if (load) {
  await runCommand(async () => {
    // The check reports on settings in the form that it was asked for.
    if (name === 'check' || (await import('../press/settings.ts')).reportSettings()) await (await load())(args);
  }, '');
} else {
  process.stderr.write(`There is no desk command \`${name}\`. Commands: ${Object.keys(commands).join(', ')}.\n`);
  process.exitCode = 1;
}
