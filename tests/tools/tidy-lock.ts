import { readFile, writeFile } from 'node:fs/promises';

/**
 * Removes from the lock file the versions of Node that packages require: `npm run lock`, after an `npm install` that
 * adds packages. npm compares them with the Node that npm runs on, prints many warnings and leaves optional packages
 * out. The pinned Node runs them.
 */
async function tidyLock(file: string): Promise<void> {
  const lock: { packages: Record<string, { engines?: unknown }> } = JSON.parse(await readFile(file, 'utf8'));
  for (const [folder, entry] of Object.entries(lock.packages)) if (folder !== '') delete entry.engines;
  await writeFile(file, `${JSON.stringify(lock, null, 2)}\n`);
}

await tidyLock('package-lock.json');
