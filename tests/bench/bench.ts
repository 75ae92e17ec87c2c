import path from 'node:path';
import process from 'node:process';
import { createArchive, type Archive } from './archive.ts';
import { formatMeasured } from './build-tables.ts';
import { describeMachine, writeBuildFigures } from './figures.ts';
import { measureTool } from './measure-tool.ts';
import { parseOptions, type ArchiveSize, type Options } from './options.ts';
import { readMeasured, recordMeasured } from './record.ts';
import { toRows, type Measured, type Sample } from './results.ts';
import type { Tool } from './tool.ts';
import { closeWorkspace, getRunDir, openWorkspace } from './workspace.ts';

/**
 * Measures builds of made-up archives side by side with what a newsroom might use instead: `npm run bench -- demo 2000
 * 10000 --runs 3 --tools gazetteer,cards,hugo,eleventy,astro`. The runs of the tools take turns, so that what else
 * happens on the machine hits all of them. Results go to the terminal and, as JSON, to
 * node_modules/.cache/bench/results.json, where an archive that is measured again replaces itself; with 10,000 stories
 * and all that the front README names among them, into READMEs too.
 */
async function bench(options: Options): Promise<void> {
  const workspace = await openWorkspace(options);
  try {
    const measured: Measured[] = [];
    for (const size of options.sizes) {
      const result = await measureSize(workspace, size, options);
      measured.push(result);
      if (options.isWaiting) await recordMeasured(result);
    }
    say(`\n${formatMeasured(measured)}`);
    if (options.isWaiting) await writeBuildFigures(await readMeasured());
  } finally {
    await closeWorkspace(workspace);
  }
}

async function measureSize(workspace: string, size: ArchiveSize, options: Options): Promise<Measured> {
  say(`Writing the archive: ${size} …`);
  const archive = await createArchive(path.join(workspace, String(size)), size, options.isLarge(size));
  const runs = options.getRuns(size);
  const results: Results = { samples: [], notes: [] };
  const tools = new Set(options.tools.filter((tool) => isPossible(tool, archive, results)));
  for (let run = 1; run <= runs; run += 1) {
    for (const tool of tools) {
      const folder = getRunDir(workspace, size, run, tool.id);
      const isWhole = await measureRun(tool, archive, folder, `run ${run} of ${runs}`, results);
      if (!isWhole) tools.delete(tool);
    }
  }
  return {
    stories: archive.stories,
    isDemo: size === 'demo',
    about: `${describeMachine()}; ${runs === 1 ? 'one run' : `medians of ${runs} runs`}`,
    rows: toRows(results.samples),
    notes: results.notes,
  };
}

interface Results {
  readonly samples: Sample[];
  /** Cases that were left out, and why. */
  readonly notes: string[];
}

function isPossible(tool: Tool, archive: Archive, results: Results): boolean {
  const hindrance = tool.findHindrance(archive);
  if (hindrance !== undefined) leaveOut(tool, archive, hindrance, results);
  return hindrance === undefined;
}

/** Returns false for a tool that fails at this size: this is a result, not the end of the bench. */
async function measureRun(
  tool: Tool,
  archive: Archive,
  folder: string,
  run: string,
  results: Results,
): Promise<boolean> {
  try {
    await measureTool(tool, archive, folder, (sample) => {
      results.samples.push(sample);
      say(`${archive.stories} stories, ${run}, ${tool.name}, ${sample.case}: ${formatCost(sample)}`);
    });
    return true;
  } catch (error) {
    leaveOut(tool, archive, String(error), results);
    return false;
  }
}

function leaveOut({ name }: Tool, { stories }: Archive, reason: string, { notes }: Results): void {
  const note = `${name}, ${stories} stories: left out. ${reason}`;
  notes.push(note);
  say(note);
}

function formatCost({ seconds, cpuSeconds }: Sample): string {
  return `${seconds.toFixed(2)} s (${cpuSeconds.toFixed(2)} s of processor time)`;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

await bench(parseOptions(process.argv.slice(2)));
