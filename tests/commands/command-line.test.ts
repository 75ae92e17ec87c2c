import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/desk/commands.ts';
import { formatCommandHelp, formatHelp } from '../../src/desk/help.ts';

function run(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/desk/gazetteer.mjs', ...args], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] },
  });
  return { status, stdout, stderr };
}

describe('gazetteer', () => {
  const { version, bin } = JSON.parse(readFileSync('package.json', 'utf8'));

  it('is the command of the package', () => {
    expect(bin).toEqual({ gazetteer: 'src/desk/gazetteer.mjs' });
    expect(run('--version')).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
    expect(run('build', '--help')).toEqual({
      status: 0,
      stdout: formatCommandHelp('build', commands.build),
      stderr: '',
    });
  });

  it('fails with one line, or with its help where no command is named', () => {
    const stderr = 'There is no command `biuld`. Did you mean `build`?\n';
    expect(run('biuld')).toEqual({ status: 1, stdout: '', stderr });
    expect(run()).toEqual({ status: 1, stdout: '', stderr: formatHelp(commands) });
  });
});
