import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSettings } from '../../../src/settings/settings.ts';
import type { Environment } from '../../../src/settings/variables.ts';

/** Reads the settings of a content folder that holds only a `site.yaml`, or nothing. */
function read({ yaml, env = {}, isPreview }: { yaml?: string; env?: Environment; isPreview?: boolean }) {
  const contentDir = mkdtempSync(path.join(tmpdir(), 'gazetteer-settings-'));
  if (yaml !== undefined) writeFileSync(path.join(contentDir, 'site.yaml'), yaml);
  return readSettings({ CONTENT_DIR: contentDir, ...env }, isPreview);
}

/** Writes every issue in one text: where, what, and how to cure it. */
async function listIssues(input: Parameters<typeof read>[0]): Promise<readonly string[]> {
  const { issues } = await read(input);
  return issues.map(({ file, line, column, field, severity, code, message, hint }) => {
    const place = file === '' ? String(field?.[0]) : `${file}:${line}:${column}`;
    return `${place} ${severity === 'error' ? '' : `${severity} `}${code}: ${message} ${hint}`;
  });
}

describe('wrong settings', () => {
  it('are reported all at once: twelve mistakes in `site.yaml` and five in the environment, each with its place and cure', async () => {
    const yaml = `# The paper
name: ""
moto: News you can place
description: [An, archive]
address: foo
language: en
locale: fr-FR
timeZone: Europe/Bukarest
securityContact: security@example.org
pageSize: 0
feedSize: thirty
indexPartSize:
features:
  cards: maybe
  ofline: true
pageSize: 30
`;
    const env = {
      SITE_URL: 'https://example.org/?page=1',
      SITE_TIME_ZONE: 'Mars/Olympus',
      SOCIAL_CARDS: 'no',
      PORT: '99999',
      SITE_TIMEZONE: 'UTC',
    };
    expect(await listIssues({ yaml, env })).toEqual([
      'PORT invalid-value: `PORT`: `99999` is not a whole number from 0 to 65535. Write digits only.',
      'SITE_TIME_ZONE invalid-value: `SITE_TIME_ZONE`: `Mars/Olympus` is not the name of a time zone. Write a name such as `Europe/Bucharest` or `UTC`.',
      'SITE_URL invalid-value: `SITE_URL`: `https://example.org/?page=1` is not the address of a site. Write the full address of the front page: `https://example.org/`.',
      'SOCIAL_CARDS invalid-value: `SOCIAL_CARDS`: `no` is not `true` or `false`. Write one of the two; `on` and `off` also work.',
      'SITE_TIMEZONE warning unknown-variable: The program does not use the variable `SITE_TIMEZONE`. Did you mean `SITE_TIME_ZONE`?',
      'site.yaml:2:7 too-short: `name` has no visible characters. Write it, or delete the line.',
      'site.yaml:3:1 unknown-key: There is no key `moto`. Did you mean `motto`?',
      'site.yaml:4:14 wrong-type: YAML reads `[An, archive]` as a list instead of text. Write `description: "[An, archive]"`.',
      'site.yaml:5:10 invalid-value: `address`: `foo` is not the address of a site. Write the full address of the front page: `https://example.org/news/`.',
      'site.yaml:7:9 invalid-value: The locale `fr-FR` does not match the language `en`. Choose a locale of that language, such as `en-US`.',
      'site.yaml:8:11 invalid-value: `timeZone`: `Europe/Bukarest` is not the name of a time zone. Did you mean `Europe/Bucharest`?',
      'site.yaml:9:18 invalid-value: `securityContact`: `security@example.org` is not a `mailto:`, `https:` or `tel:` address. Write `mailto:security@example.org`.',
      'site.yaml:11:11 invalid-value: `feedSize`: `thirty` is not a whole number from 1 to 500. Write digits only.',
      'site.yaml:12:15 missing-key: `indexPartSize` has no value. Write one, or delete the line.',
      'site.yaml:14:10 invalid-value: `cards` in `features`: `maybe` is not `true` or `false`. Write one of the two; `on` and `off` also work.',
      'site.yaml:15:3 unknown-key: There is no key `ofline` in `features`. Did you mean `offline`?',
      'site.yaml:16:1 invalid-yaml: The key appears twice. Keep one of the two.',
    ]);
  });

  it.each([
    [
      'page size',
      'pageSize: 0',
      'site.yaml:1:11 invalid-value: `pageSize`: `0` is not a whole number from 1 to 500. Write digits only.',
    ],
    [
      'language without a dictionary',
      'language: fr\nlocale: fr-FR',
      'site.yaml:1:11 missing-dictionary: The interface has not been translated into `fr`. Choose one of ar, en, es, or translate src/i18n/en.ts, as src/i18n/README.md explains.',
    ],
    [
      'language that is none',
      'language: english!',
      'site.yaml:1:11 invalid-value: `language`: `english!` is not a language tag. Write a BCP 47 tag such as `en`, `ar` or `pt-BR`.',
    ],
    [
      'locale that is none',
      'locale: en_GB',
      'site.yaml:1:9 invalid-value: `locale`: `en_GB` is not a language tag. Write a BCP 47 tag such as `en`, `ar` or `pt-BR`.',
    ],
    [
      'locale of no country',
      'locale: en-XX',
      'site.yaml:1:9 invalid-value: `XX` in `en-XX` is not a country or region. Write a locale such as `en-US`.',
    ],
    [
      'list of features',
      'features: [cards]',
      'site.yaml:1:11 wrong-type: `features` must be a set of keys, not `["cards"]`. Write `key: value` lines below it, indented.',
    ],
    [
      'line without a colon',
      'name The Paper',
      'site.yaml:1:1 invalid-yaml: `name` must be followed by a colon and a space. Write `name: The Paper`.',
    ],
    [
      'bracket that is never closed',
      'name: A\nfeatures: {cards: true',
      'site.yaml:2:11 invalid-yaml: The bracket at the start is never closed. Write `features: { cards: true }`.',
    ],
    [
      'tab',
      'features:\n\tcards: true',
      'site.yaml:2:1 invalid-yaml: The line is indented with a tab. Indent with spaces: `  cards: true`.',
    ],
    [
      'word of another program',
      'title: The Paper',
      'site.yaml:1:1 unknown-key: There is no key `title`. Did you mean `name`?',
    ],
    [
      'word of another program for the address',
      'url: https://example.org/',
      'site.yaml:1:1 unknown-key: There is no key `url`. Did you mean `address`?',
    ],
    [
      'character that no one sees',
      'name: "The \\u202ePaper"',
      'site.yaml:1:7 forbidden-character: `name`: The text contains the control character U+202E. Delete it: it breaks feeds or reverses the text around it. If you cannot see it, retype the words around it.',
    ],
  ])('say of a %s what to write', async (_of, yaml, said) => {
    expect(await listIssues({ yaml })).toEqual([said]);
  });

  it('do not hide behind a variable that overrides them', async () => {
    const [issue] = await listIssues({ yaml: 'timeZone: Cairo', env: { SITE_TIME_ZONE: 'UTC' } });
    expect(issue).toContain('site.yaml:1:11 invalid-value: `timeZone`: `Cairo`');
  });

  it('are put to the variable where both take part', async () => {
    expect(await listIssues({ yaml: 'language: es', env: { SITE_LOCALE: 'en-GB' } })).toEqual([
      'SITE_LOCALE invalid-value: The locale `en-GB` does not match the language `es`. Choose a locale of that language, such as `es-ES`.',
    ]);
    expect(await listIssues({ env: { SITE_LANGUAGE: 'xx' } })).toEqual([
      expect.stringContaining('SITE_LANGUAGE missing-dictionary: The interface has not been translated into `xx`.'),
    ]);
  });

  it('say of a content folder that there is none', async () => {
    const { issues } = await readSettings({ CONTENT_DIR: '/nowhere' });
    expect(issues).toMatchObject([
      {
        code: 'invalid-value',
        message: '`CONTENT_DIR`: `/nowhere` is not a folder.',
        hint: 'Write the relative or absolute path of the folder that contains `articles/`.',
        file: '',
        field: ['CONTENT_DIR'],
      },
    ]);
  });

  it('of a file that is no text are one issue', async () => {
    const contentDir = mkdtempSync(path.join(tmpdir(), 'gazetteer-settings-'));
    writeFileSync(path.join(contentDir, 'site.yaml'), Uint8Array.from([0x6e, 0x3a, 0x20, 0xff]));
    const { issues } = await readSettings({ CONTENT_DIR: contentDir, SITE_LOCALE: 'es' });
    expect(issues).toMatchObject([{ code: 'invalid-utf8', file: 'site.yaml', line: 1, column: 4 }]);
  });
});

describe('settings', () => {
  it('have defaults where neither a file nor a variable says anything', async () => {
    const { site, machine, issues } = await read({});
    expect(issues).toEqual([]);
    expect(site).toMatchObject({
      name: 'Gazetteer',
      url: 'https://gazetteer.example/',
      language: 'en',
      locale: 'en-GB',
      timeZone: 'UTC',
      securityContact: '',
      pageSize: 30,
      feedSize: 20,
      partSize: 5000,
      hasCards: true,
      datelines: 'filed',
      hasOffline: true,
      hasPackedFiles: false,
      outDir: path.resolve('dist'),
      cacheDir: path.resolve('node_modules/.cache/gazetteer'),
      isPreview: false,
    });
    expect(machine.port).toBe(4321);
  });

  it('are read from the file, byte order mark and line ends of Windows included', async () => {
    const yaml =
      '\ufeffname: "1984"\r\naddress: https://example.org/news\r\nlanguage: es\r\npageSize: 7\r\ndatelines: event\r\nfeatures: {cards: false, packed: on}\r\n';
    const { site, issues } = await read({ yaml });
    expect(issues).toEqual([]);
    expect(site).toMatchObject({
      name: '1984',
      url: 'https://example.org/news/',
      language: 'es',
      locale: 'es',
      pageSize: 7,
      hasCards: false,
      datelines: 'event',
      hasOffline: true,
      hasPackedFiles: true,
    });
  });

  it('may be an empty file, or one of remarks', async () => {
    for (const yaml of ['', '# Nothing yet\n']) expect((await read({ yaml })).issues).toEqual([]);
  });

  it('are overridden by variables, but not by empty ones', async () => {
    const yaml = 'name: A\nmotto: B\ndescription: C\nfeatures: {cards: true, offline: true}';
    const env = {
      SITE_NAME: 'The paper',
      SITE_MOTTO: '',
      SITE_URL: ' https://example.org ',
      SITE_LANGUAGE: 'ar',
      SITE_LOCALE: 'ar-EG',
      SITE_TIME_ZONE: 'Africa/Cairo',
      SITE_DESCRIPTION: 'D',
      SITE_SECURITY_CONTACT: 'tel:112',
      SITE_OFFLINE: 'off',
      SITE_PACKED: 'on',
      SOCIAL_CARDS: 'off',
      INDEX_PART_SIZE: '9',
      OUT_DIR: '/srv/site',
      CACHE_DIR: '/var/cache',
      BUILD_THREADS: '3',
      PORT: '0',
    };
    const { site, machine, issues } = await read({ yaml, env });
    expect(issues).toEqual([]);
    expect(site).toMatchObject({
      name: 'The paper',
      motto: 'B',
      description: 'D',
      url: 'https://example.org/',
      language: 'ar',
      locale: 'ar-EG',
      timeZone: 'Africa/Cairo',
      securityContact: 'tel:112',
      partSize: 9,
      hasCards: false,
      hasOffline: false,
      hasPackedFiles: true,
      outDir: '/srv/site',
      cacheDir: '/var/cache',
    });
    expect(machine).toEqual({ threads: 3, port: 0 });
  });

  it('keep the name of the paper on Netlify, which calls its own name for a site SITE_NAME', async () => {
    const env = { NETLIFY: 'true', SITE_NAME: 'calm-otter-123', SITE_ID: 'x', SITE_MOTTO: 'B' };
    const { site, issues } = await read({ yaml: 'name: A', env });
    expect(issues).toEqual([]);
    expect(site).toMatchObject({ name: 'A', motto: 'B' });
  });

  it('of a preview keep it far from what is published', async () => {
    const env = { OUT_DIR: '/srv/site', CACHE_DIR: '/var/cache', SITE_PACKED: 'on' };
    const { site, machine } = await read({ env, isPreview: true });
    expect(site).toMatchObject({ isPreview: true, hasOffline: false, hasPackedFiles: false });
    expect(site.outDir).toMatch(/^\/var\/cache\/preview\/[0-9a-f]{12}$/u);
    expect(machine.port).toBe(4322);
  });
});

async function findMeant(name: string, env: Environment = {}): Promise<readonly string[]> {
  const { issues } = await read({ env: { ...env, [name]: 'x' } });
  return issues.map(({ code, hint }) => `${code} ${hint}`);
}

describe('a misspelt variable', () => {
  it.each([
    ['SITE_URl', 'SITE_URL'],
    ['SITE_TITLE_', undefined],
    ['SITE_TIMEZONE', 'SITE_TIME_ZONE'],
    ['SITE_ADDRESS', 'SITE_URL'],
    ['SITE_LANGAUGE', 'SITE_LANGUAGE'],
    ['SITE_CARDS', 'SOCIAL_CARDS'],
    ['SITE_ID', undefined],
    ['ContentDir', 'CONTENT_DIR'],
    ['SOCIALCARDS', 'SOCIAL_CARDS'],
    ['SITEMAP', undefined],
    ['REPORT', undefined],
    ['PATH', undefined],
  ])('%s is taken for %s', async (name, meant) => {
    expect(await findMeant(name)).toEqual(meant === undefined ? [] : [`unknown-variable Did you mean \`${meant}\`?`]);
  });

  it('is not reported if letter case makes no difference and the right one is set', async () => {
    expect(await findMeant('site_name', { SITE_NAME: 'The paper' })).toEqual([]);
  });
});
