import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { writeNewsroom } from '../support/write-newsroom.ts';

const wrong = {
  CONTENT_DIR: '/nowhere/content',
  SITE_URL: 'example.org',
  SITE_TIME_ZONE: 'Europe/Bukarest',
  SITE_LOCALE: 'en_GB',
  SITE_SECURITY_CONTACT: 'me',
  INDEX_PART_SIZE: 'abc',
  BUILD_THREADS: '0',
  PORT: '99999',
  SOCIAL_CARDS: 'no',
  SITE_OFFLINE: 'no',
  SOURCE_DATE_EPOCH: 'today',
};

describe('wrong settings', () => {
  it.each([
    ['build'],
    ['build', '--shard', '1/2'],
    ['preview'],
    ['shards'],
    ['merge'],
    ['check'],
    ['serve'],
    ['host', 'nginx'],
    ['dev'],
  ])('are all said before anything is done: %s %s %s', (...args) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['src/desk/main.ts', ...args], {
      encoding: 'utf8',
      env: { ...process.env, ...wrong, OUT_DIR: '/nowhere/dist', NO_COLOR: '1' },
    });
    const said = stdout + stderr;
    for (const value of Object.values(wrong)) expect(said).toContain(`\`${value}\``);
    expect(said.match(/error {2}invalid-value/gu)).toHaveLength(Object.keys(wrong).length);
    expect(said).not.toMatch(/\n\s+at /u);
    expect(status).toBe(1);
  });
});

const wrongFile = `name: ""
moto: News you can place
address: foo
language: english!
timeZone: Europe/Bukarest
securityContact: me
pageSize: 0
feedSize: thirty
features:
  cards: maybe
  ofline: true
description: A paper
description: The paper
`;

describe('a wrong site.yaml', () => {
  it.each([['build'], ['check'], ['serve'], ['dev']])(
    'and a wrong environment are said at once by %s, each mistake with its place, and nothing is written',
    async (command) => {
      const contentDir = await writeNewsroom({ 'site.yaml': wrongFile });
      const outDir = path.join(contentDir, '../never-built');
      const env = { CONTENT_DIR: contentDir, OUT_DIR: outDir, SITE_LOCALE: 'en_GB', PORT: 'x', NO_COLOR: '1' };
      const { status, stdout, stderr } = spawnSync(process.execPath, ['src/desk/main.ts', command], {
        encoding: 'utf8',
        env: { ...process.env, ...env, SITE_TIMEZONE: 'UTC' },
      });
      const places = (stdout + stderr).matchAll(/^(?<place>\S+) {2}(?:error|warning) {2}(?<code>[\w-]+)$/gmu);
      expect([...places].map(({ groups }) => `${path.basename(groups?.['place'] ?? '')} ${groups?.['code']}`)).toEqual([
        'PORT invalid-value',
        'SITE_LOCALE invalid-value',
        'SITE_TIMEZONE unknown-variable',
        'site.yaml:1:7 too-short',
        'site.yaml:2:1 unknown-key',
        'site.yaml:3:10 invalid-value',
        'site.yaml:4:11 invalid-value',
        'site.yaml:5:11 invalid-value',
        'site.yaml:6:18 invalid-value',
        'site.yaml:7:11 invalid-value',
        'site.yaml:8:11 invalid-value',
        'site.yaml:10:10 invalid-value',
        'site.yaml:11:3 unknown-key',
        'site.yaml:13:1 invalid-yaml',
      ]);
      expect(status).toBe(1);
      expect(existsSync(outDir)).toBe(false);
    },
  );

  it('is reported as JSON and as annotations, a variable without a file', async () => {
    const contentDir = await writeNewsroom({ 'site.yaml': 'name: The paper\npageSize: 0\n' });
    const run = (format: string) =>
      spawnSync(process.execPath, ['src/desk/main.ts', 'check', '--format', format], {
        encoding: 'utf8',
        env: { ...process.env, CONTENT_DIR: contentDir, PORT: 'x' },
      }).stdout;
    const message = 'is not a whole number from';
    expect(JSON.parse(run('json'))).toMatchObject({
      errors: 2,
      issues: [
        { file: '', line: 0, field: ['PORT'], message: expect.stringContaining(message) },
        { file: expect.stringMatching(/\/site\.yaml$/u), line: 2, column: 11, field: ['pageSize'] },
      ],
    });
    const [ofVariable, ofFile] = run('github').split('\n');
    expect(ofVariable).toMatch(/^::error title=invalid-value::`PORT`: `x` is not a whole number from 0 to 65535\.%0A/u);
    expect(ofFile).toMatch(/^::error file=\S+\/site\.yaml,line=2,col=11,title=invalid-value::`pageSize`/u);
  });
});
