import { stat } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { packFolder, stageCreator, stagePackage } from '../support/pack-program.ts';

/** Makes the package that newsrooms install, and that of `npm create gazetteer`: `npm run pack -- FOLDER`. */
for (const [name, stage] of Object.entries({ package: stagePackage, creator: stageCreator })) {
  const folder = path.resolve('node_modules/.cache', name);
  await stage(folder);
  const tarball = await packFolder(folder, path.resolve(process.argv[2] ?? '.'));
  process.stdout.write(`${tarball}: ${(await stat(tarball)).size} bytes\n`);
}
