import { stat } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { packFolder, stagePackage } from '../support/pack-program.ts';

/** Makes the package that newsrooms install: `npm run pack -- FOLDER`. */
const folder = path.resolve('node_modules/.cache/package');
await stagePackage(folder);
const tarball = await packFolder(folder, path.resolve(process.argv[2] ?? '.'));
process.stdout.write(`${tarball}: ${(await stat(tarball)).size} bytes\n`);
