import path from 'node:path';
import { writeWithFolders } from '../../disk/write-with-folders.ts';
import { collectHostTexts } from '../../paper/host-texts.ts';
import type { Context } from '../../views/context.ts';

/** Writes the files that hosts read below a folder. */
export function writeHostTexts(context: Context, outDir: string): void {
  for (const [sitePath, text] of collectHostTexts(context)) writeWithFolders(path.join(outDir, sitePath), text);
}
