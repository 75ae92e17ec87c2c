import { compareText, toIssue, type Issue } from '../core/issue.ts';
import type { Article } from './article.ts';
import type { Newsroom } from './newsroom.ts';
import { toTagId, toTagKeys } from './tag.ts';

interface TagUse {
  readonly words: string;
  readonly file: string;
  readonly index: number;
  count: number;
}

/** Reports each spelling of a tag that is rarer than its near duplicate, once, where it first appears. */
export function checkNearDuplicateTags({ articles }: Pick<Newsroom, 'articles'>): readonly Issue[] {
  return groupTwins(collectTags(articles)).flatMap((twins) => {
    const [main, ...others] = twins.toSorted((a, b) => b.count - a.count || compareText(a.words, b.words));
    return others.map(({ words, file, index, count }) => {
      const holders = main && main.count > count ? 'more stories use' : 'another story uses';
      const message = `The tag \`${words}\` is almost the same as \`${main?.words}\`, which ${holders}.`;
      const hint = `Write \`${main?.words}\`.`;
      return toIssue({ code: 'near-duplicate-tag', message, hint, file, field: ['tags', index] });
    });
  });
}

function collectTags(articles: readonly Article[]): ReadonlyMap<string, TagUse> {
  const uses = new Map<string, TagUse>();
  for (const { tags, file } of articles) {
    tags.forEach((words, index) => {
      const id = toTagId(words);
      const use = uses.get(id);
      if (use) use.count += 1;
      else uses.set(id, { count: 1, words, file, index });
    });
  }
  return uses;
}

/** Groups tags that share a key, directly or through other tags. */
function groupTwins(uses: ReadonlyMap<string, TagUse>): readonly (readonly TagUse[])[] {
  const parents = new Map<string, string>();
  for (const id of uses.keys()) {
    const [joined, sorted] = toTagKeys(id).map((key, index) => findRoot(`${index} ${key}`, parents));
    if (joined !== undefined && sorted !== undefined) parents.set(joined, sorted);
  }
  const byRoot = Map.groupBy(uses, ([id]) => findRoot(`0 ${toTagKeys(id)[0]}`, parents));
  return [...byRoot.values()].map((group) => group.map(([, use]) => use));
}

/** Finds the key that represents a group of keys, and shortens the path to it for the next lookup. */
function findRoot(key: string, parents: Map<string, string>): string {
  let root = key;
  for (let parent = parents.get(root); parent !== undefined && parent !== root; parent = parents.get(root))
    root = parent;
  for (let at = key; at !== root;) {
    const next = parents.get(at) ?? root;
    parents.set(at, root);
    at = next;
  }
  return root;
}
