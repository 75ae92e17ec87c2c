/** Folders that systems and programs make for themselves, by their names; `Icon\r` is a file. */
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

/** What editors, office programs and clouds leave while a file is open, or keep of it: none can be a text that is meant. */
const marks = [
  // ~$report.docx, ~WRL0001.tmp, ~syncthing~flood.md.tmp
  /^~[$\w]/u,
  // flood.md~, #flood.md#, .#flood.md, ._flood.md, .~lock.flood.odt#, .fuse_hidden0001, .nfs0001
  /~$|^#.*#$|^\.(?:[#_]|~lock\.|fuse_hidden|nfs)./u,
  // .flood.md.swp, flood.md.bak, flood.md.orig, bridge.jpg.part
  /.\.(?:sw[a-px]|kate-swp|tmp|temp|bak|backup|orig|rej|part|crdownload|un~)$/iu,
];

/**
 * Tells whether a path is that of something which an editor, a system or a cloud has left and nobody means to publish. Folders that
 * begin with a dot hold what programs note for themselves.
 *
 * @param file relative to the content folder; of a folder with a slash at its end
 * @example isLeftover('articles/2024/11/.flood.md.swp') // true
 */
export function isLeftover(file: string): boolean {
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
