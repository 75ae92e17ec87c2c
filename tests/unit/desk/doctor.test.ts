import { expect, it } from 'vitest';
import { examineDrive, examinePath, examineSpace } from '../../../src/desk/doctor.ts';

it('finds the path of another system', () => {
  for (const folder of ['/home/ana/C:\\paper\\content', '/home/ana/paper\\content', '/home/ana/C:/paper'])
    expect(examinePath('cache', folder, 'linux')).toMatchObject({ subject: 'cache', state: 'problem' });
  expect(examinePath('cache', '/home/ana/paper', 'linux')).toBeUndefined();
  expect(examinePath('cache', 'C:\\paper', 'win32')).toBeUndefined();
  expect(examinePath('cache', `C:\\${'long'.repeat(40)}`, 'win32')).toMatchObject({ state: 'warning' });
});

it('finds a network drive', () => {
  expect(examineDrive('output folder', 0x69_69)?.text).toContain('a network drive (NFS)');
  expect(examineDrive('output folder', 0xef_53)).toBeUndefined();
});

it('finds a full disk', () => {
  expect(examineSpace(100_000_000)).toMatchObject({
    state: 'warning',
    text: expect.stringContaining('100 MB are free.'),
  });
  expect(examineSpace(19_000_000)).toMatchObject({ state: 'problem' });
  expect(examineSpace(20_000_000_000)).toEqual({ subject: 'disk space', state: 'good', text: '20.0 GB are free.' });
});
