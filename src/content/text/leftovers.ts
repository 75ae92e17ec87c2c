/** Names of folders that systems and programs create for themselves. `Icon\r` is a file. */
const names: ReadonlySet<string> = new Set([
  '__macosx',
  '@eadir',
  '$recycle.bin',
  'thumbs.db',
  'ehthumbs.db',
  'desktop.ini',
  'icon\r',
  'icon\n',
]);

/**
 * Names of the files that editors, office programs and cloud services leave behind. None of them is meant as a text.
 */
const marks = [
  // ~$report.docx, ~WRL0001.tmp, ~syncthing~flood.md.tmp
  /^~[$\w]/u,
  // flood.md~, #flood.md#, .#flood.md, ._flood.md, .~lock.flood.odt#, .fuse_hidden0001, .nfs0001
  /~$|^#.*#$|^\.(?:[#_]|~lock\.|fuse_hidden|nfs)./u,
  // .flood.md.swp, flood.md.bak, flood.md.orig, bridge.jpg.part
  /.\.(?:sw[a-px]|kate-swp|tmp|temp|bak|backup|orig|rej|part|crdownload|un~)$/iu,
];

/** A path of which nothing more has to be asked, as nearly all are. */
const usualPath = /^(?:[\da-z][\da-z-]*\/)*[\da-z][\da-z-]*\.(?:md|yaml|txt|jpe?g|png|webp|avif|gif)$/u;

/**
 * Returns whether a path is a leftover of an editor, a system or a cloud service that nobody means to publish. Folders
 * that begin with a dot hold programs' own notes.
 *
 * @param file relative to the content folder; of a folder with a slash at its end
 * @example isLeftover('articles/2024/11/.flood.md.swp') // true
 */
export function isLeftover(file: string): boolean {
  if (usualPath.test(file)) return false;
  const parts = file.split('/').filter((part) => part !== '');
  const folders = file.endsWith('/') ? parts : parts.slice(0, -1);
  return (
    folders.some((folder) => folder.startsWith('.')) ||
    parts.some((part) => names.has(part.toLowerCase()) || marks.some((mark) => mark.test(part))) ||
    /^\.(?:DS_Store|directory|localized|gitkeep|gitignore|gitattributes|editorconfig|nomedia|dropbox|stignore)$/u.test(
      parts.at(-1) ?? '',
    )
  );
}

/** Returns whether a dot file is one that hosts and verifiers read at the root of a site. */
export function isOwnHidden(file: string): boolean {
  return /^public\/(?:\.well-known\/(?:[^.~][^/]*)?|\.(?:nojekyll|htaccess|domains))$/u.test(file);
}

/** Returns whether a file is not part of the content: notes of a repository, and files that programs leave behind. */
export function isIgnored(file: string): boolean {
  if (isOwnHidden(file)) return false;
  return /^(?:\.[^/]+|(?:README|LICEN[CS]E)[^/]*)$/u.test(file) || isLeftover(file);
}
