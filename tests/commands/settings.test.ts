import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { describe, expect, it } from 'vitest';

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
    ['server', 'nginx'],
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
