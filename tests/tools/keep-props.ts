import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { listPartProps, toPropsFile } from '../support/part-props.ts';

/** Keeps what parts are handed in this version, so that a test of the next one finds what it leaves out. */
const { version }: { version: string } = JSON.parse(readFileSync('package.json', 'utf8'));
const file = toPropsFile(version);
mkdirSync(path.dirname(file), { recursive: true });
writeFileSync(file, `${JSON.stringify(listPartProps(), undefined, 2)}\n`);
