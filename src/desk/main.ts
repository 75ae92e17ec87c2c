import { readFileSync } from 'node:fs';
import process from 'node:process';
import type { Call, CommandSpec } from './command.ts';
import { commands } from './commands.ts';
import { formatCommandHelp, formatHelp } from './help.ts';
import { parseRequest } from './parse-call.ts';
import { runCommand } from './run-command.ts';

// Astro asks for it before it reads its configuration.
process.env['ASTRO_TELEMETRY_DISABLED'] ??= '1';

const args = process.argv.slice(2);
const request = parseRequest(args);
if (args.length === 0) fail(formatHelp(commands));
else if (request.kind === 'mistake') fail(`${request.message}\n`);
else if (request.kind === 'version') process.stdout.write(`${readVersion()}\n`);
else if (request.kind === 'help') {
  process.stdout.write(request.topic ? formatCommandHelp(...request.topic) : formatHelp(commands));
} else await run(request.command, request.call);

function fail(text: string): void {
  process.stderr.write(text);
  process.exitCode = 1;
}

async function run(command: CommandSpec, call: Call): Promise<void> {
  const outcome = command.isBuild ? 'Nothing was built. The existing site is unchanged.\n' : '';
  await runCommand(async () => {
    const { readSettings } = await import('../settings/settings.ts');
    const settings = await readSettings(process.env, command.isPreview);
    const { reportSettings } = await import('../press/settings.ts');
    if (command.reportsSettings || reportSettings(settings)) await (await command.load())(call, settings, commands);
  }, outcome);
}

function readVersion(): string {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  return version;
}
