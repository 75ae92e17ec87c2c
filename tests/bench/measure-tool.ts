import { mkdir, writeFile } from 'node:fs/promises';
import type { Archive } from './archive.ts';
import { readSiteSize } from './folders.ts';
import { measureSaves } from './measure-saves.ts';
import { measure, type Command, type Cost } from './process-tree.ts';
import { parsePhases, type CaseName, type Sample } from './results.ts';
import type { PreparedSite, Tool } from './tool.ts';
import { syncDisk } from './workspace.ts';

/** The builds of every tool and run, in order. Each starts from the one before. */
const builds: readonly { readonly name: CaseName; change(site: PreparedSite): Promise<void> }[] = [
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
  const report = (name: CaseName, cost: BuildCost) =>
    onSample({ stories: archive.stories, tool: tool.id, case: name, ...cost });
  if (site.firstBuild) {
    const cost = await measureBuild([site.firstBuild.command]);
    if (site.firstBuild.isMeasured) report('first build', cost);
  }
  for (const { name, change } of builds) {
    await change(site);
    const cost = await measureBuild(site.commands);
    report(name, name === 'cold' ? { ...cost, size: readSiteSize(site.outDir) } : cost);
  }
  if (!site.watch) return;
  for (const cost of await measureSaves(site.watch, site.addition)) report('one story saved, watched', cost);
}

type BuildCost = Omit<Sample, 'stories' | 'tool' | 'case'>;

/** Measures commands that run one after the other: times add up, memory does not. */
async function measureBuild(commands: readonly Command[]): Promise<BuildCost> {
  syncDisk();
  const costs: Cost[] = [];
  for (const command of commands) costs.push(await measure(command));
  return {
    seconds: costs.reduce((sum, { wallMs }) => sum + wallMs, 0) / 1000,
    cpuSeconds: costs.reduce((sum, { cpuMs }) => sum + cpuMs, 0) / 1000,
    peakBytes: Math.max(...costs.map(({ peakBytes }) => peakBytes)),
    phases: parsePhases(costs.map(({ output }) => output).join('\n')),
  };
}
