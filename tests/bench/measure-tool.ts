import { mkdir, writeFile } from 'node:fs/promises';
import type { Archive } from './archive.ts';
import { readSiteSize } from './folders.ts';
import { measure, type Cost } from './process-tree.ts';
import { parsePhases, type Sample } from './results.ts';
import type { PreparedSite, Tool } from './tool.ts';
import { syncDisk } from './workspace.ts';

/** The measured cases of every tool and run, in order. Each build starts from the one before. */
const cases: readonly { readonly name: string; change(site: PreparedSite): Promise<void> }[] = [
  { name: 'cold', change: async () => undefined },
  { name: 'unchanged', change: async () => undefined },
  { name: 'one story added', change: ({ addition: { file, text } }) => writeFile(file, text) },
  {
    name: 'one story edited',
    change: ({ addition: { file, text } }) => writeFile(file, `${text}\nOne more line.\n`),
  },
];

/** Measures one run of a tool in a new folder, and reports each case as soon as it is known. */
export async function measureTool(
  tool: Tool,
  archive: Archive,
  folder: string,
  onSample: (sample: Sample) => void,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const site = await tool.prepare(folder, archive);
  let size: ReturnType<typeof readSiteSize> | undefined;
  for (const { name, change } of cases) {
    await change(site);
    syncDisk();
    const costs: Cost[] = [];
    for (const command of site.commands) costs.push(await measure(command));
    size ??= readSiteSize(site.outDir);
    onSample({ stories: archive.stories, tool: tool.name, case: name, ...addUp(costs), ...size });
  }
}

/** Adds up commands that run one after the other: times add up, memory does not. */
function addUp(costs: readonly Cost[]): Pick<Sample, 'seconds' | 'cpuSeconds' | 'peakBytes' | 'phases'> {
  return {
    seconds: costs.reduce((sum, { wallMs }) => sum + wallMs, 0) / 1000,
    cpuSeconds: costs.reduce((sum, { cpuMs }) => sum + cpuMs, 0) / 1000,
    peakBytes: Math.max(...costs.map(({ peakBytes }) => peakBytes)),
    phases: parsePhases(costs.map(({ output }) => output).join('\n')),
  };
}
