import { readFile, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { measuredSchema, type Measured } from './results.ts';
import { resultsFile } from './workspace.ts';

const recordSchema = z.array(measuredSchema);

/** Reads what benches have measured so far, by size. Empty if there is nothing, or nothing that this bench can read. */
export async function readMeasured(): Promise<readonly Measured[]> {
  const text = await readFile(resultsFile, 'utf8').catch(() => '[]');
  return recordSchema.safeParse(JSON.parse(text)).data ?? [];
}

/** Adds the measurements of an archive. Earlier ones of the same size are replaced as a whole. */
export async function recordMeasured(measured: Measured): Promise<void> {
  const others = (await readMeasured()).filter(({ stories }) => stories !== measured.stories);
  const all = [...others, measured].toSorted((a, b) => a.stories - b.stories);
  await writeFile(resultsFile, `${JSON.stringify(all, null, 2)}\n`);
}
