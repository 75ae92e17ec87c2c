import { readFileSync } from 'node:fs';
import path from 'node:path';
import { stringify } from 'yaml';
import { listFiles } from '../disk/list-files.ts';
import { programDir } from '../disk/program-dir.ts';
import { hostNames } from '../hosts/host-names.ts';
import { renderHostFiles } from '../hosts/newsroom-host.ts';
import { buildEdition } from '../news/edition.ts';
import { getMoves } from '../news/moves.ts';
import { emptyNewsroom } from '../news/newsroom.ts';
import { unknownUrl } from '../settings/settings.ts';

/** A host whose files a newsroom gets, or another one. */
export const hosts = [...hostNames, 'other'] as const;

export type Host = (typeof hosts)[number];

/** Answers from which a newsroom is made. */
export interface NewsroomInput {
  readonly name: string;
  readonly motto: string;
  readonly language: string;
  readonly timeZone: string;
  /** Empty if it is not known yet. */
  readonly address: string;
  readonly host: Host;
}

/** Facts about the moment and the program that go into the files. */
export interface NewsroomFacts {
  /** `2026-11-27`, in the newsroom's time zone. */
  readonly today: string;
  /** The name of its package: `the-valley-post`. */
  readonly packageName: string;
  /** How npm finds the program: a version, or the path of a tarball. */
  readonly program: string;
}

/** Builds the files of a new newsroom, by their paths in its folder. */
export function buildNewsroomFiles(input: NewsroomInput, facts: NewsroomFacts): ReadonlyMap<string, string> {
  return new Map([
    ['package.json', toJson(toManifest(facts))],
    ['content/site.yaml', toSiteFile(input)],
    ...listStarter(input, facts),
    ...listEditorFiles(),
    ...listHostFiles(input),
  ]);
}

const starterDir = path.join(import.meta.dirname, 'starter');

/** Files whose names npm would not put into a package. */
const dotFiles = new Map([
  ['gitignore', '.gitignore'],
  ['npmrc', '.npmrc'],
]);

function listStarter({ name }: NewsroomInput, { today }: NewsroomFacts): readonly (readonly [string, string])[] {
  const folder = today.slice(0, 7).replace('-', '/');
  const values: Readonly<Record<string, string>> = { name, today, folder, nameInQuotes: name.replaceAll("'", "''") };
  return listFiles(starterDir).map((file) => {
    const text = readFileSync(path.join(starterDir, file), 'utf8');
    const place = dotFiles.get(file) ?? file.replace('/articles/', `/articles/${folder}/`);
    return [place, text.replace(/\{\{(\w+)\}\}/gu, (_, key: string) => values[key] ?? '')];
  });
}

/** Editors know the keys of every file by these, and check after every save. */
function listEditorFiles(): readonly (readonly [string, string])[] {
  const dir = path.join(programDir, '.vscode');
  const files = listFiles(dir).filter((file) => file !== 'extensions.json');
  return files.map((file) => {
    const text = readFileSync(path.join(dir, file), 'utf8').replace('npm run --silent desk --', 'npx gazetteer');
    return [`.vscode/${file}`, text];
  });
}

/** The files that `gazetteer host` would write, which redirect from further names of places even in an empty newsroom. */
function listHostFiles({ host, address, language, timeZone }: NewsroomInput): readonly (readonly [string, string])[] {
  if (host === 'other') return [];
  const edition = buildEdition(emptyNewsroom, { nowMs: 0, language, timeZone });
  const site = { url: new URL(address || unknownUrl).href, moves: getMoves(edition) };
  return renderHostFiles(host, site).files.map(({ path: file, text }) => [file, text]);
}

function toManifest({ packageName, program }: NewsroomFacts) {
  const commands = ['dev', 'build', 'preview', 'serve', 'check', 'new'];
  return {
    name: packageName,
    private: true,
    type: 'module',
    scripts: {
      start: 'gazetteer build && gazetteer serve',
      ...Object.fromEntries(commands.map((command) => [command, `gazetteer ${command}`])),
    },
    dependencies: { gazetteer: program },
  };
}

function toSiteFile({ name, motto, language, timeZone, address }: NewsroomInput): string {
  const description = `${name}: replace this sentence by the paper in one sentence.`;
  const settings = stringify({ name, ...(motto && { motto }), description, language, locale: language, timeZone });
  const url = address === '' ? '# address: https://news.example.org/\n' : stringify({ address });
  return `# Who the newsroom is. Every key, with its meaning: node_modules/gazetteer/content/README.md\n${settings}# Where the site is published; until then it says that it is not ready.\n${url}`;
}

function toJson(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
