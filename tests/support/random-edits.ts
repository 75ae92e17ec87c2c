import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parse, stringify } from 'yaml';
import type { Random } from './random.ts';

type FrontMatter = Record<string, unknown>;

/** Random edits of a newsroom: anything an editor may do in a day without leaving an error behind. */
export interface RandomEditor {
  /** Makes one edit, and returns its name and its subject. */
  edit(): Promise<string>;
}

/** Opens a newsroom of stories in `articles/`, topics and authors for random edits. */
export function openRandomEditor(contentDir: string, random: Random): RandomEditor {
  const pick = <Thing>(things: readonly Thing[]): Thing => {
    const thing = things[Math.floor(random() * things.length)];
    if (thing === undefined) throw new Error('There is nothing to choose from.');
    return thing;
  };
  const at = (file: string) => path.join(contentDir, file);
  const read = (file: string) => readFile(at(file), 'utf8');
  let serial = 0;

  async function change(file: string, edit: (data: FrontMatter, body: string) => string | void): Promise<void> {
    const [, yaml = '', body = ''] = /^---\n(.*?\n)---\n(.*)$/su.exec(await read(file)) ?? [];
    const data = parse(yaml, { schema: 'core' }) as FrontMatter;
    const text = edit(data, body) ?? body;
    await writeFile(at(file), `---\n${stringify(data)}---\n${text}`);
  }

  async function changeYaml(file: string, edit: (data: Record<string, FrontMatter>) => void): Promise<void> {
    const data = parse(await read(file), { schema: 'core' }) as Record<string, FrontMatter>;
    edit(data);
    await writeFile(at(file), stringify(data));
  }

  /** Lists stories that nothing else names, so that they can be removed without leaving a dead link. */
  async function listFree(stories: readonly string[]): Promise<readonly string[]> {
    const others = await Promise.all([...stories, ...(await listBelow(contentDir, 'storylines'))].map(read));
    const all = others.join('\n');
    return stories.filter((file) => !all.includes(toId(file)));
  }

  const edits: Readonly<Record<string, (story: string, stories: readonly string[]) => Promise<string | void>>> = {
    add: async (story) => {
      const file = story.replace(/\.md$/u, `-${(serial += 1)}.md`);
      await writeFile(at(file), await read(story));
      await change(file, (data) => void Object.assign(data, { title: `Another story, number ${serial}` }));
      return file;
    },
    'edit the text of': (story) => change(story, (_data, body) => `${body}\nOne more line, number ${(serial += 1)}.\n`),
    'edit the title of': (story) =>
      change(story, (data) => void (data['title'] = `A new title, number ${(serial += 1)}`)),
    rename: async (_story, stories) => {
      const file = pick(await listFree(stories));
      await rename(at(file), at(file.replace(/\.md$/u, `-r${(serial += 1)}.md`)));
      return file;
    },
    delete: async (_story, stories) => {
      const file = pick(await listFree(stories));
      await rm(at(file));
      return file;
    },
    retag: (story) => change(story, (data) => void (data['tags'] = [pick(['ports', 'trade', 'fresh words']), 'China'])),
    'move to another topic': async (story) => {
      const topics = Object.keys(parse(await read('topics.yaml')) as object);
      await change(story, (data) => void (data['topic'] = pick(topics)));
    },
    'move to other places': (story) =>
      change(story, (data) => void (data['regions'] = [pick(['FJ', 'RO', '419']), 'AQ'])),
    correct: (story) =>
      change(story, (data) => {
        const text = `What was wrong, number ${(serial += 1)}.`;
        data['corrections'] = [{ kind: pick(['correction', 'update']), date: '2024-12-20', text }];
      }),
    withdraw: async (_story, stories) => {
      const file = pick(await listFree(stories));
      await change(file, (data) => void (data['status'] = 'withdrawn'));
      return file;
    },
    'put under embargo': async (_story, stories) => {
      const file = pick(await listFree(stories));
      await change(file, (data) => void (data['status'] = 'draft'));
      return file;
    },
    'change the title of a topic, not': async () =>
      changeYaml('topics.yaml', (topics) => {
        Object.assign(topics[pick(Object.keys(topics))] ?? {}, { title: `Topic number ${(serial += 1)}` });
      }),
    'change the code of a topic, not': async () =>
      changeYaml('topics.yaml', (topics) => {
        Object.assign(topics[pick(Object.keys(topics))] ?? {}, { mediaTopic: pick(['02000000', '20000065']) });
      }),
    'make an author a person, not': async () =>
      changeYaml('authors.yaml', (authors) => {
        Object.assign(authors[pick(Object.keys(authors))] ?? {}, { type: pick(['person', 'desk']) });
      }),
    'change the kind of': (story) => change(story, (data) => void (data['kind'] = pick(['analysis', 'opinion']))),
    'write a policy, not': async () => {
      const page = {
        title: `Policy number ${(serial += 1)}`,
        summary: 'How the desk works, in one sentence that is long.',
      };
      await writeFile(at('pages/sourcing.md'), `---\n${stringify(page)}---\nA text.\n`);
    },
    'change the name of an author, not': async () =>
      changeYaml('authors.yaml', (authors) => {
        Object.assign(authors[pick(Object.keys(authors))] ?? {}, { name: `Desk number ${(serial += 1)}` });
      }),
    'lead with': (story) => writeFile(at('front.yaml'), `lead: ${toId(story)}\n`),
  };

  return {
    edit: async () => {
      const stories = await listBelow(contentDir, 'articles');
      const [name, run] = pick(Object.entries(edits));
      const story = pick(stories);
      return `${name} ${(await run(story, stories)) ?? story}`;
    },
  };
}

function toId(file: string): string {
  return file.replace(/^articles\/|\.md$/gu, '');
}

async function listBelow(contentDir: string, folder: string): Promise<readonly string[]> {
  const entries = await readdir(path.join(contentDir, folder), { recursive: true });
  return entries
    .filter((file) => file.endsWith('.md'))
    .map((file) => path.posix.join(folder, file.split(path.sep).join('/')))
    .toSorted();
}
