import { parseArgs } from 'node:util';
import { getNearest } from '../core/spelling.ts';
import { parseShard } from '../press/plan/shard-plan.ts';
import type { Call, CommandSpec, OptionSpec, ValueKind, ValueSpec } from './command.ts';
import { commands, findCommand } from './commands.ts';

/** The parsed command line. */
export type Request =
  | { readonly kind: 'run'; readonly command: CommandSpec; readonly call: Call }
  /** The help of one command, or of all. */
  | { readonly kind: 'help'; readonly topic?: readonly [name: string, command: CommandSpec] }
  | { readonly kind: 'version' }
  /** A command line that cannot be run, with the reason in one line. */
  | { readonly kind: 'mistake'; readonly message: string };

/**
 * Parses a command line.
 *
 * @example parseRequest(['biuld']) // { kind: 'mistake', message: 'There is no command `biuld`. Did you mean `build`?' }
 */
export function parseRequest([first = '', ...rest]: readonly string[]): Request {
  if (first === '--version') return { kind: 'version' };
  const asksForHelp = first === 'help' || first === '--help' || first === '-h';
  const name = asksForHelp ? rest[0] : first;
  if (asksForHelp && name === undefined) return { kind: 'help' };
  const command = findCommand(name ?? '');
  if (name === undefined || !command) return toMistake(explainUnknownCommand(name ?? ''));
  if (asksForHelp || rest.includes('--help') || rest.includes('-h')) return { kind: 'help', topic: [name, command] };
  const call = parseCall(name, command, rest);
  return typeof call === 'string' ? toMistake(call) : { kind: 'run', command, call };
}

function toMistake(message: string): Request {
  return { kind: 'mistake', message };
}

function explainUnknownCommand(name: string): string {
  if (name === 'server')
    return '`server` is now `host`: `npx gazetteer host nginx` writes the files, `--print nginx.conf` prints one.';
  if (name === '') return 'Name a command. `npx gazetteer --help` lists them.';
  const nearest = getNearest(name, [...Object.keys(commands), 'help']);
  const hint = nearest === undefined ? '`npx gazetteer --help` lists all commands.' : `Did you mean \`${nearest}\`?`;
  return `There is no command \`${name}\`. ${hint}`;
}

/** Parses everything after the name of a command. Returns a text if something is wrong. */
export function parseCall(name: string, command: CommandSpec, args: readonly string[]): Call | string {
  const { argument, options: specs = {} } = command;
  const known = Object.entries(specs).map(([option, { value }]) => {
    return [option, { type: value ? 'string' : 'boolean' }] as const;
  });
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(known),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const given: string[] = [];
  const options = new Map<string, readonly string[]>();
  for (const token of tokens) {
    if (token.kind === 'positional') given.push(token.value);
    if (token.kind !== 'option') continue;
    const spec = Object.hasOwn(specs, token.name) ? specs[token.name] : undefined;
    if (!spec) return explainUnknownOption(token.rawName, name, Object.keys(specs));
    // Node would take the next option as the value of one without.
    const text = !token.inlineValue && token.value?.startsWith('-') ? undefined : token.value;
    const problem = checkOption(token.name, spec, text);
    if (problem !== undefined) return problem;
    const before = spec.isList ? (options.get(token.name) ?? []) : [];
    options.set(token.name, text === undefined ? [] : [...before, text]);
  }
  return checkArguments(name, argument, given) ?? { args: given, options };
}

function explainUnknownOption(option: string, command: string, names: readonly string[]): string {
  const nearest = getNearest(option.replace(/^-+/u, ''), names);
  const hint =
    nearest === undefined ? `\`npx gazetteer ${command} --help\` lists its options.` : `Did you mean \`--${nearest}\`?`;
  return `\`${command}\` has no option \`${option}\`. ${hint}`;
}

function checkOption(name: string, { value }: OptionSpec, text: string | undefined): string | undefined {
  if (value) return checkValue(`--${name}`, value, text);
  return text === undefined ? undefined : `\`--${name}\` takes no value.`;
}

function checkArguments(name: string, argument: CommandSpec['argument'], given: readonly string[]): string | undefined {
  const [first] = given;
  if (!argument) return first === undefined ? undefined : `\`${name}\` takes no arguments, but was given \`${first}\`.`;
  const { value, isList, isOptional } = argument;
  if (first === undefined) return isOptional ? undefined : checkValue(`\`${name}\``, value, undefined);
  if (!isList && given.length > 1) return `\`${name}\` takes one ${value.name}, but was also given \`${given[1]}\`.`;
  return given.map((text) => checkValue(value.name, value, text)).find((problem) => problem !== undefined);
}

/** Explains in one line what is wrong with the value of an option or an argument. */
function checkValue(owner: string, { name, kind }: ValueSpec, text: string | undefined): string | undefined {
  const wanted = typeof kind === 'string' ? kinds[kind].noun : `one of ${kind.join(', ')}`;
  if (text === undefined) return `${quote(owner)} needs a value: ${name} is ${wanted}.`;
  const isValid = typeof kind === 'string' ? kinds[kind].isValid(text) : kind.includes(text);
  if (isValid) return undefined;
  const nearest = typeof kind === 'string' ? undefined : getNearest(text, kind);
  const hint = nearest === undefined ? '' : ` Did you mean \`${nearest}\`?`;
  return `${quote(owner)} is \`${text}\`, which is not ${wanted}.${hint}`;
}

function quote(owner: string): string {
  return owner.startsWith('-') ? `\`${owner}\`` : owner;
}

const kinds: Readonly<Record<ValueKind, { readonly noun: string; isValid(text: string): boolean }>> = {
  text: { noun: 'text', isValid: () => true },
  path: { noun: 'the path of a file or folder', isValid: (text) => text !== '' },
  'absolute path': { noun: 'an absolute path, such as /srv/www/news', isValid: (text) => text.startsWith('/') },
  port: { noun: 'a port from 0 to 65535', isValid: (text) => /^\d{1,5}$/u.test(text) && Number(text) <= 65_535 },
  count: { noun: 'a whole number from 1 to 9999', isValid: (text) => /^[1-9]\d{0,3}$/u.test(text) },
  shard: { noun: 'a part such as 2/4, the second of four', isValid: (text) => parseShard(text) !== undefined },
};
