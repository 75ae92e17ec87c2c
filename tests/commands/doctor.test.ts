import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { runDesk } from '../support/run-desk.ts';

it('says that a machine is fine, and does so as JSON', async () => {
  const { exitCode, stdout } = await runDesk(['doctor', '--json'], 'tests/fixtures/empty');
  expect(exitCode).toBe(0);
  const { findings }: { findings: readonly { subject: string; state: string }[] } = JSON.parse(stdout);
  expect(findings.map(({ subject }) => subject)).toEqual(
    expect.arrayContaining([
      'node',
      'program folder',
      'settings',
      'output folder',
      'cache',
      'disk space',
      'time zones',
      'lock',
    ]),
  );
  expect(findings.filter(({ state }) => state === 'problem')).toEqual([]);
});

it('finds settings that stop a build', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'doctor-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(path.join(folder, 'site.yaml'), 'timeZone: Mars\n');
  const { exitCode, stdout } = await runDesk(['doctor'], folder);
  expect(exitCode).toBe(1);
  expect(stdout).toContain('problem  settings: 1 problem: `npx gazetteer check` names each with its cure.');
});

it('asks for the address only when told to', async () => {
  const asked = await runDesk(['doctor', '--online'], 'tests/fixtures/empty');
  expect(asked.stdout).toMatch(/warning {2}address: https:\/\/gazetteer\.example\/ /u);
  expect((await runDesk(['doctor'], 'tests/fixtures/empty')).stdout).not.toContain('address:');
});
