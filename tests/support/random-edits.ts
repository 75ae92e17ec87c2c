import { openEditedNewsroom, toId, type Data, type EditedNewsroom } from './edited-newsroom.ts';
import { makePhoto } from './make-picture.ts';
import type { Random } from './random.ts';

/** Random edits of a newsroom: anything an editor may do in a day without leaving an error behind. */
export interface RandomEditor {
  /** Makes one edit at an instant, and returns its name and its subject. */
  edit(nowMs: number): Promise<string>;
}

/** Opens a newsroom of stories, topics, authors and storylines for random edits. */
export function openRandomEditor(contentDir: string, random: Random): RandomEditor {
  const newsroom = openEditedNewsroom(contentDir);
  const pick = <Thing>(things: readonly Thing[]): Thing => {
    const thing = things[Math.floor(random() * things.length)];
    if (thing === undefined) throw new Error('There is nothing to choose from.');
    return thing;
  };
  let count = 0;
  const next = () => (count += 1);
  return {
    edit: async (nowMs) => {
      const [name, run] = pick(Object.entries(edits));
      const story = pick((await newsroom.list('articles')).filter((file) => file.endsWith('.md')));
      return `${name} ${(await run({ newsroom, story, nowMs, pick, next })) ?? story}`;
    },
  };
}

/** The means of an edit. */
interface Desk {
  readonly newsroom: EditedNewsroom;
  /** A story chosen at random. */
  readonly story: string;
  readonly nowMs: number;
  pick<Thing>(things: readonly Thing[]): Thing;
  /** Returns another number for each call. */
  next(): number;
}

/** An edit. Returns its subject, if that is not the chosen story. */
type Edit = (desk: Desk) => Promise<string | void>;

/** Changes the front matter of the chosen story. */
function changeStory(change: (data: Data, desk: Desk) => void): Edit {
  return (desk) => desk.newsroom.changePage(desk.story, (data) => void change(data, desk));
}

/** Changes the front matter of a story that nothing names, so that it may disappear. */
function changeFree(change: (data: Data, desk: Desk) => void): Edit {
  return async (desk) => {
    const file = desk.pick(await desk.newsroom.listFree());
    await desk.newsroom.changePage(file, (data) => void change(data, desk));
    return file;
  };
}

/** Changes one of the things in a YAML file: a topic, an author. */
function changeThing(file: string, change: (data: Data, desk: Desk) => void): Edit {
  return async (desk) => {
    const id = desk.pick(Object.keys(await desk.newsroom.readData(file)));
    await desk.newsroom.changeData(file, (all) => change(all[id] as Data, desk));
    return `${file}: ${id}`;
  };
}

/** Adds a copy of the chosen story at an address of its own. */
async function addCopy({ newsroom, story, next }: Desk, folder: string, change: (data: Data) => void): Promise<string> {
  const file = `${folder}/story-number-${next()}.md`;
  await newsroom.copy(story, file);
  await newsroom.changePage(file, (data, body) => {
    for (const key of ['aliases', 'image', 'status', 'expires', 'updated', 'corrections']) delete data[key];
    change(Object.assign(data, { title: `A story of its own, in the file ${file}` }));
    return body.replace(/!\[[^\]]*\]\([^)]*\)/gu, '');
  });
  return file;
}

/** `2026-01-03T10:00:00Z`, some hours after an instant. */
function toTime(fromMs: number, hours: number): string {
  return new Date(fromMs + hours * 3_600_000).toISOString().replace(/\.\d+/u, '');
}

const places = ['FJ', 'RO', 'NO', '419', '142', 'nordics'];

const edits: Readonly<Record<string, Edit>> = {
  add: (desk) => addCopy(desk, desk.story.replace(/\/[^/]+$/u, ''), () => undefined),
  'put under embargo': (desk) => {
    const published = toTime(desk.nowMs, desk.pick([5, 20, 50]));
    return addCopy(desk, `articles/${published.slice(0, 7).replace('-', '/')}`, (data) =>
      Object.assign(data, { published }),
    );
  },
  'let expire': changeStory((data, { nowMs, pick }) => {
    const laterMs = Math.max(nowMs, Date.parse(String(data['published'])));
    data['expires'] = toTime(laterMs, pick([5, 20, 50]));
  }),
  'edit the text of': ({ newsroom, story, next }) =>
    newsroom.changePage(story, (_data, body) => `${body}\nOne more line, number ${next()}.\n`),
  'link from': async ({ newsroom, story, pick, next }) => {
    const target = toId(pick((await newsroom.list('articles')).filter((file) => file.endsWith('.md'))));
    return newsroom.changePage(story, (_data, body) => `${body}\nSee [what was said](/${target}/) on day ${next()}.\n`);
  },
  'edit the title of': changeStory((data, { next }) => (data['title'] = `A new title, number ${next()}`)),
  rename: async ({ newsroom, pick, next }) => {
    const file = pick(await newsroom.listFree());
    await newsroom.move(file, file.replace(/\.md$/u, `-r${next()}.md`));
    return file;
  },
  'move away and leave an alias for': async ({ newsroom, pick, next }) => {
    const file = pick(await newsroom.listFree());
    const to = file.replace(/\.md$/u, `-moved-${next()}.md`);
    await newsroom.move(file, to);
    await newsroom.changePage(to, (data) => void (data['aliases'] = [`/${toId(file)}/`]));
    return file;
  },
  delete: async ({ newsroom, pick }) => {
    const file = pick(await newsroom.listFree());
    await newsroom.remove(file);
    return file;
  },
  withdraw: changeFree((data) => (data['status'] = 'withdrawn')),
  'make a draft of': changeFree((data) => (data['status'] = 'draft')),
  'publish again': changeStory((data) => {
    delete data['status'];
    delete data['expires'];
  }),
  correct: changeStory((data, { pick, next }) => {
    const kind = pick(['correction', 'update']);
    data['corrections'] = [{ kind, date: data['published'], text: `What was wrong, number ${next()}.` }];
  }),
  retag: changeStory((data, { pick }) => (data['tags'] = [pick(['ports', 'trade', 'fresh words']), 'China'])),
  'change the author of': changeStory((data, { pick }) => (data['authors'] = [pick(['desk', 'ada'])])),
  'move to other places': changeStory((data, { pick }) => (data['regions'] = [pick(places), 'AQ'])),
  'change the kind of': changeStory((data, { pick }) => (data['kind'] = pick(['analysis', 'opinion']))),
  'move to another topic': async ({ newsroom, story, pick }) => {
    const topic = pick(Object.keys(await newsroom.readData('topics.yaml')));
    await newsroom.changePage(story, (data) => void (data['topic'] = topic));
  },
  'put into a storyline': async ({ newsroom, story, pick }) => {
    const storyline = pick(await newsroom.list('storylines')).replace(/^storylines\/|\.md$/gu, '');
    await newsroom.changePage(story, (data) => void (data['storylines'] = [storyline]));
  },
  illustrate: async ({ newsroom, story, next }) => {
    const src = `picture-${next()}.jpg`;
    await newsroom.write(story.replace(/[^/]+$/u, src), await makePhoto(640 + next(), 360));
    await newsroom.changePage(story, (data) => {
      data['image'] = { src, alt: 'A gradient of colours', credit: 'Test desk', caption: 'Colours.' };
    });
  },
  'replace a picture, not': async ({ newsroom, pick, next }) => {
    const file = pick((await newsroom.list('articles')).filter((name) => /\.(?:jpg|png)$/u.test(name)));
    await newsroom.write(file, await makePhoto(500 + next(), 300));
    return file;
  },
  'start a storyline, not': async ({ newsroom, next }) => {
    const file = `storylines/line-${next()}.md`;
    await newsroom.write(
      file,
      `---\ntitle: Storyline ${file}\nsummary: A storyline that has just begun and has no story.\n---\n\nText.\n`,
    );
    return file;
  },
  'go on with a storyline, not': async ({ newsroom, pick, next }) => {
    const file = pick(await newsroom.list('storylines'));
    await newsroom.changePage(file, (_data, body) => `${body}\nIt went on, number ${next()}.\n`);
    return file;
  },
  'change the title of a topic, not': changeThing(
    'topics.yaml',
    (topic, { next }) => (topic['title'] = `Topic ${next()}`),
  ),
  'change the code of a topic, not': changeThing('topics.yaml', (topic, { pick }) => {
    topic['mediaTopic'] = pick(['02000000', '20000065']);
  }),
  'change the name of an author, not': changeThing(
    'authors.yaml',
    (author, { next }) => (author['name'] = `Desk ${next()}`),
  ),
  'make an author a person, not': changeThing('authors.yaml', (author, { pick }) => {
    author['type'] = pick(['person', 'desk']);
  }),
  'name a place anew, not': async ({ newsroom, pick, next }) => {
    const code = pick(['GB', 'RO', 'FJ']);
    await newsroom.changeData('places.yaml', (data) => {
      data['names'] = { ...(data['names'] as Data), [code]: `Place ${next()}` };
    });
    return code;
  },
  'change a group of places, not': async ({ newsroom, pick }) => {
    const members = ['DK', 'FI', 'NO', pick(['SE', 'IS', 'EE'])];
    await newsroom.changeData('places.yaml', (data) => (data['groups'] = { nordics: { title: 'Nordics', members } }));
    return `nordics: ${members.join(' ')}`;
  },
  'lead with': ({ newsroom, story }) => newsroom.write('front.yaml', `lead: ${toId(story)}\n`),
  'leave the front page to time, not': async ({ newsroom }) => newsroom.write('front.yaml', '{}\n'),
  'write a policy, not': ({ newsroom, next }) =>
    newsroom.write(
      'pages/sourcing.md',
      `---\ntitle: Policy number ${next()}\nsummary: How the desk works, in one sentence that is long.\n---\nA text.\n`,
    ),
  'add a file of its own, not': async ({ newsroom, next }) => {
    await newsroom.write('public/humans.txt', `Version ${next()}\n`);
    return 'public/humans.txt';
  },
  'change the settings, not': async ({ newsroom, pick, next }) => {
    await newsroom.changeData('site.yaml', (data) =>
      Object.assign(data, pick([{ motto: `Motto ${next()}` }, { pageSize: pick([2, 5, 30]) }])),
    );
    return 'site.yaml';
  },
};
