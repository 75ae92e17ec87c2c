import type { CommandGroup, Commands, CommandSpec, OptionSpec } from './command.ts';

/** The width of a small terminal in columns. */
const width = 80;

const groups: readonly CommandGroup[] = ['Write', 'Publish', 'Maintain'];

/** Formats the list of all commands. */
export function formatHelp(commands: Commands): string {
  const sections = groups.map((group) => {
    const rows = Object.entries(commands).filter(([, command]) => command.group === group);
    return `${group}:\n${formatRows(rows.map(([name, { summary }]) => [name, summary]))}`;
  });
  return [
    'Gazetteer: a static news site that readers browse by place\n',
    'Usage: npx gazetteer COMMAND [options]\n',
    ...sections,
    '`npx gazetteer COMMAND --help` explains a command.\n',
  ].join('\n');
}

/** Formats the help of one command. */
export function formatCommandHelp(name: string, command: CommandSpec): string {
  const { summary, details, argument, options = {}, example } = command;
  const rows: [string, string][] = [
    ...(argument ? [[argument.value.name, argument.about] as [string, string]] : []),
    ...Object.entries(options).map(([option, spec]): [string, string] => [formatOption(option, spec), spec.about]),
  ];
  return [
    `Usage: npx gazetteer ${formatUsage(name, command)}\n`,
    wrap([summary, details].filter(Boolean).join(' '), '', ''),
    ...(rows.length > 0 ? [formatRows(rows)] : []),
    `Example: npx gazetteer ${`${name} ${example}`.trim()}\n`,
  ].join('\n');
}

/** Lists all commands as rows of a table in Markdown: name, summary, options. */
export function listCommands(commands: Commands): readonly (readonly string[])[] {
  return Object.entries(commands).map(([name, command]) => {
    const options = Object.entries(command.options ?? {}).map(([option, spec]) => `\`${formatOption(option, spec)}\``);
    const argument = command.argument ? ` ${formatArgument(command.argument)}` : '';
    return [`\`${name}${argument}\``, command.summary, options.join(', ')];
  });
}

function formatUsage(name: string, { argument, options }: CommandSpec): string {
  return [name, argument && formatArgument(argument), options && '[options]'].filter(Boolean).join(' ');
}

function formatArgument({ value, isOptional, isList }: NonNullable<CommandSpec['argument']>): string {
  const name = `${value.name}${isList ? ' …' : ''}`;
  return isOptional ? `[${name}]` : name;
}

function formatOption(option: string, { value }: OptionSpec): string {
  return `--${option}${value ? ` ${value.name}` : ''}`;
}

/** Formats names with their sentences in two columns. Short names leave the same space in every list. */
function formatRows(rows: readonly (readonly [string, string])[]): string {
  const column = Math.max(9, ...rows.map(([name]) => name.length)) + 4;
  return rows.map(([name, about]) => wrap(about, `  ${name}`.padEnd(column), ' '.repeat(column))).join('');
}

/** Wraps a text to the terminal's width, each line with a line end. */
function wrap(text: string, first: string, others: string): string {
  const lines: string[] = [];
  let line = first;
  for (const word of text.split(' ')) {
    const isStart = line === first || line === others;
    if (!isStart && line.length + 1 + word.length > width) {
      lines.push(line);
      line = `${others}${word}`;
    } else line += isStart ? word : ` ${word}`;
  }
  return [...lines, line].map((text) => `${text}\n`).join('');
}
