import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { collectHostTexts } from '../../paper/host-texts.ts';
import type { Context } from '../../views/context.ts';

/** Writes the files that hosts read below a folder. */
export async function writeHostTexts(context: Context, outDir: string): Promise<void> {
  for (const [sitePath, text] of collectHostTexts(context)) {
    const file = path.join(outDir, sitePath);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}
