import { addressesFolder } from '../content/addresses.ts';
import { readContentStats } from '../content/text/content-stamp.ts';
import { readStatNow } from '../content/text/file-stat.ts';
import { isIgnored } from '../content/text/leftovers.ts';

/** The files of a content folder, as a process that watches it knows them. */
export interface KnownContent {
  /** Looks at every file. Returns whether any has changed since it was last looked at. */
  look(): boolean;
  /**
   * Looks at the files that the system says have changed, relative to the folder, and lists the stories among them.
   *
   * @returns undefined if another file may have changed, come or gone: then `look` is needed
   */
  listEdited(names: ReadonlySet<string>): readonly string[] | undefined;
}

/**
 * Opens a content folder to be watched. Systems report most changes, but not all: a folder may be filled before they watch
 * it, and a queue may overflow.
 */
export function openKnownContent(contentDir: string): KnownContent {
  let known = new Map<string, string>();
  const look = (): boolean => {
    const before = known;
    // Builds write the lists of published addresses.
    known = new Map([...readContentStats(contentDir)].filter(([file]) => !file.startsWith(`${addressesFolder}/`)));
    return before.size !== known.size || [...known].some(([file, stat]) => before.get(file) !== stat);
  };
  const isFolder = (name: string) => known.keys().some((file) => file.startsWith(`${name}/`));
  return {
    look,
    listEdited: (names) => {
      const edited: string[] = [];
      for (const name of names) {
        if (isIgnored(name)) continue;
        const stat = readStatNow(`${contentDir}/${name}`);
        // Some editors create a file and delete it at once.
        if (stat === '' && name !== '' && !known.has(name) && !isFolder(name)) continue;
        if (stat === '' || !known.has(name) || !isStory(name)) return undefined;
        known.set(name, stat);
        edited.push(name);
      }
      return edited;
    },
  };
}

function isStory(name: string): boolean {
  return /^articles\/.+\.md$/u.test(name);
}
