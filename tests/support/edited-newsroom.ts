import { appendFile, cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parse, stringify } from 'yaml';
import { writeArchive } from './write-archive.ts';

/** Plain data of a YAML file or of a front matter. */
export type Data = Record<string, unknown>;

/**
 * Writes a small newsroom in which everything occurs that can be edited: the hard cases, and a year of plain stories
 * that nothing but their neighbours links to.
 */
export async function writeSmallNewsroom(contentDir: string): Promise<void> {
  await writeArchive(contentDir, { stories: 14, years: 1 });
  await cp('tests/fixtures/hard-cases', contentDir, {
    recursive: true,
    filter: (file) => !file.endsWith('topics.yaml'),
  });
  await appendFile(
    path.join(contentDir, 'topics.yaml'),
    await readFile('tests/fixtures/hard-cases/topics.yaml', 'utf8'),
  );
}

/** The files of a newsroom, as somebody who edits them sees them: paths relative to its folder, with `/`. */
export interface EditedNewsroom {
  list(folder: string): Promise<readonly string[]>;
  /** Lists the stories that no other file names, so that they can go without leaving a dead link. */
  listFree(): Promise<readonly string[]>;
  readData(file: string): Promise<Data>;
  /** Changes a YAML file, or makes it. */
  changeData(file: string, change: (data: Data) => void): Promise<void>;
  /** Changes the front matter of a Markdown file, and its text if a new one is returned. */
  changePage(file: string, change: (data: Data, body: string) => string | void): Promise<void>;
  write(file: string, content: string | Uint8Array): Promise<void>;
  copy(from: string, to: string): Promise<void>;
  move(from: string, to: string): Promise<void>;
  remove(file: string): Promise<void>;
}

/** Opens a newsroom for edits. */
export function openEditedNewsroom(contentDir: string): EditedNewsroom {
  const at = (file: string) => path.join(contentDir, file);
  const read = (file: string) => readFile(at(file), 'utf8');
  const write = async (file: string, content: string | Uint8Array) => {
    await mkdir(path.dirname(at(file)), { recursive: true });
    await writeFile(at(file), content);
  };
  const list = (folder: string) => listBelow(contentDir, folder);
  const readData = async (file: string) => parseData(await read(file).catch(() => ''));
  return {
    list,
    readData,
    write,
    listFree: async () => {
      const texts = (await list('')).filter((file) => /\.(?:md|yaml)$/u.test(file));
      const all = (await Promise.all(texts.map(read))).join('\n');
      return (await list('articles')).filter((file) => file.endsWith('.md') && !all.includes(toId(file)));
    },
    changeData: async (file, change) => {
      const data = await readData(file);
      change(data);
      await write(file, stringify(data));
    },
    changePage: async (file, change) => {
      const [, yaml = '', body = ''] = /^---\n(.*?\n)---\n(.*)$/su.exec(await read(file)) ?? [];
      const data = parseData(yaml);
      const text = change(data, body) ?? body;
      await write(file, `---\n${stringify(data)}---\n${text}`);
    },
    copy: async (from, to) => write(to, await readFile(at(from))),
    move: (from, to) => rename(at(from), at(to)),
    remove: (file) => rm(at(file)),
  };
}

/** Returns the id of a story, by which others name it. */
export function toId(file: string): string {
  return file.replace(/^articles\/|\.md$/gu, '');
}

function parseData(yaml: string): Data {
  return (parse(yaml, { schema: 'core' }) as Data | null) ?? {};
}

async function listBelow(contentDir: string, folder: string): Promise<readonly string[]> {
  const entries = await readdir(path.join(contentDir, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(contentDir, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .toSorted();
}
