import path from 'node:path';
import process from 'node:process';
import { workerData } from 'node:worker_threads';
import { compileProgram } from '../../astro/compile-program.ts';
import { compiled } from '../../astro/compiled.ts';
import { ownFace } from '../../core/face.ts';
import type { Settings } from '../../core/settings.ts';
import { programDir } from '../../disk/program-dir.ts';
import { shareSettings } from '../../settings/shared-settings.ts';
import { writeIcons } from '../output/icons.ts';

/** The settings, for Astro's configuration, and the absolute path of the folder to compile into. */
export interface CompileTask {
  readonly settings: Settings;
  readonly folder: string;
}

const { settings, folder } = workerData as CompileTask;
// Otherwise the program would be another one where somebody has set it, with the same fingerprint.
process.env['NODE_ENV'] = 'production';
shareSettings(settings);
await compileProgram(folder);
await writeIcons(
  path.join(programDir, 'public/favicon.svg'),
  path.join(folder, compiled.client),
  ownFace.palettes.light.paper,
);
