import { describe, expect, it } from 'vitest';
import type { CommandSpec } from '../../../src/desk/command.ts';
import { commands, findCommand } from '../../../src/desk/commands.ts';
import { formatCommandHelp, formatHelp, listCommands } from '../../../src/desk/help.ts';
import { parseCall, parseRequest } from '../../../src/desk/parse-call.ts';
import { reportFormats } from '../../../src/desk/report-formats.ts';

const all: readonly (readonly [string, CommandSpec])[] = Object.entries(commands);

describe('the help', () => {
  it('lists every command with its sentence', () => {
    for (const [name, { summary }] of all)
      expect(formatHelp(commands)).toMatch(new RegExp(`^  ${name} +${summary}$`, 'mu'));
    expect(listCommands(commands)).toHaveLength(all.length);
  });

  it.each(all)('explains %s: its options, its argument and an example that is right', (name, command) => {
    const help = formatCommandHelp(name, command);
    expect(help).toContain(`Usage: npx gazetteer ${name}`);
    expect(help.replace(/\s+/gu, ' ')).toContain(command.summary);
    const options = Object.keys(command.options ?? {}).map((option) => `--${option}`);
    for (const explained of [...options, ...(command.argument ? [command.argument.value.name] : [])])
      expect(help).toContain(`\n  ${explained}`);
    expect(help).toContain(`Example: npx gazetteer ${name}`);
    const example = command.example.replace(/ > .*/u, '').match(/"[^"]*"|\S+/gu) ?? [];
    expect(parseCall(name, command, example)).not.toBeTypeOf('string');
  });

  it.each([formatHelp(commands), ...all.map((entry) => formatCommandHelp(...entry))])(
    'fits into 80 columns',
    (help) => {
      expect(help.split('\n').filter((line) => line.length > 80)).toEqual([]);
      expect(help).toMatch(/[^\n]\n$/u);
    },
  );

  it('consists of sentences', () => {
    const texts = all.flatMap(([, { summary, details, argument, options = {} }]) => [
      summary,
      ...(details ?? '').split(/(?<=\.) /u).filter(Boolean),
      ...[...Object.values(options), ...(argument ? [argument] : [])].map(({ about }) => about),
    ]);
    for (const text of texts) expect(text).toMatch(/^(?:\p{Lu}|`).*\.$/u);
  });

  it('is asked for in five ways', () => {
    for (const args of [['--help'], ['-h'], ['help']]) expect(parseRequest(args)).toEqual({ kind: 'help' });
    const ofBuild = { kind: 'help', topic: ['build', commands.build] };
    for (const args of [
      ['help', 'build'],
      ['build', '--help'],
      ['build', '--nonsense', '-h'],
    ])
      expect(parseRequest(args)).toEqual(ofBuild);
  });
});

describe('the command line', () => {
  it('is a command with its arguments and options', () => {
    expect(parseRequest(['check', 'a.md', '--json', 'b.md', '--format=github'])).toEqual({
      kind: 'run',
      command: commands.check,
      call: {
        args: ['a.md', 'b.md'],
        options: new Map([
          ['json', []],
          ['format', ['github']],
        ]),
      },
    });
  });

  it('has lists, and takes the last value of everything else', () => {
    const call = parseCall('new', commands.new, ['--regions', 'RO', '--title', 'A', '--regions=US', '--title', 'B']);
    expect(call).toMatchObject({
      options: new Map([
        ['regions', ['RO', 'US']],
        ['title', ['B']],
      ]),
    });
  });

  it('has values that begin with a hyphen, and empty texts', () => {
    const call = parseCall('new', commands.new, ['--title=-5 degrees', '--summary', '']);
    expect(call).toMatchObject({ options: new Map([['title', ['-5 degrees']], ['summary', ['']]]) }); // prettier-ignore
    expect(parseCall('check', commands.check, ['--', '--odd.md'])).toMatchObject({ args: ['--odd.md'] });
  });

  it.each([
    ['biuld', 'There is no command `biuld`. Did you mean `build`?'],
    ['help chekc', 'There is no command `chekc`. Did you mean `check`?'],
    ['toString', 'There is no command `toString`. `npx gazetteer --help` lists all commands.'],
    ['build --chnaged f', '`build` has no option `--chnaged`. Did you mean `--changed`?'],
    ['build --incremental', '`build` has no option `--incremental`. `npx gazetteer build --help` lists its options.'],
    ['build -d f', '`build` has no option `-d`. `npx gazetteer build --help` lists its options.'],
    ['build --toString', '`build` has no option `--toString`. `npx gazetteer build --help` lists its options.'],
    ['build --due', '`--due` needs a value: FILE is the path of a file or folder.'],
    ['build --due --changed f', '`--due` needs a value: FILE is the path of a file or folder.'],
    ['build --due=', '`--due` is ``, which is not the path of a file or folder.'],
    ['build --shard 3/2', '`--shard` is `3/2`, which is not a part such as 2/4, the second of four.'],
    ['build here', '`build` takes no arguments, but was given `here`.'],
    ['check --watch=yes', '`--watch` takes no value.'],
    ['check --format jsno', '`--format` is `jsno`, which is not one of text, json, github. Did you mean `json`?'],
    ['dev --port 65536', '`--port` is `65536`, which is not a port from 0 to 65535.'],
    ['shards none', 'COUNT is `none`, which is not a whole number from 1 to 9999.'],
    ['shards 2 3', '`shards` takes one COUNT, but was also given `3`.'],
    [
      'host',
      '`host` needs a value: HOST is one of github-pages, netlify, cloudflare, gitlab, s3, nginx, caddy, docker.',
    ],
    [
      'host nginz',
      'HOST is `nginz`, which is not one of github-pages, netlify, cloudflare, gitlab, s3, nginx, caddy, docker. Did you mean `nginx`?',
    ],
    [
      'server nginx',
      '`server` is now `host`: `npx gazetteer host nginx` writes the files, `--print nginx.conf` prints one.',
    ],
    ['host nginx --root www', '`--root` is `www`, which is not an absolute path, such as /srv/www/news.'],
  ])('is wrong in one line: %s', (line, message) => {
    expect(parseRequest(line.split(' '))).toEqual({ kind: 'mistake', message });
  });

  it('names the values that the commands know', () => {
    expect(commands.check.options.format.value.kind).toEqual(reportFormats);
  });
});

describe('the commands', () => {
  it.each(all)('load %s', async (_name, command) => expect(await command.load()).toBeTypeOf('function'));

  it('are found by their own names alone', () => {
    expect(findCommand('build')).toBe(commands.build);
    expect(findCommand('constructor')).toBeUndefined();
  });
});
