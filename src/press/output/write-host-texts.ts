import path from 'node:path';
import { writeWithFolders } from '../../disk/write-with-folders.ts';
import { hostTexts } from '../../paper/kinds/host-texts.ts';
import type { Context } from '../../views/context.ts';

/** Writes the files that hosts read into a folder. They are small, and written whenever anything is. */
export function writeHostTexts(context: Context, outDir: string): void {
  for (const sitePath of hostTexts.list(context)) {
    writeWithFolders(path.join(outDir, sitePath), hostTexts.build(context, sitePath).text);
  }
}
