import { writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { createArchive } from './archive.ts';
import { toBuildsSentence, writeFigures } from './figures.ts';
import { measureTool } from './measure-tool.ts';
import { parseOptions, type Options } from './options.ts';
import { toRows, type Sample } from './results.ts';
import { formatRows } from './table.ts';
import type { Tool } from './tool.ts';
import { closeWorkspace, getRunDir, openWorkspace, resultsFile } from './workspace.ts';

/**
 * Measures builds of made-up archives side by side with what a newsroom might use instead: `npm run bench -- 1000 10000
 * --runs 3 --tools gazetteer,hugo,eleventy,astro`. The runs of the tools take turns, so that what else happens on the
 * machine hits all of them. Results go to the terminal and, as JSON, to node_modules/.cache/bench/results.json; with
 * 10,000 stories and all tools among what is measured, into READMEs too.
 */
async function bench(options: Options): Promise<void> {
  const workspace = await openWorkspace(options);
  const results: Results = { samples: [], notes: [] };
  try {
    for (const stories of options.sizes) {
      await measureSize(workspace, stories, options, results);
      await writeResults(results);
    }
    const rows = toRows(results.samples);
    const figures = [formatRows(rows), ...results.notes].join('\n\n');
    say(`\n${figures}`);
    const sentence = options.isWaiting ? toBuildsSentence(rows) : undefined;
    if (sentence !== undefined) await writeFigures('builds', figures, sentence);
  } finally {
    await closeWorkspace(workspace);
  }
}

interface Results {
  readonly samples: Sample[];
  /** Cases that were left out, and why. */
  readonly notes: string[];
}

async function measureSize(workspace: string, stories: number, options: Options, results: Results): Promise<void> {
  say(`Writing ${stories} stories …`);
  const archive = await createArchive(path.join(workspace, String(stories)), stories, options.isLarge(stories));
  const blankLine = ({ name }: Tool, reason: string): void => {
    const note = `${name}, ${stories} stories: left out. ${reason}`;
    results.notes.push(note);
    say(note);
  };
  const tools = new Set(options.tools);
  for (const tool of tools) {
    const hindrance = tool.findHindrance(archive);
    if (hindrance === undefined) continue;
    blankLine(tool, hindrance);
    tools.delete(tool);
  }
  const runs = options.getRuns(stories);
  for (let run = 1; run <= runs; run += 1) {
    for (const tool of tools) {
      try {
        await measureTool(tool, archive, getRunDir(workspace, stories, run, tool.id), (sample) => {
          results.samples.push(sample);
          say(
            `${stories} stories, run ${run} of ${runs}, ${tool.name}, ${sample.case}: ${sample.seconds.toFixed(1)} s`,
          );
        });
      } catch (error) {
        // A tool that fails at this size is a result, not the end of the bench.
        blankLine(tool, String(error));
        tools.delete(tool);
      }
    }
  }
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

async function writeResults({ samples, notes }: Results): Promise<void> {
  const machine = { node: process.version, date: new Date().toISOString(), cores: availableParallelism() };
  await writeFile(resultsFile, `${JSON.stringify({ ...machine, notes, rows: toRows(samples) }, null, 2)}\n`);
}

await bench(parseOptions(process.argv.slice(2)));
